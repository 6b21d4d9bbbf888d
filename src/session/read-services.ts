/** A session's text split into the services that it names, each with its minutes, regions and candidate codes. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Contested, NoCode } from '../search/lexicon.ts';
import { isCurrent, tellsWhoStayed } from '../search/attendance.ts';
import { foldText } from '../search/normalise.ts';
import { otherField } from '../search/other-field.ts';
import type { CodeHit } from '../search/search-codes.ts';
import { applySelectors } from '../search/selectors.ts';
import { evidenceOf, impossibleIn, missOf, type Evidence, type WordVerdict } from '../search/word-evidence.ts';
import { atomsOf, boundTo, type Atom } from './atoms.ts';
import { abbreviationsIn, bareMinutes, sureOfAbbreviation } from './bare-minutes.ts';
import { withoutSwaps } from './canister-swaps.ts';
import { disciplineIn, inDiscipline, isManipulation, manipulationBy } from './discipline.ts';
import { isPlain, judgeSegment, type Judged } from './judge-segment.ts';
import { leaveMovesOpen, leaveOpen, type Opened } from './left-open.ts';
import { withLineSums } from './line-sums.ts';
import { mergeSame, mergeServices } from './merge-services.ts';
import { readTables, withTables } from './minute-tables.ts';
import { withShares } from './minute-shares.ts';
import { readMinutes, type Duration } from './minutes.ts';
import { isReinserted, withNeedleSets } from './needle-sets.ts';
import { withNeighbours } from './neighbours.ts';
import { nothingDone } from './nothing-done.ts';
import { isOfficeVisit, oneVisit, visitBy, visitWords } from './office-visits.ts';
import { participantsIn } from './participants.ts';
import { sessionVerdict } from './payer-codes.ts';
import { punctuated } from './punctuate.ts';
import { readItems, type Item, type ReadItems } from './read-items.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { withSettled } from './settled.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { tellAreas } from './service-areas.ts';
import { markOpen } from './settings.ts';
import { readStandings, type Standing } from './standing.ts';
import { regionsIn } from './text-words.ts';
import { tellsEnough, withoutSeldom } from './words-needed.ts';
import { withToldBefore } from './told-before.ts';
import { toldInAll } from './told-in-all.ts';
import { toldOfIt } from './told-of-it.ts';
import { isUntimed } from './untimed-times.ts';
import { unsaidIn, type Unsaid } from './unsaid.ts';

export interface ReadService {
  text: string; start: number; end: number; minutes?: number; regions: string[];
  candidates: CodeHit[]; matched: { text: string; meaning: string }[];
  contested?: Contested; noCode?: NoCode;
  /** Every place that tells of it. */
  places: { start: number; end: number }[];
  /** Its time is told together with another service's ("massage and myofascial release, 45 minutes"). */
  shared?: number;
  /** The session's time less what the others took ("the rest was exercise"). */
  rest?: boolean;
  /** Needles were inserted again. */
  reinserted?: boolean;
  /** One of several sets of needles, each told with its own minutes. */
  set?: boolean;
  /** Square centimetres told in the text. */
  area?: number;
  /** Units told in the text ("97110 x2"), where no minutes are. */
  told_units?: number;
  /** The text says that what would decide was not written down; the question about it. */
  open?: Opened;
  /** Who was there is not plain; the question about it. */
  setting?: { field: 'participants' | 'minutes'; why: string };
}
export interface ReadSession { services: ReadService[]; excluded: { text: string; code?: string }[]; total_minutes?: number; /** The total is of the timed minutes alone, not of the whole visit. */ total_is_timed?: boolean; unknown_codes: string[]; other_field?: string }

/** A text's parts with what was read on the way to them. */
export interface SplitSession extends Omit<ReadItems, 'taken_back'> { text: string; unsaid: Unsaid[]; folded: string; sentences: Sentence[]; durations: Duration[]; parts: Part[]; standing(start: number, end: number): Standing }

/** The services alone, for rules that compare words with a code. */
export function readServices(catalog: Catalog, text: string): ReadService[] {
  return readSession(catalog, text).services;
}

/** A segment of a sentence that was done, with what it tells of. */
export interface Part { sentence: Sentence; segment: Segment; judged: Judged[]; strength: 'strong' | 'possible' | 'weak' }

/** A session's text in parts: its sentences, times and what each part tells of, before parts of one service are put together. */
export function splitSession(catalog: Catalog, said: string, provider?: string): SplitSession {
  const tables = readTables(said);
  const { text, unsaid } = unsaidIn(punctuated(tables?.text ?? said));
  const folded = foldText(text);
  const sentences = sentencesOf(text);
  const { of: saidOf, lists } = readStandings(text, catalog.vocabulary);
  const { taken_back, ...read } = readItems(catalog, text, sentences, saidOf, lists, provider);
  const named = read.items;
  const standing = (start: number, end: number): Standing => (taken_back.some((t) => start >= t.start && end <= t.end) ? 'not_done' : saidOf(start, end));
  const all = withTables(text, readMinutes(text), tables);
  const told = all.filter((d) => d.total || standing(d.start, d.end) === 'done').map((d) => (d.aside && (lists.some((l) => d.start >= l.start && d.end <= l.end) || taken_back.some((t) => d.start >= t.end && d.start - t.end < 12)) ? { ...d, aside: false } : d));
  const shared = withShares(text, folded, withLineSums(text, folded, named, [...told, ...bareMinutes(text, named, told)]), { standing, undone: all.filter((d) => !d.total && standing(d.start, d.end) !== 'done'), untimed: (d) => isUntimed(catalog, named, d) });
  const items = named.filter((i) => !shared.some((d) => d.share && i.start >= d.start && i.end <= d.end));
  const durations = withSums(sentences, items, shared).map((d) => (d.sides && /\bboth\b|\bbilateral/.test(folded) ? { ...d, minutes: d.minutes * 2 } : d));
  const given = sentences.flatMap((sentence) => partsOf(catalog, text, folded, sentence, items, durations.filter((d) => (!d.aside || d.soft) && !d.within && !d.total), standing));
  const around = withSettled(catalog, text, withToldBefore(catalog, text, withNeighbours(catalog, text, given)));
  const parts = nothingDone(folded) ? around.map((p) => ({ ...p, judged: p.judged.filter((j) => !isTreatment(catalog, j.item)) })) : around;
  return { ...read, items, text, unsaid, folded, sentences, durations, parts, standing };
}

/** Read a session. Words of one code are one service; so is one service on several regions. `provider`: the type of who did it, where known. */
export function readSession(catalog: Catalog, said: string, provider?: string): ReadSession {
  const { text, unsaid, folded, sentences, items, excluded, unknown_codes, denied, durations, parts, standing } = splitSession(catalog, said, provider);
  const short = sentences.length <= 2 && text.split(/\s+/).length <= 40;
  const participants = participantsIn(text, catalog.vocabulary, (at) => standing(at, at + 3) !== 'planned');
  const merged = mergeServices(catalog, text, parts, { durations, short, participants, denied, apart: new Set(excluded.flatMap((e) => e.code ?? [])) });
  // Two services told plainly beside their times are of this field, whatever else is talked of; so is an illness told to caregivers.
  const plainly = merged.filter((s) => s.minutes !== undefined && s.candidates[0]?.by_words && s.candidates[0].confidence === 'strong').length > 1;
  const other_field = plainly || participants.settings.some((s) => s.setting.startsWith('caregiver')) ? undefined : otherField(catalog, text);
  const own = withoutSwaps(withNeedleSets(catalog, text, { folded, parts, durations, services: merged, provider, standing }), sentences);
  // In a text of another field words that only together tell of a service tell of none.
  const services = other_field === undefined ? own : own.filter((s) => !s.candidates[0]?.by_words);
  const inAll = services.length === 0 && other_field === undefined && !nothingDone(folded) ? toldInAll(catalog, text, parts) : undefined;
  if (inAll) services.push(inAll);
  const total = durations.filter((d) => d.total).reduce<number | undefined>((most, d) => Math.max(most ?? 0, d.minutes), undefined);
  wholeOfOne(text, services, durations, sentences);
  const abbreviated = abbreviationsIn(items, excluded);
  tellAreas(services, sentences);
  for (const service of services) finish(catalog, service, text, folded, sentences, { said, abbreviated, short, other_field, provider, parts, standing });
  markOpen(services, participants.settings);
  leaveOpen(services, unsaid);
  leaveMovesOpen(services, folded);
  return { services: oneVisit(mergeSame(services)), excluded, unknown_codes, ...(total !== undefined ? { total_minutes: total, total_is_timed: durations.some((d) => d.total && d.minutes === total && d.total_kind === 'timed') } : {}), ...(other_field === undefined ? {} : { other_field }) };
}

/** What needs hands or a device; an evaluation, a test or a supply stands where nobody was treated. */
const treating = new Set(['therapeutic_procedure', 'supervised_modality', 'attended_modality', 'needling', 'acupuncture', 'injection', 'chiropractic_manipulation', 'osteopathic_manipulation', 'strapping', 'biofeedback']);

function isTreatment(catalog: Catalog, item: Item): boolean {
  return treating.has(catalog.code.get(item.hits[0]?.code ?? '')?.group ?? '');
}

/** "bike 8 min ..., all strengthening, 38 min total": the total of the sentence is that of its only service. */
function wholeOfOne(text: string, services: readonly ReadService[], durations: readonly Duration[], sentences: readonly Sentence[]): void {
  if (services.length !== 1) return;
  const only = services[0]!;
  const own = sentences.find((s) => only.start >= s.start && only.start < s.end);
  const here = durations.filter((d) => !d.aside && own && d.start >= own.start && d.start < own.end);
  // "45 minutes: ten minutes prone on the swing, then ...": the first is the whole.
  if (here.length === 2 && !here[0]!.total && here[0]!.minutes > here[1]!.minutes && only.minutes === here[1]!.minutes && /^\s*:/.test(text.slice(here[0]!.end))) only.minutes = here[0]!.minutes;
  const total = durations.find((d) => d.total && sentences.some((s) => d.start >= s.start && d.start < s.end && only.start >= s.start && only.start < s.end));
  if (total && only.minutes !== undefined && total.minutes > only.minutes && (total.total_kind !== 'session' || /\b(?:one[- ](?:on|to)[- ]one|1:1|all)\b/i.test(text.slice(Math.max(0, total.start - 60), total.start)))) only.minutes = total.minutes;
}

/** "53 minutes: aquatic exercise 30, gait 23": a time that is the sum of all others before or behind it, in its sentence, or in the text where its own sentence names nothing, is their total. */
function withSums(sentences: readonly Sentence[], items: readonly Item[], durations: readonly Duration[]): Duration[] {
  // "30 min of it was ...": a part of a whole that the text does not tell is a time of its own.
  const open = durations.some((d) => !d.within && !d.aside);
  return durations.map((d): Duration => (d.within && !open ? { ...d, within: false } : d)).map((d, _, all): Duration => {
    if (d.total || d.aside) return d;
    const sentence = sentences.find((s) => d.start >= s.start && d.start < s.end);
    const rest = all.filter((o) => o !== d && !o.aside && !o.within && !o.total);
    // "1300-1325 exercise, 1325-1340 gait, 1340-1350 ice": what lies behind it on the clock is no part of it.
    const holds = (o: Duration): boolean => d.from === undefined || o.from === undefined || (o.from >= d.from && o.until! <= d.until!);
    const isSumOf = (others: readonly Duration[]): boolean => others.length > 1 && others.every(holds) && (others.every((o) => o.start > d.start) || others.every((o) => o.start < d.start)) && others.reduce((sum, o) => sum + o.minutes, 0) === d.minutes;
    const isTotal = isSumOf(rest.filter((o) => sentence && o.start >= sentence.start && o.start < sentence.end)) || (!d.within && !items.some((i) => sentence && i.start >= sentence.start && i.start < sentence.end) && isSumOf(rest));
    return isTotal ? { ...d, total: true, total_kind: 'timed' } : d;
  });
}

/** A sentence parted into services, what was not done left out. */
function partsOf(catalog: Catalog, text: string, folded: string, sentence: Sentence, items: readonly Item[], durations: readonly Duration[], standing: (start: number, end: number) => Standing): Part[] {
  const inside = <T extends { start: number }>(list: readonly T[]): T[] => list.filter((x) => x.start >= sentence.start && x.start < sentence.end);
  const own = inside(items);
  const atoms = atomsOf(folded, sentence.start, sentence.end, own, inside(durations)).filter((a) => a.duration || a.items.length > 0 || standing(...trimmed(folded, a)) === 'done');
  if (atoms.length === 0) return [];
  const done = withoutUndone(text, sentence, standing);
  const impossible = impossibleIn(catalog, text.slice(sentence.start, sentence.end));
  const evidence = withoutSeldom(catalog, atoms.map((a) => (a.duration || filler.test(folded.slice(a.start, a.end)) ? { sums: new Map<string, number>(), known: 0 } : withItems(evidenceOf(catalog, text.slice(a.start, a.end), impossible), a.items))));
  const miss = missOf(catalog);
  const namedBy = (atom: Atom): string[] => [...new Set(atom.items.filter((i) => isPlain(i) && i.hits.length > 0).map((i) => i.hits[0]!.code))];
  const [leading, trailing] = [segmentsOf(boundTo(folded, atoms, true), evidence, miss, namedBy), segmentsOf(boundTo(folded, atoms, false), evidence, miss, namedBy)];
  // Where a sentence of several times begins with words the times stand behind, where it ends with words before.
  const timed = atoms.filter((a) => a.duration).length;
  const bias = timed > 1 ? 2 : timed;
  const behind = (atoms[0]!.duration ? 0 : bias + 0.5) - (atoms.at(-1)!.duration ? 0 : bias);
  const parts = (leading.worth > trailing.worth + behind ? leading : trailing).segments.map((segment) => withoutSoft(partOf(catalog, done, sentence, segment)));
  return own.some(isPlain) || atoms.filter((a) => a.duration).length > 1 ? parts : asOne(catalog, done, sentence, atoms, parts);
}

/** A time that is probably no treatment's counts only where a service stands plainly beside it. */
function withoutSoft(part: Part): Part {
  const { duration, ...segment } = part.segment;
  if (!duration?.soft) return part;
  const lead = part.judged[0];
  const plain = lead?.timed && lead.item.hits[0]?.confidence === 'strong' && (lead.words === undefined ? isPlain(lead.item) : lead.words >= 12);
  return plain ? part : { ...part, segment, judged: part.judged.map((j) => ({ ...j, timed: false })) };
}

function partOf(catalog: Catalog, text: string, sentence: Sentence, segment: Segment): Part {
  const besides = (item: Item): WordVerdict => sessionVerdict(catalog, `${text.slice(segment.start, item.start)} ${text.slice(item.end, segment.end)}`);
  const judged = judgeSegment(catalog, text, segment, sessionVerdict(catalog, wordsWithoutTime(text, segment), segment.duration !== undefined && segment.items.every((i) => !i.plain && !i.contested)), besides);
  return { sentence, segment, judged, strength: judged.some((j) => isPlain(j.item)) ? 'strong' : judged.length > 0 ? 'possible' : 'weak' };
}

/** A sentence that names no service and tells of one in all its words together is one part. */
function asOne(catalog: Catalog, text: string, sentence: Sentence, atoms: readonly Atom[], parts: Part[]): Part[] {
  const duration = atoms.find((a) => a.duration)?.duration;
  const whole: Segment = { start: atoms[0]!.start, end: atoms.at(-1)!.end, items: atoms.flatMap((a) => a.items), ...(duration ? { duration } : {}) };
  const verdict = sessionVerdict(catalog, wordsWithoutTime(text, whole));
  const untold = duration !== undefined && parts.every((p) => !p.segment.duration || p.judged.length === 0);
  if ((verdict.confidence !== 'strong' && !(untold && verdict.confidence === 'possible')) || !tellsEnough(catalog, verdict) || parts.some((p) => p.judged.some((j) => (j.words ?? 0) > verdict.score))) return parts;
  return [partOf(catalog, text, sentence, whole)];
}

/** Words that lead to a time and say nothing of what it was spent on. */
const filler = /^\W*(?:(?:another|about|around|approximately|approx|roughly|a|an|the|for|further|additional|extra|good|full|whole|solid|i|we|she|he|spent|took|this|that|it|lasted|time|last|first|next|other|some|just|only|over|in|all|total|of)\W*)+$/;

/** What the names of services in a piece add to what its words say. */
function withItems(evidence: Evidence, items: readonly Item[]): Evidence {
  for (const item of items) {
    for (const hit of item.hits) {
      const weight = item.number ? 12 : hit.confidence === 'strong' ? (item.plain ? 8 : 4) : hit.confidence === 'possible' ? (/^[A-Z]{2,4}$/.test(item.text) ? 5 : 2) : 0.5;
      evidence.sums.set(hit.code, (evidence.sums.get(hit.code) ?? 0) + weight);
    }
    if (item.noCode) evidence.sums.set('NOCODE', (evidence.sums.get('NOCODE') ?? 0) + 8);
  }
  return evidence;
}

/** The text with the words of the sentence blanked that tell of what was not done here and now. */
function withoutUndone(text: string, sentence: Sentence, standing: (start: number, end: number) => Standing): string {
  let out = text;
  for (const m of text.slice(sentence.start, sentence.end).matchAll(/[A-Za-z][A-Za-z'-]*/g)) {
    const start = sentence.start + m.index;
    const end = start + m[0].length;
    if (standing(start, end) !== 'done') out = out.slice(0, start) + ' '.repeat(m[0].length) + out.slice(end);
  }
  return out;
}

/** The words of a segment without its time. */
function wordsWithoutTime(text: string, { start, end, duration }: Segment): string {
  return duration ? `${text.slice(start, duration.start)} ${text.slice(duration.end, end)}` : text.slice(start, end);
}

function trimmed(folded: string, { start, end }: Atom): [number, number] {
  let [from, to] = [start, end];
  while (from < to && folded[from] === ' ') from += 1;
  while (to > from && folded[to - 1] === ' ') to -= 1;
  return [from, to];
}

interface About { parts: readonly Part[]; standing(start: number, end: number): Standing; said: string; abbreviated: number; short: boolean; other_field: string | undefined; provider: string | undefined }

/** Regions, counts and what else of the words around a service decides its code. */
function finish(catalog: Catalog, service: ReadService, text: string, folded: string, sentences: readonly Sentence[], { said, abbreviated, short, other_field, provider, parts, standing }: About): void {
  if (service.candidates.length > 0 || service.noCode) service.text = said.slice(service.start, service.end).trim();
  const own = sentences.filter((s) => service.places.some((p) => s.start <= p.end && s.end > p.start));
  service.regions = regionsIn(catalog, own.map((s) => text.slice(s.start, s.end)).join(' '));
  sureOfAbbreviation(service, abbreviated);
  if (isReinserted(folded)) service.reinserted = true;
  service.candidates = inDiscipline(service.candidates, disciplineIn(own.map((s) => text.slice(s.start, s.end)).join(' ')) ?? provider ?? disciplineIn(text));
  service.candidates = manipulationBy(service.candidates, text, provider);
  // "Restricted at C5, T4 and L5. Diversified adjustment at those levels": where it was stands before.
  const before = service.regions.length === 0 && own[0] ? sentences.slice(Math.max(0, sentences.indexOf(own[0]) - 1), sentences.indexOf(own[0])) : [];
  // "IFC to the back for 15 minutes. She went to see another patient.": who stood by is told behind.
  const next = own[0] && isCurrent(service.candidates[0]?.code) ? sentences.slice(sentences.indexOf(own.at(-1)!) + 1).slice(0, 1).filter((s) => tellsWhoStayed.test(s.folded)) : [];
  service.candidates = visitBy(service.candidates, folded);
  const lead = service.candidates[0]?.code;
  const around = isOfficeVisit(lead) ? visitWords(text, toldOfIt(text, service, sentences, parts, standing), sentences) : isManipulation(lead) ? toldOfIt(text, service, sentences, parts, standing) : short ? text : [...before, ...own, ...next].map((s) => text.slice(s.start, s.end)).join(' ');
  service.candidates = applySelectors(catalog, around, service.candidates, service.minutes, service.area);
  // Teaching the use of a thing is not the thing.
  if (service.minutes !== undefined && catalog.code.get(service.candidates[0]?.code ?? '')?.group === 'supply') service.candidates = service.candidates.map((c) => ({ ...c, confidence: c.confidence === 'strong' ? 'possible' as const : c.confidence, score: Math.min(c.score, 0.6) }));
  if (other_field !== undefined) service.candidates = service.candidates.map((c) => ({ ...c, confidence: 'weak' as const, score: Math.min(c.score, 0.3) }));
}


/** A session's text split into the services that it names, each with its minutes, regions and candidate codes. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Contested, NoCode } from '../search/lexicon.ts';
import { foldText } from '../search/normalise.ts';
import { otherField } from '../search/other-field.ts';
import type { CodeHit } from '../search/search-codes.ts';
import { abbreviationsIn, bareMinutes } from './bare-minutes.ts';
import { withoutSwaps } from './canister-swaps.ts';
import { type Judged } from './judge-segment.ts';
import { finishService } from './finish-service.ts';
import { leaveMovesOpen, leaveOpen, type Opened } from './left-open.ts';
import { withLineSums } from './line-sums.ts';
import { mergeSame, mergeServices, type Unread } from './merge-services.ts';
import { readTables, withTables } from './minute-tables.ts';
import { withShares } from './minute-shares.ts';
import { readMinutes, type Duration } from './minutes.ts';
import { withNeedleSets } from './needle-sets.ts';
import { withNeighbours } from './neighbours.ts';
import { nothingDone } from './nothing-done.ts';
import { oneVisit } from './office-visits.ts';
import { participantsIn } from './participants.ts';
import { punctuated } from './punctuate.ts';
import { readItems, type Item, type ReadItems } from './read-items.ts';
import { type Segment } from './segments.ts';
import { withSettled } from './settled.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import { tellAreas } from './service-areas.ts';
import { markOpen } from './settings.ts';
import { partsOf } from './sentence-parts.ts';
import { readStandings, type Standing } from './standing.ts';
import { withToldBefore } from './told-before.ts';
import { toldInAll } from './told-in-all.ts';
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
export interface ReadSession { services: ReadService[]; excluded: { text: string; code?: string }[]; total_minutes?: number; /** The total is of the timed minutes alone, not of the whole visit. */ total_is_timed?: boolean; unknown_codes: string[]; other_field?: string; /** Times beside words that are not read. */ unread: Unread[] }

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
  const { services: merged, unread } = mergeServices(catalog, text, parts, { durations, short, participants, denied, apart: new Set(excluded.flatMap((e) => e.code ?? [])) });
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
  for (const service of services) finishService(catalog, service, text, folded, sentences, { said, abbreviated, short, other_field, provider, parts, standing });
  markOpen(services, participants.settings);
  leaveOpen(services, unsaid);
  leaveMovesOpen(services, folded);
  return { services: oneVisit(mergeSame(services)), excluded, unknown_codes, unread: other_field === undefined ? unread : [], ...(total !== undefined ? { total_minutes: total, total_is_timed: durations.some((d) => d.total && d.minutes === total && d.total_kind === 'timed') } : {}), ...(other_field === undefined ? {} : { other_field }) };
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

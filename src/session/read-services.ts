/** A session's text split into the services that it names, each with its minutes, regions and candidate codes. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Contested, NoCode } from '../search/lexicon.ts';
import { foldText, wordsOf } from '../search/normalise.ts';
import { byScore, type CodeHit } from '../search/search-codes.ts';
import { applySelectors } from '../search/selectors.ts';
import { otherField } from '../search/other-field.ts';
import { abbreviationsIn, bareMinutes } from './bare-minutes.ts';
import { readMinutes, type Duration } from './minutes.ts';
import { pairMinutes } from './pair-minutes.ts';
import { readItems, type Item } from './read-items.ts';
import { isAsked, isAway, isPlanned, sentencesOf, type Sentence } from './sentences.ts';
import { namesNoService, regionsIn } from './text-words.ts';

export interface ReadService {
  text: string; start: number; end: number; minutes?: number; regions: string[];
  candidates: CodeHit[]; matched: { text: string; meaning: string }[];
  contested?: Contested; noCode?: NoCode;
  /** The session's time less what the others took ("the rest was exercise"). */
  rest?: boolean;
  /** Needles were inserted again. */
  reinserted?: boolean;
}
export interface ReadSession { services: ReadService[]; excluded: { text: string; code?: string }[]; total_minutes?: number; unknown_codes: string[]; other_field?: string }

/** The services alone, for rules that compare words with a code. */
export function readServices(catalog: Catalog, text: string): ReadService[] {
  return readSession(catalog, text).services;
}

interface Part { sentence: Sentence; items: Item[]; of: Map<Item, Duration>; left: Duration[] }

/** Read a session. Words of one code are one service; so is one service on several regions. */
export function readSession(catalog: Catalog, text: string): ReadSession {
  const sentences = sentencesOf(text);
  const short = sentences.length <= 2 && text.split(/\s+/).length <= 40;
  const sentenceAt = (at: number): Sentence | undefined => sentences.find((s) => at >= s.start && at < s.end);
  const away = (at: number): boolean => { const s = sentenceAt(at); return s !== undefined && isAway(s, at); };
  const durations = readMinutes(text).filter((d) => !d.aside && !away(d.start));
  const { items, excluded, unknown_codes } = readItems(catalog, text, sentences);
  durations.push(...bareMinutes(text, items, durations));
  const other_field = otherField(catalog, text);
  const nothingDone = /\bno (?:treatment|service|therapy|charge)s? (?:was|were|is) (?:given|provided|to be made|done)\b|\b(?:visit|appointment) (?:is|was) (?:marked as )?cancell?ed\b|\bnobody touched me\b/.test(foldText(text));
  let total: number | undefined;
  for (const d of durations) if (d.total) total = Math.max(total ?? 0, d.minutes);
  const parts: Part[] = sentences.map((sentence) => {
    const inside = <T extends { start: number }>(list: readonly T[]): T[] => list.filter((x) => x.start >= sentence.start && x.start < sentence.end);
    const own = inside(items).filter((i) => (short || !isPlanned(sentence, i.start)) && (short || !isAsked(sentence, i.start)) && !(isAway(sentence, i.start) && (!short || catalog.code.get(i.hits[0]?.code ?? '')?.timed)) && !(nothingDone && isTreatment(catalog, i)));
    return { sentence, items: own, ...pairMinutes(text, own, inside(durations).filter((d) => !d.total)) };
  });
  const timed = new Set(parts.flatMap((p) => [...p.of.keys()].map((i) => i.hits[0]?.code)));
  const anchored = timed.size > 0;
  const sure = parts.some((p) => (short || p.sentence.done || !p.sentence.elsewhere) && p.items.some((i) => i.hits[0]?.confidence === 'strong' && i.plain));
  const services: ReadService[] = [];
  for (const part of parts) {
    const each = durations.find((d) => d.each && d.start >= part.sentence.start && d.start < part.sentence.end);
    for (const item of part.items) {
      const minutes = part.of.get(item)?.minutes ?? (each && part.of.size > 0 ? each.minutes : undefined);
      if (minutes === undefined && !stands(catalog, item, part, { short, anchored, sure, timed })) continue;
      const last = services.at(-1);
      const near = last !== undefined && last.start >= part.sentence.start;
      if (last && near && sameService(last, item) && !(minutes !== undefined && last.minutes !== undefined && lead(last) !== codeOf(item))) {
        merge(last, item);
        if (minutes !== undefined) last.minutes = (last.minutes ?? 0) + minutes;
      } else services.push({ text: item.text, start: item.start, end: item.end, regions: [], candidates: [...item.hits], matched: [...item.matched], ...(minutes === undefined ? {} : { minutes }), ...(item.contested ? { contested: item.contested } : {}), ...(item.noCode ? { noCode: item.noCode } : {}), ...(/\b(?:rest|remainder|remaining)\b[^,;]{0,30}$/.test(foldText(text.slice(part.sentence.start, item.start))) ? { rest: true } : {}) });
    }
    total = leftOver(catalog, text, part, services, short, total);
  }
  const merged = mergeSameCode(services);
  const abbreviated = abbreviationsIn(items, excluded);
  for (const service of merged) {
    if (service.candidates.length > 0 || service.noCode) service.text = text.slice(service.start, service.end).trim();
    readRegions(catalog, service, text, sentences);
    const around = sentences.filter((s) => s.start <= service.end && s.end > service.start).map((s) => text.slice(s.start, s.end)).join(' ');
    sureOfAbbreviation(service, abbreviated);
    if (/\bre-?\s?insert|\bneedles? (?:were |was )?(?:inserted again|put in again|changed|replaced)|\b(?:second|new|fresh|another) set of needles|\badditional (?:set|needles)/.test(foldText(text)) && !/\b(?:no|not|without)\s+(?:\w+\s+)?re-?\s?insert/.test(foldText(text))) service.reinserted = true;
    service.candidates = applySelectors(catalog, short ? text : around, service.candidates, service.minutes);
    if (other_field !== undefined) service.candidates = service.candidates.map((c) => ({ ...c, confidence: 'weak' as const, score: Math.min(c.score, 0.3) }));
  }
  const once = mergeSameCode(merged);
  return { services: once, excluded, unknown_codes, ...(total !== undefined ? { total_minutes: total } : {}), ...(other_field === undefined ? {} : { other_field }) };
}

/** "TE x 15 min" in a chart is exercise, "20 min manual" is manual therapy: what is open elsewhere is plain beside its minutes. */
function sureOfAbbreviation(service: ReadService, abbreviated: number): void {
  const first = service.candidates[0];
  if (service.minutes === undefined || first?.confidence !== 'possible' || service.matched.length === 0) return;
  const said = service.matched[0]!.text;
  const plain = /^(?:TE|TA|TEX|GT)$/.test(said) || (said === 'MT' && abbreviated > 1) || /^manual$/i.test(said);
  if (plain) service.candidates = [{ ...first, confidence: 'strong', score: 0.9 }, ...service.candidates.slice(1)];
}

/** Treatment, and no evaluation, test or teaching of a caregiver. */
function isTreatment(catalog: Catalog, item: Item): boolean {
  const group = catalog.code.get(item.hits[0]?.code ?? '')?.group;
  return group === 'therapeutic_procedure' || group === 'supervised_modality' || group === 'attended_modality';
}

const codeOf = (item: Item): string => (item.noCode ? `none:${item.noCode.name}` : (item.hits[0]?.code ?? ''));
const lead = (service: ReadService): string => (service.noCode ? `none:${service.noCode.name}` : (service.candidates[0]?.code ?? ''));

/** Families whose words, though they leave a question, are services of their own and no detail of another. */
const ownGroups = new Set(['supervised_modality', 'attended_modality', 'evaluation', 'acupuncture', 'needling', 'injection', 'chiropractic_manipulation', 'osteopathic_manipulation', 'office_visit', 'wound_care', 'strapping', 'telephone_online', 'remote_monitoring']);

/** True when words without minutes are a service that was given, and not a detail, a plan or a tale. */
function stands(catalog: Catalog, item: Item, { sentence, of }: Part, about: { short: boolean; anchored: boolean; sure: boolean; timed: ReadonlySet<string | undefined> }): boolean {
  const row = catalog.code.get(item.hits[0]?.code ?? '');
  const strong = item.hits[0]?.confidence === 'strong' || item.noCode !== undefined;
  const ofItsOwn = row !== undefined && (!row.timed || ownGroups.has(row.group));
  if (about.timed.has(item.hits[0]?.code) && !item.noCode) return of.size > 0 || about.short;
  if (!about.short && sentence.elsewhere && of.size === 0 && !sentence.done) return false;
  if (!strong && !ofItsOwn && (about.anchored || about.sure)) return false;
  if (about.short) return strong || ofItsOwn || !about.sure;
  if (!about.anchored) return !(sentence.elsewhere && about.sure && !sentence.done) && (strong || !about.sure || ofItsOwn);
  if (sentence.elsewhere && !sentence.done) return false;
  return strong && item.plain && (ofItsOwn || item.noCode !== undefined || of.size > 0 ? sentence.done || of.size > 0 || ofItsOwn : sentence.done);
}

/** Times beside no service of their sentence: more of the one before, the session's whole time, or a service that is not known. */
function leftOver(catalog: Catalog, text: string, part: Part, services: ReadService[], short: boolean, total: number | undefined): number | undefined {
  const here = services.filter((s) => s.start >= part.sentence.start && s.start < part.sentence.end);
  for (const duration of part.left) {
    const before = here.filter((s) => s.start < duration.start).at(-1);
    const clause = clauseAround(text, part, duration);
    const other = unreadWords(catalog, clause);
    if (here.every((s) => s.start > duration.start) && /^\s*:/.test(text.slice(duration.end))) total = Math.max(total ?? 0, duration.minutes);
    else if (before?.minutes !== undefined && (other === undefined || /^\s*(?:more )?(?:of (?:it|the same|that)|more|again)\b/i.test(text.slice(duration.end)))) before.minutes += duration.minutes;
    else if (short && other !== undefined && services.length > 0) services.push({ text: other, start: duration.start, end: duration.end, minutes: duration.minutes, regions: [], candidates: [], matched: [] });
    else if (here.length === 0 && services.every((s) => s.minutes === undefined)) total = Math.max(total ?? 0, duration.minutes);
  }
  return total;
}

/** The words from the last comma or "and" before a time to the next one after it. */
function clauseAround(text: string, { sentence }: Part, duration: Duration): string {
  const before = text.slice(sentence.start, duration.start).split(/[,;+&]|\b(?:and|then|plus|with)\b/i).at(-1)!;
  const after = text.slice(duration.end, sentence.end).split(/[,;+&]|\b(?:and|then|plus)\b/i)[0]!;
  return `${before} ${after}`;
}

const plainWords = new Set('left right upper lower both bilateral bilaterally side sides again more another additional further same mid anterior posterior lateral medial muscle muscles region regions area areas spine soft tissue morning afternoon evening later each other it of them'.split(' '));

/** The words of a clause that name neither a region nor a time: a service that claimlint does not know. */
function unreadWords(catalog: Catalog, clause: string): string | undefined {
  const known = namesNoService(catalog);
  const words = wordsOf(clause).filter((w) => !/^\d/.test(w.text) && w.text.length > 1 && !known.has(w.text) && !plainWords.has(w.text));
  return words.length > 0 && words.length <= 6 ? clause.replace(/\s+/g, ' ').replace(/^[\s,;.]+|[\s,;.]+$/g, '') : undefined;
}

function sameService(service: ReadService, item: Item): boolean {
  if (lead(service) === codeOf(item)) return true;
  // A weaker word beside a clear one ("trigger points" beside "myofascial release") belongs to it.
  return item.hits[0]?.confidence === 'possible' && item.hits.some((h) => h.code === service.candidates[0]?.code) && !item.noCode;
}

function merge(service: ReadService, item: Item): void {
  service.end = Math.max(service.end, item.end);
  service.matched.push(...item.matched.filter((m) => !service.matched.some((o) => o.text === m.text)));
  for (const hit of item.hits) {
    const old = service.candidates.find((c) => c.code === hit.code);
    if (!old) service.candidates.push(hit);
    else if (hit.score > old.score) Object.assign(old, hit);
  }
  service.candidates.sort(byScore);
  // Named plainly beside the contested word, the service is no longer contested.
  if (service.contested && !item.contested && item.hits[0]?.confidence === 'strong' && item.matched[0]!.text.toLowerCase() !== 'massage') delete service.contested;
  else if (item.contested && !service.contested && service.candidates[0]?.confidence !== 'strong') service.contested = item.contested;
}

/** The same code twice in one session is one service; its minutes add up. */
function mergeSameCode(services: ReadService[]): ReadService[] {
  const out: ReadService[] = [];
  for (const service of services) {
    const old = lead(service) === '' ? undefined : out.find((o) => lead(o) === lead(service));
    if (!old) { out.push(service); continue; }
    if (service.minutes !== undefined) old.minutes = (old.minutes ?? 0) + service.minutes;
    old.matched.push(...service.matched.filter((m) => !old.matched.some((o) => o.text === m.text)));
    // The plainer naming of the two leads.
    if (service.candidates[0] && old.candidates[0] && service.candidates[0].score > old.candidates[0].score) [old.candidates, old.text, old.start, old.end] = [service.candidates, service.text, service.start, service.end];
    if (service.contested === undefined && service.candidates[0]?.confidence === 'strong') delete old.contested;
    if (service.end > old.end && out.at(-1) === old) old.end = service.end;
  }
  return out;
}

function readRegions(catalog: Catalog, service: ReadService, text: string, sentences: readonly Sentence[]): void {
  const own = sentences.filter((s) => s.start <= service.end && s.end > service.start);
  for (const region of regionsIn(catalog, text.slice(own[0]?.start ?? service.start, own.at(-1)?.end ?? service.end))) if (!service.regions.includes(region)) service.regions.push(region);
}

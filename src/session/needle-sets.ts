/** The sets of needles of an acupuncture session: the first, and each that was inserted again, with its own minutes and current. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Duration } from './minutes.ts';
import { currentIn, type Current } from './needle-current.ts';
import type { Part, ReadService } from './read-services.ts';
import type { Standing } from './standing.ts';

export interface NeedleSet { start: number; end: number; minutes: number; current: boolean }
export interface SetsAbout { folded: string; parts: readonly Part[]; durations: readonly Duration[]; services: readonly ReadService[]; provider?: string | undefined; standing(start: number, end: number): Standing }

const needles = /needl|\bpins?\b|neddle|acup|\bacu\b|insert|\bl\.?ac\b|\b(?:li|lv|lr|st|sp|bl|ub|gb|ki)\s?\d/;
const needled = /\bacu(?:p\w*)?\b|\baccup\w*|\bl\.?ac\b|electro-?\s?acu|elecro/;
const point = /\b(?:li|lv|lr|st|sp|bl|ub|gb|ki|kd|ht|si|sj|te|th|pc|lu|du|gv|ren|cv|huatuo|yintang|xiyan|taiyang)\s?\d{1,2}\b|\b(?:huatuo|yintang|xiyan|taiyang|ashi)\b/g;
const ordinals: Readonly<Record<string, number>> = { 1: 1, one: 1, a: 1, i: 1, '1st': 1, first: 1, 2: 2, two: 2, b: 2, ii: 2, '2nd': 2, second: 2, 3: 3, three: 3, c: 3, iii: 3, '3rd': 3, third: 3 };
const heads = /\b(?:set|round|series)\s*(?:#|no\.?\s*)?(1|2|3|one|two|three|a|b|c|i{1,3})\b(?!\s+of\b|\s+needle)|\b(1st|2nd|3rd|first|second|third)\s+(?:(?!set|round)\w+\s+)?(?:set|round|series|insertion|needling)\b|\b(?:another|fresh|new|additional|different|more)\s+(?:(?:set|round|row|batch|bunch|needles?|neddles?|pins?)\b|ones\b(?! that)|points\b(?= (?:needl|insert)))|\bre-?\s?(?:insert\w*|insret\w*|needl\w*)|\b(?:needled|inserted) again\b|\bnewly inserted\b|\b(?:turned|flipped|rolled)\s+(?:\w+\s+){0,2}(?:prone|supine|over|face (?:down|up))\b(?=[^.;]{0,40}\b(?:needl|insert|put in|placed))/g;
const noSet = /(?:\b(?:no|not|nothing|without|never|nor|only|single|instead of)\b|n't\b)[^.;,]{0,22}$/;
const dwelling = /\b(?:rest(?:ed|ing)?|retain\w*|retention|dwell\w*|in place|in situ|dozed?|dozing|napp?ed|alone|dark|left (?:in|her|him|me|them|the)|cooked|while (?:i|she|he) (?:chart|saw|treat|wrote))\b/;
const counted = /\b(2|3|4|two|three|four)\s+(?:\w+\s+)?(?:sets|rounds|insertions)\b/;
const countWords: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4 };
const currents = new Set(['97014', 'G0283', '97032']);

/** Told as dry needling. */
const isDry = (service: ReadService): boolean => service.matched.some((m) => /\b(?:dry|dn|tdn|ims)\b/i.test(m.text));

/** True where the session is one of acupuncture and no dry needling. */
function isAcupuncture(catalog: Catalog, folded: string, services: readonly ReadService[]): boolean {
  if (services.some(isDry)) return false;
  return services.some((s) => catalog.code.get(s.candidates[0]?.code ?? '')?.group === 'acupuncture') || needled.test(folded) || (folded.match(point)?.length ?? 0) > 1;
}

/** The sets, each with the minutes of contact; undefined where the text does not tell two or more of them with their times. */
export function needleSetsOf(catalog: Catalog, about: SetsAbout): NeedleSet[] | undefined {
  const { folded, standing } = about;
  if (!needles.test(folded)) return undefined;
  const starts = [...folded.matchAll(heads)].filter((m) => standing(m.index, m.index + m[0].length) === 'done' && !noSet.test(folded.slice(Math.max(0, m.index - 30), m.index)));
  const count = counted.exec(folded);
  if ((starts.length === 0 && !count) || !isAcupuncture(catalog, folded, about.services)) return undefined;
  const contact = about.durations.filter((d) => isTimeOfNeedles(catalog, about, d));
  const each = count && contact.find((d) => d.each && d.minutes < 31);
  const sets = each ? Array.from({ length: countWords[count[1]!] ?? Number(count[1]) }, () => ({ start: 0, end: folded.length, minutes: each.minutes })) : inOrder(folded, starts, contact);
  if (sets.length < 2 || sets.some((s) => s.minutes === 0)) return undefined;
  const told = sets.map((s): Current => currentIn(folded.slice(s.start, s.end), (a, b) => standing(s.start + a, s.start + b) === 'done'));
  const none = told.some((t) => t.all);
  return sets.map((s, i) => ({ ...s, current: told[i]!.runs ?? (none ? false : told[0]!.runs ?? false) }));
}

/** Sets and times one after the other: a time is that of the set it stands in. */
function inOrder(folded: string, starts: readonly RegExpMatchArray[], contact: readonly Duration[]): Omit<NeedleSet, 'current'>[] {
  const sets = [{ start: 0, end: folded.length, minutes: 0 }];
  const until = (from: number, to: number): void => { for (const d of contact) if (d.start >= from && d.start < to) sets.at(-1)!.minutes += d.minutes; };
  let at = 0;
  for (const m of starts) {
    const begins = clauseStart(folded, m.index!);
    if (begins < at) continue;
    until(at, begins);
    at = begins;
    const ordinal = ordinals[m[1] ?? m[2] ?? ''];
    if (ordinal === undefined ? sets.at(-1)!.minutes === 0 : ordinal !== sets.length + 1) continue;
    sets.at(-1)!.end = begins;
    sets.push({ start: begins, end: folded.length, minutes: 0 });
  }
  until(at, folded.length);
  return sets;
}

/** Where the clause begins that a new set is told in. */
function clauseStart(folded: string, at: number): number {
  const before = folded.slice(Math.max(0, at - 60), at);
  const cut = /(?:[.;,\n|/+]|\b(?:then|and)\b)[^.;,\n|/+]*$/.exec(before.replace(/\bthen(?=.*\bthen\b)/g, '    '));
  return cut ? at - before.length + cut.index + 1 : Math.max(0, at - before.length);
}

/** A time spent on needles, and not on another service nor on lying with them in. */
function isTimeOfNeedles(catalog: Catalog, { folded, parts }: SetsAbout, d: Duration): boolean {
  if (d.aside || d.total || d.within) return false;
  const clause = `${/[^.;\n]*$/.exec(folded.slice(Math.max(0, d.start - 70), d.start))![0].split(/,|\bthen\b/).at(-1)!} ${/^[^.;,\n]*/.exec(folded.slice(d.end, d.end + 50))![0]}`;
  if (dwelling.test(clause)) return false;
  const part = parts.find((p) => p.segment.duration?.start === d.start);
  const lead = part?.judged[0];
  if (!part || !lead) return true;
  if (lead.item.noCode) return false;
  const code = lead.item.hits[0]?.code ?? '';
  const group = catalog.code.get(code)?.group;
  if (group === 'acupuncture' || group === 'needling' || lead.item.hits[0]?.confidence === 'weak') return true;
  if (/needl|\bpins?\b|insert|\bset\b|\bpoints?\b|\bacu/.test(folded.slice(part.segment.start, part.segment.end))) return true;
  return currents.has(code) ? lead.item.hits[0]?.confidence !== 'strong' : lead.words !== undefined && lead.words < 8;
}

/** The services with each kind of set as one of its own: the first, further ones without current, further ones with. */
export function withNeedleSets(catalog: Catalog, text: string, about: SetsAbout): ReadService[] {
  const services = withoutCurrentOfDry(catalog, about).map((s) => ofAcupuncturist(catalog, about, s));
  const sets = needleSetsOf(catalog, about);
  if (!sets) return asOneSet(catalog, about, services);
  const spent = about.parts.filter((p) => p.segment.duration && isTimeOfNeedles(catalog, about, p.segment.duration)).map((p) => p.segment);
  const groupOf = (s: ReadService): string | undefined => catalog.code.get(s.candidates[0]?.code ?? '')?.group;
  const isOwn = (s: ReadService): boolean => groupOf(s) === 'acupuncture' || groupOf(s) === 'needling' || (currents.has(s.candidates[0]?.code ?? '') && (s.candidates[0]!.confidence !== 'strong' || s.candidates[0]!.by_words === true || /needl|acup|insert/i.test(s.text)))
    || (!s.noCode && s.minutes !== undefined && s.places.every((p) => spent.some((t) => p.start >= t.start && p.end <= t.end)));
  const old = services.filter(isOwn);
  const first = sets[0]!;
  const made = [serviceOf(text, [first], first.current ? '97813' : '97810', old)];
  for (const [current, code] of [[false, '97811'], [true, '97814']] as const) {
    const further = sets.slice(1).filter((s) => s.current === current);
    if (further.length > 0) made.push(serviceOf(text, further, code, []));
  }
  return [...services.filter((s) => !old.includes(s)), ...made].sort((a, b) => a.start - b.start);
}

const oneSet = /\b(?:one|single|1) (?:insertion|set)\b(?: of needles)?(?: only)?|\bonly (?:one|1|a single) (?:insertion|set)\b|\b(?:no|not|never|without) (?:\w+ )?(?:re-?\s?insert\w*|second (?:set|insertion))/;
const withPatient = /\b(?:face[- ]to[- ]face|f2f|ftf|with (?:the )?(?:pt|patient|client|me|him|her)\b|personal(?:ly)?\b|one[- ]on[- ]one|1:1|contact|at (?:the )?bedside|in the room with)/;

/** The current through dry needles is told with them: it makes them no acupuncture. */
function withoutCurrentOfDry(catalog: Catalog, { folded, services }: SetsAbout): readonly ReadService[] {
  if (!services.some(isDry) || needled.test(folded)) return services;
  return services.filter((s) => isDry(s) || catalog.code.get(s.candidates[0]?.code ?? '')?.group !== 'acupuncture');
}

/** Needles of an acupuncturist are acupuncture, where nothing is said of dry needling or muscles. */
function ofAcupuncturist(catalog: Catalog, { folded, provider, standing }: SetsAbout, service: ReadService): ReadService {
  const lead = service.candidates[0];
  if (!lead || catalog.code.get(lead.code)?.group !== 'needling' || !(provider === 'acupuncturist' || /\bl\.?ac\b|\bacupunctur/.test(folded)) || /\b(?:dry|dn|tdn|ims|muscles?|twitch)\b/.test(folded)) return service;
  const code = currentIn(folded, (a, b) => standing(a, b) === 'done').runs ? '97813' : '97810';
  return { ...service, candidates: [{ ...lead, code, confidence: 'strong', score: 0.85, because: 'needles of an acupuncturist' }, ...service.candidates.filter((c) => c.code !== code && catalog.code.get(c.code)?.group !== 'needling')] };
}

/** Where only one set is told: no further units are, whatever a form says; the time with the patient is that of the needles. */
function asOneSet(catalog: Catalog, about: SetsAbout, services: ReadService[]): ReadService[] {
  const isNeedles = (s: ReadService): boolean => catalog.code.get(s.candidates[0]?.code ?? '')?.group === 'acupuncture';
  const session = services.find((s) => s.candidates[0]?.code === '97810' || s.candidates[0]?.code === '97813');
  if (!session) return services;
  const kept = oneSet.test(about.folded) ? services.filter((s) => s === session || !isNeedles(s)) : services;
  if (session.minutes !== undefined) return kept;
  const times = about.durations.filter((d) => !d.aside && !d.total && !d.within && withPatient.test(about.folded.slice(Math.max(0, d.start - 40), d.end + 40)));
  const taken = kept.find((s) => s.minutes === times[0]?.minutes && s.minutes !== undefined && !catalog.code.get(s.candidates[0]?.code ?? '')?.timed);
  if (times.length !== 1 || (!taken && kept.some((s) => s.minutes === times[0]!.minutes))) return kept;
  session.minutes = times[0]!.minutes;
  if (taken) delete taken.minutes;
  return kept;
}

function serviceOf(text: string, sets: readonly NeedleSet[], code: string, old: readonly ReadService[]): ReadService {
  const at = old[0] ?? { start: sets[0]!.start, end: Math.min(sets[0]!.end, sets[0]!.start + 80) };
  const said = text.slice(at.start, at.end).trim();
  const because = `${sets.length === 1 ? 'a set' : `${sets.length} sets`} of needles ${sets[0]!.current ? 'with' : 'without'} current`;
  return {
    text: said, start: at.start, end: at.end, places: sets.map(({ start, end }) => ({ start, end })), minutes: sets.reduce((n, s) => n + s.minutes, 0), regions: [], set: true,
    candidates: [{ code, confidence: 'strong', score: 0.9, kind: 'synonym', because, sources: ['ncci-manual-ch11'] }], matched: [...old.flatMap((o) => o.matched), { text: said, meaning: because }],
  };
}

const reinserted = /\bre-?\s?insert|\bneedles? (?:were |was )?(?:inserted again|put in again|changed|replaced)|\b(?:second|2nd|new|fresh|another) (?:set|round|row|batch)\b|\b(?:set|round) (?:two|2)\b|\b(?:new|fresh|second set of) needles|\badditional (?:set|needles)/;
const notReinserted = /\b(?:no|not|nothing|without)\s+(?:\w+\s+)?(?:re-?\s?insert|second)|\b(?:single|one) set\b|\bonly set\b/;

/** True where a folded text says that needles were inserted again. */
export const isReinserted = (folded: string): boolean => reinserted.test(folded) && !notReinserted.test(folded);

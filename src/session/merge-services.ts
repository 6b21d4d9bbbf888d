/** The parts of a session put together into services: one for each code, with its minutes; details and tales left out. */
import type { Catalog } from '../catalog/catalog.ts';
import { familyOf } from '../search/selector-families.ts';
import { byScore } from '../search/search-codes.ts';
import { rankByWords } from '../search/word-evidence.ts';
import { codeOf, isPlain, type Judged } from './judge-segment.ts';
import { besideTime, unreadWords, withLooseTimes } from './loose-times.ts';
import type { Duration } from './minutes.ts';
import type { Participants } from './participants.ts';
import type { Item } from './read-items.ts';
import type { Part, ReadService } from './read-services.ts';
import { withSetting } from './settings.ts';

export interface MergeAbout { durations: readonly Duration[]; short: boolean; participants: Participants; denied: ReadonlySet<string>; /** Codes named only as not done here and now. */ apart: ReadonlySet<string> }

const leadOf = (service: ReadService): string => (service.noCode ? `none:${service.noCode.name}` : (service.candidates[0]?.code ?? ''));

/** Services that came to one code by what chooses within its family are one. */
export function mergeSame(services: readonly ReadService[]): ReadService[] {
  const out: ReadService[] = [];
  for (const service of services) {
    const family = familyOf(leadOf(service));
    const old = leadOf(service) === '' ? undefined : out.find((o) => leadOf(o) === leadOf(service) || (family?.includes(leadOf(o)) && (isOpen(o) || isOpen(service))));
    if (!old) { out.push(service); continue; }
    if (service.minutes !== undefined) old.minutes = (old.minutes ?? 0) + service.minutes;
    old.places.push(...service.places);
    if (service.setting) old.setting ??= service.setting;
    old.matched.push(...service.matched.filter((m) => !old.matched.some((o) => o.text === m.text)));
    if ((service.candidates[0]?.score ?? 0) > (old.candidates[0]?.score ?? 0)) old.candidates = service.candidates;
    if (service.contested === undefined && service.candidates[0]?.confidence === 'strong') delete old.contested;
  }
  return out;
}

/** Told without what chooses within its family. */
const isOpen = (service: ReadService): boolean => service.candidates[0]?.confidence !== 'strong' && service.told_units === undefined;

/** A time beside words that claimlint does not read. */
export interface Unread { text: string; minutes: number }
interface Open { duration: Duration; words: string }

/** A service as an item tells of it. */
function serviceOf(item: Item, others: readonly Item[]): ReadService {
  const service: ReadService = { text: item.text, start: item.start, end: item.end, places: [{ start: item.start, end: item.end }], regions: [], candidates: item.hits.map((h) => ({ ...h })), matched: [...item.matched], ...(item.contested ? { contested: item.contested } : {}), ...(item.noCode ? { noCode: item.noCode } : {}) };
  for (const other of others) addItem(service, other);
  return service;
}

/** More words for the same service. */
function addItem(service: ReadService, item: Item): void {
  service.places.push({ start: item.start, end: item.end });
  service.matched.push(...item.matched.filter((m) => !service.matched.some((o) => o.text === m.text)));
  for (const hit of item.hits) {
    const old = service.candidates.find((c) => c.code === hit.code);
    if (!old) service.candidates.push({ ...hit });
    else if (hit.score > old.score) Object.assign(old, hit);
  }
  service.candidates.sort(byScore);
  // Named plainly beside the contested word, the service is no longer contested.
  if (service.contested && !item.contested && item.hits[0]?.confidence === 'strong' && item.matched[0]!.text.toLowerCase() !== 'massage') delete service.contested;
  else if (item.contested && !service.contested && service.candidates[0]?.confidence !== 'strong') service.contested = item.contested;
}

/** Families whose words, though they leave a question, are services of their own and no detail of another. */
const ownGroups = new Set(['supervised_modality', 'attended_modality', 'evaluation', 'acupuncture', 'needling', 'injection', 'chiropractic_manipulation', 'osteopathic_manipulation', 'office_visit', 'wound_care', 'strapping', 'telephone_online', 'remote_monitoring']);

/** Of these an open name ("PT evaluation", "e-stim") is a service all the same. */
const families = new Set(['supervised_modality', 'evaluation', 'needling', 'injection', 'chiropractic_manipulation', 'osteopathic_manipulation', 'acupuncture']);

/** The services in the order of the text. */
export function mergeServices(catalog: Catalog, text: string, given: readonly Part[], about: MergeAbout): { services: ReadService[]; unread: Unread[] } {
  const parts = withSetting(catalog, text, withLooseTimes(catalog, text, given), about.participants);
  const isTimedPart = (p: Part): boolean => p.segment.duration !== undefined && p.judged.length > 0;
  const standing = { anchored: parts.some(isTimedPart), sure: parts.some((p) => p.strength === 'strong' && p.judged.some((j) => j.words === undefined || j.words >= plainInWords) && (about.short || p.sentence.done || !p.sentence.elsewhere)), timed: new Set(parts.filter(isTimedPart).map((p) => codeOf(p.judged[0]!.item))) };
  const services: ReadService[] = [];
  const open: Open[] = [];
  for (const part of parts) {
    const here = parts.filter((p) => p.sentence === part.sentence);
    const each = about.durations.find((d) => d.each && d.start >= part.sentence.start && d.start < part.sentence.end);
    if (part.segment.duration && part.judged.length === 0) { leftOver(catalog, text, part, services, open, about.short); continue; }
    for (const judged of part.judged) {
      const minutes = judged.timed && !judged.shared ? part.segment.duration?.minutes : each && here.some(isTimedPart) ? each.minutes : undefined;
      if (minutes === undefined && !judged.shared && toldUnits(text, judged.item) === undefined && !stands(catalog, judged, part, here, { ...standing, short: about.short, denied: about.denied, apart: about.apart })) continue;
      addService(services, judged, minutes, part, text);
    }
  }
  const unread = open.filter(({ duration, words }) => {
    const without = services.filter((s) => s.minutes === undefined && s.shared === undefined && catalog.code.get(s.candidates[0]?.code ?? '')?.timed);
    if (without.length === 1) without[0]!.minutes = duration.minutes;
    return without.length !== 1 && words !== '';
  }).map(({ duration, words }) => ({ text: words, minutes: duration.minutes }));
  return { services: withoutEchoes(catalog, services), unread };
}

/** What an acupuncture session tells of again: its needles are no dry needling, a second set is its own, the current through them no modality. */
function withoutEchoes(catalog: Catalog, services: ReadService[]): ReadService[] {
  const groupOf = (s: ReadService): string | undefined => catalog.code.get(leadOf(s))?.group;
  for (const service of services) if ((leadOf(service) === '97598' || leadOf(service) === '90913') && !services.some((s) => leadOf(s) === firsts[leadOf(service)])) asFirst(service);
  const sessions = services.filter((s) => groupOf(s) === 'acupuncture');
  const acupuncture = sessions.find((s) => !s.candidates[0]!.by_words && s.candidates[0]!.confidence === 'strong') ?? sessions[0];
  if (!acupuncture) return withoutWoundEchoes(withoutTechniques(catalog, services));
  asFirst(acupuncture);
  const isEcho = (s: ReadService): boolean => {
    const lead = s.candidates[0];
    if (s === acupuncture || !lead) return false;
    if (groupOf(s) === 'acupuncture') return lead.by_words === true;
    if (groupOf(s) === 'needling') return !s.matched.some((m) => /\b(?:dry|dn|tdn|ims|intramuscular|trigger|muscles?)\b/i.test(m.text));
    return leadOf(acupuncture) === '97813' && (lead.confidence !== 'strong' || lead.by_words === true) && currents.has(lead.code);
  };
  for (const echo of services.filter(isEcho)) {
    if (echo.minutes !== undefined) acupuncture.minutes = (acupuncture.minutes ?? 0) + echo.minutes;
    acupuncture.places.push(...echo.places);
  }
  return services.filter((s) => !isEcho(s));
}

/** Codes of what goes on beyond a first unit -> that of the first. */
const firsts: Readonly<Record<string, string>> = { 97811: '97810', 97814: '97813', 97598: '97597', 90913: '90912' };

/** The first of a session is the first, however its words sound. */
function asFirst(session: ReadService): void {
  const lead = session.candidates[0]!;
  const first = firsts[lead.code];
  if (first && lead.by_words) session.candidates = [{ ...lead, code: first }, ...session.candidates.slice(1).filter((c) => c.code !== first)];
}

/** "Osteopathic treatment using muscle energy and counterstrain": its techniques are no manual therapy beside it. */
function withoutTechniques(catalog: Catalog, services: readonly ReadService[]): ReadService[] {
  const whole = services.find((s) => catalog.code.get(leadOf(s))?.group === 'osteopathic_manipulation');
  return services.filter((s) => !whole || leadOf(s) !== '97140' || s.minutes !== undefined || s.start < whole.start || s.start - whole.end > 120);
}

/** Current given to heal a wound is one service, whatever it is called. */
function withoutWoundEchoes(services: ReadService[]): ReadService[] {
  const wound = services.find((s) => leadOf(s) === 'G0281' && s.candidates[0]!.confidence === 'strong');
  const echo = wound && services.find((s) => currents.has(leadOf(s)) && Math.abs(s.start - wound.end) < 400);
  if (!wound || !echo) return services;
  if (wound.minutes === undefined && echo.minutes !== undefined) wound.minutes = echo.minutes;
  wound.places.push(...echo.places);
  return services.filter((s) => s !== echo);
}

const currents = new Set(['97014', 'G0283', '97032']);

function addService(services: ReadService[], judged: Judged, minutes: number | undefined, part: Part, text: string): void {
  const made = serviceOf(judged.item, judged.others);
  const told = minutes === undefined ? toldUnits(text, judged.item) : undefined;
  if (/\b(?:rest|remainder|remaining|balance)\b[^,;]{0,30}$/i.test(text.slice(part.sentence.start, judged.item.start))) made.rest = true;
  const old = services.find((s) => leadOf(s) !== '' && (leadOf(s) === leadOf(made) || belongs(s, judged.item, part)));
  if (!old) {
    services.push({ ...made, ...(minutes === undefined ? {} : { minutes }), ...(judged.shared ? { shared: part.segment.duration!.minutes } : {}), ...(told === undefined ? {} : { told_units: told }) });
    return;
  }
  if (minutes !== undefined) old.minutes = (old.minutes ?? 0) + minutes;
  if (told !== undefined && old.minutes === undefined) old.told_units = (old.told_units ?? 0) + told;
  if (made.rest) old.rest = true;
  for (const item of [judged.item, ...judged.others]) addItem(old, item);
  if (judged.item.start >= old.end && judged.item.start - old.end < 60) old.end = judged.item.end;
}

/** A weaker word beside a clear one ("trigger points" beside "myofascial release") belongs to it. */
function belongs(service: ReadService, item: Item, part: Part): boolean {
  return service.start >= part.sentence.start && !isPlain(item) && !item.noCode && item.hits[0]?.confidence !== 'strong' && part.segment.duration === undefined && item.hits.some((h) => h.code === service.candidates[0]?.code);
}

/** True when words without minutes are a service that was given, and not a detail, a plan or a tale. */
function stands(catalog: Catalog, { item, words }: Judged, { sentence }: Part, here: readonly Part[], about: { short: boolean; anchored: boolean; sure: boolean; timed: ReadonlySet<string>; denied: ReadonlySet<string>; apart: ReadonlySet<string> }): boolean {
  // Named without a time and denied elsewhere ("came for her massage ..., no massage given").
  if (about.denied.has(codeOf(item)) && !about.timed.has(codeOf(item)) && !(words === undefined && isPlain(item) && (sentence.done || item.settled) && !sentence.elsewhere)) return false;
  // "Referred for Epley. Dix-Hallpike negative": words alone, of what is named as planned or asked for.
  if (words !== undefined && about.apart.has(codeOf(item)) && !about.timed.has(codeOf(item))) return false;
  const row = catalog.code.get(item.hits[0]?.code ?? '');
  const strong = isPlain(item);
  const timedHere = here.some((p) => p.segment.duration !== undefined && p.judged.length > 0);
  const ofItsOwn = row !== undefined && (!row.timed || ownGroups.has(row.group));
  if (about.timed.has(codeOf(item)) && !item.noCode) return timedHere || about.short;
  if (item.noCode) return about.short || !sentence.elsewhere || sentence.done;
  // Everyday words alone are a service beside others only where they are plain, and of a service that has no minutes.
  const told = item.hits[0]?.confidence === 'strong' || (item.hits[0]?.confidence === 'possible' && row?.group === 'evaluation');
  if (words !== undefined && told && words >= plainApart && apart.has(row?.group ?? '') && !sentence.elsewhere) return true;
  if (words !== undefined && (about.anchored || about.sure)) return words >= plainInWords && told && (ofItsOwn || !about.anchored) && (words >= 18 || !here.some((p) => p.strength === 'strong' && p.judged.length > 0 && p.judged.every((j) => j.item !== item && j.words === undefined)));
  if (!strong) {
    // "Balance exercises and gait, I forgot the minutes": without any time a name and a detail are two services.
    if (about.short && !about.anchored && item.hits[0]?.confidence === 'strong' && words === undefined) return true;
    if (about.anchored || about.sure) return ofItsOwn && (about.short || !sentence.elsewhere || sentence.done) && (item.hits[0]?.confidence === 'strong' || (row?.timed === false && families.has(row.group)));
    return about.short || !sentence.elsewhere || sentence.done;
  }
  if (item.contested && about.anchored) return false;
  if (about.short) return true;
  if (!about.anchored || ofItsOwn) return true;
  return sentence.done && !sentence.elsewhere;
}

/** What words alone have to say to stand beside services that are named. */
const plainInWords = 14;

/** Bandages, wounds and injections are no detail of anything else: less has to be said of them. */
const apart = new Set(['strapping', 'wound_care', 'injection']);
const plainApart = 12;

/** Words of a chart or of everyday talk that tell of no service: "history taking and notes". */
function namesNothing(catalog: Catalog, clause: string): boolean {
  return rankByWords(catalog, clause)[0]?.code === 'NONE';
}

/** A time beside no service: more of the one before, the whole of a service told in another sentence, or a service that is not known. */
function leftOver(catalog: Catalog, text: string, part: Part, services: ReadService[], open: Open[], short: boolean): void {
  const { segment, sentence } = part;
  const duration = segment.duration!;
  const here = services.filter((s) => s.start >= sentence.start);
  const unread = unreadWords(catalog, besideTime(text, part));
  const before = here.at(-1);
  if (unread === undefined) {
    const last = before ?? services.at(-1);
    if (last && (last.minutes === undefined || before)) last.minutes = (last.minutes ?? 0) + duration.minutes;
    else open.push({ duration, words: '' });
  } else if (againSet.test(text.slice(segment.start, segment.end)) && services.some((s) => catalog.code.get(leadOf(s))?.group === 'acupuncture')) {
    const session = services.find((s) => catalog.code.get(leadOf(s))?.group === 'acupuncture')!;
    session.minutes = (session.minutes ?? 0) + duration.minutes;
  } else if (namesNothing(catalog, text.slice(segment.start, segment.end))) open.push({ duration, words: '' });
  else if (short && services.length > 0) services.push({ text: unread, start: segment.start, end: segment.end, places: [{ start: segment.start, end: segment.end }], minutes: duration.minutes, regions: [], candidates: [], matched: [] });
  else open.push({ duration, words: text.slice(segment.start, segment.end).trim() });
}

/** A further set of needles, told without them. */
const againSet = /\b(?:second|2nd|third|another|fresh|new)\s+(?:\w+\s+)?(?:set|round)\b|\bre-?insert/i;

/** "97110 x2", "te 2u", "manual 1 unit", "two units of 97110 and one 97140": units as the text tells them. */
function toldUnits(text: string, item: Item): number | undefined {
  const after = text.slice(item.end, item.end + 24);
  const m = /^\s*[:(,-]?\s*(?:x\s*)?(\d)\s*(?:u\b|un\b|units?\b)/i.exec(after) ?? (item.number ? /^\s*(?:[A-Z0-9]{2}\s*)?x\s*(\d)\b(?!\s*(?:min|\d{1,3}\b))/i.exec(after) : null);
  if (m) return Number(m[1]);
  const before = text.slice(Math.max(0, item.start - 24), item.start);
  // Units before the name are somebody's claim, where the text tells the minutes too.
  const led = unitsBefore.exec(before) ?? (item.number && /\bunits?\b/i.test(text) ? numberBefore.exec(before) : null);
  return led && !/\d\s*['′]|\bmin|\bhour|\d:\d\d/i.test(text) ? (unitWords[led[1]!.toLowerCase()] ?? Number(led[1])) : undefined;
}

const unitWords: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const unitsBefore = /(?<![\w.:/])(\d|a|one|two|three|four|five|six) units? (?:of |for )(?:the )?$/i;
const numberBefore = /\b(?:and|plus|,|with)\s*(\d|one|two|three|four|five|six) (?:of )?$/i;

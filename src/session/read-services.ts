/** A session's text split into the services that it names, each with its minutes, regions and candidate codes. */
import type { Catalog } from '../catalog/catalog.ts';
import { findPhrases, type PhraseMatch } from '../search/find-phrases.ts';
import type { Contested, NoCode } from '../search/lexicon.ts';
import { foldText, wordsOf } from '../search/normalise.ts';
import { byScore, hitsOfPhrase, type CodeHit } from '../search/search-codes.ts';
import { readMinutes, type Duration } from './minutes.ts';
import { isNegated } from './negation.ts';
import { applySelectors } from './selectors.ts';
import { namesNoService, regionsIn } from './text-words.ts';

export interface ReadService {
  text: string; start: number; end: number; minutes?: number; regions: string[];
  candidates: CodeHit[]; matched: { text: string; meaning: string }[];
  contested?: Contested; noCode?: NoCode;
}
export interface ReadSession { services: ReadService[]; excluded: { text: string; code?: string }[]; total_minutes?: number; unknown_codes: string[] }

interface Item { start: number; end: number; text: string; hits: CodeHit[]; matched: { text: string; meaning: string }[]; contested?: Contested; noCode?: NoCode }

/** The services alone, for rules that compare words with a code. */
export function readServices(catalog: Catalog, text: string): ReadService[] {
  return readSession(catalog, text).services;
}

/** Read a session. Techniques of one code side by side are one service; so is one service on several regions. */
export function readSession(catalog: Catalog, text: string): ReadSession {
  const durations = readMinutes(text);
  const { items, excluded, unknown_codes } = readItems(catalog, text);
  const cuts = cutPoints(text, durations);
  const services: ReadService[] = [];
  const segments: { start: number; end: number }[] = cuts.slice(0, -1).map((start, i) => ({ start, end: cuts[i + 1]! }));
  let total: number | undefined;
  let pending: number | undefined;
  for (const segment of segments) {
    const inside = items.filter((i) => i.start >= segment.start && i.start < segment.end);
    const times = durations.filter((d) => d.start >= segment.start && d.start < segment.end);
    const sessionTime = times.filter((d) => d.total).reduce((n, d) => n + d.minutes, 0);
    const own = times.filter((d) => !d.total);
    if (sessionTime > 0) total = (total ?? 0) + sessionTime;
    let minutes = own.length > 0 ? own.reduce((n, d) => n + d.minutes, 0) : pending;
    pending = undefined;
    if (inside.length === 0) {
      if (minutes === undefined) { extendRegions(catalog, services.at(-1), text, segment); continue; }
      const last = services.at(-1);
      const other = unreadWords(catalog, text, segment, times);
      if (other !== undefined && last) { services.push({ text: other, start: segment.start, end: segment.end, minutes, regions: [], candidates: [], matched: [] }); continue; }
      // "massage to neck 30 min and low back 15 min": the same service on another region.
      if (last && last.candidates.length > 0) { last.minutes = (last.minutes ?? 0) + minutes; last.end = segment.end; extendRegions(catalog, last, text, segment); }
      else pending = minutes;
      continue;
    }
    const first = services.length;
    for (const item of inside) {
      const last = services.at(-1);
      const same = last && sameService(last, item);
      if (same && !(minutes !== undefined && last.minutes !== undefined && services.length > first)) {
        merge(last, item);
        if (minutes !== undefined) { last.minutes = (last.minutes ?? 0) + minutes; minutes = undefined; }
      } else {
        services.push(newService(item, minutes));
        minutes = own.length === 1 && own[0]!.each ? minutes : undefined;
      }
      extendRegions(catalog, services.at(-1), text, segment);
    }
    if (own.some((d) => d.each)) for (const service of services) service.minutes ??= own.find((d) => d.each)!.minutes;
  }
  const merged = mergeSameCode(services);
  for (const service of merged) {
    if (service.candidates.length > 0 || service.noCode) service.text = text.slice(service.start, service.end).trim();
    service.candidates = applySelectors(catalog, text, service);
  }
  return { services: merged, excluded, unknown_codes, ...(total !== undefined ? { total_minutes: total } : pending !== undefined ? { total_minutes: pending } : {}) };
}

const plainWords = new Set('left right upper lower both bilateral bilaterally side sides again more another additional further same mid anterior posterior lateral medial muscle muscles region regions area areas spine soft tissue'.split(' '));

/** The words of a timed segment that name neither a region nor a time: a service that claimlint does not know. */
function unreadWords(catalog: Catalog, text: string, segment: { start: number; end: number }, times: readonly Duration[]): string | undefined {
  let bare = text.slice(segment.start, segment.end);
  for (const { start, end } of times) bare = bare.slice(0, start - segment.start) + ' '.repeat(Math.min(end, segment.end) - start) + bare.slice(end - segment.start);
  const known = namesNoService(catalog);
  const words = wordsOf(bare).filter((w) => !/^\d/.test(w.text) && w.text.length > 1 && !known.has(w.text) && !plainWords.has(w.text));
  return words.length > 0 && words.length <= 6 ? bare.replace(/\s+/g, ' ').replace(/^[\s,;.]+|[\s,;.]+$/g, '') : undefined;
}

function readItems(catalog: Catalog, text: string): { items: Item[]; excluded: ReadSession['excluded']; unknown_codes: string[] } {
  const items: Item[] = [];
  const excluded: ReadSession['excluded'] = [];
  const unknown_codes: string[] = [];
  for (const m of text.normalize('NFKC').length === text.length ? text.matchAll(/\b(\d{5}|\d{4}[A-Z]|[A-V]\d{4})\b/g) : []) {
    const code = m[0].toUpperCase();
    const [start, end] = [m.index, m.index + m[0].length];
    if (!catalog.code.has(code)) { if (/^(9|G|S|0\d{3}T)/.test(code)) unknown_codes.push(code); continue; }
    if (isNegated(text, start, end, catalog.vocabulary.negation_cues)) { excluded.push({ text: m[0], code }); continue; }
    items.push({ start, end, text: m[0], hits: [{ code, confidence: 'strong', score: 1, kind: 'name', because: `the code ${code} is named`, sources: catalog.code.get(code)!.sources }], matched: [{ text: m[0], meaning: `the code itself: ${catalog.code.get(code)!.name}` }] });
  }
  for (const match of findPhrases(catalog, text)) {
    if (items.some((i) => match.start < i.end && match.end > i.start)) continue;
    const hits = hitsOfPhrase(match);
    if (isNegated(text, match.start, match.end, catalog.vocabulary.negation_cues)) {
      const code = hits[0]?.code;
      if (!excluded.some((e) => e.code !== undefined && e.code === code)) excluded.push({ text: match.text, ...(code ? { code } : {}) });
      continue;
    }
    items.push({ start: match.start, end: match.end, text: match.text, hits, matched: [{ text: match.text, meaning: meaningOf(match) }], ...(match.phrase.contested ? { contested: match.phrase.contested } : {}), ...(match.phrase.noCode ? { noCode: match.phrase.noCode } : {}) });
  }
  return { items: items.sort((a, b) => a.start - b.start), excluded, unknown_codes: [...new Set(unknown_codes)].sort() };
}

function meaningOf(match: PhraseMatch): string {
  const { phrase } = match;
  const meaning = phrase.noCode ? `${phrase.noCode.name}: no code of its own` : phrase.contested ? 'contested: massage or manual therapy' : (phrase.meanings.find((m) => m.strength === 'strong') ?? phrase.meanings[0]!).meaning;
  return match.corrections.length > 0 ? `${meaning} (typo of ${match.corrections.map((c) => c.to).join(', ')})` : meaning;
}

/** Where one service may end and the next begin: punctuation, then, plus, and before a new time or service. */
function cutPoints(text: string, durations: readonly Duration[]): number[] {
  const folded = foldText(text);
  const cuts = new Set([0, text.length]);
  for (const m of folded.matchAll(/[,;\n+]|\.(?=\s|$)|\b(?:then|and|plus|followed by|after that|as well as|with)\b|&/g)) {
    // "an hour and a half" is one time.
    if (!durations.some((d) => m.index > d.start && m.index < d.end)) cuts.add(m.index + m[0].length);
  }
  return [...cuts].sort((a, b) => a - b);
}

function leadOf(hits: readonly CodeHit[], noCode?: NoCode): string {
  return noCode ? `none:${noCode.name}` : (hits[0]?.code ?? '');
}

function sameService(service: ReadService, item: Item): boolean {
  if (leadOf(service.candidates, service.noCode) === leadOf(item.hits, item.noCode)) return true;
  // A weaker word beside a clear one ("trigger points" beside "myofascial release") belongs to it.
  return item.hits[0]?.confidence === 'possible' && item.hits.some((h) => h.code === service.candidates[0]?.code) && !item.noCode;
}

function newService(item: Item, minutes: number | undefined): ReadService {
  return { text: item.text, start: item.start, end: item.end, regions: [], candidates: [...item.hits], matched: [...item.matched], ...(minutes === undefined ? {} : { minutes }), ...(item.contested ? { contested: item.contested } : {}), ...(item.noCode ? { noCode: item.noCode } : {}) };
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
  else if (item.contested && !service.contested) service.contested = item.contested;
}

/** The same code twice in one session is one service; its minutes add up. */
function mergeSameCode(services: ReadService[]): ReadService[] {
  const out: ReadService[] = [];
  for (const service of services) {
    const lead = leadOf(service.candidates, service.noCode);
    const old = lead === '' ? undefined : out.find((o) => leadOf(o.candidates, o.noCode) === lead);
    if (!old) { out.push(service); continue; }
    if (service.minutes !== undefined) old.minutes = (old.minutes ?? 0) + service.minutes;
    old.matched.push(...service.matched.filter((m) => !old.matched.some((o) => o.text === m.text)));
    old.regions.push(...service.regions.filter((r) => !old.regions.includes(r)));
    if (service.end > old.end && out.at(-1) === old) old.end = service.end;
  }
  return out;
}

function extendRegions(catalog: Catalog, service: ReadService | undefined, text: string, segment: { start: number; end: number }): void {
  if (!service) return;
  for (const region of regionsIn(catalog, text.slice(segment.start, segment.end))) if (!service.regions.includes(region)) service.regions.push(region);
}

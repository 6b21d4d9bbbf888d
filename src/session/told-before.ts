/** A time beside words that hardly tell of a service, after sentences that do: "Rode the bus with her, found the stop, paid. 45 min, one cue." */
import type { Catalog } from '../catalog/catalog.ts';
import { codeOf, isPlain } from './judge-segment.ts';
import { besideTime } from './loose-times.ts';
import type { Item } from './read-items.ts';
import type { Part } from './read-services.ts';
import { verdictInSession } from './words-needed.ts';

/** So many sentences back at most. */
const furthest = 4;
/** So much the words beside the time have to add to what was told before, where there are any. */
const adds = 2;

/** The parts, each shaky timed one given the service that the untimed parts before it tell of, where its own words speak for the same. */
export function withToldBefore(catalog: Catalog, text: string, parts: readonly Part[]): Part[] {
  return parts.map((part, at) => {
    const { duration, start, end } = part.segment;
    if (!duration || part.segment.items.some((i) => i.plain)) return part;
    const own = wordsOf(text, part);
    const lead = part.judged[0];
    if (lead && (lead.item.hits[0]?.confidence === 'strong') && (lead.words !== undefined || verdictInSession(catalog, own).code === codeOf(lead.item))) return part;
    const told = toldBefore(catalog, parts, at);
    if (told.length === 0) return part;
    const code = codeOf(told[0]!.judged[0]!.item);
    const before = told.map((p) => wordsOf(text, p)).join(' ');
    const both = verdictInSession(catalog, `${before} ${own}`);
    if (both.code !== code || both.confidence !== 'strong') return part;
    const bare = !/[a-z]{3}/i.test(besideTime(text, part).replace(duration.text, ''));
    if (!bare && both.score - verdictInSession(catalog, before).scoreOf(code) < adds) return part;
    const said = text.slice(start, end).trim();
    const item: Item = { start, end, text: said, plain: false, number: false, hits: [{ ...both.hits[0]!, because: `${both.hits[0]!.because}, with what was told before` }], matched: [{ text: said.slice(0, 80), meaning: 'its words, with what was told before' }] };
    return { ...part, judged: [{ item, others: [], timed: true, words: both.score }], strength: 'strong' };
  });
}

/** The untimed parts of one timed service since the last time, the nearest service; [] where there is none or they tell of several. */
function toldBefore(catalog: Catalog, parts: readonly Part[], at: number): Part[] {
  const sentences = new Set([parts[at]!.sentence]);
  const told: Part[] = [];
  for (let i = at - 1; i >= 0 && !parts[i]!.segment.duration; i--) {
    sentences.add(parts[i]!.sentence);
    if (sentences.size > furthest + 1) break;
    if (parts[i]!.judged.length > 0 && parts[i]!.sentence !== parts[at]!.sentence) told.push(parts[i]!);
  }
  const leads = told.map((p) => p.judged[0]!);
  const one = new Set(leads.map((j) => codeOf(j.item))).size === 1;
  const row = one ? catalog.code.get(codeOf(leads[0]!.item)) : undefined;
  return row?.timed && leads.some((j) => isPlain(j.item) || j.item.hits[0]?.confidence === 'strong') ? told.reverse() : [];
}

function wordsOf(text: string, { segment: { start, end, duration } }: Part): string {
  return duration ? `${text.slice(start, duration.start)} ${text.slice(duration.end, end)}` : text.slice(start, end);
}

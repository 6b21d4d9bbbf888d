/** A contested name as what the words around it say it was, in its own part of a sentence or in those beside it. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from '../search/normalise.ts';
import type { CodeHit } from '../search/search-codes.ts';
import { settledAs } from '../search/settling.ts';
import { codeOf } from './judge-segment.ts';
import type { Part } from './read-services.ts';
import type { Item } from './read-items.ts';

/** The item, no longer contested, as the code that other words say it was; a device that kneads has none. */
export function asSettled(catalog: Catalog, item: Item, code: string, by: string): Item {
  const { contested, ...rest } = item;
  const machine = code === '97039' ? catalog.vocabulary.no_code.find((n) => n.nearest.includes(code) && n.question?.field === 'machine_or_hands') : undefined;
  if (machine) return { ...rest, hits: [], noCode: machine };
  const lead: CodeHit = { code, confidence: 'strong', score: 0.85, kind: 'synonym', because: `"${item.text}" beside words that say which: ${foldText(by).trim().slice(0, 60)}`, sources: [contested?.source ?? catalog.code.get(code)!.sources[0]!] };
  return { ...rest, hits: [lead, ...item.hits.filter((h) => h.code !== code).map((h) => ({ ...h, confidence: 'weak' as const, score: 0.2 }))] };
}

/** Named in a sentence of its own, a needle is another service or another day. */
const needles = new Set(['20560', '20552']);

/** The parts, each contested one settled by the sentence before or the two behind it, as far as no other service's time stands between. */
export function withSettled(catalog: Catalog, text: string, parts: readonly Part[]): Part[] {
  if (!parts.some((p) => p.judged[0]?.item.contested)) return [...parts];
  const sentences = [...new Set(parts.map((p) => p.sentence))];
  return parts.map((part, at) => {
    const item = part.judged[0]?.item;
    if (!item?.contested) return part;
    const own = sentences.indexOf(part.sentence);
    const isOwn = (p: Part): boolean => p.segment.duration === undefined && p.judged.every((j) => j.item.noCode !== undefined || j.item.contested === item.contested || codeOf(j.item) === item.contested!.lead || item.contested!.others.includes(codeOf(j.item)) || j.item.hits[0]?.confidence !== 'strong');
    const near = (step: 1 | -1, reach: number): string => {
      let words = '';
      for (let i = at + step; parts[i] && Math.abs(sentences.indexOf(parts[i]!.sentence) - own) <= reach && isOwn(parts[i]!); i += step) words += ` ${text.slice(parts[i]!.segment.start, parts[i]!.segment.end)}.`;
      return words;
    };
    for (const words of [near(1, 2), near(-1, 1)]) {
      const code = words && settledAs(item.contested, words);
      if (code && !needles.has(code)) return { ...part, judged: part.judged.map((j, n) => (n === 0 ? { ...j, item: asSettled(catalog, item, code, words) } : j)) };
    }
    return part;
  });
}

/** A sentence parted into services, each part with what it tells of. */
import type { Catalog } from '../catalog/catalog.ts';
import { evidenceOf, impossibleIn, missOf, type Evidence, type WordVerdict } from '../search/word-evidence.ts';
import { atomsOf, boundTo, type Atom } from './atoms.ts';
import { isPlain, judgeSegment } from './judge-segment.ts';
import type { Duration } from './minutes.ts';
import { sessionVerdict } from './payer-codes.ts';
import type { Item } from './read-items.ts';
import type { Part } from './read-services.ts';
import { segmentsOf, type Segment } from './segments.ts';
import type { Sentence } from './sentences.ts';
import type { Standing } from './standing.ts';
import { tellsEnough, withoutSeldom } from './words-needed.ts';

/** The parts of a sentence in order, what was not done left out. */
export function partsOf(catalog: Catalog, text: string, folded: string, sentence: Sentence, items: readonly Item[], durations: readonly Duration[], standing: (start: number, end: number) => Standing): Part[] {
  const inside = <T extends { start: number }>(list: readonly T[]): T[] => list.filter((x) => x.start >= sentence.start && x.start < sentence.end);
  const own = inside(items);
  const atoms = atomsOf(folded, sentence.start, sentence.end, own, inside(durations)).filter((a) => a.duration || a.items.length > 0 || standing(...trimmed(folded, a)) === 'done');
  if (atoms.length === 0) return [];
  const done = withoutUndone(text, sentence, standing);
  const impossible = impossibleIn(catalog, text.slice(sentence.start, sentence.end));
  const evidence = withoutSeldom(catalog, atoms.map((a) => (a.duration || filler.test(folded.slice(a.start, a.end)) ? { sums: new Map<string, number>(), known: 0 } : withItems(evidenceOf(catalog, text.slice(a.start, a.end), impossible), a.items))));
  const miss = missOf(catalog);
  const namedBy = (atom: Atom): string[] => [...new Set(atom.items.filter((i) => isPlain(i) && i.hits.length > 0).map((i) => i.hits[0]!.code))];
  // Where a sentence of several times begins with words the times stand behind, where it ends with words before.
  const timed = atoms.filter((a) => a.duration).length;
  const trailing = segmentsOf(boundTo(folded, atoms, false), evidence, miss, namedBy);
  const leading = timed === 0 ? trailing : segmentsOf(boundTo(folded, atoms, true), evidence, miss, namedBy);
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

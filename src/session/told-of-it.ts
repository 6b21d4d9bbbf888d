/** The words of a text that tell of one service: its sentences without what belongs to others, was not done, or only names who was treated where. */
import type { Part, ReadService } from './read-services.ts';
import type { Sentence } from './sentences.ts';
import type { Standing } from './standing.ts';
import { endsSentenceOfIt } from './manipulation-cues.ts';

/** Where it was given: its own sentences, the ones about it, and the findings before it where it names no place itself. */
export function toldOfIt(text: string, service: ReadService, sentences: readonly Sentence[], parts: readonly Part[], standing: (start: number, end: number) => Standing): string {
  const own = (s: Sentence): boolean => service.places.some((p) => s.start <= p.end && s.end > p.start);
  const theirs = parts.filter((p) => p.judged.length > 0 && !p.judged.some((j) => service.places.some((o) => o.start === j.item.start && o.end === j.item.end)));
  const wordsOf = (s: Sentence): string => withoutOthers(text, s, theirs, standing);
  const told = sentences.filter(own).map(wordsOf).join(' ');
  const at = sentences.findIndex(own);
  const about = sentences.filter((s, i) => !own(s) && i > at && i <= at + 2 && endsSentenceOfIt.test(s.folded)).map(wordsOf).join(' ');
  if (service.regions.length > 0 || at <= 0) return `${told} ${about}`;
  return `${wordsOf(sentences[at - 1]!)} ${told} ${about}`;
}

function withoutOthers(text: string, sentence: Sentence, theirs: readonly Part[], standing: (start: number, end: number) => Standing): string {
  let out = '';
  for (const m of text.slice(sentence.start, sentence.end).matchAll(/\S+\s*/g)) {
    const start = sentence.start + m.index;
    const end = start + m[0].trimEnd().length;
    const other = theirs.some((p) => p.segment.start < end && p.segment.end > start);
    out += other || standing(start, end) !== 'done' ? ' ' : m[0];
  }
  return out;
}

/** The catalog phrases that a text holds, longest first, misspellings corrected, with the words that led there. */
import type { Catalog } from '../catalog/catalog.ts';
import { lexiconOf, type Phrase } from './lexicon.ts';
import { stemOf, wordsOf, type Word } from './normalise.ts';
import { correct } from './typos.ts';

export interface PhraseMatch { phrase: Phrase; start: number; end: number; text: string; corrections: { from: string; to: string; edits: number }[] }

interface Token extends Word { correction?: { from: string; to: string; edits: number } }

/** Matches in the order of the text; they never overlap. A stop word inside a phrase is skipped over. */
export function findPhrases(catalog: Catalog, text: string): PhraseMatch[] {
  const lexicon = lexiconOf(catalog);
  const tokens: Token[] = wordsOf(text).map((word) => {
    const fixed = correct(lexicon, word.text);
    return fixed ? { ...word, stem: stemOf(fixed.to), correction: { from: text.slice(word.start, word.end), to: fixed.to, edits: fixed.edits } } : word;
  });
  const matches: PhraseMatch[] = [];
  let i = 0;
  while (i < tokens.length) {
    const found = longestAt(tokens, i, text);
    if (!found) { i += 1; continue; }
    const used = tokens.slice(i, found.next);
    const [start, end] = [tokens[i]!.start, used.at(-1)!.end];
    matches.push({ phrase: found.phrase, start, end, text: text.slice(start, end), corrections: used.flatMap((t) => t.correction ?? []) });
    i = found.next;
  }
  return matches;

  function longestAt(list: Token[], from: number, source: string): { phrase: Phrase; next: number } | undefined {
    for (const phrase of lexicon.byFirst.get(list[from]!.stem) ?? []) {
      let position = from;
      let at = 0;
      while (at < phrase.stems.length && position < list.length) {
        if (list[position]!.stem === phrase.stems[at]) { at += 1; position += 1; }
        // Only small words may stand between, and never a comma or a full stop.
        else if (at > 0 && position - from <= 8 && lexicon.stop.has(list[position]!.text) && !/[,;.\n]/.test(source.slice(list[position - 1]!.end, list[position]!.start))) position += 1;
        else break;
      }
      const gapped = at === phrase.stems.length && /[;.\n]/.test(source.slice(list[from]!.start, list[position - 1]!.end).replace(/\d\.\d/g, ''));
      if (at === phrase.stems.length && !gapped) return { phrase, next: position };
    }
    return undefined;
  }
}

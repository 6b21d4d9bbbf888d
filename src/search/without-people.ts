/** People, rooms and things named with a service's word ("massage therapist", "stroke patient") are no services. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from './normalise.ts';

/** "Ms. Tran", "Mr. Heat": a name is no misspelt word of the trade. */
const titled = /\b(?:Mrs?|Ms|Miss|Mister)\.? +[A-Z][A-Za-z'’-]+/g;

/** The text with people, rooms and things blanked out ("massage therapist", "massage table"), its length kept. */
export function withoutPeople(catalog: Catalog, text: string): string {
  const folded = foldText(text);
  let out = text;
  for (const words of catalog.vocabulary.person_words) {
    for (let at = folded.indexOf(words); at >= 0; at = folded.indexOf(words, at + words.length)) {
      const whole = !/[a-z]/.test(folded[at - 1] ?? ' ') && !/[a-z]/.test(folded[at + words.length] ?? ' ');
      if (whole) out = out.slice(0, at) + ' '.repeat(words.length) + out.slice(at + words.length);
    }
  }
  for (const m of text.matchAll(titled)) out = out.slice(0, m.index) + ' '.repeat(m[0].length) + out.slice(m.index + m[0].length);
  return out;
}

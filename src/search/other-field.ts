/** Texts of other fields (obstetrics, kitchens, leases): a word of theirs keeps claimlint from being sure of a code. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from './normalise.ts';

/** The words with blanks around them, made once. */
const padded = new WeakMap<readonly string[], readonly { word: string; whole: string }[]>();

/** The word that says so, whole: "fetal", "dough", "exercise my option". */
export function otherField(catalog: Catalog, text: string): string | undefined {
  const folded = ` ${foldText(text).replace(/[^a-z0-9-]+/g, ' ')} `;
  const words = catalog.vocabulary.out_of_domain_words;
  let ready = padded.get(words);
  if (!ready) padded.set(words, (ready = words.map((word) => ({ word, whole: ` ${word} ` }))));
  const found = ready.filter(({ whole }) => folded.includes(whole));
  // In a long note one such word is part of the tale ("the oven door"); two are the subject.
  return found.length > 1 || text.split(/\s+/).length <= 25 ? found[0]?.word : undefined;
}

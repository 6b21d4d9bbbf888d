/** Texts of other fields (obstetrics, kitchens, leases): a word of theirs keeps claimlint from being sure of a code. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from './normalise.ts';
import { asWholeWords } from './whole-words.ts';

/** The word that says so, whole: "fetal", "dough", "exercise my option". */
export function otherField(catalog: Catalog, text: string): string | undefined {
  const folded = ` ${foldText(text).replace(/[^a-z0-9-]+/g, ' ')} `;
  const found = asWholeWords(catalog.vocabulary.out_of_domain_words).filter((word) => folded.includes(word));
  // In a long note one such word is part of the tale ("the oven door"); two are the subject.
  return found.length > 1 || text.split(/\s+/).length <= 25 ? found[0]?.trim() : undefined;
}

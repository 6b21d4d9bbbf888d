/** Texts of other fields (obstetrics, kitchens, leases): a word of theirs keeps claimlint from being sure of a code. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from './normalise.ts';

/** The word that says so, whole: "fetal", "dough", "exercise my option". */
export function otherField(catalog: Catalog, text: string): string | undefined {
  const folded = ` ${foldText(text).replace(/[^a-z0-9-]+/g, ' ')} `;
  return catalog.vocabulary.out_of_domain_words.find((word) => folded.includes(` ${word} `));
}

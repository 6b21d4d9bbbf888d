/** Questions about pay: answered by what was done, never by what pays. */
import type { Catalog } from '../catalog/catalog.ts';
import { saysAnyOf } from '../rules/relaxation-massage-billed.ts';

/** "My plan pays 97140 better than massage": the words of pay stand apart. */
const paysBetter = /\b(?:pays?|paid|paying|reimburs\w+)\b(?:\s+\S+){1,4}?\s+(?:better|more|most|best|higher)\b(?!\s+(?:often|quickly|slowly|than (?:once|one time)))/i;

/** True where a text asks which code pays, or how to have one paid. */
export const asksOfPay = (catalog: Catalog, text: string): boolean => saysAnyOf(text, catalog.vocabulary.pay_words) || paysBetter.test(text);

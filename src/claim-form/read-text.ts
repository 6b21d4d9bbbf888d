/** A claim as text: an X12 837P when it begins with ISA, rows of CMS-1500 boxes otherwise. */
import type { Catalog } from '../catalog/catalog.ts';
import { read837p } from './read-837p.ts';
import { readBoxes } from './read-boxes.ts';
import type { ClaimText } from './claim-text.ts';

export function readClaimText(catalog: Catalog, text: string): ClaimText {
  return /^\s*ISA/.test(text) ? read837p(catalog, text) : readBoxes(text);
}

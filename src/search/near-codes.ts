/** Codes of the catalog that a mistyped number is near to. */
import type { Catalog } from '../catalog/catalog.ts';
import { editDistance } from '../claim/edit-distance.ts';

/** Up to `limit` codes one edit or one swap away, swaps and last-digit slips first, then by code. */
export function nearCodes(catalog: Catalog, code: string, limit = 5): string[] {
  const near = catalog.codes
    .map((row) => ({ code: row.code, distance: editDistance(code, row.code, 1), sameStart: sharedStart(code, row.code) }))
    .filter((c) => c.distance === 1);
  near.sort((a, b) => b.sameStart - a.sameStart || (a.code < b.code ? -1 : 1));
  return near.slice(0, limit).map((c) => c.code);
}

function sharedStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
}

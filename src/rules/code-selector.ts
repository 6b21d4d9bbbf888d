/** The selectors of modifiers.csv and payer profiles: which codes a statement is about. */
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeRow } from '../catalog/schemas.ts';

/** True when a code is meant by `97124`, `97810-97814` or `any`. */
export function matchesCodeRange(code: string, range: string): boolean {
  if (range === 'any') return true;
  const dash = range.indexOf('-');
  if (dash < 0) return code === range;
  const to = range.slice(dash + 1);
  return code <= to && code >= range.slice(0, dash) && code.length === to.length;
}

/** True when a selector (any | code: | group: | therapy: | timed | hands_on | bilateral:) holds; undefined when the tables on hand do not tell. */
export function matchesSelector(catalog: Catalog, code: string, selector: string): boolean | undefined {
  const row = catalog.code.get(code);
  if (!row && !catalog.known?.has(code)) return undefined;
  const colon = selector.indexOf(':');
  const kind = colon < 0 ? selector : selector.slice(0, colon);
  const value = colon < 0 ? '' : selector.slice(colon + 1);
  switch (kind) {
    case 'any': return true;
    case 'code': return matchesCodeRange(code, value);
    case 'bilateral': return row || catalog.status.has(code) ? value.split(',').map(Number).includes(catalog.status.get(code)?.bilateral ?? -1) : undefined;
    default: return row && matchesCurated(row, kind, value);
  }
}

/** The facts that only curated rows have. */
function matchesCurated(row: CodeRow, kind: string, value: string): boolean | undefined {
  switch (kind) {
    case 'group': return row.group === value;
    case 'therapy': return value === 'any' ? row.therapy_designation === 'always' || row.therapy_designation === 'sometimes' : row.therapy_designation === value;
    case 'timed': return row.timed;
    case 'hands_on': return row.hands_on;
    default: return undefined;
  }
}

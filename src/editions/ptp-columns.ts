/** The header of the CMS PTP table: how it is recognised, and which column is which. */

export interface PtpColumns {
  one: number;
  two: number;
  /** `*` = in existence prior to 1996; -1 where a file does not have the column. So with the rationale. */
  prior: number;
  from: number;
  to: number;
  indicator: number;
  rationale: number;
  /** Cells that a row must have. */
  count: number;
}

/** Each column as messages call it, and what its title, read downwards over the lines of the header, has in it. */
const titles: Record<Exclude<keyof PtpColumns, 'count'>, [name: string, pattern: RegExp]> = {
  one: ['Column 1', /^column ?(1|one)\b/],
  two: ['Column 2', /^column ?(2|two)\b/],
  prior: ['in existence prior to 1996', /existence|prior to 1996/],
  from: ['Effective Date', /\beffective\b/],
  to: ['Deletion Date', /\bdeletion\b/],
  indicator: ['Modifier', /\bmodifier\b/],
  rationale: ['PTP Edit Rationale', /\brationale\b/],
};
export type PtpColumn = keyof typeof titles;

/** What messages call a column. */
export function nameOfColumn(column: PtpColumn): string {
  return titles[column][0];
}

/** True for the first line of the header: its first two cells are Column 1 and Column 2. */
export function isPtpHeader(cells: readonly string[]): boolean {
  return titles.one[1].test(plain(cells[0])) && titles.two[1].test(plain(cells[1]));
}

/** Which column is which, by the lines of the header one under the other; or the names of the columns that are missing. */
export function columnsOf(header: readonly (readonly string[])[]): PtpColumns | { missing: string[] } {
  const width = Math.max(...header.map((cells) => cells.length));
  const stacked = Array.from({ length: width }, (_, i) => plain(header.map((cells) => cells[i] ?? '').join(' ')));
  const placeOf = (column: PtpColumn): number => stacked.findIndex((title) => titles[column][1].test(title));
  const [one, two, prior, from, to, indicator, rationale] = (Object.keys(titles) as PtpColumn[]).map(placeOf) as [number, number, number, number, number, number, number];
  const columns = { one, two, prior, from, to, indicator, rationale };
  const missing = (Object.keys(columns) as PtpColumn[]).filter((c) => columns[c] < 0 && c !== 'prior' && c !== 'rationale');
  return missing.length > 0 ? { missing: missing.map(nameOfColumn) } : { ...columns, count: Math.max(...Object.values(columns)) + 1 };
}

function plain(title: string | undefined): string {
  return (title ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
}

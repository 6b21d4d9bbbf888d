/** The physician fee schedule's relative value file (PPRRVU): titles, a header stacked over several lines, then a row a code and modifier. */
import type { GridRow } from '../input/grid.ts';
import { codeOf, headerAt, isBlank, shown, type Layout } from './layout.ts';
import { monthOfName, monthOfRelease } from './edition-names.ts';

const isHeader = (cells: string[]): boolean => cells[0] === 'HCPCS' && cells[1] === 'MOD' && cells[2] === 'DESCRIPTION';

/** Column titles read downwards: "STATUS" over "CODE". The release's title lines, which fill the third column, are left out. */
function titles(rows: readonly GridRow[], at: number): string[] {
  const stack = rows.slice(0, at + 1).filter((row, i) => i === at || (row.cells[2] ?? '') === '');
  return rows[at]!.cells.map((_, column) => stack.map((row) => row.cells[column] ?? '').filter(Boolean).join(' ').replace(/\s+/g, ' ').toUpperCase());
}

const wanted: [field: string, title: RegExp][] = [
  ['status', /^STATUS CODE$/], ['pc_tc', /^PC ?TC IND$/], ['multiple', /^MULT PROC$/], ['bilateral', /^BILAT SURG$/], ['global', /^GLOB DAYS$/], ['work', /^WORK RVU$/],
  ['non_facility', /^NON-?FACILITY TOTAL$/], ['facility', /^FACILITY TOTAL$/], ['factor', /^CONV FACTOR$/],
];

/**
 * Fields of a row: status, PC/TC, multiple procedure, bilateral, global days, work RVU, non-facility total, facility
 * total, conversion factor. The key is the code, or CODE-MODIFIER (26, TC, 53). The description is the AMA's and stays out.
 */
export const feeScheduleLayout: Layout = {
  table: 'status', what: 'the physician fee schedule (PPRRVU)', form: 'grid', delimiter: ',',
  fits: (head) => headerAt(head.rows, isHeader) >= 0,
  refuses: (head) => {
    const at = headerAt(head.rows, isHeader);
    const missing = wanted.filter(([, title]) => !titles(head.rows, at).some((t) => title.test(t)));
    return missing.length === 0 ? undefined : `has no column ${missing.map(([field]) => field.replace(/_/g, ' ')).join(', ')}: its layout is not one that claimlint knows.`;
  },
  editionOf(head) {
    const told = /(\d{4}) National Physician Fee Schedule Relative Value File (January|April|July|October) Release/i.exec(head.text);
    const month = told ? { january: '01', april: '04', july: '07', october: '10' }[told[2]!.toLowerCase()] : undefined;
    return monthOfName(head.names, /PPRRVU/) ?? (told ? `${told[1]}-${month}` : undefined) ?? monthOfRelease(head.names);
  },
  read({ grid }, _head, unread) {
    const at = headerAt(grid.rows, isHeader);
    const named = titles(grid.rows, at);
    const place = new Map(wanted.map(([field, title]) => [field, named.findIndex((t) => title.test(t))]));
    const rows = new Map<string, string[]>();
    for (const row of grid.rows.slice(at + 1)) {
      if (isBlank(row)) continue;
      const { cells, line } = row;
      const cell = (field: string): string => cells[place.get(field)!] ?? '';
      const code = codeOf(cells[0], grid.sheet);
      const modifier = (cells[1] ?? '').toUpperCase();
      const bad = (['pc_tc', 'multiple', 'bilateral'] as const).find((f) => !/^\d{1,2}$/.test(cell(f)));
      const figure = (['work', 'non_facility', 'facility', 'factor'] as const).find((f) => !/^-?\d*(?:\.\d+)?$/.test(cell(f)));
      if (cells.length < named.length - 3) unread.add(line, 'all', `has ${cells.length} cells; ${named.length} are expected`);
      else if (code === undefined) unread.add(line, 'HCPCS', `${shown(cells[0])}, not a code`);
      else if (!/^(?:[0-9A-Z]{2})?$/.test(modifier)) unread.add(line, 'MOD', `${shown(modifier)}, not a modifier`);
      else if (!/^[A-Z]$/.test(cell('status'))) unread.add(line, 'STATUS CODE', `${shown(cell('status'))}; one letter is expected`);
      else if (bad !== undefined) unread.add(line, bad, `${shown(cell(bad))}, not an indicator`);
      else if (figure !== undefined) unread.add(line, figure, `${shown(cell(figure))}, not a number`);
      else rows.set(modifier === '' ? code : `${code}-${modifier}`, wanted.map(([field]) => cell(field)));
    }
    const factor = [...rows.values()][0]?.[8];
    return { rows, count: rows.size, ...(factor ? { facts: { conversion_factor: factor } } : {}) };
  },
};

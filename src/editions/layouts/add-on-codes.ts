/** The add-on code edits: type, add-on code, primary code and the dates of each, as a spreadsheet or in fixed width. */
import { codeOf, headerAt, isBlank, shown, type Layout } from './layout.ts';
import { fromNames } from './edition-names.ts';
import { dayAfter, readDate, readDayOfYear } from './official-date.ts';

const plain = (cell: string): string => cell.toUpperCase().replace(/[^A-Z]+/g, '');
const isHeader = (cells: string[]): boolean => { const n = cells.map(plain); return n.includes('ADDONCODE') && n.includes('PRIMARYCODE'); };
/** Type, add-on code, its end, primary code, its end, first day, end, notes. */
const fixedLine = /^([123])([0-9A-Z]{5})(\d{7}| {7})([0-9A-Z]{5})(\d{7}| {7})(\d{7}| {7})(\d{7}| {7})?(.*)$/;
/** Where CMS leaves the primary codes to the Medicare contractor. */
const byContractor = 'CCCCC';

/**
 * Fields of a row: one `type|primary|from|to` for each primary code, half-open. The key is the add-on code; CCCCC as a
 * primary code says that the contractor decides.
 */
export const addOnCodesLayout: Layout = {
  table: 'add_on_codes', what: 'the add-on code edits', form: 'grid', delimiter: '\t',
  fits: (head) => headerAt(head.rows, isHeader) >= 0 || (!head.sheet && head.lines.slice(0, -1).filter((l) => fixedLine.test(l)).length > Math.max(2, head.lines.length * 0.7)),
  editionOf: (head) => fromNames(head.names, (name) => { const m = /V(\d{4})Q([1-4])/i.exec(name); return m ? `${m[1]}Q${m[2]}` : undefined; }),
  read({ grid, text }, _head, unread) {
    const rows = new Map<string, string[]>();
    let count = 0;
    const keep = (line: number, type: string, cell: string, codeEnd: string, other: string, otherEnd: string, begin: string, end: string): void => {
      const code = codeOf(cell, grid.sheet);
      const primary = other.toUpperCase() === byContractor ? byContractor : codeOf(other, grid.sheet);
      const dates = [codeEnd, otherEnd, begin, end].map((d) => (d.trim() === '' ? '' : readDayOfYear(d.trim()) ?? readDate(d.trim())));
      if (!/^[123]$/.test(type)) unread.add(line, 'AOC_Edit_Type', `${shown(type)}; 1, 2 or 3 is expected`);
      else if (code === undefined) unread.add(line, 'Add-On_Code', `${shown(cell)}, not a code`);
      else if (primary === undefined) unread.add(line, 'Primary_Code', `${shown(other)}, not a code`);
      else if (dates.includes(undefined)) unread.add(line, 'date', 'is not a day of the year written YYYYDDD');
      else {
        const last = [dates[0]!, dates[1]!, dates[3]!].filter((d) => d !== '').sort()[0];
        rows.set(code, [...(rows.get(code) ?? []), `${type}|${primary}|${dates[2]}|${last === undefined ? '' : dayAfter(last)}`]);
        count += 1;
      }
    };
    const at = headerAt(grid.rows, isHeader);
    if (at < 0) {
      for (const [i, line] of text.text.split(/\r\n|\r|\n/).entries()) {
        const m = fixedLine.exec(line);
        if (m) keep(i + 1, m[1]!, m[2]!, m[3]!, m[4]!, m[5]!, m[6]!, m[7] ?? '');
        else if (/^[123]\S/.test(line)) unread.add(i + 1, 'all', 'does not have the fixed widths of the layout');
      }
      return { rows, count };
    }
    const names = grid.rows[at]!.cells.map(plain);
    const [type, code, codeEnd, primary, primaryEnd, begin, end] = ['AOCEDITTYPE', 'ADDONCODE', 'AOCDELDT', 'PRIMARYCODE', 'PRIMARYCODEDELDT', 'AOCEDITEFFDT', 'AOCEDITDELDT'].map((n) => names.indexOf(n)) as [number, number, number, number, number, number, number];
    for (const row of grid.rows.slice(at + 1)) {
      if (isBlank(row)) continue;
      const cell = (n: number): string => row.cells[n] ?? '';
      keep(row.line, cell(type), cell(code), cell(codeEnd), cell(primary), cell(primaryEnd), cell(begin), cell(end));
    }
    return { rows, count };
  },
};

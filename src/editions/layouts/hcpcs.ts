/** HCPCS Level II, the alpha-numeric file: codes (RECID 3, further lines 4) and modifiers (RECID 7, further lines 8). */
import { headerAt, isBlank, shown, type Layout } from './layout.ts';
import { monthOfName } from './edition-names.ts';
import { dayAfter, readDate } from './official-date.ts';

const isHeader = (cells: string[]): boolean => /^HCPCS?$/i.test(cells[0] ?? '') && cells.some((c) => /^RECID$/i.test(c)) && cells.some((c) => /^LONG DESC/i.test(c));

/** Fields of a row: long description, short description, first day, end (half-open), coverage. The key is a code, or a modifier of two characters. */
export const hcpcsLayout: Layout = {
  table: 'hcpcs', what: 'HCPCS Level II (alpha-numeric file)', form: 'grid', delimiter: ',',
  fits: (head) => headerAt(head.rows, isHeader) >= 0,
  editionOf: (head) => monthOfName(head.names, /HCPCS?/),
  read({ grid }, _head, unread) {
    const at = headerAt(grid.rows, isHeader);
    const names = grid.rows[at]!.cells.map((c) => c.toUpperCase().replace(/\s+/g, ' '));
    const column = (pattern: RegExp): number => names.findIndex((n) => pattern.test(n));
    const [recid, long, short, added, ended, cover] = [/^RECID$/, /^LONG DESC/, /^SHORT DESC/, /^ADD D(?:AT|T)/, /^TERM D(?:AT|T)/, /^COV/].map(column) as [number, number, number, number, number, number];
    const rows = new Map<string, string[]>();
    let count = 0;
    for (const row of grid.rows.slice(at + 1)) {
      if (isBlank(row)) continue;
      const { cells, line } = row;
      const code = (cells[0] ?? '').toUpperCase();
      const kind = cells[recid] ?? '';
      const isModifier = kind === '7' || kind === '8';
      if (cells.length < names.length) unread.add(line, 'all', `has ${cells.length} cells; ${names.length} are expected`);
      else if (!/^[3478]$/.test(kind)) unread.add(line, 'RECID', `${shown(kind)}; 3, 4, 7 or 8 is expected`);
      else if (!(isModifier ? /^[0-9A-Z]{2}$/ : /^[A-Z]\d{4}$/).test(code)) unread.add(line, 'HCPC', `${shown(cells[0])}, not a ${isModifier ? 'modifier' : 'code'}`);
      else if (['4', '8'].includes(kind)) {
        const before = rows.get(code);
        if (before) { before[0] = `${before[0]} ${cells[long]!}`.trim(); count += 1; }
        else unread.add(line, 'RECID', 'is a further line without a first one');
      } else {
        const from = cells[added] === '' ? '' : readDate(cells[added]!);
        const last = cells[ended] === '' ? '' : readDate(cells[ended]!);
        if (from === undefined) unread.add(line, 'ADD DT', `${shown(cells[added])}, not a date`);
        else if (last === undefined) unread.add(line, 'TERM DT', `${shown(cells[ended])}, not a date`);
        else {
          rows.set(code, [cells[long]!, cells[short]!, from, last === '' ? '' : dayAfter(last), cells[cover] ?? '']);
          count += 1;
        }
      }
    }
    return { rows, count };
  },
};

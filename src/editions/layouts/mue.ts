/** The medically unlikely edits: a quoted notice, a header with a line break in it, then code, units, indicator, rationale. */
import { codeOf, headerAt, isBlank, shown, type Layout } from './layout.ts';
import { quarterOfEffective } from './edition-names.ts';

const isHeader = (cells: string[]): boolean => /^HCPCS\s*\/\s*CPT\s*Code$/i.test(cells[0] ?? '') && /MUE Values?$/i.test(cells[1] ?? '');

export const mueLayout: Layout = {
  table: 'mue', what: 'the medically unlikely edits (MUE) for practitioners', form: 'grid', delimiter: ',',
  fits: (head) => headerAt(head.rows, isHeader) >= 0,
  refuses(head) {
    const title = head.rows[headerAt(head.rows, isHeader)]!.cells[1]!;
    return /practitioner/i.test(title) ? undefined : 'is the MUE table for hospitals or suppliers. claimlint checks practitioner claims: import MCR_MUE_PractitionerServices.';
  },
  editionOf: (head) => quarterOfEffective(head.names),
  read({ grid }, _head, unread) {
    const rows = new Map<string, string[]>();
    for (const row of grid.rows.slice(headerAt(grid.rows, isHeader) + 1)) {
      if (isBlank(row)) continue;
      const [cell, units, indicator, rationale = ''] = row.cells;
      const code = codeOf(cell, grid.sheet);
      const kind = /^([123])\b/.exec(indicator ?? '')?.[1];
      if (code === undefined) unread.add(row.line, 'HCPCS/CPT Code', `${shown(cell)}, not a code`);
      else if (!/^\d{1,6}$/.test(units ?? '')) unread.add(row.line, 'MUE Values', `${shown(units)}, not a number of units`);
      else if (kind === undefined) unread.add(row.line, 'MUE Adjudication Indicator', `${shown(indicator)}; 1, 2 or 3 is expected`);
      else rows.set(code, [units!, kind, rationale]);
    }
    return { rows, count: rows.size };
  },
};

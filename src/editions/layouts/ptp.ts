/** The NCCI procedure-to-procedure pairs: four parts a quarter, for practitioners (ccipra) and for hospitals (ccioph). */
import type { GridRow } from '../input/grid.ts';
import { PRIOR_TO_1996, type PtpRowIn } from '../ptp-pair.ts';
import type { TableName } from '../table-file.ts';
import { fromNames, quarterOfVersion } from './edition-names.ts';
import { codeOf, headerAt, isBlank, shown, type Head, type Unread } from './layout.ts';
import { readDate } from './official-date.ts';

const isHeader = (cells: string[]): boolean => /^column ?1$/i.test(cells[0] ?? '') && /^column ?2$/i.test(cells[1] ?? '');
export const ptpParts = ['f1', 'f2', 'f3', 'f4'];
export const ptpWhat = 'the NCCI procedure-to-procedure (PTP) pairs';

/** True for the heading of the pair table. */
export function isPtp(head: Head): boolean {
  return headerAt(head.rows, isHeader) >= 0;
}

/** Practitioner or hospital: only the name tells, the columns are the same. */
export function ptpTableOf(head: Head): TableName | undefined {
  return fromNames(head.names, (name) => (/cci-?pra|practitioner/i.test(name) ? 'ncci_ptp' : /cci-?oph|hospital/i.test(name) ? 'ncci_ptp_hospital' : undefined)) as TableName | undefined;
}

/** `ccipra-v322r0-f1`: the edition 2026Q3, its release r0, part f1. */
export function ptpNameOf(head: Head): { edition?: string; release?: string; part?: string } {
  return {
    edition: quarterOfVersion(head.names) ?? fromNames(head.names, (name) => { const m = /(\d{4})-?q([1-4])/i.exec(name); return m ? `${m[1]}Q${m[2]}` : undefined; }),
    release: fromNames(head.names, (name) => /v\d{3}(r\d)/i.exec(name)?.[1]?.toLowerCase()),
    part: fromNames(head.names, (name) => /[-_](f[1-4])(?![0-9])/i.exec(name)?.[1]?.toLowerCase()),
  };
}

/** Gives each row of a spreadsheet's pairs to `add`; returns how many. */
export function readPtpRows(rows: readonly GridRow[], sheet: boolean, unread: Unread, add: (row: PtpRowIn) => void): number {
  let count = 0;
  // The heading goes on for three more lines, whose first cells are empty.
  const first = rows.findIndex((row, i) => i > headerAt(rows, isHeader) && (row.cells[0] ?? '') !== '');
  for (const row of first < 0 ? [] : rows.slice(first)) {
    if (isBlank(row)) continue;
    const [one, two, prior, effective = '', deletion = '', modifier, rationale = ''] = row.cells;
    const column_one = codeOf(one, sheet);
    const column_two = codeOf(two, sheet);
    const from = prior === '*' ? PRIOR_TO_1996 : readDate(effective);
    const to = deletion === '*' || deletion === '' ? '' : readDate(deletion);
    if (column_one === undefined) unread.add(row.line, 'Column 1', `${shown(one)}, not a code`);
    else if (column_two === undefined) unread.add(row.line, 'Column 2', `${shown(two)}, not a code`);
    else if (from === undefined) unread.add(row.line, 'Effective Date', `${shown(effective)}, not a date`);
    else if (to === undefined) unread.add(row.line, 'Deletion Date', `${shown(deletion)}, not a date or *`);
    else if (modifier !== '0' && modifier !== '1' && modifier !== '9') unread.add(row.line, 'Modifier', `${shown(modifier)}; 0, 1 or 9 is expected`);
    else {
      add({ column_one, column_two, from, ...(to === '' ? {} : { to }), indicator: modifier, rationale });
      count += 1;
    }
  }
  return count;
}

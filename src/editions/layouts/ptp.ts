/** The NCCI procedure-to-procedure pairs: four parts a quarter, for practitioners (ccipra) and for hospitals (ccioph). */
import type { TableName } from '../table-file.ts';
import { fromNames, quarterOfVersion } from './edition-names.ts';
import { headerAt, type Head } from './layout.ts';

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

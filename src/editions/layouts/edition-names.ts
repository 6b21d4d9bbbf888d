/** Editions as file names tell them, as a user may give them, and the dates that they cover. */
import { isIsoDate, type IsoDate } from '../../claim/iso-date.ts';
import { isEditionName, type TableName } from '../table-file.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The first of the names that a test says something of. */
export function fromNames(names: readonly string[], read: (name: string) => string | undefined): string | undefined {
  for (const name of names) {
    const found = read(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `_Eff_07-01-2026` -> 2026Q3 */
export function quarterOfEffective(names: readonly string[]): string | undefined {
  return fromNames(names, (name) => {
    const m = /eff[_-]?(\d{2})-(\d{2})-(\d{4})/i.exec(name);
    return m && isIsoDate(`${m[3]}-${m[1]}-${m[2]}`) ? `${m[3]}Q${Math.ceil(Number(m[1]) / 3)}` : undefined;
  });
}

/** `v322` is version 32.2: the third quarter of 2026. */
export function quarterOfVersion(names: readonly string[]): string | undefined {
  return fromNames(names, (name) => {
    const m = /v(\d{2})([0-3])r\d/i.exec(name);
    return m ? `${1994 + Number(m[1])}Q${Number(m[2]) + 1}` : undefined;
  });
}

/** `HCPC2026_OCT`, `PPRRVU24_JUL`, `PPRRVU2026_Jul` -> 2026-10, 2024-07, 2026-07 */
export function monthOfName(names: readonly string[], prefix: RegExp): string | undefined {
  return fromNames(names, (name) => {
    const m = new RegExp(`${prefix.source}(\\d{4}|\\d{2})[_-]?([A-Za-z]{3})`, 'i').exec(name);
    const month = m ? months.indexOf(m[2]!.toLowerCase()) + 1 : 0;
    return month > 0 ? `${m![1]!.padStart(4, '20')}-${String(month).padStart(2, '0')}` : undefined;
  });
}

/** `PPRRVU26C`, `RVU26C`: A to D are January, April, July, October. */
export function monthOfRelease(names: readonly string[]): string | undefined {
  return fromNames(names, (name) => {
    const m = /RVU(\d{2})([A-D])(?![A-Za-z])/i.exec(name);
    return m ? `20${m[1]}-${['01', '04', '07', '10'][m[2]!.toUpperCase().charCodeAt(0) - 65]}` : undefined;
  });
}

interface Form { pattern: RegExp; example: string; covers(m: RegExpExecArray): { from: IsoDate; to?: IsoDate } }

const quarter: Form = {
  pattern: /^(\d{4})Q([1-4])$/, example: '2026Q3',
  covers: (m) => ({ from: monthStart(Number(m[1]), Number(m[2]) * 3 - 2), to: monthStart(Number(m[1]), Number(m[2]) * 3 + 1) }),
};
const month: Form = {
  pattern: /^(\d{4})-(0[1-9]|1[0-2])$/, example: '2026-07',
  covers: (m) => ({ from: `${m[1]}-${m[2]}-01`, to: monthStart(Number(m[1]), Number(m[2]) + 3) }),
};
const year: Form = { pattern: /^(\d{4})$/, example: '2026', covers: (m) => ({ from: `${m[1]}-01-01`, to: `${Number(m[1]) + 1}-01-01` }) };
const fiscalYear: Form = {
  pattern: /^FY(\d{4})(?:-(0[1-9]|1[0-2]))?$/, example: 'FY2026',
  covers: (m) => ({ from: m[2] === undefined ? `${Number(m[1]) - 1}-10-01` : `${m[1]}-${m[2]}-01`, to: `${m[1]}-10-01` }),
};
const fees: Form = {
  pattern: /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/, example: '2026-01-01',
  covers: (m) => ({ from: `${m[1]}-${m[2] ?? '01'}-${m[3] ?? '01'}` }),
};
const forms: Record<TableName, Form> = { ncci_ptp: quarter, ncci_ptp_hospital: quarter, mue: quarter, add_on_codes: quarter, hcpcs: month, status: month, icd10cm: fiscalYear, cpt: year, fees };

function monthStart(y: number, m: number): IsoDate {
  return m > 12 ? `${y + 1}-${String(m - 12).padStart(2, '0')}-01` : `${y}-${String(m).padStart(2, '0')}-01`;
}

/** How an edition of the table is written. */
export function editionExample(table: TableName): string {
  return forms[table].example;
}

/** The dates of service that an edition is published for; undefined for a name that is none of the table. */
export function editionCovers(table: TableName, edition: string): { from: IsoDate; to?: IsoDate } | undefined {
  const m = forms[table].pattern.exec(edition);
  if (!m || !isEditionName(edition)) return undefined;
  const covers = forms[table].covers(m);
  return isIsoDate(covers.from) ? covers : undefined;
}

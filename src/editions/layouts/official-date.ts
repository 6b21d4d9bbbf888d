/** Dates as the files write them: 20260701, 07/01/2026, 2026-07-01, and 2026182 for a day of the year. */
import { addDays, isIsoDate, type IsoDate } from '../../claim/iso-date.ts';

/** undefined for what is no date. */
export function readDate(cell: string): IsoDate | undefined {
  const m = /^(\d{4})(\d{2})(\d{2})$/.exec(cell) ?? /^(\d{4})-(\d{2})-(\d{2})/.exec(cell);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell);
  const date = m ? `${m[1]}-${m[2]}-${m[3]}` : us ? `${us[3]}-${us[1]!.padStart(2, '0')}-${us[2]!.padStart(2, '0')}` : '';
  return isIsoDate(date) ? date : undefined;
}

/** 2026182: the 182nd day of 2026. */
export function readDayOfYear(cell: string): IsoDate | undefined {
  const m = /^(\d{4})(\d{3})$/.exec(cell);
  if (!m || Number(m[2]) < 1 || Number(m[2]) > 366 || !isIsoDate(`${m[1]}-01-01`)) return undefined;
  const date = addDays(`${m[1]}-01-01`, Number(m[2]) - 1);
  return date.startsWith(m[1]!) ? date : undefined;
}

/** The files name the last day in force; a half-open range ends on the day after. */
export function dayAfter(last: IsoDate): IsoDate {
  return addDays(last, 1);
}

/** The clock, read at the edge of the program only: today's date, for which `CLAIMLINT_TODAY` stands in, and the time. */
import { isIsoDate, type IsoDate } from './claim/iso-date.ts';

/** The local calendar day. Throws a plain Error when `CLAIMLINT_TODAY` is set and is not a day. */
export function readToday(environment: Record<string, string | undefined>): IsoDate {
  const set = environment.CLAIMLINT_TODAY?.trim();
  if (set) {
    if (!isIsoDate(set)) throw new Error('CLAIMLINT_TODAY must be a calendar day written YYYY-MM-DD, such as 2026-11-23.');
    return set;
  }
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Milliseconds, for telling how long something still takes. */
export function nowMs(): number {
  return Date.now();
}

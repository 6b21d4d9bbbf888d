/** Which edition of a table speaks for a date of service: an imported one for its dates, else what is embedded, else the nearest. */
import type { EditionEntry } from '../catalog/schemas.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import type { OpenedEdition } from './opened-store.ts';

/** These files hold every row since long ago with its dates, also those that have ended since. */
const withHistory = new Set(['ncci_ptp', 'ncci_ptp_hospital', 'hcpcs', 'add_on_codes']);
export const historyFrom: IsoDate = '1996-01-01';

/** The embedded diagnoses carry their own dates since then, so that they speak for more than their edition's year. */
const curatedSince: Readonly<Record<string, IsoDate>> = { icd10cm: '2021-10-01' };

/** The imported edition for the date; undefined where the embedded table speaks for it, or nothing does. */
export function chooseEdition(imported: readonly OpenedEdition[], embedded: EditionEntry | undefined, date: IsoDate): OpenedEdition | undefined {
  const byAge = imported.toSorted((a, b) => (a.header.covers_from < b.header.covers_from ? 1 : -1));
  const own = byAge.find((e) => isWithin(date, e.header.covers_from, e.header.covers_to));
  if (own) return own;
  const later = byAge.filter((e) => e.header.covers_from > date);
  const whole = later.findLast((e) => withHistory.has(e.table) && e.missingParts === 0);
  if (whole && date >= historyFrom) return whole;
  if (embedded && isWithin(date, curatedSince[embedded.table] ?? embedded.covers_from, embedded.covers_to)) return undefined;
  const earlier = byAge.find((e) => e.header.covers_from <= date);
  const embeddedIsEarlier = embedded !== undefined && embedded.covers_from <= date;
  if (earlier) return embeddedIsEarlier && embedded.covers_from > earlier.header.covers_from ? undefined : earlier;
  if (embedded) return undefined;
  return later.at(-1);
}

/** True when the edition holds what was in force on the date: its own dates, or its history. */
export function speaksFor(edition: OpenedEdition, date: IsoDate): boolean {
  if (edition.missingParts > 0) return false;
  return isWithin(date, edition.header.covers_from, edition.header.covers_to) || (withHistory.has(edition.table) && date >= historyFrom && date < edition.header.covers_from);
}

/** The data tables as a page: which edition, for which dates, and whether it is out of date. */
import type { Catalog } from '../catalog/catalog.ts';
import { lookUpReference } from '../catalog/reference.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import { page, table } from './markdown.ts';

export function editionsPage(catalog: Catalog, today: IsoDate): string {
  const reply = lookUpReference(catalog, { kind: 'edition', query: 'all', today });
  const text = (value: unknown): string => (value === undefined ? '' : String(value));
  return page('Data on hand', reply.summary,
    table(['table', 'edition', 'covers from', 'to before', 'rows', 'origin', `out of date on ${today}`, 'refresh from'], reply.matches.map((m) => [m.code, text(m.edition), text(m.covers_from), text(m.covers_to), text(m.rows), text(m.origin), m.out_of_date === true ? 'yes' : 'no', text(m.refresh_from)])),
    'Where a table is out of date, the newest earlier one is used and the reply says so.');
}

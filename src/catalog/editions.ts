/** Which edition speaks for a date, and how a reply says so. */
import { addYears, isWithin, type IsoDate } from '../claim/iso-date.ts';
import type { Catalog } from './catalog.ts';
import { catalogOn } from './imported.ts';

export interface EditionSummary {
  catalog: string; ncci_ptp: string; mue: string; icd10cm: string; hcpcs: string;
  /** Tables that do not cover the date asked about. */
  not_covered?: string[];
  /** Tables of which an imported edition is in use. */
  imported?: string[];
  /** Imported files that are damaged and left aside. */
  damaged?: string[];
}

/** True when the table's edition speaks for the date (`until_replaced` editions speak for later dates too). */
export function covers(catalog: Catalog, table: string, date: IsoDate): boolean {
  const edition = catalogOn(catalog, date).editionOf.get(table);
  if (!edition || edition.incomplete) return false;
  // An imported list that newer ones have followed speaks for a year more at most.
  if (edition.imported && edition.after === 'until_replaced' && edition.covers_to) return isWithin(date, edition.covers_from, addYears(edition.covers_to, 1));
  return edition.after === 'until_replaced' ? date >= edition.covers_from : isWithin(date, edition.covers_from, edition.covers_to);
}

export function editionName(catalog: Catalog, table: string): string {
  return catalog.editionOf.get(table)?.edition ?? 'none';
}

/** The `edition` object of a reply; with a date, the dated tables that do not cover it are named. */
export function editionSummary(given: Catalog, date?: IsoDate): EditionSummary {
  const catalog = date === undefined ? given : catalogOn(given, date);
  const summary: EditionSummary = {
    catalog: editionName(catalog, 'catalog'), ncci_ptp: editionName(catalog, 'ncci_ptp'), mue: editionName(catalog, 'mue'),
    icd10cm: editionName(catalog, 'icd10cm'), hcpcs: editionName(catalog, 'hcpcs'),
  };
  const missing = date ? ['ncci_ptp', 'mue', 'status', 'icd10cm'].filter((table) => !covers(catalog, table, date)) : [];
  if (missing.length > 0) summary.not_covered = missing;
  const imported = [...catalog.editionOf.values()].filter((e) => e.imported).map((e) => e.table);
  if (imported.length > 0) summary.imported = imported;
  if (catalog.imported && catalog.imported.damaged.length > 0) summary.damaged = catalog.imported.damaged.map((d) => d.file);
  return summary;
}

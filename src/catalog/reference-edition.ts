/** The data tables themselves: edition, dates covered, rows, and whether it is out of date on a day. */
import { addYears, isWithin, type IsoDate } from '../claim/iso-date.ts';
import type { Catalog, CatalogData } from './catalog.ts';
import { covers } from './editions.ts';
import { catalogOn } from './imported.ts';
import type { ReferenceEntry } from './reference-entries.ts';
import type { EditionEntry } from './schemas.ts';

/** Which array of the catalog holds a table; names as editions.json and the files use them. */
const arrays: Record<string, keyof CatalogData> = {
  catalog: 'codes', codes: 'codes', cpt: 'codes', hcpcs: 'codes', confusions: 'confusions', deleted_codes: 'deleted_codes', misprints: 'misprints',
  status: 'statuses', statuses: 'statuses', status_indicators: 'statuses', mpfs: 'statuses', mue: 'mue_limits', mue_limits: 'mue_limits',
  ncci_ptp: 'ptp_edits', ptp: 'ptp_edits', ptp_edits: 'ptp_edits', add_on: 'add_ons', add_ons: 'add_ons', add_on_codes: 'add_ons',
  modifiers: 'modifiers', modifier: 'modifiers', places_of_service: 'places', place_of_service: 'places', pos: 'places',
  icd10cm: 'diagnoses', diagnoses: 'diagnoses', carc: 'denial_codes', denial_codes: 'denial_codes', rarc: 'remark_codes', remark_codes: 'remark_codes',
  carc_rarc: 'denial_codes', taxonomies: 'taxonomies', taxonomy: 'taxonomies', provider_taxonomy: 'taxonomies', nucc_taxonomy: 'taxonomies',
  payers: 'payers', provider_types: 'provider_types', sources: 'sources',
};

/** What people call a table. */
const everyday: Record<string, readonly string[]> = {
  ncci_ptp: ['ncci', 'ptp', 'cci edits', 'ncci edits', 'procedure to procedure', 'bundling edits'], mue: ['mue', 'medically unlikely edits', 'unit limits'],
  status: ['fee schedule', 'status indicators', 'mpfs', 'rvu'], icd10cm: ['icd', 'icd-10', 'icd10', 'icd 10 cm', 'icd-10-cm', 'diagnosis codes', 'diagnoses'],
  hcpcs: ['hcpcs', 'hcpcs level ii', 'level ii'], places_of_service: ['pos', 'place of service'], catalog: ['cpt', 'codes', 'procedure codes', 'claimlint'],
};

/** Rows of a table on hand; undefined for a table that the catalog does not name. HCPCS counts its own system only. */
function rowsOf(catalog: Catalog, table: string): number | undefined {
  if (table === 'hcpcs') return catalog.codes.filter((row) => row.system === 'hcpcs').length;
  if (table === 'carc_rarc') return catalog.denial_codes.length + catalog.remark_codes.length;
  if (table === 'consequences') return Object.keys(catalog.consequences.mistakes ?? {}).length;
  const name = arrays[table];
  const rows = name === undefined ? undefined : catalog[name];
  return Array.isArray(rows) ? rows.length : undefined;
}

/**
 * The day lies after what the edition was published for. Tables of an outside publisher with no end date come out anew
 * at least once a year, so a year after its start such an edition is old, although it is used until replaced.
 */
function isOutOfDate(row: EditionEntry, date: IsoDate): boolean {
  if (row.covers_to !== undefined) return date >= row.covers_to;
  return row.refresh_from.startsWith('http') && date >= addYears(row.covers_from, 1);
}

/** One entry a table and edition, in the order of editions.json, imported editions before the embedded one. The edition in use on the date goes by the table's name. */
export function editionEntries(catalog: Catalog, date: IsoDate): ReferenceEntry[] {
  const dated = catalogOn(catalog, date);
  const imported = dated.imported?.editions ?? [];
  const tables = [...new Set([...catalog.editions.map((e) => e.table), ...imported.map((e) => e.table)])];
  const entries = tables.flatMap((table) => {
    const own = imported.filter((e) => e.table === table).reverse();
    const inUse = dated.editionOf.get(table);
    const embedded = catalog.editions.filter((e) => e.table === table).map((row) => entryOf(dated, row, date, inUse?.imported !== true, { origin: 'embedded', ...numberOfRows(catalog, table) }));
    const others = own.map((e) => entryOf(dated, e, date, inUse?.imported === true && inUse.edition === e.edition, {
      origin: 'imported', files: e.origin, imported_on: e.imported_on, rows: e.rows, ...(e.missing_parts === undefined ? {} : { parts: e.parts, missing_parts: e.missing_parts }),
    }, own.some((o) => o.covers_from > e.covers_from)));
    return [...others, ...embedded].sort((a, b) => Number(b.detail.in_use) - Number(a.detail.in_use));
  });
  return [...entries, ...(dated.imported?.damaged ?? []).map(damagedEntry)];
}

function numberOfRows(catalog: Catalog, table: string): { rows?: number } {
  const rows = rowsOf(catalog, table);
  return rows === undefined ? {} : { rows };
}

function entryOf(catalog: Catalog, row: EditionEntry, date: IsoDate, inUse: boolean, origin: Record<string, unknown>, replaced = false): ReferenceEntry {
  const coversDate = inUse ? covers(catalog, row.table, date) : isWithin(date, row.covers_from, row.after === 'until_replaced' && !replaced ? undefined : row.covers_to);
  const outOfDate = !replaced && isOutOfDate(row, date);
  const span = row.covers_to ? `${row.covers_from} to before ${row.covers_to}` : `${row.covers_from} on`;
  const used = inUse ? '' : ' Another edition is in use on that day.';
  const missing = origin.missing_parts === undefined ? '' : ` Incomplete: ${String(origin.missing_parts)} more parts to import.`;
  return {
    code: inUse ? row.table : `${row.table} ${row.edition}${origin.origin === 'embedded' ? ' embedded' : ''}`, name: row.name,
    description: `Edition ${row.edition}${origin.origin === 'imported' ? ', imported' : ''}, for ${span}. ${outOfDate ? `Out of date on ${date}${coversDate ? '; used until a newer one is imported' : ''}. Refresh from: ${row.refresh_from}.` : coversDate ? `Covers ${date}.` : `Does not cover ${date}.`}${missing}${used}`,
    words: [row.table.replace(/_/g, ' '), ...(everyday[row.table] ?? [])], in_force: coversDate, sources: [row.source],
    detail: {
      table: row.table, edition: row.edition, covers_from: row.covers_from, ...(row.covers_to ? { covers_to: row.covers_to } : {}), covers_date: coversDate,
      ...origin, in_use: inUse, out_of_date: outOfDate, refresh_from: row.refresh_from,
    },
  };
}

/** A file of the data folder that is left aside. */
function damagedEntry({ file, why }: { file: string; why: string }): ReferenceEntry {
  return {
    code: file, name: 'damaged file', description: `${file} is left aside: ${why}. Import the official file again.`, words: [], in_force: false, sources: ['claimlint'],
    detail: { table: file.split('.')[0]!, origin: 'imported', damaged: true, because: why, in_use: false },
  };
}

/** What imported official files add to the catalog: editions by date, codes without a curated row, their words and amounts. */
import type { IsoDate } from '../claim/iso-date.ts';
import type { Catalog } from './catalog.ts';

/** A code that only imported files know: whether it is timed, hands-on or a therapy service is not known of it. */
export interface KnownCode {
  code: string;
  system: 'cpt' | 'hcpcs';
  category?: 'I' | 'II' | 'III';
  /** The official short description (HCPCS), the licensed descriptor (CPT), or words that say which table has it. */
  name: string;
  description: string;
  /** The name and description are the AMA's, from the user's licensed file. */
  licensed: boolean;
  effective_from?: IsoDate;
  effective_to?: IsoDate;
  /** Tables that have it. */
  tables: string[];
  sources: string[];
}

export interface ImportedEdition {
  table: string; edition: string; name: string; covers_from: IsoDate; covers_to?: IsoDate; rows: number; origin: string[]; imported_on: IsoDate;
  parts?: string[]; missing_parts?: number; after: 'not_covered' | 'until_replaced'; refresh_from: string; source: string;
}

/** A row that words were found in. */
export interface WordMatch { code: string; name: string; matched: string[]; /** How many of the words asked for it has, 0 to 1. */ share: number; source: string }

export interface ImportedTables {
  editions: readonly ImportedEdition[];
  /** Files of the store that were left aside, and why. */
  damaged: readonly { file: string; why: string }[];
  /** Tables that are imported in full for the date: a code that they lack is in no such table. */
  complete: ReadonlySet<string>;
  /** Source of the embedded table -> source of the edition in use instead. */
  inUse: ReadonlyMap<string, string>;
  /** Copyright notice that goes with licensed descriptors. */
  notice?: string;
  /** Codes whose description has every one of the words. */
  searchCodes(words: string, limit: number): WordMatch[];
  /** Diagnoses whose description has some of the words, the most of them first. */
  searchDiagnoses(words: string, limit: number): WordMatch[];
  /** The practice's own charge in dollars. */
  charge(code: string, modifiers: readonly string[]): { amount: number; edition: string; source: string } | undefined;
  /** Relative values and the national amount of the Medicare fee schedule. */
  medicareAmounts(code: string): { work_rvu: number; total_rvu_non_facility: number; total_rvu_facility: number; conversion_factor: number; edition: string } | undefined;
}

/** The catalog as of a date of service: the edition in force that day in every table that has several. */
export function catalogOn(catalog: Catalog, date: IsoDate): Catalog {
  return catalog.on?.(date) ?? catalog;
}

/** Source ids with the edition in use in the place of the embedded one. */
export function sourcesInUse(catalog: Catalog, ids: readonly string[]): string[] {
  return [...new Set(ids.map((id) => catalog.imported?.inUse.get(id) ?? id))];
}

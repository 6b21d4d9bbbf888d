/** The rows of every reference table as entries of one shape: what a look-up matches against and prints. */
import { onceFor } from '../claim/once-for.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import type { Catalog } from './catalog.ts';
import { diagnosisEntries } from './reference-diagnosis.ts';
import { editionEntries } from './reference-edition.ts';
import { payerEntries } from './reference-payer.ts';
import type { DenialCodeRow } from './schemas.ts';

export const referenceKinds = ['modifier', 'place_of_service', 'diagnosis', 'denial_code', 'remark_code', 'provider_taxonomy', 'payer', 'edition'] as const;
export type ReferenceKind = typeof referenceKinds[number];

export interface ReferenceEntry {
  code: string;
  name: string;
  description: string;
  /** Everyday phrases for it, beside its name. */
  words: readonly string[];
  in_force: boolean;
  sources: readonly string[];
  /** Fields of this kind only. */
  detail: Record<string, unknown>;
}

/** The table of each kind as it was last read: a long one takes longer to make than to search, and most look-ups are of one day. */
type LastRead = Map<ReferenceKind, { date: IsoDate; entries: readonly ReferenceEntry[] }>;
const lastRead = onceFor<Catalog, LastRead>(() => new Map());

/** Every entry of the table, as it stands on the date, in the order of its codes. */
export function entriesOf(catalog: Catalog, kind: ReferenceKind, date: IsoDate): readonly ReferenceEntry[] {
  if (kind === 'edition') return readers.edition(catalog, date);
  const last = lastRead(catalog).get(kind);
  if (last?.date === date) return last.entries;
  const entries = readers[kind](catalog, date).sort((a, b) => compareCodes(a.code, b.code));
  lastRead(catalog).set(kind, { date, entries });
  return entries;
}

/** The entries of a table by their codes. */
export const entriesByCode = onceFor((entries: readonly ReferenceEntry[]): ReadonlyMap<string, ReferenceEntry> => new Map(entries.map((entry) => [entry.code, entry])));

/** Numbers by size, then letters: 4, 16, 97, A1. */
export function compareCodes(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  if (Number.isFinite(x) && Number.isFinite(y)) return x - y || (a < b ? -1 : a > b ? 1 : 0);
  return a < b ? -1 : a > b ? 1 : 0;
}

const readers: Record<ReferenceKind, (catalog: Catalog, date: IsoDate) => ReferenceEntry[]> = {
  modifier: (catalog, date) => catalog.modifiers.map((row) => ({
    code: row.modifier, name: row.name, description: row.description, words: [row.kind.replace('_', ' '), ...wordsFor(catalog, 'modifier', row.modifier)],
    in_force: isWithin(date, row.effective_from, row.effective_to), sources: row.sources,
    detail: {
      modifier_kind: row.kind, bypasses_ptp: row.bypasses_ptp, conflicts_with: row.conflicts_with, valid_for: row.valid_for, not_valid_for: row.not_valid_for,
      ...given('why_not', row.why_not), order_rank: row.order_rank, ...given('effective_from', row.effective_from), ...given('effective_to', row.effective_to), confidence: row.confidence,
    },
  })),
  place_of_service: (catalog) => catalog.places.map((row) => ({
    code: row.code, name: row.name, description: row.note ?? row.name, words: wordsFor(catalog, 'place_of_service', row.code), in_force: true, sources: row.sources,
    detail: { ...given('setting', row.setting), telehealth: row.telehealth, unlikely_for_hands_on: row.unlikely_for_hands_on },
  })),
  diagnosis: diagnosisEntries,
  denial_code: (catalog, date) => catalog.denial_codes.map((row) => denialEntry(row, date, wordsFor(catalog, 'denial_code', row.code))),
  remark_code: (catalog, date) => catalog.remark_codes.map((row) => denialEntry(row, date, wordsFor(catalog, 'remark_code', row.code))),
  provider_taxonomy: (catalog) => catalog.taxonomies.map((row) => ({
    code: row.code, name: row.name, description: row.description, words: wordsOfType(catalog, row.provider_type), in_force: true, sources: row.sources,
    detail: { ...given('provider_type', row.provider_type), confidence: row.confidence },
  })),
  payer: payerEntries,
  edition: editionEntries,
};

function denialEntry(row: DenialCodeRow, date: IsoDate, words: readonly string[]): ReferenceEntry {
  return {
    code: row.code, name: row.meaning, description: row.meaning, words, in_force: isWithin(date, row.effective_from, row.effective_to), sources: row.sources,
    detail: { ...given('usual_group', row.usual_group), ...given('effective_from', row.effective_from), ...given('effective_to', row.effective_to) },
  };
}

/** What people call a row, by `kind/code`. */
const everydayWords = onceFor((catalog: Catalog) => new Map(catalog.reference_words.map((row) => [`${row.kind}/${row.code}`, row.words])));

function wordsFor(catalog: Catalog, kind: ReferenceKind, code: string): readonly string[] {
  return everydayWords(catalog).get(`${kind}/${code}`) ?? [];
}

function wordsOfType(catalog: Catalog, type: string | undefined): readonly string[] {
  return type === undefined ? [] : catalog.providerType.get(type)?.words ?? [];
}

function given(field: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [field]: value };
}

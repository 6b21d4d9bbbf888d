/** The catalog as a frozen, indexed value: what every look-up, rule and reply reads. */
import type {
  AddOnRow, CodeRow, ConfusionRow, DeletedCodeRow, DenialCodeRow, DiagnosisLimitRow, DiagnosisRow, EditionEntry, ExclusiveRow, MisprintRow, ModifierRow, MueRow,
  PayerProfile, PhrasingRow, PlaceRow, ProviderTypeEntry, PtpRow, ReferenceWordRow, SourceEntry, StatusRow, TaxonomyRow, ThresholdRow,
} from './schemas.ts';
import type { Vocabulary } from './vocabulary-schema.ts';
import type { ConsequenceTable } from './consequences-schema.ts';
import type { DenialGuidance } from './denial-guidance-schema.ts';
import type { ImportedTables, KnownCode } from './imported.ts';

/** The rows of catalog/ as read and validated; plain JSON, so that the build can put it in the bundle. */
export interface CatalogData {
  codes: CodeRow[]; confusions: ConfusionRow[]; deleted_codes: DeletedCodeRow[]; misprints: MisprintRow[];
  statuses: StatusRow[]; mue_limits: MueRow[]; ptp_edits: PtpRow[]; add_ons: AddOnRow[];
  modifiers: ModifierRow[]; places: PlaceRow[]; diagnoses: DiagnosisRow[]; denial_codes: DenialCodeRow[]; remark_codes: DenialCodeRow[];
  taxonomies: TaxonomyRow[]; payers: PayerProfile[]; provider_types: ProviderTypeEntry[]; sources: SourceEntry[]; editions: EditionEntry[];
  thresholds: ThresholdRow[]; exclusive_codes: ExclusiveRow[]; diagnosis_limits: DiagnosisLimitRow[]; reference_words: ReferenceWordRow[];
  /** Plain English words, a line each, that are never taken for a misspelt trade word. */
  ordinary_words: string; vocabulary: Vocabulary;
  /** How people say that a service was done; `word_table` is what the build counted from them, and then they are left out. */
  phrasings: PhrasingRow[]; word_table?: string;
  /** What each word speaks for and against, learned from the phrasings by `npm run learn`. */
  word_weights: string;
  consequences: ConsequenceTable; denial_guidance: DenialGuidance;
}

export interface Catalog extends Readonly<CatalogData> {
  readonly code: ReadonlyMap<string, CodeRow>;
  readonly deleted: ReadonlyMap<string, DeletedCodeRow>;
  readonly misprint: ReadonlyMap<string, MisprintRow>;
  readonly status: ReadonlyMap<string, StatusRow>;
  readonly mue: ReadonlyMap<string, MueRow>;
  /** Key `column_one/column_two`. */
  readonly ptp: ReadonlyMap<string, PtpRow>;
  readonly addOn: ReadonlyMap<string, AddOnRow>;
  /** Primary code -> the add-on codes that may follow it. */
  readonly addOnsOf: ReadonlyMap<string, readonly string[]>;
  readonly confusionsOf: ReadonlyMap<string, readonly ConfusionRow[]>;
  readonly modifier: ReadonlyMap<string, ModifierRow>;
  readonly place: ReadonlyMap<string, PlaceRow>;
  readonly diagnosis: ReadonlyMap<string, DiagnosisRow>;
  readonly carc: ReadonlyMap<string, DenialCodeRow>;
  readonly rarc: ReadonlyMap<string, DenialCodeRow>;
  /** Year -> the yearly therapy amount. */
  readonly threshold: ReadonlyMap<string, ThresholdRow>;
  readonly taxonomy: ReadonlyMap<string, TaxonomyRow>;
  readonly payer: ReadonlyMap<string, PayerProfile>;
  readonly providerType: ReadonlyMap<string, ProviderTypeEntry>;
  readonly source: ReadonlyMap<string, SourceEntry>;
  readonly editionOf: ReadonlyMap<string, EditionEntry>;
  /** Codes of imported files that have no curated row; absent where nothing is imported. */
  readonly known?: ReadonlyMap<string, KnownCode>;
  readonly imported?: ImportedTables;
  /** This catalog as of a date of service; see `catalogOn`. */
  readonly on?: (date: string) => Catalog;
  /** Files of the user's payer profiles that were left out, and why. */
  readonly payer_problems?: readonly { file: string; problem: string }[];
}

function byKey<T>(rows: readonly T[], key: (row: T) => string): Map<string, T> {
  return new Map(rows.map((row) => [key(row), row]));
}

function grouped<T, V>(rows: readonly T[], key: (row: T) => string, value: (row: T) => V): Map<string, V[]> {
  const out = new Map<string, V[]>();
  for (const row of rows) {
    const found = out.get(key(row));
    if (found) found.push(value(row));
    else out.set(key(row), [value(row)]);
  }
  return out;
}

/** Index validated rows. The result must be treated as read-only. */
export function buildCatalog(data: CatalogData): Catalog {
  const links = data.add_ons.flatMap((row) => row.primary.map((primary) => ({ primary, add_on: row.add_on })));
  return {
    ...data,
    code: byKey(data.codes, (r) => r.code),
    deleted: byKey(data.deleted_codes, (r) => r.code),
    misprint: byKey(data.misprints, (r) => r.number),
    status: byKey(data.statuses, (r) => r.code),
    mue: byKey(data.mue_limits, (r) => r.code),
    ptp: byKey(data.ptp_edits, (r) => `${r.column_one}/${r.column_two}`),
    addOn: byKey(data.add_ons, (r) => r.add_on),
    addOnsOf: grouped(links, (l) => l.primary, (l) => l.add_on),
    confusionsOf: grouped(data.confusions, (r) => r.code, (r) => r),
    modifier: byKey(data.modifiers, (r) => r.modifier),
    place: byKey(data.places, (r) => r.code),
    diagnosis: byKey(data.diagnoses, (r) => r.code),
    carc: byKey(data.denial_codes, (r) => r.code),
    rarc: byKey(data.remark_codes, (r) => r.code),
    threshold: byKey(data.thresholds, (r) => r.year),
    taxonomy: byKey(data.taxonomies, (r) => r.code),
    payer: byKey(data.payers, (r) => r.id),
    providerType: byKey(data.provider_types, (r) => r.id),
    source: byKey(data.sources, (r) => r.id),
    editionOf: byKey(data.editions, (r) => r.table),
  };
}

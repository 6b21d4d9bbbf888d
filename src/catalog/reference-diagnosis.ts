/** Diagnoses as reference entries: billable on the date, what completes a category, and codes that a category row spells out. */
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import type { Catalog } from './catalog.ts';
import type { ReferenceEntry } from './reference-entries.ts';
import type { ScoredEntry } from './reference-match.ts';
import type { DiagnosisRow } from './schemas.ts';

/** ICD-10-CM guidelines I.C.19.a: what the seventh character of an injury code says. */
const seventhCharacters: Record<string, string> = { A: 'active treatment', D: 'routine healing or rehabilitation', S: 'late effect (sequela)' };

/**
 * Billable on the date. A row that is not billable now and has `billable_until` was billable before that day
 * (M54.5 until 2021-10-01); dates are half-open.
 */
export function isBillableOn(row: DiagnosisRow, date: IsoDate): boolean {
  if (row.needs_seventh_character) return false;
  if (!row.billable && row.billable_until === undefined) return false;
  return isWithin(date, row.billable_from, row.billable_until);
}

/** On the code list that day, as a code or as a category: only codes that ended with nothing below them are off it. */
function isInForce(row: DiagnosisRow, date: IsoDate): boolean {
  if (row.billable_from !== undefined && date < row.billable_from && row.billable) return false;
  return !(row.billable && row.billable_until !== undefined && date >= row.billable_until && row.more_specific.length === 0);
}

const kept = new WeakMap<Catalog, { date: IsoDate; entries: ReferenceEntry[] }>();

/** The curated diagnoses as they stand on the date; made once for a catalog and its date, since an import has every one looked up. */
export function diagnosisEntries(catalog: Catalog, date: IsoDate): ReferenceEntry[] {
  let made = kept.get(catalog);
  if (made?.date !== date) {
    made = { date, entries: catalog.diagnoses.map((row) => diagnosisEntry(catalog.imported ? catalog.diagnosis.get(row.code) ?? row : row, date)) };
    kept.set(catalog, made);
  }
  return made.entries;
}

function diagnosisEntry(row: DiagnosisRow, date: IsoDate): ReferenceEntry {
  const billable = isBillableOn(row, date);
  return {
    code: row.code, name: row.name, description: describe(row, billable, date), words: row.words, in_force: isInForce(row, date), sources: row.sources,
    detail: {
      billable, needs_seventh_character: row.needs_seventh_character,
      ...(row.more_specific.length > 0 ? { more_specific: row.more_specific } : {}),
      side: row.side, ...(row.excludes.length > 0 ? { excludes: row.excludes } : {}),
      ...(row.billable_from ? { billable_from: row.billable_from } : {}), ...(row.billable_until ? { billable_until: row.billable_until } : {}),
      confidence: row.confidence,
    },
  };
}

function describe(row: DiagnosisRow, billable: boolean, date: IsoDate): string {
  const finer = row.more_specific.length > 0 ? `: ${row.more_specific.slice(0, 12).join(', ')}` : '';
  if (row.needs_seventh_character) return `${row.name}. Not complete: it needs a seventh character${finer}.`;
  if (row.billable && row.billable_from !== undefined && date < row.billable_from) return `${row.name}. Valid from ${row.billable_from} only.`;
  if (billable) return `${row.name}. Billable${row.billable_until ? ` until ${row.billable_until}` : ''}${row.side === 'unspecified' ? '; the side is left unspecified, which draws questions' : ''}.`;
  return `${row.name}. Not billable${row.billable_until ? ` since ${row.billable_until}` : ''}${finer ? `; take a finer code${finer}` : ''}.`;
}

/** A code that is no row of its own but is spelled out by a row that needs a seventh character (S13.4XXD under S13.4). */
export function spelledOut(catalog: Catalog, code: string): ReferenceEntry | undefined {
  const parent = catalog.diagnoses.find((row) => row.needs_seventh_character && row.more_specific.includes(code) && row.code !== code);
  if (!parent) return undefined;
  const stage = code.length === 8 ? seventhCharacters[code.charAt(7)] : undefined;
  const name = stage ? `${parent.name}, ${stage}` : `${parent.name} (finer code)`;
  return {
    code, name, description: `${name}. Billable; spelled out under ${parent.code}.`, words: parent.words, in_force: true, sources: parent.sources,
    detail: { billable: true, needs_seventh_character: false, side: parent.side, category: parent.code, confidence: parent.confidence },
  };
}

/** A diagnosis that only an imported file has. */
export function importedDiagnosisEntry(catalog: Catalog, code: string, date: IsoDate): ReferenceEntry | undefined {
  const row = catalog.imported ? catalog.diagnosis.get(code) : undefined;
  return row && diagnosisEntry(row, date);
}

/** Diagnoses of an imported file whose description has all of the words, after the curated ones. */
export function importedDiagnosisMatches(catalog: Catalog, query: string, seen: ReadonlySet<string>, date: IsoDate): ScoredEntry[] {
  return (catalog.imported?.searchDiagnoses(query, 10) ?? []).flatMap((hit) => {
    const entry = seen.has(hit.code) || hit.share < 1 ? undefined : importedDiagnosisEntry(catalog, hit.code, date);
    return entry ? [{ entry, match: { kind: 'name' as const, confidence: 'possible' as const, score: 0.5, because: `its description has ${hit.matched.map((w) => `"${w}"`).join(', ')}` } }] : [];
  });
}

/** The nearest category of the table above a code, and the rows that stand beside or below it. */
export function diagnosisNeighbours(catalog: Catalog, code: string): { category?: DiagnosisRow; near: DiagnosisRow[] } {
  const above = catalog.diagnoses.filter((row) => code !== row.code && code.startsWith(row.code)).sort((a, b) => b.code.length - a.code.length);
  const below = catalog.diagnoses.filter((row) => row.code !== code && row.code.startsWith(code));
  const beside = catalog.diagnoses.filter((row) => row.code.slice(0, 3) === code.slice(0, 3) && row.code !== code && !above.includes(row) && !below.includes(row));
  return { ...(above[0] ? { category: above[0] } : {}), near: [...above, ...below, ...beside] };
}

/** ICD-10-CM from an imported edition, with what the catalog has curated beside it. */
import type { Catalog } from '../catalog/catalog.ts';
import type { DiagnosisRow } from '../catalog/schemas.ts';
import { normaliseDiagnosis } from '../claim/diagnosis-code.ts';
import type { OpenedEdition } from './opened-store.ts';

const mostFiner = 60;

/** A diagnosis of the edition. Outside the dates of the edition (`own` is false) what is curated goes before it; `others` lend a description where the edition (the codes file) has none. */
export function importedDiagnosis(base: Catalog, edition: OpenedEdition, others: readonly OpenedEdition[], own: boolean, dotted: string): DiagnosisRow | undefined {
  const bare = dotted.replace('.', '');
  const row = edition.row(bare);
  const curated = base.diagnosis.get(dotted);
  if (curated && !own) return curated;
  const seventh = row === undefined || row[0] !== '1' ? seventhOf(edition, bare) : [];
  if (row === undefined && seventh.length === 0) return undefined;
  const billable = row?.[0] === '1';
  const needsSeventh = !billable && seventh.length > 0;
  const finer = billable ? [] : needsSeventh ? seventh : edition.keysFrom(bare, 400).filter((key) => key !== bare && edition.row(key)?.[0] === '1').slice(0, mostFiner);
  const name = row?.[1] || row?.[2] || curated?.name || borrowed(others, bare) || nameAbove(edition, others, bare) || `${billable ? 'code' : 'category'} of ICD-10-CM ${edition.edition}`;
  return {
    code: dotted, name, words: curated?.words ?? [], billable, needs_seventh_character: needsSeventh, side: curated?.side ?? sideOf(name),
    // The edition says how it stands on its dates; what the catalog knows of other dates is left out.
    billable_from: undefined, billable_until: billable ? undefined : curated?.billable_until,
    more_specific: finer.map(normaliseDiagnosis), excludes: curated?.excludes ?? [], sources: [edition.source, ...(curated?.sources ?? [])], confidence: 'V',
  };
}

/** S13.4 needs a seventh character: S134XXA, S134XXD, S134XXS stand for it. */
function seventhOf(edition: OpenedEdition, bare: string): string[] {
  if (bare.length < 3 || bare.length > 6) return [];
  return edition.keysFrom(bare.padEnd(6, 'X'), 40).filter((key) => key.length === 7);
}

function borrowed(others: readonly OpenedEdition[], bare: string): string {
  for (const other of others) {
    const row = other.row(bare);
    if (row?.[1]) return row[1];
  }
  return '';
}

/** The description of the category that a code without one belongs to. */
function nameAbove(edition: OpenedEdition, others: readonly OpenedEdition[], bare: string): string {
  for (let n = bare.length - 1; n >= 3; n -= 1) {
    const above = bare.slice(0, n);
    const name = edition.row(above)?.[1] || borrowed(others, above);
    if (name) return `under ${normaliseDiagnosis(above)}: ${name}`;
  }
  return '';
}

function sideOf(name: string): DiagnosisRow['side'] {
  if (/\bbilateral\b/i.test(name)) return 'bilateral';
  return /\bright\b/i.test(name) ? 'right' : /\bleft\b/i.test(name) ? 'left' : 'none';
}

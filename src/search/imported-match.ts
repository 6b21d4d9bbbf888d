/** Codes that only imported files know, as lookup_cpt tells them: exactly by number, and by the words of their descriptions. */
import type { Catalog } from '../catalog/catalog.ts';
import type { KnownCode } from '../catalog/imported.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import { adjudication, type CodeMatch } from './lookup.ts';

const each15 = /\b(?:each|per|every)(?: additional)? 15 min/i;

/** A code without a curated row: what its tables say, and that the rest is not known. */
export function matchOfKnown(catalog: Catalog, known: KnownCode, date: IsoDate, match: CodeMatch['match']): CodeMatch {
  const mue = catalog.mue.get(known.code);
  const status = catalog.status.get(known.code);
  // HCPCS descriptions name the unit of a timed code; of CPT codes nothing is read.
  const timed = known.system === 'hcpcs' && each15.test(known.description);
  return {
    code: known.code, system: known.system, ...(known.category ? { category: known.category } : {}), name: known.name, description: known.description, timed, ...(timed ? { unit_minutes: 15 } : { timed_known: false as const }),
    ...(status ? { medicare_status: status.status } : {}), ...(mue ? { mue: { units: mue.units, adjudication: adjudication[mue.adjudication] } } : {}),
    in_force: isWithin(date, known.effective_from, known.effective_to), ...(known.effective_to ? { deleted_on: known.effective_to } : {}), often_confused_with: [], ...(known.licensed ? { licensed: true as const } : {}),
    ...importedFacts(catalog, known.code), match,
  };
}

/** Amounts of the practice and of Medicare, where they were imported. */
export function importedFacts(catalog: Catalog, code: string): Pick<CodeMatch, 'your_charge' | 'medicare'> {
  const charge = catalog.imported?.charge(code, []);
  const medicare = catalog.imported?.medicareAmounts(code);
  return { ...(charge ? { your_charge: charge.amount } : {}), ...(medicare ? { medicare } : {}) };
}

/** Codes whose official description has the words asked for: all of two or more words, never surer than possible. */
export function importedMatches(catalog: Catalog, query: string, room: number, date: IsoDate): CodeMatch[] {
  if (!catalog.imported || room <= 0) return [];
  return catalog.imported.searchCodes(query, room).flatMap((hit) => {
    const known = catalog.known?.get(hit.code);
    if (!known || hit.matched.length < 2) return [];
    return [matchOfKnown(catalog, known, date, { kind: 'name', confidence: 'possible', score: 0.5, because: `its description has ${hit.matched.map((w) => `"${w}"`).join(', ')}` })];
  });
}

/** The likely causes of a denial: those that reason and remark code share first, and of these the ones that the line itself shows. */
import type { Catalog } from '../catalog/catalog.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import type { Guide } from './denial-guide.ts';
import type { DeniedLine } from './denial-line.ts';
import { fitOf, type Fit } from './denial-sharpen.ts';

export interface LikelyCause { cause: string; rule?: string; how_to_tell: string }
export interface JudgedCause extends LikelyCause { id: string; weight: number; step?: string; sources: readonly string[] }

export function likelyCauses(catalog: Catalog, guides: readonly Guide[], payer: ResolvedPayer, line: DeniedLine | undefined): JudgedCause[] {
  const judged = candidates(catalog, guides).map((id) => {
    const row = catalog.denial_guidance.causes[id]!;
    return { id, row, fit: fitOf(catalog, id, row.rule, payer, line) };
  });
  const possible = judged.filter((j) => j.fit.weight !== 'out');
  // Where nothing is left, the general list still says more than silence.
  const kept = possible.length > 0 ? possible : judged.map((j) => ({ ...j, fit: { weight: 0 } as Fit }));
  return kept
    .map(({ id, row, fit }) => ({
      id, cause: row.cause, ...(row.rule ? { rule: row.rule } : {}), how_to_tell: fit.how ?? row.how_to_tell,
      weight: fit.weight as number, ...(row.step ? { step: row.step } : {}), sources: fit.sources ?? row.sources,
    }))
    .sort((a, b) => b.weight - a.weight);
}

/** Cause ids in order: named by reason and remark alike, by the remark alone, then the reason's others that no missing remark would have named. */
function candidates(catalog: Catalog, guides: readonly Guide[]): string[] {
  const ofReason = unique(guides.filter((g) => g.of.kind === 'carc').flatMap((g) => g.causes));
  const ofRemark = unique(guides.filter((g) => g.of.kind === 'rarc').flatMap((g) => g.causes));
  const both = ofReason.filter((id) => ofRemark.includes(id));
  if (ofRemark.length === 0 || ofReason.length === 0) return [...ofReason, ...ofRemark];
  if (both.length === 0) return [...ofRemark, ...ofReason];
  const named = namedByRemarks(catalog);
  return unique([...both, ...ofRemark, ...ofReason.filter((id) => !named.has(id))]);
}

/** The causes that some remark code names: without that remark they are less likely. */
function namedByRemarks(catalog: Catalog): Set<string> {
  const { rarc, classes } = catalog.denial_guidance;
  return new Set(Object.values(rarc).flatMap((entry) => entry.causes ?? classes[entry.class]?.causes ?? []));
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

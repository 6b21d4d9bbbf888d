/** NCCI pairs between a line and its siblings of the same day. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PtpRow } from '../catalog/schemas.ts';
import { onceFor } from '../claim/once-for.ts';
import { isCovered, type LineContext, type LineView } from './context.ts';
import { notApplicable, notChecked, type Outcome } from './define-rule.ts';

export interface LinePair { edit: PtpRow; other: LineView; columnOne: LineView; columnTwo: LineView; bypass: string[] }

/**
 * The active edits that this line and a sibling fall under, both orders looked up. In a whole claim a pair is
 * reported once, on the column two line (the one that is denied); a line asked about alone reports either way.
 */
export const pairsOf = onceFor((context: LineContext): LinePair[] => {
  const { catalog, view, siblings, claim } = context;
  const pairs: LinePair[] = [];
  for (const other of siblings) {
    if (other.code === view.code) continue;
    const asTwo = catalog.ptp.get(`${other.code}/${view.code}`);
    const asOne = catalog.ptp.get(`${view.code}/${other.code}`);
    const edit = asTwo ?? (claim.only_line !== undefined ? asOne : undefined);
    if (!edit || edit.indicator === '9') continue;
    const [columnOne, columnTwo] = asTwo ? [other, view] : [view, other];
    // Medicare takes the modifier on either line of the pair since July 2019.
    const bypass = [...new Set([...columnTwo.modifiers, ...columnOne.modifiers])].filter((m) => catalog.modifier.get(m)?.bypasses_ptp);
    pairs.push({ edit, other, columnOne, columnTwo, bypass });
  }
  return pairs.sort((a, b) => (a.other.code < b.other.code ? -1 : a.other.code > b.other.code ? 1 : a.other.number - b.other.number));
});

/** The embedded pairs are those of curated codes; a table imported in full has those of every code. */
export function pairsAreKnown(catalog: Catalog, view: LineView): boolean {
  return catalog.code.has(view.code) || (view.known !== undefined && catalog.imported?.complete.has('ncci_ptp') === true);
}

/** Why pairs are not looked at or not fully known here; undefined when they are. `foundNone` when no edit of the kind fired. */
export function pairGap(context: LineContext, foundNone: boolean): Outcome | undefined {
  const { catalog, claim, payer, siblings, view } = context;
  if (payer.ncci.use === 'not_applicable') return notApplicable(`NCCI edits do not apply to ${payer.name}`);
  if (!claim.siblings_known) return notChecked('the other lines of the day were not given', ['other_lines']);
  if (siblings.length === 0) return notApplicable('there is no other line on this day');
  if (!foundNone) return undefined;
  const unknown = [view, ...siblings].filter((v) => !pairsAreKnown(catalog, v)).map((v) => v.code);
  if (unknown.length > 0) return notChecked(`${[...new Set(unknown)].sort().join(', ')} is in no table on hand that has its pairs; import the practitioner PTP files from CMS`, ['current NCCI table'], true);
  if (!isCovered(context, 'ncci_ptp')) {
    const edition = catalog.editionOf.get('ncci_ptp');
    if (edition?.incomplete) return notChecked(`no such pair in the parts that are imported of the NCCI table ${edition.edition}; import the others`, ['current NCCI table'], true);
    return notChecked(`no such pair in the NCCI table of ${edition?.edition}, which does not cover ${view.date}; import the current practitioner PTP files from CMS`, ['current NCCI table'], true);
  }
  return undefined;
}

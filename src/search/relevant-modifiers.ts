/** The modifiers that matter for a code, and when. */
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeRow } from '../catalog/schemas.ts';

export function relevantModifiers(catalog: Catalog, row: CodeRow): { modifier: string; when: string }[] {
  const out: { modifier: string; when: string }[] = [];
  if (row.therapy_designation === 'always') out.push({ modifier: 'GP, GO or GN', when: 'to Medicare always, to other payers that want it: the plan of care that the service was given under' });
  if (row.therapy_designation === 'sometimes') out.push({ modifier: 'GP, GO or GN', when: 'only when given under a therapy plan of care' });
  if (row.therapy_designation === 'always') out.push({ modifier: 'CQ or CO', when: 'to Medicare, when an assistant alone gave more than a tenth of it' }, { modifier: 'KX', when: 'to Medicare, over the yearly threshold, need documented' });
  if (columnTwo(catalog).has(row.code) && row.group !== 'office_visit') out.push({ modifier: '59 or XS, XE, XP, XU', when: 'beside a column one code with indicator 1, only when the record shows another region, encounter or time block' });
  if (row.group === 'office_visit') out.push({ modifier: '25', when: 'on the day of a procedure, when the visit was significant and separate' });
  if (['98940', '98941', '98942'].includes(row.code)) out.push({ modifier: 'AT', when: 'to Medicare, for active treatment' });
  return out;
}

const sets = new WeakMap<Catalog['ptp_edits'], Set<string>>();

function columnTwo(catalog: Catalog): Set<string> {
  let set = sets.get(catalog.ptp_edits);
  if (!set) sets.set(catalog.ptp_edits, (set = new Set(catalog.ptp_edits.filter((e) => e.indicator === '1').map((e) => e.column_two))));
  return set;
}

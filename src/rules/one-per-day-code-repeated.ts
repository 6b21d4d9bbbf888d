/** A once-a-day service twice, or two codes of which one a day may stand. */
import type { Catalog } from '../catalog/catalog.ts';
import type { ExclusiveRow } from '../catalog/schemas.ts';
import type { LineView } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass, type Outcome } from './define-rule.ts';

function groupOf(catalog: Catalog, code: string): ExclusiveRow | undefined {
  return catalog.exclusive_codes.find((g) => g.codes.includes(code));
}

/** Two clinicians, disciplines or a documented repeat tell two lines apart. */
function toldApart(a: LineView, b: LineView): boolean {
  const discipline = (v: LineView): string | undefined => v.modifiers.find((m) => /^G[PON]$/.test(m));
  const npi = (v: LineView): string | undefined => v.line.rendering_npi?.trim() || undefined;
  return (discipline(a) !== undefined && discipline(b) !== undefined && discipline(a) !== discipline(b))
    || (npi(a) !== undefined && npi(b) !== undefined && npi(a) !== npi(b))
    || [...a.modifiers, ...b.modifiers].some((m) => m === '76' || m === '77')
    || a.modifiers.some((m) => /^[LR]T$/.test(m) && b.modifiers.some((n) => /^[LR]T$/.test(n) && n !== m));
}

export const onePerDayCodeRepeated = defineRule({
  id: 'one-per-day-code-repeated',
  severity: 'error',
  acrossLines: true,
  what: 'A service that is billed once a day stands twice, or beside another code of the same group.',
  why: 'Evaluations, first acupuncture codes, spinal adjustments by region, group therapy and supervised modalities are one a day; the second is denied.',
  sources: ['ncci-manual-ch11', 'mue-2024q3'],
  check(context) {
    const { catalog, claim, payer, siblings, view } = context;
    if (!view.row) return notChecked('the code is in no table on hand', ['code table'], payer.kind !== 'self_pay');
    const group = groupOf(catalog, view.code);
    if (!view.row.one_per_day && !group) return notApplicable(`${view.code} may stand more than once a day`);
    if (payer.kind === 'self_pay') return notApplicable('no payer reads a self-pay line');
    if (!claim.siblings_known) return notChecked('the other lines of the day were not given', ['other_lines']);
    const earlier = siblings.filter((s) => (claim.only_line !== undefined || s.number < view.number) && !toldApart(s, view));
    const outcomes: Outcome[] = [];
    if (view.row.one_per_day && earlier.some((s) => s.code === view.code)) {
      const absolute = catalog.mue.get(view.code)?.adjudication === '2' && payer.mue.use === 'medicare_edition';
      outcomes.push(finding({
        field: 'code', severity: absolute ? 'error' : 'warning',
        message: `${view.code} (${view.row.name}) stands more than once on ${view.date}; it is billed once a day${absolute ? ', with no exception' : ''}.`,
        fix: 'Keep one line of it, however many areas or minutes there were.', data: { code: view.code, codes: [view.code] },
      }));
    }
    const rival = group && earlier.filter((s) => s.code !== view.code && group.codes.includes(s.code)).map((s) => s.code);
    if (group && rival && rival.length > 0) {
      const codes = [...new Set([view.code, ...rival])].sort();
      outcomes.push(finding({
        field: 'code', severity: group.confidence === 'M' ? 'info' : 'error', sources: group.sources,
        message: `${codes.join(' and ')} stand together on ${view.date}; it is ${group.what}.`,
        fix: `Keep the one that the record supports.${group.codes.some((c) => catalog.addOnsOf.has(c)) ? ` What went beyond it stands on ${[...new Set(group.codes.flatMap((c) => catalog.addOnsOf.get(c) ?? []))].sort().join(' or ')}.` : ''}`,
        data: { group: group.group, codes },
      }));
    }
    return outcomes.length > 0 ? outcomes : pass;
  },
  examples: [
    { name: 'both first acupuncture codes', line: { code: '97813', payer: 'commercial', other_lines: [{ code: '97810' }] }, outcome: 'finding' },
    { name: 'the first with current, more without', line: { code: '97811', payer: 'commercial', other_lines: [{ code: '97813' }] }, outcome: 'not_applicable' },
    { name: 'an evaluation and a re-evaluation', line: { code: '97164', payer: 'medicare', other_lines: [{ code: '97161' }] }, outcome: 'finding' },
    { name: 'a physical and an occupational therapy evaluation', line: { code: '97161', modifiers: ['GP'], payer: 'medicare', other_lines: [{ code: '97165', modifiers: ['GO'] }] }, outcome: 'pass' },
    { name: 'group therapy twice', line: { code: '97150', payer: 'medicare', other_lines: [{ code: '97150' }] }, outcome: 'finding' },
    { name: 'two adjustments by region count', line: { code: '98940', payer: 'medicare', other_lines: [{ code: '98941' }] }, outcome: 'finding' },
    { name: 'an extremity beside the spine', line: { code: '98943', payer: 'commercial', other_lines: [{ code: '98941' }] }, outcome: 'pass' },
    { name: 'on another day', line: { code: '97161', payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '97164', date_of_service: '2024-08-20' }] }, outcome: 'pass' },
    { name: 'the other lines are not known', line: { code: '97161', payer: 'medicare' }, outcome: 'not_checked' },
  ],
});

/** An NCCI pair with modifier indicator 1 and no bypass modifier. */
import { severityByUse, tableName } from './context.ts';
import { defineRule, finding, pass } from './define-rule.ts';
import { pairGap, pairsOf } from './pairs.ts';

export const ptpPairNeedsModifier = defineRule({
  id: 'ptp-pair-needs-modifier',
  severity: 'error',
  acrossLines: true,
  what: 'Two codes of one day are an NCCI pair with modifier indicator 1, and neither line has a modifier that says they were distinct.',
  why: 'The column two code is denied unless a modifier says, and the record shows, another region, encounter or time block.',
  sources: ['ncci-ptp-2024q3', 'ncci-manual-ch1', 'ncci-manual-ch11'],
  check(context) {
    const severity = severityByUse(context.payer.ncci.use);
    const pairs = pairsOf(context).filter((p) => p.edit.indicator === '1');
    const gap = pairGap(context, pairs.length === 0);
    if (gap) return gap;
    const bare = pairs.filter((p) => p.bypass.length === 0);
    if (bare.length === 0) return pass;
    return bare.map(({ edit, columnOne, columnTwo }) => {
      const visit = context.catalog.code.get(edit.column_two)?.group === 'office_visit';
      const modifiers = visit ? '25' : '59 or XS (another region), XE (another encounter) or XU (no overlap)';
      return finding({
        field: 'modifiers', ...(severity ? { severity } : {}),
        message: `${edit.column_one} and ${edit.column_two} on one day are an NCCI pair with indicator 1 and no bypass modifier: ${edit.column_two} is denied as it stands. ${tableName(context, 'ncci_ptp', 'NCCI practitioner table')}.`,
        fix: visit
          ? `Only if a significant, separately identifiable visit is documented: ${modifiers} on ${edit.column_two}. Otherwise do not bill ${edit.column_two} that day.`
          : `Only if the record shows another region or a separate time block: ${modifiers} on ${edit.column_two}. Otherwise do not bill ${edit.column_two} that day. Do not add a modifier to get past the edit.`,
        data: { column_one: edit.column_one, column_two: edit.column_two, indicator: '1', rationale: edit.rationale, bypass_modifiers: visit ? ['25'] : ['59', 'XS', 'XE', 'XU'], other_line: columnOne === context.view ? columnTwo.number : columnOne.number },
      });
    });
  },
  examples: [
    { name: 'massage beside an adjustment', line: { code: '97124', payer: 'medicare', other_lines: [{ code: '98941', modifiers: ['AT'] }] }, outcome: 'finding' },
    { name: 'with 59', line: { code: '97124', modifiers: ['59'], payer: 'medicare', other_lines: [{ code: '98941', modifiers: ['AT'] }] }, outcome: 'pass' },
    { name: 'with XS on the other line', line: { code: '98941', modifiers: ['AT'], payer: 'medicare', other_lines: [{ code: '97124', modifiers: ['XS'] }] }, outcome: 'pass' },
    { name: 'no other line', line: { code: '97124', payer: 'medicare', other_lines: [] }, outcome: 'not_applicable' },
  ],
});

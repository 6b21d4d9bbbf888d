/** A bypass modifier on an NCCI pair: the record must show another region or time block. */
import { defineRule, finding, notApplicable, pass } from './define-rule.ts';
import type { LineView } from './context.ts';
import { pairGap, pairsOf } from './pairs.ts';

type Regions = 'different' | 'same' | 'unknown';

function compareRegions(a: LineView, b: LineView): Regions {
  const words = (v: LineView): string[] => (v.line.body_regions ?? []).map((r) => r.toLowerCase().replace(/[^a-z ]/g, ' ').replace(/\s+/g, ' ').trim()).filter(Boolean);
  const [left, right] = [words(a), words(b)];
  if (left.length === 0 || right.length === 0) return 'unknown';
  return left.some((r) => right.includes(r)) ? 'same' : 'different';
}

export const ptpBypassNeedsSupport = defineRule({
  id: 'ptp-bypass-needs-support',
  severity: 'warning',
  acrossLines: true,
  what: 'A bypass modifier lifts an NCCI pair, and nothing given shows another region or another time block.',
  why: 'A 59 without a record of distinct work is the first thing that auditors look for; different codes or diagnoses alone do not justify it.',
  sources: ['ncci-manual-ch1', 'ncci-manual-ch11'],
  check(context) {
    const bypassing = [context.view, ...context.siblings].some((v) => v.modifiers.some((m) => context.catalog.modifier.get(m)?.bypasses_ptp));
    if (!bypassing) return notApplicable('no line of the day has a bypass modifier');
    const pairs = pairsOf(context).filter((p) => p.edit.indicator === '1');
    const gap = pairGap(context, pairs.length === 0);
    // At most a warning, so a gap in the table never matters for the verdict.
    if (gap) return gap.kind === 'not_checked' ? { ...gap, matters: false } : gap;
    // 25 says a separate visit, which needs no other region.
    const lifted = pairs.filter((p) => p.bypass.length > 0 && !p.bypass.includes('25'));
    if (lifted.length === 0) return notApplicable('no bypass modifier lifts a pair here');
    const open = lifted.filter(({ columnOne, columnTwo }) => {
      const regions = compareRegions(columnOne, columnTwo);
      if (regions === 'same') return true;
      return !(regions === 'different' || columnTwo.line.separate_region_or_time === true || columnOne.line.separate_region_or_time === true);
    });
    if (open.length === 0) return pass;
    return open.map(({ edit, columnOne, columnTwo, bypass }) => {
      const same = compareRegions(columnOne, columnTwo) === 'same';
      return finding({
        field: 'separate_region_or_time',
        message: same
          ? `${bypass.join(', ')} lifts the pair ${edit.column_one}/${edit.column_two}, but both lines name the same region; the same region counts as one site.`
          : `${bypass.join(', ')} lifts the pair ${edit.column_one}/${edit.column_two}; the record must show another region or another time block.`,
        fix: same ? `Keep ${bypass.join(', ')} only if the record shows a separate time block; otherwise take ${edit.column_two} off the claim.` : 'Check that the note names the region or the start and stop time of each service.',
        data: { column_one: edit.column_one, column_two: edit.column_two, modifiers: bypass, same_region: same },
      });
    });
  },
  examples: [
    { name: 'a visit with 25 needs no other region', line: { code: '99213', modifiers: ['25'], payer: 'medicare', other_lines: [{ code: '98941' }] }, outcome: 'not_applicable' },
    { name: '59 with nothing to show for it', line: { code: '97124', modifiers: ['59'], payer: 'medicare', other_lines: [{ code: '98941' }] }, outcome: 'finding' },
    { name: 'another region', line: { code: '97124', modifiers: ['59'], payer: 'medicare', body_regions: ['right shoulder'], other_lines: [{ code: '98941', body_regions: ['low back'] }] }, outcome: 'pass' },
    { name: 'the caller says so', line: { code: '97124', modifiers: ['XS'], payer: 'medicare', separate_region_or_time: true, other_lines: [{ code: '98941' }] }, outcome: 'pass' },
    { name: 'the same region counts against it', line: { code: '97124', modifiers: ['59'], payer: 'medicare', separate_region_or_time: true, body_regions: ['neck'], other_lines: [{ code: '98941', body_regions: ['Neck'] }] }, outcome: 'finding' },
  ],
});

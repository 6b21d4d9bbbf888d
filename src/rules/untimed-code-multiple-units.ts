/** A service-based code with more than one unit. */
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

const oncePerDay = ['supervised_modality', 'evaluation', 'chiropractic_manipulation', 'osteopathic_manipulation', 'needling', 'injection', 'attended_modality', 'therapeutic_procedure'];

export const untimedCodeMultipleUnits = defineRule({
  id: 'untimed-code-multiple-units',
  severity: 'error',
  what: 'A code that counts visits, not minutes, has more than one unit.',
  why: 'An untimed code is one unit however long it took; area codes and add-on codes count otherwise.',
  sources: ['claims-manual-ch5'],
  check({ catalog, payer, view }) {
    const row = view.row;
    if (!row) return notChecked('the code is in no table on hand', ['code table'], true);
    if (row.timed || catalog.addOn.has(row.code)) return notApplicable(`${view.code} is counted by time or is an add-on code`);
    if (!['visit', 'day', 'episode', 'month', 'report'].includes(row.counted_by)) return notApplicable(`${view.code} is counted by ${row.counted_by}`);
    const units = view.line.units;
    if (units === undefined) return notChecked('no units were given', ['units']);
    if (!(units > 1)) return pass;
    const several = (catalog.mue.get(row.code)?.units ?? 1) > 1;
    if (several) return pass;
    const strict = oncePerDay.includes(row.group) && row.confidence !== 'M' && payer.kind !== 'self_pay';
    return finding({
      field: 'units', severity: strict ? 'error' : 'warning',
      message: `${units} units of ${view.code} (${row.name}); it is not a timed code and is one unit whatever the minutes.`,
      fix: 'Bill 1 unit.', data: { units, allowed: 1 },
    });
  },
  examples: [
    { name: 'three units of a hot pack', line: { code: '97010', units: 3 }, outcome: 'finding' },
    { name: 'two units of a group', line: { code: '97150', units: 2 }, outcome: 'finding' },
    { name: 'one unit', line: { code: '97150', units: 1 }, outcome: 'pass' },
    { name: 'wound area has further units', line: { code: '97598', units: 3 }, outcome: 'not_applicable' },
    { name: 'massage is timed', line: { code: '97124', units: 3 }, outcome: 'not_applicable' },
  ],
});

/** An add-on code without the code that it follows. */
import { nameOf } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const addOnWithoutPrimary = defineRule({
  id: 'add-on-without-primary',
  severity: 'error',
  acrossLines: true,
  what: 'An add-on code stands without its primary code.',
  why: 'An add-on code is never paid by itself; its primary code stands on the same claim and day (in the same month, for monthly codes).',
  sources: ['ncci-manual-ch1', 'ncci-manual-ch11'],
  check({ catalog, claim, payer, view, views, siblings }) {
    const row = catalog.addOn.get(view.code);
    if (!row) return view.row || (view.known && catalog.imported?.complete.has('add_on_codes')) ? notApplicable(`${view.code} is no add-on code`) : notChecked('the code is in no table on hand', ['code table'], true);
    const monthly = row.primary.some((p) => catalog.code.get(p)?.counted_by === 'month');
    const near = monthly ? views.filter((v) => v !== view && v.date.slice(0, 7) === view.date.slice(0, 7)) : siblings;
    if (near.some((s) => row.primary.includes(s.code))) return pass;
    const listed = row.primary.length > 12 ? `one of ${row.primary.length} primary codes (${row.primary.slice(0, 6).join(', ')} ...)` : row.primary.join(' or ');
    if (row.open_list) return notChecked(`${view.code} is an add-on code whose primary codes the Medicare contractor decides${row.primary.length > 0 ? ` beyond ${listed}` : ''}`, ['Medicare contractor\'s list'], false);
    if (!claim.siblings_known) return notChecked(`${view.code} needs ${listed} beside it; the other lines were not given`, ['other_lines']);
    return finding({
      field: 'code', severity: row.confidence === 'M' ? 'info' : payer.kind === 'self_pay' ? 'warning' : 'error', sources: row.sources,
      message: `${view.code} (${nameOf(view)}) has no ${listed} beside it ${monthly ? 'in the month' : 'on the day'}; it is only billed with one.`,
      fix: `If ${listed} was given, add its line; if not, the first minutes are what that code is for.`, data: { add_on: view.code, primary: row.primary },
    });
  },
  examples: [
    { name: 'further acupuncture without the first', line: { code: '97811', payer: 'commercial', other_lines: [] }, outcome: 'finding' },
    { name: 'with the first', line: { code: '97811', payer: 'commercial', other_lines: [{ code: '97810' }] }, outcome: 'pass' },
    { name: 'with the first of the other kind', line: { code: '97814', payer: 'commercial', other_lines: [{ code: '97810' }] }, outcome: 'pass' },
    { name: 'the first on another day', line: { code: '97130', payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '97129', date_of_service: '2024-08-14' }] }, outcome: 'finding' },
    { name: 'a monthly code on another day of the month', line: { code: '98981', payer: 'medicare', date_of_service: '2024-08-15', other_lines: [{ code: '98980', date_of_service: '2024-08-14' }] }, outcome: 'pass' },
    { name: 'the other lines are not known', line: { code: '97130' }, outcome: 'not_checked' },
    { name: 'no add-on', line: { code: '97124' }, outcome: 'not_applicable' },
  ],
});

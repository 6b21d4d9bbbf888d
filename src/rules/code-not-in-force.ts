/** A code that was deleted before, or begins after, the date of service. */
import { isCovered } from './context.ts';
import { defineRule, finding, notChecked, pass } from './define-rule.ts';

export const codeNotInForce = defineRule({
  id: 'code-not-in-force',
  severity: 'error',
  what: 'The code is deleted, or not yet valid, on the date of service.',
  why: 'A claim is judged by the code set of its date of service; a code outside its dates is denied as invalid.',
  sources: ['hipaa-code-sets', 'cms-deleted-codes'],
  check(context) {
    const { catalog, view } = context;
    const deleted = catalog.deleted.get(view.code);
    if (deleted && view.date >= deleted.deleted_on) {
      const now = deleted.replaced_by.length > 0 ? ` Now: ${deleted.replaced_by.join(', ')}.` : '';
      return finding({
        field: 'code', severity: deleted.confidence === 'M' ? 'warning' : 'error', sources: deleted.sources,
        message: `${view.code} (${deleted.name}) ended: it is not valid from ${deleted.deleted_on}, and this line is judged on ${view.date}.${now}`,
        fix: deleted.advice, data: { code: view.code, deleted_on: deleted.deleted_on, replaced_by: deleted.replaced_by },
      });
    }
    const row = view.row ?? (view.known && { confidence: 'V' as const, ...view.known });
    if (!row) return deleted ? pass : notChecked('the code is in no table on hand', ['code table'], true);
    if (row.effective_from && view.date < row.effective_from) {
      return finding({
        field: 'code', severity: row.confidence === 'M' ? 'warning' : 'error', sources: row.sources,
        message: `${view.code} is valid from ${row.effective_from} only, and this line is judged on ${view.date}.`,
        fix: 'Check the date of service; for that day use the code that was valid then.', data: { code: view.code, effective_from: row.effective_from },
      });
    }
    if (row.effective_to && view.date >= row.effective_to) {
      return finding({
        field: 'code', message: `${view.code} is not valid from ${row.effective_to}, and this line is judged on ${view.date}.`, sources: row.sources,
        fix: 'Use the code that is valid on the date of service.', data: { code: view.code, effective_to: row.effective_to },
      });
    }
    if (view.known && !row.effective_from && !view.known.tables.some((table) => isCovered(context, table))) return notChecked(`${view.code} is in the imported ${view.known.tables.join(', ')}, and none of them covers ${view.date}`, ['current fee schedule'], false);
    return view.date < '2020-01-01' && !row.effective_from ? notChecked(`the catalog does not know since when ${view.code} is valid`, ['code table'], false) : pass;
  },
  examples: [
    { name: 'an evaluation code that ended in 2016', line: { code: '97001', date_of_service: '2024-08-15' }, outcome: 'finding' },
    { name: 'a code of 2026 on a day of 2025', line: { code: '98979', date_of_service: '2025-06-01' }, outcome: 'finding' },
    { name: 'the same code in 2026', line: { code: '98979', date_of_service: '2026-06-01' }, outcome: 'pass' },
    { name: 'a code in force', line: { code: '97124', date_of_service: '2026-06-01' }, outcome: 'pass' },
  ],
});

/** A checked line as a person reads it at a terminal. */
import type { LineReply } from './check-claim.ts';

const marks = { error: 'ERROR  ', warning: 'WARNING', info: 'INFO   ' } as const;
const verdicts = { fix_before_sending: 'FIX BEFORE SENDING', review: 'REVIEW', no_problem_found: 'NO PROBLEM FOUND (no promise of payment)' } as const;

export function renderLineReply(reply: LineReply): string {
  const out = [verdicts[reply.verdict], reply.summary, ''];
  for (const finding of reply.findings) {
    out.push(`${marks[finding.severity]} ${finding.rule} (${finding.field})`, `  ${finding.message}`, `  Fix: ${finding.fix}`);
    if (finding.denial) out.push(`  Likely denial: ${finding.denial.map((d) => `${d.group ? `${d.group}-` : ''}${d.carc}${d.rarc ? ` ${d.rarc}` : ''}`).join(', ')}`);
    out.push(`  Source: ${finding.sources.join(', ')}`, '');
  }
  if (reply.corrected_line && reply.changes) {
    const { code, modifiers, units } = reply.corrected_line;
    out.push(`Corrected line: ${[code, ...modifiers].join(' ')}${units === undefined ? '' : ` x ${units}`}`);
    for (const change of reply.changes) out.push(`  ${change.field}: ${text(change.from)} -> ${text(change.to)}, because ${change.because}`);
    out.push('');
  }
  if (reply.units?.cms && reply.units.cpt_midpoint) out.push(`Timed units of the day: ${reply.units.cms.total} by the CMS 8-minute rule, ${reply.units.cpt_midpoint.total} by the CPT mid-point rule`, '');
  const open = reply.not_checked.filter((n) => n.matters);
  if (open.length > 0) out.push('Not checked, and it matters:', ...open.map((n) => `  ${n.rule}: ${n.because}`), '');
  const rest = reply.not_checked.filter((n) => !n.matters);
  if (rest.length > 0) out.push('Not checked:', ...rest.map((n) => `  ${n.rule}: ${n.because}`), '');
  if (reply.questions.length > 0) out.push('To know more:', ...reply.questions.map((q) => `  ${q.question} (${q.field})`), '');
  out.push(`Passed: ${reply.passed.length > 0 ? reply.passed.join(', ') : 'none'}`);
  out.push(`Data: NCCI ${reply.edition.ncci_ptp}, MUE ${reply.edition.mue}, ICD-10-CM ${reply.edition.icd10cm}, catalog ${reply.edition.catalog}${reply.edition.not_covered ? `; not covering ${reply.judged_on}: ${reply.edition.not_covered.join(', ')}` : ''}`);
  return out.join('\n');
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') || 'none' : value === null || value === undefined ? 'none' : String(value);
}

/** A checked line as a person reads it at a terminal. */
import type { LineReply } from './check-claim.ts';
import { changeLines, findingLines, openLines, verdictWords } from './render-findings.ts';

export function renderLineReply(reply: LineReply): string {
  const out = [verdictWords[reply.verdict], reply.summary, '', ...reply.findings.flatMap(findingLines), ...changeLines(reply)];
  if (reply.units?.cms && reply.units.cpt_midpoint) out.push(`Timed units of the day: ${reply.units.cms.total} by the CMS 8-minute rule, ${reply.units.cpt_midpoint.total} by the CPT mid-point rule`, '');
  out.push(...openLines(reply.not_checked));
  if (reply.questions.length > 0) out.push('To know more:', ...reply.questions.map((q) => `  ${q.question} (${q.field})`), '');
  out.push(`Passed: ${reply.passed.length > 0 ? reply.passed.join(', ') : 'none'}`);
  out.push(`Data: NCCI ${reply.edition.ncci_ptp}, MUE ${reply.edition.mue}, ICD-10-CM ${reply.edition.icd10cm}, catalog ${reply.edition.catalog}${reply.edition.not_covered ? `; not covering ${reply.judged_on}: ${reply.edition.not_covered.join(', ')}` : ''}`);
  return out.join('\n');
}

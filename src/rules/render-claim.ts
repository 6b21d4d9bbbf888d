/** A checked claim as a person reads it at a terminal. */
import type { ClaimReply } from './check-whole-claim.ts';
import { changeLines, findingLines, openLines, verdictWords } from './render-findings.ts';

export function renderClaimReply(reply: ClaimReply): string {
  const out = [verdictWords[reply.verdict], reply.summary, ''];
  for (const line of reply.lines) out.push(`Line ${line.line}: ${line.code}  ${verdictWords[line.verdict].toLowerCase()}`);
  out.push('', ...reply.findings.flatMap(findingLines), ...reply.lines.flatMap((line) => changeLines(line, `Corrected line ${line.line}`)));
  if (reply.units) out.push(`Timed units: ${reply.units.cms.total} by the CMS 8-minute rule, ${reply.units.cpt_midpoint.total} by the CPT mid-point rule`, '');
  out.push(...openLines(reply.not_checked));
  if (reply.questions.length > 0) out.push('To know more:', ...reply.questions.map((q) => `  ${q.question} (${q.field})`), '');
  out.push(`Passed: ${reply.passed.length > 0 ? reply.passed.join(', ') : 'none'}`);
  out.push(`Data: NCCI ${reply.edition.ncci_ptp}, MUE ${reply.edition.mue}, ICD-10-CM ${reply.edition.icd10cm}, catalog ${reply.edition.catalog}`);
  return out.join('\n');
}

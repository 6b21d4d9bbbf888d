/** The reply of explain_denial for a person at a terminal: the same facts, what to do first. */
import type { DenialReply } from './denial.ts';
import { written } from './read-denial-codes.ts';

export function renderDenial(reply: DenialReply): string {
  const out = [reply.summary, ''];
  for (const code of reply.codes) out.push(`${written(code)}  ${code.meaning}${code.kind === 'unknown' || code.in_force ? '' : '  (not in force on the date)'}`);
  out.push('', `Next step: ${reply.next_step.replaceAll('_', ' ')}. Payer: ${reply.payer}. May the patient be billed: ${patientWords(reply)}.`);
  reply.steps.forEach((step, index) => out.push(`  ${index + 1}. ${step}`));
  if (reply.deadline) out.push(`  Deadline: ${reply.deadline.date === undefined ? '' : `${reply.deadline.date}. `}${reply.deadline.rule}`);
  if (reply.likely_causes.length > 0) out.push('', 'Likely causes, the likeliest first:');
  for (const cause of reply.likely_causes) out.push(`  - ${cause.cause}${cause.rule ? ` [${cause.rule}]` : ''}`, `      How to tell: ${cause.how_to_tell}`);
  for (const question of reply.questions) out.push('', `? ${question.question} ${question.why}`);
  if (reply.sources.length > 0) out.push('', 'Sources:', ...reply.sources.map((s) => `  [${s.id}] ${s.citation}`));
  return out.join('\n');
}

function patientWords(reply: DenialReply): string {
  return reply.patient_may_be_billed === 'only_if' ? 'only if the last step holds' : reply.patient_may_be_billed ? 'yes, as the last step says' : 'no';
}

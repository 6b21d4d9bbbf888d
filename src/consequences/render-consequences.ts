/** The reply of explain_wrong_code_consequences for a person at a terminal: the same facts, the ladder first. */
import type { Deadline } from './deadlines.ts';
import type { ConsequencesReply } from './explain.ts';
import type { Stage } from './stages.ts';

export function renderConsequences(reply: ConsequencesReply): string {
  const out = [reply.summary, '', `Mistake: ${reply.mistake.join(', ') || 'none named'}. Direction: ${reply.direction}. Payer: ${reply.payer}.`];
  for (const note of reply.notes) out.push(`Note: ${note.text}`);
  out.push('', 'What happens, step by step (> marks where the claim stands):');
  for (const stage of reply.stages) out.push(...stageLines(stage));
  if (reply.exposure) {
    const { repay, per_claim_penalty: penalty, note } = reply.exposure;
    const figures = [...(repay === undefined ? [] : [`repay up to $${repay.toLocaleString('en-US')}`]), ...(penalty ? [`penalty $${penalty[0].toLocaleString('en-US')} to $${penalty[1].toLocaleString('en-US')} a claim`] : [])];
    out.push('', `At stake: ${figures.length > 0 ? `${figures.join('; ')}. ` : ''}${note}`);
  }
  out.push('', 'How to put it right:');
  reply.correct_it.forEach((step, index) => {
    out.push(`  ${index + 1}. ${step.step}. ${step.how}`, ...(step.deadline ? [`     Deadline: ${dateAndRule(step.deadline)}`] : []));
  });
  out.push('', 'Do not:', ...reply.do_not.map((text) => `  - ${text}`));
  if (reply.prevention.length > 0) out.push('', 'Next time:', ...reply.prevention.map((text) => `  - ${text}`));
  for (const question of reply.questions) out.push('', `? ${question.question} ${question.why}`);
  const { not_covered: old = [], ...names } = reply.edition;
  out.push('', `Data: ${Object.entries(names).map(([table, edition]) => `${table} ${String(edition)}`).join(', ')}${old.length > 0 ? `; date not covered by ${old.join(', ')}` : ''}`);
  if (reply.sources.length > 0) out.push('', 'Sources:', ...reply.sources.map((s) => `  [${s.id}] ${s.citation}`));
  return out.join('\n');
}

function stageLines(stage: Stage): string[] {
  return [
    `${stage.applies ? '>' : ' '} ${stage.stage}: ${stage.because}`,
    `    ${stage.what_happens}`,
    ...(stage.denial ?? []).map((d) => `    ${d.group ? `${d.group}-` : ''}${d.carc}${d.rarc ? ` with ${d.rarc}` : ''}: ${d.meaning}`),
    ...(stage.who_owes ? [`    Who owes: ${stage.who_owes}`] : []),
    ...(stage.deadline ? [`    Deadline: ${dateAndRule(stage.deadline)}`] : []),
    `    [${stage.sources.join(', ')}]`,
  ];
}

function dateAndRule(deadline: Deadline): string {
  return deadline.date === undefined ? deadline.rule : `${deadline.date}. ${deadline.rule}`;
}

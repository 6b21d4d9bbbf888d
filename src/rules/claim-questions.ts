/** What a checked claim asks back, the most decisive first. */
import { quote } from '../claim/clean-text.ts';
import type { ClaimContext, LineView } from './context.ts';
import type { RuleResults } from './run-rules.ts';

export interface Question { field: string; question: string; why: string }

/** Questions about the lines given; each field is asked about once, but minutes by code. */
export function questionsOf(context: ClaimContext, views: readonly LineView[], results: RuleResults): Question[] {
  const { claim, catalog } = context;
  const questions: Question[] = [];
  const ask = (field: string, question: string, why: string): void => {
    if (!questions.some((q) => q.question === question)) questions.push({ field, question, why });
  };
  if (results.findings.some((f) => f.rule === 'ptp-pair-needs-modifier' || f.rule === 'ptp-bypass-needs-support') && views.some((v) => v.line.separate_region_or_time === undefined)) {
    ask('separate_region_or_time', 'Does the record show another body region or a separate time block for the two services?', 'Only that lets both be billed; without it the column two code is not.');
  }
  if (!context.payerKnown) ask('payer', claim.payer ? `Which payer is "${quote(claim.payer, 40)}"?` : 'Who is the payer?', 'Who may bill, which modifiers and which unit method depend on it.');
  const unnamed = views.find((v) => !v.provider?.recognised);
  const provider = unnamed && (unnamed.line.provider_type ?? claim.provider_type);
  if (unnamed) ask('provider_type', provider ? `What kind of provider is "${quote(provider, 40)}"?` : 'Who performed the service?', 'Payers take some kinds of provider and not others.');
  if (claim.diagnosis_codes === undefined && context.payer.kind !== 'self_pay') ask('diagnosis_codes', 'Which diagnosis was treated (ICD-10-CM)?', 'A line without a valid diagnosis is returned, and it decides on coverage.');
  for (const view of views) if (view.row?.timed && view.line.minutes === undefined) ask('minutes', `How many minutes of ${view.code} does the record show?`, 'Units are judged by them.');
  if (views.some((v) => v.dateGiven === undefined)) ask('date_of_service', 'On which day was the service given?', 'Codes, edits and limits are those of that day.');
  if (!claim.siblings_known && views.some((v) => catalog.code.has(v.code))) ask('other_lines', 'What else was billed for this patient that day?', 'Pairs of codes are edits of their own; an empty list says that there was nothing.');
  return questions;
}

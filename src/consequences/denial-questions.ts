/** What to ask before the answer on a denial is final. */
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import { quote } from '../claim/clean-text.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import type { DenialRequest } from './denial.ts';
import type { Guide } from './denial-guide.ts';
import type { DeniedLine } from './denial-line.ts';
import type { DenialCode } from './read-denial-codes.ts';

export interface DenialQuestion { field: string; question: string; why: string }
interface Asked {
  request: DenialRequest; codes: readonly DenialCode[]; guides: readonly Guide[]; payer: ResolvedPayer; payers: PayerGroup; line?: DeniedLine; deniedOn?: IsoDate; today: IsoDate;
  /** A time limit runs from the date of the denial, and could be counted. */
  counted: boolean;
}

export function questionsOn(asked: Asked): DenialQuestion[] {
  const { codes, guides, payer, payers, line, deniedOn, today } = asked;
  const out: DenialQuestion[] = [];
  const ask = (field: string, question: string, why: string): void => { out.push({ field, question, why }); };
  for (const code of codes.filter((c) => c.kind === 'unknown')) ask('codes', `"${quote(code.code, 20)}": ${code.meaning}. What does the remittance say?`, 'A code that is not known is not explained by guessing.');
  if (codes.length === 0) ask('codes', 'Which reason and remark codes stand on the remittance, such as CO-97 and N390?', 'Without them there is nothing to explain.');
  for (const code of codes.filter((c) => c.kind !== 'unknown' && !c.in_force)) ask('codes', `${code.code} was not in force on ${deniedOn ?? today}: is that the code and the date of the remittance?`, 'A retired code on a new remittance is mostly misread, or mapped by software.');
  const open = guides.filter((g) => g.of.kind === 'carc' && g.of.group === undefined && (g.patient === 'by_group' || g.patient === 'notice'));
  if (open.length > 0) ask('codes', `Which group code stands before ${open.map((g) => g.of.code).join(', ')}: CO, PR, OA or PI?`, 'It says who bears the amount.');
  const bare = guides.filter((g) => ['remark-says', 'claim-error', 'not-covered'].includes(g.className) && g.of.kind === 'carc');
  if (bare.length > 0 && !guides.some((g) => g.of.kind === 'rarc' && g.className !== 'information')) ask('codes', `Which remark codes stand beside ${bare.map((g) => g.of.code).join(', ')}?`, 'They name what was wrong.');
  if (payers === 'unknown') {
    const named = payer.given !== undefined && !['', 'unknown'].includes(payer.given.trim().toLowerCase());
    ask('payer', payer.profile.id === 'self_pay' ? 'A client who pays in cash sends no denial: which payer sent it?' : named ? `"${quote(payer.given!)}" is not a payer on hand: which payer sent the denial, or what kind?` : 'Which payer sent the denial, or what kind (Medicare, Medicaid, commercial, workers\' compensation ...)?', 'Correction, appeal and their limits differ by payer.');
  }
  if (asked.request.billed_code === undefined && guides.some((g) => ['bundled', 'units', 'modifier', 'code', 'not-covered'].includes(g.className))) ask('billed_code', 'Which code was denied?', 'The edits, limits and modifiers of that code say which cause it was.');
  if (line && line.modifiers === undefined && guides.some((g) => ['bundled', 'modifier', 'benefit-maximum', 'necessity'].includes(g.className))) ask('modifiers', 'Which modifiers stood on the line?', 'They tell a missing one from a wrong one.');
  for (const code of line?.codes ?? []) if (code.problem !== undefined) ask('billed_code', `${code.code} is ${code.problem}: is it what stands on the claim?`, 'An invalid number is refused for itself.');
  if (deniedOn === undefined && asked.counted) ask('date_of_denial', 'What is the date of the remittance or letter?', 'The appeal limit counts from it.');
  else if (deniedOn !== undefined && deniedOn > today) ask('date_of_denial', `${deniedOn} lies after today, ${today}: is it right?`, 'The limit counts from it.');
  return out;
}

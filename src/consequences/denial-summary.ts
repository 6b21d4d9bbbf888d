/** The two or three sentences that answer a denial by themselves. */
import type { NextStep } from '../catalog/denial-guidance-schema.ts';
import type { Deadline } from './deadlines.ts';
import type { JudgedCause } from './denial-causes.ts';
import type { Decision } from './denial-next-step.ts';
import type { PatientReply } from './patient-may-be-billed.ts';
import { written, type DenialCode } from './read-denial-codes.ts';

const nextWords: Readonly<Record<NextStep, string>> = {
  corrected_claim: 'correct what was wrong, to what the record shows, and send a corrected claim', new_claim: 'correct it and send a new claim; there is nothing to appeal',
  appeal: 'appeal if the record supports what was billed', reopening: 'correct what was wrong, to what the record shows, by a reopening', send_records: 'send the records that exist',
  check_status: 'check the status of the claim before sending anything', write_off: 'write it off, unless the record or proof at hand already shows that the denial is wrong', bill_patient: 'bill the patient what stands under PR',
  bill_other_payer: 'bill the payer that comes first', refund: 'return what was paid too much', none: 'nothing; it is no denial by itself', unknown: 'find out from the payer what was meant',
};
/** What no record can change has no "unless". */
const settledWords = 'write it off';

export function summariseDenial(codes: readonly DenialCode[], decision: Decision, patient: PatientReply, causes: readonly JudgedCause[], deadline: Deadline | undefined): string {
  if (codes.length === 0) return 'No reason or remark code could be read; give them as on the remittance, such as CO-97 and N390.';
  const meanings = codes.slice(0, 3).map((c) => `${written(c)}: ${c.meaning}`).join('. ');
  const more = codes.length > 3 ? `, and ${codes.length - 3} more codes` : '';
  const shown = causes[0] && causes[0].weight >= 3 ? ` Likely here: ${causes[0].how_to_tell}` : '';
  const next = decision.settled && decision.next_step === 'write_off' ? settledWords : nextWords[decision.next_step];
  const day = deadline?.date ? ` The limit is ${deadline.date}${deadline.rule.includes('has passed') ? ', which has passed' : ''}.` : '';
  return `${meanings}${more}.${shown} Next: ${next}. ${patient.says}${day}`;
}

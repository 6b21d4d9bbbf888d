/** What a denial means, why it came, what to do next, by when, and whether the patient may be billed. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import type { NextStep } from '../catalog/denial-guidance-schema.ts';
import { editionSummary, type EditionSummary } from '../catalog/editions.ts';
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import { resolvePayer } from '../claim/payer.ts';
import { normaliseCode } from '../claim/procedure-code.ts';
import type { Deadline } from './deadlines.ts';
import { likelyCauses, type LikelyCause } from './denial-causes.ts';
import { countsFromDenial, deadlineFor } from './denial-deadline.ts';
import { guidesOf } from './denial-guide.ts';
import { readLine, type LineJudge } from './denial-line.ts';
import { decide, keptFromPatient } from './denial-next-step.ts';
import { questionsOn, type DenialQuestion } from './denial-questions.ts';
import { summariseDenial } from './denial-summary.ts';
import { patientReply, type PatientAnswer } from './patient-may-be-billed.ts';
import { checkedDate, groupOf, sourcesFor } from './read-case.ts';
import { readDenialCodes, type DenialCode } from './read-denial-codes.ts';

export interface DenialRequest { codes: string[]; billed_code?: string; modifiers?: string[]; payer?: string; date_of_denial?: string }
export interface DenialReply {
  [field: string]: unknown;
  summary: string; payer: string;
  codes: DenialCode[];
  likely_causes: LikelyCause[];
  next_step: NextStep;
  steps: string[];
  patient_may_be_billed: PatientAnswer;
  deadline?: Deadline;
  questions: DenialQuestion[];
  edition: EditionSummary;
  sources: Citation[];
}

/** Contract section 8. Throws an ArgumentError at a bad date or at more than twenty codes. */
export function explainDenial(catalog: Catalog, request: DenialRequest, today: IsoDate, judge: LineJudge = () => []): DenialReply {
  const deniedOn = checkedDate('date_of_denial', request.date_of_denial, '2026-11-02');
  const date = deniedOn ?? today;
  const codes = readDenialCodes(catalog, request.codes, date);
  const payer = resolvePayer(catalog, request.payer);
  // A client who pays in cash gets no denial: whose it was is then not known.
  const payers: PayerGroup = groupOf(payer) === 'self_pay' ? 'unknown' : groupOf(payer);
  const line = readLine(catalog, request, payer, date, judge);
  const guides = guidesOf(catalog, codes, payers);
  const causes = likelyCauses(catalog, guides, payer, line);
  const unread = codes.some((c) => c.kind === 'unknown');
  const decided = decide(catalog, guides, payer, payers, line, causes, unread);
  const patient = patientReply(catalog, guides, payer, payers, request.modifiers?.map(normaliseCode) ?? [], decided.patient);
  const decision = keptFromPatient(decided, patient);
  const limit = deadlineFor(catalog, decision, { payer, group: payers, today, ...(deniedOn ? { denied_on: deniedOn } : {}) });
  const { steps } = catalog.denial_guidance;
  const texts = decision.steps.map((id) => steps[id]!.for?.[payers] ?? steps[id]!.text);
  const used = [
    ...(codes.some((c) => c.kind !== 'unknown') ? ['x12-carc-2024-06'] : []), ...guides.flatMap((g) => g.sources), ...causes.slice(0, 4).flatMap((c) => c.sources),
    ...decision.steps.flatMap((id) => steps[id]!.sources), ...patient.sources, ...(limit?.sources ?? []),
  ];
  return {
    summary: summariseDenial(codes, decision, patient, causes, limit?.deadline),
    payer: payer.profile.id,
    codes,
    likely_causes: causes.map(({ cause, rule, how_to_tell }) => ({ cause, ...(rule ? { rule } : {}), how_to_tell })),
    next_step: decision.next_step,
    steps: [...new Set([...texts, patient.says])],
    patient_may_be_billed: patient.answer,
    ...(limit ? { deadline: limit.deadline } : {}),
    questions: questionsOn({ request, codes, guides, payer, payers, ...(line ? { line } : {}), ...(deniedOn ? { deniedOn } : {}), today, counted: limit !== undefined && countsFromDenial(decision, payers, payer) }),
    edition: editionSummary(catalog, line ? date : undefined),
    sources: citations(catalog, sourcesFor({ group: payers }, used)),
  };
}

/** What a wrong code leads to: the ladder of consequences, what is at stake, and how to put it right. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import type { Direction, Mistake } from '../catalog/consequences-schema.ts';
import { covers, editionName, editionSummary, type EditionSummary } from '../catalog/editions.ts';
import { catalogOn, sourcesInUse } from '../catalog/imported.ts';
import { quote } from '../claim/clean-text.ts';
import { isIsoDate, type IsoDate } from '../claim/iso-date.ts';
import { codesNamedIn, differenceBetween } from './billed-code.ts';
import { correctionSteps, doNot, exposureOf, prevention, type CorrectionStep, type Exposure } from './correct.ts';
import { readCase, sourcesFor, type Case, type ConsequencesRequest } from './read-case.ts';
import { stagesOf, type Stage } from './stages.ts';
import { summarise } from './summarise.ts';

export interface ConsequencesNote { about: string; text: string; sources: string[] }
export interface ConsequencesReply {
  [field: string]: unknown;
  summary: string;
  payer: string;
  mistake: Mistake[];
  direction: Direction;
  stages: Stage[];
  exposure?: Exposure;
  correct_it: CorrectionStep[];
  do_not: string[];
  prevention: string[];
  notes: ConsequencesNote[];
  questions: { field: string; question: string; why: string }[];
  edition: EditionSummary;
  sources: Citation[];
}

/** Contract section 7. Throws an ArgumentError at a bad date, amount or count. */
export function explainConsequences(given: Catalog, request: ConsequencesRequest, today: IsoDate): ConsequencesReply {
  const asked = request.date_of_service?.trim() ?? '';
  const catalog = catalogOn(given, isIsoDate(asked) ? asked : today);
  const kase = readCase(catalog, request, today);
  const stages = stagesOf(catalog, kase);
  const exposure = exposureOf(catalog, kase);
  const steps = correctionSteps(catalog, kase);
  const never = doNot(catalog, kase);
  const before = prevention(kase);
  const notes = notesOn(catalog, kase);
  const used = [
    ...kase.rows.flatMap((row) => row.means.sources), ...notes.flatMap((n) => n.sources), ...stages.flatMap((s) => s.sources),
    ...(exposure?.sources ?? []), ...steps.sources, ...never.sources, ...before.sources,
  ];
  return {
    summary: summarise(catalog, kase),
    payer: kase.payer.profile.id,
    mistake: kase.mistakes,
    direction: kase.direction,
    stages,
    ...(exposure ? { exposure: exposure.value } : {}),
    correct_it: steps.value,
    do_not: never.value,
    prevention: before.value,
    notes,
    questions: questionsOn(kase),
    edition: editionSummary(catalog, kase.date_of_service),
    sources: citations(catalog, sourcesFor(kase, used)),
  };
}

function notesOn(catalog: Catalog, kase: Case): ConsequencesNote[] {
  const notes: ConsequencesNote[] = [];
  for (const judged of [kase.billed, ...kase.billed_with, ...(kase.correct && !kase.same ? [kase.correct] : [])]) {
    if (judged.problem !== undefined) notes.push({ about: judged.code, text: `${judged.code} is ${judged.problem}.`, sources: judged.sources });
  }
  const other = kase.billed_with[0] ?? (kase.same ? undefined : kase.correct);
  if (other) notes.push(...notesOnTwo(catalog, kase, other.code));
  if (other && kase.billed_with.length === 0) notes.push(noteOnPay(catalog, kase.billed.code, other.code));
  const named = kase.service_performed === undefined ? [] : codesNamedIn(catalog, kase.service_performed).filter((code) => code !== kase.billed.code && code !== kase.correct?.code);
  if (named.length > 0) {
    const codes = named.slice(0, 3).map((code) => `${code} (${catalog.code.get(code)?.name ?? 'not in force'})`).join(', ');
    notes.push({ about: 'service_performed', text: `The words "${quote(kase.service_performed!)}" can also stand for ${codes}; suggest_code_for_service tells them apart.`, sources: ['claimlint'] });
  }
  if (kase.status !== undefined && kase.status !== 'paid' && (kase.paid_amount ?? 0) > 0) {
    notes.push({ about: 'paid_amount', text: `A paid amount was given for a claim said to be ${kase.status.replace('_', ' ')}: one of the two may be wrong.`, sources: ['claimlint'] });
  }
  if (kase.identified_on !== undefined && kase.identified_on > kase.today) {
    notes.push({ about: 'identified_on', text: `${kase.identified_on} lies after today, ${kase.today}.`, sources: ['claimlint'] });
  }
  return notes;
}

/** What Medicare pays for the two, from an imported fee schedule alone; it decides nothing. */
function noteOnPay(catalog: Catalog, a: string, b: string): ConsequencesNote {
  const [one, two] = [a, b].map((code) => catalog.imported?.medicareAmounts(code));
  if (!one || !two) return { about: 'payment', text: 'Which of the two codes is paid more is not said: no fee schedule is imported for the date, and what was done decides, not the price.', sources: ['claimlint'] };
  return { about: 'payment', text: `In the imported fee schedule ${one.edition} ${a} has ${one.total_rvu_non_facility} relative value units outside a facility and ${b} has ${two.total_rvu_non_facility}. What was done decides the code, not the price.`, sources: sourcesInUse(catalog, ['mpfs-2024-07']) };
}

/** The edit between two codes and our sentence on what tells them apart. */
function notesOnTwo(catalog: Catalog, kase: Case, other: string): ConsequencesNote[] {
  const notes: ConsequencesNote[] = [];
  const difference = differenceBetween(catalog, kase.billed.code, other);
  if (difference) notes.push({ about: `${kase.billed.code} and ${other}`, text: difference.text, sources: difference.sources });
  if (kase.pair) {
    const { column_one: one, column_two: two, indicator } = kase.pair;
    const date = kase.date_of_service ?? kase.today;
    const edition = `${editionName(catalog, 'ncci_ptp')}${covers(catalog, 'ncci_ptp', date) ? '' : `, the newest table on hand, which does not cover ${date}`}`;
    const bypass = indicator === '0' ? 'no modifier lifts it' : 'a modifier lifts it only where the record shows another region, encounter or block of time';
    const hint = kase.billed_with.length > 0 ? '' : ` Replace ${kase.billed.code}; do not bill both for one day.`;
    notes.push({ about: `${one} and ${two}`, text: `They are an NCCI pair (${edition}): ${one} is column one, ${two} column two, indicator ${indicator}, so for Medicare ${bypass}.${hint}`, sources: kase.pair.sources });
  } else if (kase.billed_with.length > 0) {
    notes.push({ about: 'pair', text: `No active edit pairs these codes in the table on hand (${editionName(catalog, 'ncci_ptp')}).`, sources: sourcesInUse(catalog, ['ncci-ptp-2024q3']) });
  }
  return notes;
}

function questionsOn(kase: Case): ConsequencesReply['questions'] {
  const questions: ConsequencesReply['questions'] = [];
  const { payer } = kase;
  if (kase.group === 'unknown') {
    const question = payer.given !== undefined && payer.given.trim().toLowerCase() !== 'unknown' && payer.given.trim() !== ''
      ? `"${quote(payer.given)}" is not a payer on hand: which payer was billed, or what kind?` : 'Which payer was billed, or what kind (Medicare, Medicaid, commercial, workers\' compensation ...)?';
    questions.push({ field: 'payer', question, why: 'Federal programs have their own deadlines and penalties; others go by contract and state law.' });
  }
  if (kase.status === undefined) questions.push({ field: 'claim_status', question: 'What became of the claim: not sent, rejected, denied or paid?', why: 'It decides how the mistake is put right.' });
  if (kase.rows.length === 0) questions.push({ field: 'mistake', question: 'What is wrong with the line?', why: 'The codes given show no mistake.' });
  else if (kase.correct === undefined && kase.mistakes[0] === 'wrong_code') questions.push({ field: 'correct_code', question: 'Which code describes what was done?', why: 'It shows what to put in its place, and whether the two codes may stand together.' });
  return questions;
}

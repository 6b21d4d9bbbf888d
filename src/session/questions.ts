/** The questions whose answers would change the codes of a session, the most decisive first. */
import type { Catalog } from '../catalog/catalog.ts';
import { quote } from '../claim/clean-text.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import type { ResolvedProvider } from '../claim/provider-type.ts';
import type { Unread } from './merge-services.ts';
import type { ReadService } from './read-services.ts';
import { familyQuestion } from '../search/selectors.ts';
import type { SuggestInput } from './suggest.ts';

export interface Question { field: string; question: string; why: string }

export function questionsOf(catalog: Catalog, about: { input: SuggestInput; reads: readonly ReadService[]; payer: ResolvedPayer; provider: ResolvedProvider | undefined; totalOpen: boolean; differs?: { sum: number; total: number }; /** No complaint and no wellness is told. */ purposeUntold?: boolean; unknown: string[]; /** Times beside words that are not read. */ unread: readonly Unread[] }): Question[] {
  const { input, reads, payer, provider, totalOpen } = about;
  const out: Question[] = [];
  const ask = (field: string, question: string, why: string): void => { if (!out.some((q) => q.field === field && q.question === question)) out.push({ field, question, why }); };
  if (reads.length === 0) ask('service', 'What was done: which technique or device, on which region, for how many minutes?', 'No service that claimlint knows stands in the words.');
  for (const read of reads) {
    const lead = read.candidates[0];
    if (read.noCode?.question) ask(read.noCode.question.field, read.noCode.question.question, read.noCode.question.why);
    if (read.contested) ask(read.contested.question.field, read.contested.question.question, read.contested.question.why);
    if (read.open) ask(read.open.field, read.open.question, read.open.why);
    if (!lead && !read.noCode) ask('technique', `What is "${quote(read.text, 40)}": which technique or device?`, 'claimlint does not know these words, so no claim line is made yet.');
    if (!lead || read.noCode) continue;
    if (read.setting?.field === 'participants') ask('participants', 'Was the patient alone with the clinician in these minutes, or were two or more patients treated in the same minutes?', read.setting.why);
    if (read.setting?.field === 'minutes') ask('minutes', 'Which minutes belong to each discipline or clinician?', read.setting.why);
    if (lead.confidence !== 'strong' && !read.open) {
      const family = familyQuestion(lead.code);
      const open = openBetween(read.candidates.map((c) => c.code)) ?? alone.get(lead.code);
      if (open) ask(open.field, open.question, open.why);
      else if (family) ask(family.field, family.question, family.why);
      else if (!read.contested) ask('technique', `What exactly was done under "${quote(read.matched[0]?.text ?? read.text, 40)}"?`, `The words could mean ${read.candidates.slice(0, 3).map((c) => `${c.code} (${catalog.code.get(c.code)?.name})`).join(' or ')}.`);
    }
    if (about.purposeUntold && lead.code === '97124') ask('purpose', 'What was the massage for: which complaint or condition, or relaxation?', 'As treatment of a condition it may be billed to an insurer, as relaxation it may not.');
    const row = catalog.code.get(lead.code);
    if (row?.group === 'acupuncture' && (read.minutes ?? 0) > 22 && !read.reinserted) ask('needle_reinsertion', 'Were needles inserted again for another 15 minutes of contact?', 'Only then a further unit (97811 or 97814) may be billed.');
    if (row?.timed && read.minutes === undefined) ask('minutes', totalOpen ? 'How many minutes went to each service?' : `How many minutes of ${row.name}?`, 'Units are counted from the minutes of each service.');
  }
  for (const { text, minutes } of about.unread.slice(0, 2)) ask('technique', `What was done in the ${minutes} minutes of "${quote(text, 60)}"?`, 'claimlint does not read these words; the lines are without them.');
  if (about.differs) ask('minutes', `The services add up to ${about.differs.sum} minutes and the session is told as ${about.differs.total}: which minutes belong to each?`, 'Units are counted from the minutes of each service, and the record has to agree with itself.');
  if (!payer.recognised) ask('payer', input.payer ? `Which payer is "${quote(input.payer, 40)}"?` : 'Who pays: which insurer, or the client?', 'Who may bill, which modifiers and which unit method depend on it.');
  if (!provider?.recognised) ask('provider_type', input.provider_type ? `What kind of provider is "${quote(input.provider_type, 40)}"?` : 'Who performed it (massage therapist, PT, chiropractor ...)?', 'Some payers do not take some kinds of provider.');
  if (payer.profile.kind !== 'self_pay' && (input.diagnosis_codes === undefined || input.diagnosis_codes.length === 0)) ask('diagnosis_codes', 'Which diagnosis was treated (ICD-10-CM)?', 'A claim needs one, and it decides on coverage.');
  if (!input.date_of_service) ask('date_of_service', 'On which day was it?', 'Codes and edits are those of the day.');
  return out;
}

/** What parts two codes that the words leave open: the goal of an exercise, or whether a machine did it. */
const between: readonly { codes: ReadonlySet<string>; field: string; question: string; why: string }[] = [
  { codes: new Set(['97110', '97112', '97116', '97530', '97535', '97537', '97113']), field: 'purpose', question: 'What was it for: strength, motion or endurance; balance, posture or coordination; walking; or a whole task of daily life?', why: 'The purpose decides among 97110, 97112, 97116, 97530 and 97535.' },
  { codes: new Set(['97012', '97140']), field: 'machine_or_hands', question: 'Did a machine pull, or the hands of the clinician?', why: 'Traction by a machine is 97012, by hand 97140.' },
  { codes: new Set(['97016', '97140']), field: 'machine_or_hands', question: 'Was it a pump with sleeves, or lymph drainage by hand?', why: 'A pump is 97016, the hands are 97140.' },
  { codes: new Set(['97124', '97039']), field: 'machine_or_hands', question: 'Was it the hands of the clinician or a device?', why: 'Massage by hand is 97124; a device is not.' },
];

/** Open by its name alone, and why. */
const alone: ReadonlyMap<string, (typeof between)[number]> = new Map([['97012', between[1]!], ['97016', between[2]!]]);

function openBetween(codes: readonly string[]): (typeof between)[number] | undefined {
  const [first, second] = codes;
  return first === undefined || second === undefined ? undefined : between.find((b) => b.codes.has(first) && b.codes.has(second));
}

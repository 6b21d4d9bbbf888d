/** The way from a session to a claim line, step by step, with a worked example that the tools themselves answer. */
import { page, section } from './markdown.ts';

/** What a tool says in words to arguments; undefined when there is no such tool. */
export type Ask = (tool: string, args: Record<string, unknown>) => string | undefined;

const session = { service: '45 minutes of myofascial release to the neck and upper back, then 15 minutes of therapeutic exercise', payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], date_of_service: '2024-08-15' };
const claim = {
  payer: 'medicare', provider_type: 'PT', diagnosis_codes: ['M54.2'], date_of_service: '2024-08-15', total_timed_minutes: 60,
  lines: [{ code: '97140', modifiers: ['GP'], units: 3, minutes: 45 }, { code: '97110', modifiers: ['GP'], units: 1, minutes: 15 }],
};

export function stepByStepPage(ask: Ask): string {
  const example = (tool: string, args: Record<string, unknown>): string | undefined => {
    const answer = ask(tool, args);
    return answer === undefined ? undefined : `\`${tool} ${JSON.stringify(args)}\`\n\n${fence(answer)}`;
  };
  const has = (tool: string): boolean => ask(tool, {}) !== undefined;
  return page('From a session to a claim line',
    'What was done decides the code; the payer decides whether and how it is paid. Never the other way round.',
    section('1. Say what was done', ['Technique, body regions, minutes of each service, who performed it, and for which condition. No patient names or numbers are needed.']),
    section('2. Find the codes', ['`suggest_code_for_service` takes the session in words and gives codes with the evidence in the text, the tempting neighbours that it rules out and why, and claim lines.', '', example('suggest_code_for_service', session)]),
    section('3. Answer its questions', ['`questions` lists what would change the answer, the most decisive first. Ask the person; do not guess. Where `lines` is empty, a question must be answered before anything can be billed.']),
    section('4. Count the units', ['`calculate_units` shows both methods: CMS pools the minutes of all timed services of the day (8-minute rule), the CPT mid-point looks at each code by itself. The payer says which one counts; where it does not, both results are given.']),
    section('5. Check all lines of the day together', ['`check_claim` sees pairs, totals and duplicates that no line shows by itself. `not_checked` lists what could not be judged and what is needed for it.', '', example('check_claim', claim)]),
    section('6. Make sure that the record shows it', [has('check_documentation') ? '`check_documentation` reads a note against its lines.' : 'Technique, region, minutes of each code, total timed minutes, findings, response, plan, and a signature with credentials. A code in a note proves nothing.']),
    section('7. When it comes back', [`${has('explain_denial') ? '`explain_denial` tells what a denial code means, what likely caused it and the next step.' : '`lookup_reference` (kind `denial_code`, `remark_code`) tells what a denial code means.'} \`explain_wrong_code_consequences\` tells what a wrong code leads to, sent or not, denied or paid, and how to put it right.`]),
    section('Never', ['- Change the code, the units or the diagnosis to what pays.', '- Add 59 or an X modifier to get past an edit: it says that the record shows another region, encounter or time block.', '- Bill the patient for what the payer denied under group CO.', '- Take "no problem found" for a promise of payment.']));
}

function fence(text: string): string {
  return `\`\`\`text\n${text.replaceAll('```', "'''").trimEnd()}\n\`\`\``;
}

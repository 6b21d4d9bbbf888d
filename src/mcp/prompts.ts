/** The prompts: the jobs that people come with, told to the assistant with the tools that do them. */
import { cleanText } from '../claim/clean-text.ts';
import { nearestWord } from '../claim/edit-distance.ts';
import type { Core } from './define-tool.ts';
import type { Loaded, Params, Result } from './methods.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';

type Values = (core: Core) => readonly string[];
interface Argument { name: string; description: string; required?: boolean; values?: Values }
interface Prompt { name: string; title: string; description: string; arguments: readonly Argument[]; steps(given: Record<string, string>, has: (tool: string) => boolean): string[] }

const longest = 20_000;
const payers: Values = ({ catalog }) => catalog.payers.map((p) => p.id);
const providers: Values = ({ catalog }) => catalog.provider_types.map((p) => p.id);
const codes: Values = ({ catalog }) => [...catalog.code.keys()];
const denials: Values = ({ catalog }) => [...catalog.denial_codes.map((d) => `${d.usual_group ?? 'CO'}-${d.code}`), ...catalog.rarc.keys()];

const payer: Argument = { name: 'payer', description: 'who pays: medicare, commercial, self_pay, wa_lni ...', values: payers };
const provider: Argument = { name: 'provider_type', description: 'who performed it: massage_therapist, physical_therapist ...', values: providers };
const date: Argument = { name: 'date_of_service', description: 'YYYY-MM-DD' };

const always = [
  'Ask me the `questions` of a reply before you go on where they would change the answer, and tell me what is in `not_checked`.',
  'What was done decides the code, never what pays. Promise no payment. Use no patient names or numbers.',
];

export const prompts: readonly Prompt[] = [
  {
    name: 'code_a_session', title: 'Code a session', description: 'From what was done, in your own words, to checked claim lines.',
    arguments: [{ name: 'session', description: 'what was done: techniques, regions, minutes', required: true }, payer, provider, date],
    steps: (_, has) => [
      'Call `suggest_code_for_service` with the session as it is told, and with the payer, provider and date if I gave them.',
      'Tell me each code with the words of mine that led to it, and the neighbours that it rules out.',
      'Then call `check_claim` with the lines that it gave, and tell me the findings with their fixes.',
      ...(has('check_documentation') ? ['If I have a note, call `check_documentation` with it and the lines.'] : []),
    ],
  },
  {
    name: 'check_my_claim', title: 'Check my claim', description: 'What is wrong with claim lines, a CMS-1500 or an 837P before it is sent.',
    arguments: [{ name: 'claim', description: 'the lines in any words, CMS-1500 boxes (24D: 97124 59 GP | 24G: 4), or an 837P', required: true }, payer, provider, date],
    steps: () => [
      'Call `check_claim`: as `text` when it is CMS-1500 boxes or begins with ISA, else as `lines`. Leave out what I did not say; do not fill gaps.',
      'Tell me the verdict, each finding with its fix and source, the worst first, and the `changes` that keep to what was done.',
    ],
  },
  {
    name: 'fix_a_denial', title: 'Fix a denial', description: 'What a denial means, what caused it, and what to do now.',
    arguments: [{ name: 'denial_codes', description: 'from the remittance, such as CO-97 N390', required: true, values: denials }, { name: 'billed_code', description: 'the procedure code that was denied', values: codes }, payer, { name: 'date_of_denial', description: 'YYYY-MM-DD' }],
    steps: (_, has) => [
      has('explain_denial') ? 'Call `explain_denial` with the codes, the billed code, the payer and the date of the denial.' : 'Call `lookup_reference` for each code (kind `denial_code`, or `remark_code` for those that begin with M or N).',
      'Call `explain_wrong_code_consequences` with the billed code and claim_status "denied" when the code or its units were wrong.',
      'Tell me the likely cause and how to make sure of it, the next step with its deadline, and whether the patient may be billed. A CO amount never moves to the patient.',
    ],
  },
  {
    name: 'self_pay_superbill', title: 'A superbill for a client who pays', description: 'What a client who pays needs for a claim of their own, without promising that a plan will pay.',
    arguments: [{ name: 'session', description: 'what was done: techniques, regions, minutes', required: true }, provider, date],
    steps: (_, has) => [
      'Call `suggest_code_for_service` with payer "self_pay", then `check_claim` with its lines.',
      has('prepare_billing_document') ? 'Call `prepare_billing_document` with kind "superbill" and the lines; leave blank what it lists as `missing`.' : 'List what a superbill needs: practice and clinician with NPI and tax number, date, place, diagnosis given by someone who may diagnose, code, units, charge, amount paid.',
      'Say that relaxation or wellness massage is no covered therapy, that a plan decides by its own contract, and that a client who pays alone is owed a good faith estimate on request, or when the visit is booked three or more business days ahead.',
    ],
  },
  {
    name: 'which_of_these_codes', title: 'Which of these codes?', description: 'Tell codes that look alike apart by what was done.',
    arguments: [{ name: 'codes', description: 'two or more, such as 97124 97140', required: true, values: codes }, { name: 'service', description: 'what was done, in your own words' }, payer],
    steps: (given) => [
      'Call `lookup_cpt` for each code and tell me by which technique, contact and purpose they differ.',
      given.service === undefined ? 'Ask me what was done, if that decides.' : 'Call `suggest_code_for_service` with what was done and tell me which code it is and why not the others.',
      'Say whether they may stand on one day (`check_claim` with a line of each). Do not compare what they pay.',
    ],
  },
];

export function listPrompts(): Result {
  return { prompts: prompts.map(({ name, title, description, arguments: list }) => ({ name, title, description, arguments: list.map((a) => ({ name: a.name, description: a.description, required: a.required === true })) })) };
}

/** The prompt with what was given. Throws a ProtocolError that names what is wrong. */
export function getPrompt({ tools }: Loaded, params: Params): Result {
  const prompt = prompts.find((p) => p.name === params.name);
  if (!prompt) throw wrong(`Unknown prompt. Prompts: ${prompts.map((p) => p.name).join(', ')}`);
  const given = readArguments(prompt, params.arguments);
  const steps = [...prompt.steps(given, (tool) => tools.some((t) => t.name === tool)), ...always];
  const facts = Object.entries(given).map(([name, value]) => (value.includes('\n') || value.length > 120 ? `${name}:\n<<<\n${value.replaceAll('>>>', '> > >')}\n>>>` : `${name}: ${value}`));
  const text = `${prompt.title} with the claimlint tools.\n\n${facts.join('\n')}\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}`;
  return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
}

function readArguments(prompt: Prompt, given: unknown): Record<string, string> {
  const known = prompt.arguments.map((a) => a.name);
  if (given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))) throw wrong('"arguments" must be an object.');
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    const near = known.includes(name) ? undefined : nearestWord(name, known);
    if (!known.includes(name)) throw wrong(`Unknown argument of ${prompt.name}.${near ? ` Did you mean "${near}"?` : ''} Accepted: ${known.join(', ')}`);
    if (typeof value !== 'string' || value.length > longest) throw wrong(`"${name}" takes text of at most ${longest} characters.`);
    if (cleanText(value).trim() !== '') out[name] = cleanText(value).trim();
  }
  const missing = prompt.arguments.filter((a) => a.required && !(a.name in out)).map((a) => a.name);
  if (missing.length > 0) throw wrong(`${prompt.name} needs ${missing.join(', ')}.`);
  return out;
}

/** What an argument can be; [] when it is free text, undefined when there is no such prompt or argument. */
export function argumentValues(core: Core, prompt: unknown, argument: unknown): readonly string[] | undefined {
  const found = prompts.find((p) => p.name === prompt)?.arguments.find((a) => a.name === argument);
  return found && (found.values?.(core) ?? []);
}

function wrong(message: string): ProtocolError {
  return new ProtocolError(errorCodes.invalidParams, message);
}

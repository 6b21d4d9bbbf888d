/** The subcommands: which tool each calls and how its words become the tool's arguments. */

export interface Command {
  name: string;
  tool: string;
  usage: string;
  what: string;
  /** Option -> argument of the tool. `flag` takes no value; `list` may be repeated and is split by the tool. */
  options: Record<string, { argument: string; kind: 'text' | 'flag' | 'list' }>;
  /** The words that are not options -> arguments; an empty result means wrong usage. */
  words(words: string[]): Record<string, unknown> | undefined;
}

const text = (argument: string) => ({ argument, kind: 'text' as const });
const list = (argument: string) => ({ argument, kind: 'list' as const });
const flag = (argument: string) => ({ argument, kind: 'flag' as const });
const joined = (argument: string) => (words: string[]) => (words.length > 0 ? { [argument]: words.join(' ') } : undefined);
const date = text('date_of_service');
const about = { payer: text('payer'), provider: text('provider_type'), 'provider-type': text('provider_type'), date, 'date-of-service': date, pos: text('place_of_service'), 'place-of-service': text('place_of_service'), dx: list('diagnosis_codes'), 'diagnosis-codes': list('diagnosis_codes') };

export const commands: readonly Command[] = [
  {
    name: 'lookup', tool: 'lookup_cpt', usage: 'lookup 97124 | lookup "myofascial release"', what: 'a code, or words for a service',
    options: { date, 'date-of-service': date, limit: text('limit') }, words: joined('query'),
  },
  {
    name: 'reference', tool: 'lookup_reference', usage: 'reference modifier 59 | reference diagnosis "neck pain" | reference edition all', what: 'modifiers, places of service, diagnoses, denial and remark codes, taxonomies, payers, editions',
    options: { date, 'date-of-service': date, limit: text('limit') },
    words: (words) => (words.length > 1 ? { kind: words[0], query: words.slice(1).join(' ') } : undefined),
  },
  {
    name: 'suggest', tool: 'suggest_code_for_service', usage: 'suggest "60 minutes deep tissue massage for neck pain"', what: 'the codes and claim lines of a session told in words',
    options: { ...about, minutes: text('minutes') }, words: joined('service'),
  },
  {
    name: 'units', tool: 'calculate_units', usage: 'units 97110=24 97112=23 --payer medicare', what: 'units from minutes, by both methods; CODE=MINUTES/ASSISTANT parts the units of an assistant',
    options: { method: text('method'), payer: text('payer'), total: text('total_timed_minutes'), 'total-timed-minutes': text('total_timed_minutes') },
    words: (words) => {
      const services = words.map((w) => /^([^=:]+)[=:](\d+(?:\.\d+)?)(?:[/:](\d+(?:\.\d+)?))?$/.exec(w));
      return words.length > 0 && services.every(Boolean) ? { services: services.map((m) => ({ code: m![1], minutes: Number(m![2]), ...(m![3] === undefined ? {} : { assistant_minutes: Number(m![3]) }) })) } : undefined;
    },
  },
  {
    name: 'check', tool: 'check_claim_line', usage: 'check 97124 --units 4 --minutes 60 --payer medicare --with 97140', what: 'one claim line; --with CODE[-MODIFIERS][:UNITS[:MINUTES]] names what else was billed that day, --alone says that nothing was',
    options: {
      ...about, units: text('units'), minutes: text('minutes'), modifiers: list('modifiers'), modifier: list('modifiers'), pointers: list('diagnosis_pointers'), 'diagnosis-pointers': list('diagnosis_pointers'),
      charge: text('charge'), service: text('service_performed'), 'service-performed': text('service_performed'), regions: list('body_regions'), 'body-regions': list('body_regions'),
      separate: flag('separate_region_or_time'), 'separate-region-or-time': flag('separate_region_or_time'), total: text('total_timed_minutes'), 'total-timed-minutes': text('total_timed_minutes'),
      authorization: text('authorization_number'), 'authorization-number': text('authorization_number'), referral: flag('referral_on_file'), 'referral-on-file': flag('referral_on_file'), npi: text('rendering_npi'), 'rendering-npi': text('rendering_npi'),
      'year-to-date': text('year_to_date_therapy_amount'), 'year-to-date-therapy-amount': text('year_to_date_therapy_amount'), visit: text('visit_number'), 'visit-number': text('visit_number'),
      'first-treatment': text('first_treatment_date'), 'first-treatment-date': text('first_treatment_date'), 'claim-date': text('claim_date'), with: list('other_lines'), alone: flag('alone'),
    },
    words: (words) => (words.length === 1 ? { code: words[0] } : undefined),
  },
  {
    name: 'claim', tool: 'check_claim', usage: 'claim 97110-GP:2:24 97140-GP:1:23 --payer medicare --provider PT --dx M54.2', what: 'a whole claim, each line as CODE[-MODIFIERS][:UNITS[:MINUTES]]; or --text with CMS-1500 boxes or an 837P',
    options: {
      ...about, text: text('text'), total: text('total_timed_minutes'), 'total-timed-minutes': text('total_timed_minutes'), authorization: text('authorization_number'), 'authorization-number': text('authorization_number'),
      referral: flag('referral_on_file'), 'referral-on-file': flag('referral_on_file'), npi: text('rendering_npi'), 'rendering-npi': text('rendering_npi'), 'year-to-date': text('year_to_date_therapy_amount'), 'year-to-date-therapy-amount': text('year_to_date_therapy_amount'),
      visit: text('visit_number'), 'visit-number': text('visit_number'), 'first-treatment': text('first_treatment_date'), 'first-treatment-date': text('first_treatment_date'), 'claim-date': text('claim_date'),
    },
    words: (words) => {
      const lines = words.map(otherLine);
      return lines.every((l) => l !== undefined) ? (lines.length > 0 ? { lines } : {}) : undefined;
    },
  },
  {
    name: 'explain', tool: 'explain_wrong_code_consequences', usage: 'explain 97140 --correct 97124 --status paid', what: 'what a wrong code leads to, and what to do now',
    options: {
      correct: text('correct_code'), 'correct-code': text('correct_code'), status: text('claim_status'), 'claim-status': text('claim_status'), payer: text('payer'), mistake: text('mistake'), service: text('service_performed'), 'service-performed': text('service_performed'),
      paid: text('paid_amount'), 'paid-amount': text('paid_amount'), claims: text('claims_affected'), 'claims-affected': text('claims_affected'), knowing: flag('knowing'), identified: text('identified_on'), 'identified-on': text('identified_on'), date, 'date-of-service': date,
    },
    words: (words) => (words.length === 1 ? { billed_code: words[0] } : undefined),
  },
  {
    name: 'denial', tool: 'explain_denial', usage: 'denial CO-97 N390 --code 97124 --payer medicare --date-of-denial 2026-11-02', what: 'what denial and remark codes mean, and what to do next',
    options: {
      code: text('billed_code'), 'billed-code': text('billed_code'), modifiers: list('modifiers'), modifier: list('modifiers'), payer: text('payer'), date: text('date_of_denial'), 'date-of-denial': text('date_of_denial'),
    },
    words: (words) => (words.length > 0 ? { codes: [words.join(' ')] } : undefined),
  },
];

/** A command that reads files, apart from the tools' own. */
export const fileCommand = { name: 'check-file', usage: 'check-file claims.csv', what: 'a file of claims: CSV (a line a row, a column "claim" groups them), JSON, NDJSON, CMS-1500 boxes or an X12 837P; - reads standard input' };

export const dataCommandHelp = { name: 'data', usage: 'data import ccipra-v322r0-f1.zip', what: 'official files of CMS or the AMA into the data folder; data status, verify and remove tell and tend what is there' };

/** `97140`, `97140-59`, `97140-59-GP:2:30` -> a line of the day. */
export function otherLine(text_: string): Record<string, unknown> | undefined {
  const m = /^([0-9A-Za-z]+)((?:-[0-9A-Za-z]{2})*)(?::(\d+))?(?::(\d+))?$/.exec(text_.trim());
  if (!m) return undefined;
  return { code: m[1], modifiers: m[2] ? m[2].slice(1).split('-') : [], ...(m[3] ? { units: Number(m[3]) } : {}), ...(m[4] ? { minutes: Number(m[4]) } : {}) };
}

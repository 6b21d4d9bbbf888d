/** explain_denial, case by case: what to do next, who may be billed, which rule stands behind it, and by when. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nextSteps } from '../../src/catalog/denial-guidance-schema.ts';
import { ArgumentError } from '../../src/claim/argument-error.ts';
import type { DenialReply, DenialRequest } from '../../src/consequences/denial.ts';
import { explainDenial } from '../../tools/explain-denial.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const core = { catalog: testCatalog, today: '2026-11-23' };
const explain = (codes: string | string[], more: Partial<DenialRequest> = {}): DenialReply => explainDenial.run({ codes: [codes].flat(), ...more }, core);
const rulesOf = (reply: DenialReply) => reply.likely_causes.map((c) => c.rule);
const contract = z.looseObject({
  summary: z.string().min(20),
  codes: z.array(z.looseObject({ code: z.string().min(1), group: z.enum(['CO', 'PR', 'OA', 'PI', 'CR']).optional(), kind: z.enum(['carc', 'rarc', 'unknown']), meaning: z.string().min(5), in_force: z.boolean() })),
  likely_causes: z.array(z.strictObject({ cause: z.string(), rule: z.string().optional(), how_to_tell: z.string() })),
  next_step: z.enum(nextSteps), steps: z.array(z.string()).min(1), patient_may_be_billed: z.union([z.boolean(), z.literal('only_if')]),
  deadline: z.strictObject({ date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/).optional(), rule: z.string() }).optional(),
  edition: z.looseObject({ catalog: z.string() }), sources: z.array(z.looseObject({ id: z.string(), citation: z.string() })).min(1),
});
type Row = [codes: string, more: Partial<DenialRequest>, next: string, patient: boolean | 'only_if', rule?: string];
const medicare = { payer: 'medicare' };

describe('next step, patient and first rule', () => {
  it.each<Row>([
    // The patient's share, and what the contract takes off.
    ['PR-1', {}, 'bill_patient', true], ['PR-2', {}, 'bill_patient', true], ['PR-3', {}, 'bill_patient', true], ['1', {}, 'bill_patient', true],
    ['CO-45', {}, 'write_off', false], ['45', {}, 'write_off', 'only_if'], ['CO-253', medicare, 'write_off', false], ['CO-24', {}, 'write_off', false], ['OA-23', {}, 'none', false],
    ['CO-45, PR-2', {}, 'bill_patient', true], ['PR-1 CO-45 CO-253', medicare, 'bill_patient', true], ['OA-100', {}, 'bill_patient', true],
    ['PR-1', { payer: 'va_community_care' }, 'write_off', false], ['PR-96', { payer: 'VA' }, 'write_off', false], ['PR-3', { payer: 'workers_comp' }, 'bill_patient', 'only_if'], ['PR-3', { payer: 'wa_lni' }, 'bill_patient', 'only_if'], ['PR-96', { payer: 'medicaid' }, 'bill_patient', 'only_if'],
    // Bundled, and NCCI: never the patient, whatever the group.
    ['CO-97', {}, 'write_off', false, 'ptp-pair-never-allowed'], ['PR-97', {}, 'write_off', false], ['97', {}, 'write_off', false], ['CO-97 N390', {}, 'write_off', false], ['CO-236', medicare, 'write_off', false, 'ptp-pair-never-allowed'], ['PR-236', medicare, 'write_off', false],
    ['CO-97 M15', { billed_code: '97010', ...medicare }, 'write_off', false, 'code-not-payable-by-payer'], ['CO-97', { billed_code: '97010' }, 'write_off', false, 'code-not-payable-by-payer'], ['CO-234 N390', { billed_code: '97010', payer: 'aetna' }, 'write_off', false, 'code-not-payable-by-payer'],
    ['CO-97', { billed_code: '97124 97140', ...medicare }, 'write_off', false, 'ptp-pair-never-allowed'], ['CO-97', { billed_code: '97124 97140', modifiers: ['59', 'GP'], ...medicare }, 'write_off', false, 'ptp-pair-never-allowed'], ['CO-236', { billed_code: '97124', ...medicare }, 'write_off', false, 'ptp-pair-never-allowed'],
    ['CO-97', { billed_code: '97140 98941', modifiers: ['59'], payer: 'commercial' }, 'appeal', false, 'ptp-bypass-needs-support'], ['CO-97 M80', { billed_code: '97140 98941', modifiers: [], payer: 'commercial' }, 'write_off', false, 'ptp-pair-needs-modifier'], ['CO-97', { billed_code: '97012 97140', modifiers: [], ...medicare }, 'write_off', false, 'ptp-pair-needs-modifier'],
    ['CO-231', {}, 'write_off', false], ['P14', { payer: 'auto_pip' }, 'write_off', false], ['CO-97 N525', {}, 'write_off', false],
    // Units.
    ['CO-151 N362', {}, 'appeal', false, 'units-exceed-mue'], ['CO-151', { billed_code: '97124', ...medicare }, 'appeal', false, 'units-exceed-mue'], ['PR-151 N362', medicare, 'appeal', false], ['CO-222 N640', {}, 'appeal', false, 'units-exceed-mue'], ['N362', {}, 'appeal', false], ['CO-151', { billed_code: '97161', ...medicare }, 'write_off', false],
    ['PR-119', {}, 'bill_patient', true], ['PR-119', medicare, 'reopening', 'only_if', 'threshold-modifier-missing'], ['CO-119', medicare, 'reopening', false], ['PR-149', medicare, 'bill_patient', true], ['CO-119', {}, 'write_off', false], ['PR-119', { billed_code: '97110', modifiers: ['GP'], ...medicare }, 'reopening', 'only_if', 'threshold-modifier-missing'], ['PR-119', { billed_code: '97110', modifiers: ['GP', 'KX'], ...medicare }, 'bill_patient', true, 'payer-visit-or-authorization-limit'], ['CO-150 M25', {}, 'appeal', false, 'service-does-not-match-code'], ['CO-152', {}, 'appeal', false, 'units-exceed-minutes'],
    // Errors of the claim.
    ['CO-16', {}, 'corrected_claim', false], ['CO-16', medicare, 'new_claim', false], ['CO-16 MA130', {}, 'new_claim', false], ['CO-16 MA130 M76', medicare, 'new_claim', false, 'diagnosis-missing'], ['CO-16 M76', { payer: 'commercial' }, 'corrected_claim', false, 'diagnosis-missing'], ['CO-16 N290', {}, 'corrected_claim', false, 'npi-invalid'], ['CO-16 N350', { billed_code: '97139' }, 'corrected_claim', false, 'unlisted-code-needs-description'], ['CO-16 M53', {}, 'corrected_claim', false, 'units-missing-or-invalid'], ['CO-16 M77', {}, 'corrected_claim', false, 'place-of-service-unknown'], ['CO-16 M51', { billed_code: '97122' }, 'corrected_claim', false, 'code-often-misprinted'], ['PR-16', {}, 'corrected_claim', 'only_if'], ['CO-16 M127', {}, 'send_records', false],
    ['CO-4', { billed_code: '97124', ...medicare }, 'reopening', false, 'therapy-modifier-missing'], ['CO-4 N822', { billed_code: '97124', modifiers: [], ...medicare }, 'reopening', false, 'therapy-modifier-missing'], ['CO-4', { payer: 'commercial' }, 'corrected_claim', false], ['CO-4 N519', { billed_code: '97140', modifiers: ['59', 'XS'] }, 'corrected_claim', false, 'modifiers-conflict'], ['CO-4', { billed_code: '98941', modifiers: [], ...medicare }, 'reopening', false, 'active-treatment-modifier-missing'], ['CO-182', {}, 'corrected_claim', false, 'modifier-unknown'],
    ['CO-181', {}, 'corrected_claim', false, 'code-not-in-force'], ['CO-181', { billed_code: '97001', payer: 'commercial' }, 'corrected_claim', false, 'code-not-in-force'], ['CO-181', { billed_code: '97014', ...medicare }, 'reopening', false], ['PR-96 N425', { billed_code: '97014', ...medicare }, 'reopening', false, 'code-not-payable-by-payer'], ['CO-189', {}, 'corrected_claim', false, 'service-does-not-match-code'],
    ['CO-11', {}, 'corrected_claim', false, 'diagnosis-does-not-support'], ['CO-146', {}, 'corrected_claim', false, 'diagnosis-not-in-force'], ['CO-167', {}, 'appeal', false, 'diagnosis-does-not-support'], ['CO-5 M77', {}, 'corrected_claim', false, 'place-of-service-unlikely'], ['CO-58', {}, 'corrected_claim', false, 'place-of-service-unlikely'], ['CO-107 N122', {}, 'corrected_claim', false, 'add-on-without-primary'], ['CO-B15', {}, 'corrected_claim', false, 'add-on-without-primary'], ['CO-140', {}, 'corrected_claim', false], ['PR-31', {}, 'corrected_claim', 'only_if'],
    // Coverage, necessity, provider, authorization.
    ['CO-50', {}, 'appeal', false, 'diagnosis-does-not-support'], ['CO-50 N115', medicare, 'appeal', false], ['50', {}, 'appeal', 'only_if'], ['PR-50', medicare, 'appeal', 'only_if'], ['PR-50', { billed_code: '97124', modifiers: ['GP', 'GA'], ...medicare }, 'appeal', true], ['CO-50', { billed_code: '97124', modifiers: ['GA'], ...medicare }, 'appeal', false], ['CO-50', { billed_code: '98941', modifiers: [], ...medicare }, 'appeal', false, 'active-treatment-modifier-missing'], ['CO-55', {}, 'appeal', false],
    ['PR-96', {}, 'bill_patient', true], ['CO-96', {}, 'write_off', false], ['96', {}, 'bill_patient', 'only_if'], ['PR-204 N130', {}, 'bill_patient', true, 'payer-excludes-service'], ['PR-96', { billed_code: '97124', payer: 'fl_pip' }, 'bill_patient', true, 'payer-excludes-service'], ['PR-49', {}, 'bill_patient', true], ['PR-149', {}, 'bill_patient', true], ['CO-272', {}, 'appeal', false],
    ['CO-170 N95', { billed_code: '97124', ...medicare }, 'write_off', false, 'provider-not-recognized-by-payer'], ['CO-8', {}, 'corrected_claim', false, 'provider-scope-questionable'], ['CO-185', {}, 'write_off', false, 'provider-not-recognized-by-payer'], ['CO-B7', {}, 'write_off', false, 'provider-not-recognized-by-payer'], ['CO-242', {}, 'write_off', false], ['PR-242', {}, 'bill_patient', true], ['CO-171', {}, 'write_off', false],
    ['CO-197', {}, 'corrected_claim', false, 'payer-visit-or-authorization-limit'], ['CO-197 M62', { payer: 'va_community_care' }, 'corrected_claim', false, 'payer-visit-or-authorization-limit'], ['CO-198', {}, 'appeal', false, 'payer-visit-or-authorization-limit'], ['CO-288', {}, 'corrected_claim', false, 'payer-visit-or-authorization-limit'], ['CO-15', {}, 'corrected_claim', false],
    // Other payers, time, records, duplicates, the payer's accounts.
    ['CO-22', {}, 'bill_other_payer', false], ['PR-22', {}, 'bill_other_payer', 'only_if'], ['CO-109', medicare, 'bill_other_payer', false], ['CO-19', {}, 'bill_other_payer', false], ['CO-20', {}, 'bill_other_payer', false], ['CO-21', {}, 'bill_other_payer', false], ['PR-27', {}, 'bill_patient', true], ['CO-27', {}, 'bill_other_payer', false], ['CO-22 CO-16', {}, 'bill_other_payer', false],
    ['CO-29', {}, 'write_off', false, 'timely-filing-passed'], ['PR-29', medicare, 'write_off', false], ['OA-18', {}, 'check_status', false, 'duplicate-line'], ['CO-18 CO-97', {}, 'check_status', false], ['B13', {}, 'check_status', false], ['CO-252', {}, 'send_records', false], ['CO-226 N706', {}, 'send_records', false], ['CO-16 N29', { payer: 'commercial' }, 'send_records', false], ['PR-227', {}, 'bill_patient', true], ['OA-133', {}, 'check_status', false], ['CO-193', {}, 'appeal', false], ['CO-195', {}, 'refund', false], ['OA-187', {}, 'none', false],
    // Not known, not ours, or the reason stands elsewhere.
    ['CO-A1', {}, 'unknown', false], ['CO-9999', {}, 'unknown', 'only_if'], ['N9999', {}, 'unknown', 'only_if'], ['hello', {}, 'unknown', 'only_if'], ['CO-B23', {}, 'unknown', false], ['CO-97 ZZ99', {}, 'write_off', false], ['MA01', {}, 'none', 'only_if'],
  ])('%s %j: %s, patient %s, %s', (codes, more, next, patient, rule) => {
    const reply = explain(codes, more);
    expect(reply.next_step).toBe(next);
    expect(reply.patient_may_be_billed).toBe(patient);
    if (rule !== undefined) expect(rulesOf(reply).find(Boolean)).toBe(rule);
    expect(contract.safeParse(reply).error).toBeUndefined();
    expect(explainDenial.output.safeParse(reply).success).toBe(true);
    expect(explainDenial.render(reply)).not.toMatch(/undefined|\[object|NaN|\{/);
  });
});

describe('codes as they are written', () => {
  it.each<[string[], [string, string | undefined, string][]]>([
    [['CO-97'], [['97', 'CO', 'carc']]], [['co97'], [['97', 'CO', 'carc']]], [['CO 97'], [['97', 'CO', 'carc']]], [['CO:97'], [['97', 'CO', 'carc']]], [['CO–97'], [['97', 'CO', 'carc']]], [['ＣＯ－９７'], [['97', 'CO', 'carc']]], [['CARC 97'], [['97', undefined, 'carc']]], [['carc97'], [['97', undefined, 'carc']]], [['097'], [['97', undefined, 'carc']]],
    [['CO', '97'], [['97', 'CO', 'carc']]], [['PR-1'], [['1', 'PR', 'carc']]], [['PI-B7'], [['B7', 'PI', 'carc']]], [['OA18'], [['18', 'OA', 'carc']]], [['P12'], [['P12', undefined, 'carc']]],
    [['N390'], [['N390', undefined, 'rarc']]], [['n-390'], [['N390', undefined, 'rarc']]], [['MA 130'], [['MA130', undefined, 'rarc']]], [['M15'], [['M15', undefined, 'rarc']]], [['RARC N20'], [['N20', undefined, 'rarc']]],
    [['CO-97/N390; M15'], [['97', 'CO', 'carc'], ['N390', undefined, 'rarc'], ['M15', undefined, 'rarc']]], [['Denied with reason code CO-50 and remark N115.'], [['50', 'CO', 'carc'], ['N115', undefined, 'rarc']]], [['CO-97', 'co 97', 'CO97'], [['97', 'CO', 'carc']]], [['CO-45', 'PR-45'], [['45', 'CO', 'carc'], ['45', 'PR', 'carc']]],
    [['CO-9999'], [['9999', 'CO', 'unknown']]], [['97124'], [['97124', undefined, 'unknown']]], [['CO'], [['CO', 'CO', 'unknown']]], [['hello'], [['HELLO', undefined, 'unknown']]],
  ])('%j', (codes, expected) => {
    expect(explain(codes).codes.map((c) => [c.code, c.group, c.kind])).toEqual(expected);
  });

  it('says which letter is of another alphabet, and does not read past it', () => {
    const reply = explain('СО-97');
    expect(reply.codes).toMatchObject([{ kind: 'unknown', in_force: false }]);
    expect(reply.codes[0]!.meaning).toContain('Character 1 only looks like C');
    expect(reply.next_step).toBe('unknown');
  });

  it('offers near codes for one that is not known, and explains none of them', () => {
    const reply = explain('N391');
    expect(reply.codes[0]).toMatchObject({ kind: 'unknown', near: expect.arrayContaining(['N390']) });
    expect(reply.likely_causes).toEqual([]);
    expect(reply.questions[0]?.question).toContain('N391');
  });

  it('takes a procedure code for what it is', () => expect(explain('97124').codes[0]!.meaning).toContain('billed_code'));

  it('takes no more than twenty', () => {
    expect(explain(Array.from({ length: 20 }, (_, i) => `CO-${i + 1}`).join(' ')).codes).toHaveLength(20);
    expect(() => explain(testCatalog.denial_codes.slice(0, 21).map((row) => row.code).join(' '))).toThrow(/at most 20.*Example/);
  });

  it.each<[string, string | undefined, boolean]>([['CO-15', '2018-04-30', true], ['CO-15', '2018-05-01', false], ['CO-15', undefined, false], ['CO-97', undefined, true], ['CO-125', '2013-10-31', true], ['CO-125', '2026-01-01', false], ['P12', '2013-10-31', false]])('%s on %s is in force: %s', (code, date, expected) => {
    expect(explain(code, date ? { date_of_denial: date } : {}).codes[0]!.in_force).toBe(expected);
  });
});

describe('deadlines', () => {
  it.each<[string, Partial<DenialRequest>, string | undefined, RegExp]>([
    ['CO-50', { ...medicare, date_of_denial: '2026-11-02' }, '2027-03-07', /120 calendar days.*presumed 5 calendar days/], ['CO-50', medicare, undefined, /120 calendar days/], ['CO-50', { ...medicare, date_of_denial: '2026-01-02' }, '2026-05-07', /2026-05-07, has passed/],
    ['CO-4', { ...medicare, date_of_denial: '2026-11-02' }, '2027-11-02', /reopening: within 1 calendar year/], ['CO-16', { ...medicare, date_of_denial: '2026-11-02' }, undefined, /1 calendar year after the date of service/],
    ['CO-50', { payer: 'aetna', date_of_denial: '2026-11-02' }, undefined, /plan's own appeal rules/], ['CO-50', { payer: 'wa_lni', date_of_denial: '2026-11-02' }, undefined, /state rule/], ['CO-50', { date_of_denial: '2026-11-02' }, undefined, /Medicare redetermination.*2027-03-07.*Other payers/],
    ['CO-109', { payer: 'commercial' }, undefined, /other payer's own limit/], ['CO-97', { ...medicare, date_of_denial: '2026-11-02' }, '2027-03-07', /redetermination/],
  ])('%s %j', (codes, more, date, rule) => {
    const { deadline } = explain(codes, more);
    expect(deadline?.date).toBe(date);
    expect(deadline?.rule).toMatch(rule);
  });
  it.each<[string, Partial<DenialRequest>]>([['PR-1', medicare], ['CO-45', medicare], ['OA-23', {}], ['CO-29', medicare]])('%s %j has none', (codes, more) => {
    expect(explain(codes, { ...more, date_of_denial: '2026-11-02' })).not.toHaveProperty('deadline');
  });
  it('refuses a date that is none', () => expect(() => explain('CO-97', { date_of_denial: '2026-02-30' })).toThrow(ArgumentError));
  it('asks about a date that lies ahead', () => expect(explain('CO-50', { date_of_denial: '2027-01-02' }).questions.find((q) => q.field === 'date_of_denial')?.question).toContain('after today'));
});

describe('the line sharpens the causes', () => {
  it.each<[string, Partial<DenialRequest>, RegExp]>([
    ['CO-97 M15', { billed_code: '97010', ...medicare }, /^For this payer the code's cost is part of the other services/], ['CO-97 N390', { billed_code: '97124 97140', ...medicare }, /^The two codes are an edit with indicator 0/], ['PR-96', { billed_code: '97014', ...medicare }, /^Where the payer has its own code/],
  ])('%s %j has its own steps, and no others of its kind', (codes, more, first) => {
    const { steps } = explain(codes, more);
    expect(steps[0]).toMatch(first);
    expect(steps.length).toBeLessThanOrEqual(4);
  });
  it('a pair names both codes and the age of the table', () => {
    const how = explain('CO-97', { billed_code: '97124, 97140', ...medicare }).likely_causes[0]!.how_to_tell;
    expect(how).toMatch(/97140/);
    expect(how).toMatch(/2024Q3.*does not cover/);
  });
  it('one code names the codes that pay in its place', () => expect(explain('CO-97', { billed_code: '97124' }).likely_causes[0]!.how_to_tell).toContain('97140'));
  it('the limit of the code stands in the cause', () => expect(explain('CO-151', { billed_code: '97124', ...medicare }).likely_causes[0]!.how_to_tell).toMatch(/limit of 97124: 4 units for the day/));
  it('a payer names whom it does not take', () => expect(explain('CO-170', medicare).likely_causes[0]!.how_to_tell).toMatch(/massage therapist/i));
  it('a referral rule of the payer stands in the cause', () => expect(explain('CO-197', { payer: 'VA', billed_code: '97124' }).likely_causes.map((c) => c.how_to_tell).join(' ')).toMatch(/referral/i));
  it.each<[string, Partial<DenialRequest>, string]>([
    ['CO-4', { billed_code: '97124', modifiers: ['GP'], ...medicare }, 'therapy-modifier-missing'], ['CO-50', { billed_code: '97124', ...medicare }, 'active-treatment-modifier-missing'], ['CO-151', { billed_code: '97124' }, 'untimed-code-multiple-units'],
    ['CO-16 N350', { billed_code: '97799' }, 'units-missing-or-invalid'], ['CO-236', { payer: 'self_pay' }, 'ptp-pair-never-allowed'], ['CO-97', { billed_code: '97124', modifiers: ['GP'] }, 'ptp-bypass-needs-support'],
  ])('%s %j does not say %s', (codes, more, rule) => expect(rulesOf(explain(codes, more))).not.toContain(rule));
  it('what was not told about modifiers is asked, not assumed', () => {
    const reply = explain('CO-4', { billed_code: '97124', ...medicare });
    expect(reply.likely_causes[0]!.how_to_tell).toContain('see whether one of them stood on the line');
    expect(reply.questions.map((q) => q.field)).toContain('modifiers');
  });
  it('what was not told of the claim is not called missing', () => {
    for (const cause of explain('CO-16', { billed_code: '97124', modifiers: [], ...medicare }).likely_causes) expect(cause.how_to_tell).not.toMatch(/were given|was given/);
    expect(rulesOf(explain('CO-16', { billed_code: '97124', modifiers: [], ...medicare }))[0]).toBeUndefined();
  });
  it.each<[string, Partial<DenialRequest>, boolean]>([['CO-50', medicare, true], ['CO-50', {}, true], ['CO-50', { payer: 'aetna' }, false], ['PR-1', medicare, false], ['CO-109', medicare, false]])('%s %j asks for the date of denial: %s', (codes, more, asked) => {
    expect(explain(codes, more).questions.some((q) => q.field === 'date_of_denial')).toBe(asked);
  });
  it.each(['97125', '97001', '9714'])('%s is asked about', (billed_code) => expect(explain('CO-97', { billed_code }).questions.find((q) => q.field === 'billed_code')?.question).toContain(billed_code));
});

describe('over every code, group and payer', () => {
  const payers = [undefined, 'medicare', 'medicaid', 'commercial', 'va_community_care', 'workers_comp', 'self_pay'];
  it.each([...testCatalog.denial_codes, ...testCatalog.remark_codes].map((row) => row.code))('%s', (code) => {
    for (const group of ['', 'CO-', 'PR-', 'OA-', 'PI-', 'CR-']) for (const payer of payers) {
      const reply = explain(`${group}${code}`, { ...(payer ? { payer } : {}), billed_code: '97140' });
      expect(contract.safeParse(reply).error, `${group}${code} ${payer}`).toBeUndefined();
      if (reply.next_step === 'bill_patient') expect(reply.patient_may_be_billed, `${group}${code} ${payer}`).not.toBe(false);
      if (group === 'CO-' && code !== '100') expect(reply.patient_may_be_billed, `${group}${code} ${payer}`).toBe(false);
      if (payer === 'va_community_care') expect(reply.patient_may_be_billed).not.toBe(true);
      expect(JSON.stringify(reply)).not.toMatch(/\b(add|append|attach|use)( modifier)? (59|X[EPSU]|25|KX|AT)\b/i);
    }
  });
});

it('never throws on any text, and every reply keeps the contract', () => {
  const known = fc.constantFrom(...testCatalog.denial_codes.map((r) => r.code), ...testCatalog.remark_codes.map((r) => r.code), 'CO', 'PR-', '97124', 'СО-97');
  const codes = fc.array(fc.oneof(fc.string({ maxLength: 12 }), known, fc.string({ unit: 'grapheme', maxLength: 6 })), { minLength: 1, maxLength: 6 });
  const text = fc.option(fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('97124', '97010', '97140 97124', '98941', 'medicare', 'L&I', '59', 'GP')), { nil: undefined });
  fc.assert(fc.property(codes, text, fc.option(fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('59', 'GP', 'KX', 'GA')), { maxLength: 5 }), { nil: undefined }), text, (list, billed_code, modifiers, payer) => {
    const reply = explain(list, { billed_code, modifiers, payer });
    expect(contract.safeParse({ ...reply, sources: reply.sources.length > 0 ? reply.sources : [{ id: 'none', citation: 'none' }] }).error).toBeUndefined();
    expect(reply.codes.filter((c) => c.kind === 'unknown' && c.in_force)).toEqual([]);
    expect(explain(list, { billed_code, modifiers, payer })).toEqual(reply);
  }), { numRuns: 300 });
});

it('a whole reply', async () => {
  const reply = explain(['CO-97', 'N390'], { billed_code: '97124', modifiers: ['GP', '59'], payer: 'Medicare Part B', date_of_denial: '2026-11-02' });
  await expect(`${JSON.stringify(reply, null, 1)}\n`).toMatchFileSnapshot('denial-reply.json');
});

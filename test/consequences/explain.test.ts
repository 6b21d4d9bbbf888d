/** explain_wrong_code_consequences: mistakes, direction, stages, money and deadlines, case by case. */
import { describe, expect, it } from 'vitest';
import { claimStatuses, mistakes, stageNames } from '../../src/catalog/consequences-schema.ts';
import { ArgumentError } from '../../src/claim/argument-error.ts';
import { explainConsequences, type ConsequencesReply } from '../../src/consequences/explain.ts';
import type { ConsequencesRequest } from '../../src/consequences/read-case.ts';
import { explainWrongCodeConsequences } from '../../tools/explain-wrong-code-consequences.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const today = '2026-11-23';
const federalPayers = ['medicare', 'medicare_advantage', 'medicaid', 'tricare', 'va_community_care'];
const otherPayers = ['commercial', 'workers_comp', 'auto_pip', 'self_pay', 'wa_lni', 'fl_pip', 'aetna'];

function explain(request: Partial<ConsequencesRequest>): ConsequencesReply {
  return explainConsequences(testCatalog, { billed_code: '97140', correct_code: '97124', ...request }, today);
}
function stage(reply: ConsequencesReply, name: string) {
  return reply.stages.find((s) => s.stage === name)!;
}
function applying(reply: ConsequencesReply): string[] {
  return reply.stages.filter((s) => s.applies).map((s) => s.stage);
}

describe('which mistake and which direction', () => {
  it.each<[string, ConsequencesRequest, string[], string]>([
    ['different codes are a wrong code, and price is not guessed', { billed_code: '97140', correct_code: '97124' }, ['wrong_code'], 'unknown'],
    ['a paid wrong code stays unknown', { billed_code: '97140', correct_code: '97124', claim_status: 'paid' }, ['wrong_code'], 'unknown'],
    ['a denied one is denied', { billed_code: '97140', correct_code: '97124', claim_status: 'denied' }, ['wrong_code'], 'denied'],
    ['upcoded as said', { billed_code: '97140', correct_code: '97124', mistake: 'upcoded', claim_status: 'paid' }, ['upcoded'], 'overpaid'],
    ['downcoded as said', { billed_code: '97124', correct_code: '97140', mistake: 'downcoded' }, ['downcoded'], 'underpaid'],
    ['only the billed code', { billed_code: '97140' }, ['wrong_code'], 'unknown'],
    ['the same code', { billed_code: '97124', correct_code: ' 97124 ' }, [], 'unknown'],
    ['an edit pair, both billed', { billed_code: '97140, 97124' }, ['unbundled'], 'denied'],
    ['an edit pair, both paid', { billed_code: '97124+97140', claim_status: 'paid' }, ['unbundled'], 'overpaid'],
    ['two codes without an active edit', { billed_code: '97110 97140' }, [], 'unknown'],
    ['a second mistake beside the code', { billed_code: '97140', correct_code: '97124', mistake: 'excess_units', claim_status: 'paid' }, ['excess_units', 'wrong_code'], 'overpaid'],
    ['too few units of a wrong code', { billed_code: '97140', correct_code: '97124', mistake: 'too_few_units', claim_status: 'paid' }, ['too_few_units', 'wrong_code'], 'unknown'],
    ['a duplicate once paid', { billed_code: '97124', mistake: 'duplicate', claim_status: 'paid' }, ['duplicate'], 'overpaid'],
    ['a deleted code', { billed_code: '97001', correct_code: '97161' }, ['wrong_code'], 'denied'],
    ['full-width digits', { billed_code: '９７１４０', correct_code: '97124' }, ['wrong_code'], 'unknown'],
  ])('%s', (_, request, mistake, direction) => {
    const reply = explainConsequences(testCatalog, request, today);
    expect(reply.mistake).toEqual(mistake);
    expect(reply.direction).toBe(direction);
  });
});

describe('which stages apply', () => {
  it.each<[string, Partial<ConsequencesRequest>, string[]]>([
    ['no status', {}, []],
    ['not sent', { claim_status: 'not_sent', knowing: true, payer: 'medicare' }, []],
    ['rejected', { claim_status: 'rejected' }, ['rejection']],
    ['denied', { claim_status: 'denied' }, ['denial']],
    ['paid', { claim_status: 'paid', payer: 'medicare' }, ['overpayment', 'audit']],
    ['paid and short', { claim_status: 'paid', mistake: 'downcoded' }, ['underpayment', 'audit']],
    ['paid and knowing, federal', { claim_status: 'paid', payer: 'medicaid', knowing: true }, ['overpayment', 'audit', 'legal', 'license']],
    ['paid and knowing, private', { claim_status: 'paid', payer: 'aetna', knowing: true }, ['overpayment', 'audit', 'legal', 'license']],
    ['paid and knowing, payer unknown', { claim_status: 'paid', knowing: true }, ['overpayment', 'audit', 'license']],
    ['paid and not knowing', { claim_status: 'paid', payer: 'medicare', knowing: false }, ['overpayment', 'audit']],
    ['paid in cash', { claim_status: 'paid', payer: 'cash' }, ['overpayment']],
    ['the same code', { billed_code: '97124', claim_status: 'paid', knowing: true }, []],
  ])('%s', (_, request, expected) => {
    expect(applying(explain(request))).toEqual(expected);
  });

  it('lists all seven in order, with sources, for every mistake, status and payer', () => {
    for (const mistake of mistakes) for (const claim_status of [undefined, ...claimStatuses]) for (const payer of [undefined, 'medicare', 'aetna', 'self_pay']) {
      const reply = explain({ mistake, claim_status, payer });
      expect(reply.stages.map((s) => s.stage)).toEqual(stageNames);
      for (const s of reply.stages) expect(s.sources.length, `${mistake} ${s.stage}`).toBeGreaterThan(0);
      expect(reply.correct_it.length).toBeGreaterThan(0);
      expect(reply.sources.length).toBeGreaterThan(0);
      const text = explainWrongCodeConsequences.render(reply);
      expect(text).not.toMatch(/\{|\}|undefined|NaN|\[object/);
      if (claim_status === 'not_sent') expect(applying(reply)).toEqual([]);
    }
  });
});

describe('federal law stands for federal payers only', () => {
  it.each(federalPayers)('%s', (payer) => {
    const reply = explain({ payer, claim_status: 'paid', knowing: true, identified_on: '2026-11-02', paid_amount: 30.1, claims_affected: 3 });
    expect(stage(reply, 'overpayment').deadline?.date).toBe('2027-01-01');
    expect(stage(reply, 'overpayment').deadline?.rule).toContain('calendar days');
    expect(stage(reply, 'legal').what_happens).toContain('False Claims Act');
    expect(reply.exposure).toMatchObject({ repay: 90.3, per_claim_penalty: [14308, 28619] });
    expect(reply.exposure?.note).toContain('only the difference');
  });

  it.each(otherPayers)('%s', (payer) => {
    const reply = explain({ payer, claim_status: 'paid', knowing: true, identified_on: '2026-11-02', paid_amount: 30.1, claims_affected: 3 });
    expect(JSON.stringify(reply)).not.toMatch(/60 (calendar )?days|False Claims|exclusion/i);
    expect(stage(reply, 'overpayment').deadline?.date).toBeUndefined();
    expect(reply.exposure).toMatchObject({ repay: 90.3 });
    expect(reply.exposure).not.toHaveProperty('per_claim_penalty');
  });

  it('says both where the payer is not known, and asks', () => {
    const reply = explain({ claim_status: 'paid', knowing: true, paid_amount: 10, identified_on: '2026-11-02' });
    expect(stage(reply, 'legal')).toMatchObject({ applies: false });
    expect(stage(reply, 'legal').what_happens).toMatch(/If a federal program.*If another payer/);
    expect(stage(reply, 'overpayment').deadline?.date).toBeUndefined();
    expect(reply.exposure).not.toHaveProperty('per_claim_penalty');
    expect(reply.questions.map((q) => q.field)).toContain('payer');
  });
});

describe('exposure comes only from figures given', () => {
  it.each<[string, Partial<ConsequencesRequest>, object | undefined]>([
    ['nothing given', { claim_status: 'paid', payer: 'medicare' }, undefined],
    ['knowing false', { claim_status: 'paid', payer: 'medicare', knowing: false }, undefined],
    ['one claim', { claim_status: 'paid', paid_amount: 62.5 }, { repay: 62.5 }],
    ['cents do not drift', { claim_status: 'paid', paid_amount: 0.1, claims_affected: 3 }, { repay: 0.3 }],
    ['penalty without an amount', { claim_status: 'paid', payer: 'medicare', knowing: true }, { per_claim_penalty: [14308, 28619] }],
  ])('%s', (_, request, expected) => {
    const { exposure } = explain(request);
    if (expected === undefined) expect(exposure).toBeUndefined();
    else expect(exposure).toMatchObject(expected);
  });

  it.each<[string, Partial<ConsequencesRequest>]>([
    ['not sent', { claim_status: 'not_sent', paid_amount: 50 }],
    ['denied', { claim_status: 'denied', paid_amount: 50, payer: 'commercial' }],
    ['paid short', { claim_status: 'paid', mistake: 'too_few_units', correct_code: undefined, paid_amount: 50 }],
  ])('nothing is owed back: %s', (_, request) => {
    expect(explain(request).exposure).not.toHaveProperty('repay');
  });
});

describe('deadlines', () => {
  it('Medicare timely filing is one calendar year, and says when it has passed', () => {
    const reply = explain({ payer: 'medicare', claim_status: 'denied', date_of_service: '2024-08-15' });
    expect(stage(reply, 'rejection').deadline).toMatchObject({ date: '2025-08-15' });
    expect(stage(reply, 'rejection').deadline?.rule).toContain('has passed');
    expect(stage(reply, 'denial').deadline?.rule).toContain('120 calendar days');
    expect(reply.summary).toContain('2025-08-15');
    expect(reply.edition.not_covered).not.toContain('ncci_ptp');
  });

  it('a commercial plan has a rule and no invented date', () => {
    const { deadline } = stage(explain({ payer: 'commercial', date_of_service: '2024-08-15' }), 'rejection');
    expect(deadline?.rule.length).toBeGreaterThan(10);
    expect(deadline?.date).toBeUndefined();
  });

  it('money kept past the 60 days is named at the legal stage', () => {
    const legal = stage(explain({ payer: 'medicare', claim_status: 'paid', identified_on: '2026-01-02' }), 'legal');
    expect(legal).toMatchObject({ applies: false });
    expect(legal.because).toContain('have passed');
  });
});

describe('every mistake, at every status, is put right the way that the status calls for', () => {
  const steps = (reply: ConsequencesReply) => reply.correct_it.map((s) => s.step);
  const texts = (reply: ConsequencesReply) => reply.correct_it.map((s) => s.how).join(' ');
  const payers = [undefined, ...federalPayers, ...otherPayers];
  it.each(mistakes)('%s', (mistake) => {
    for (const payer of payers) {
      const at = (claim_status?: (typeof claimStatuses)[number]) => explain({ mistake, correct_code: undefined, ...(claim_status ? { claim_status } : {}), ...(payer ? { payer } : {}), date_of_service: '2026-08-03', identified_on: '2026-11-02' });
      const [notSent, rejected, denied, paid] = [at('not_sent'), at('rejected'), at('denied'), at('paid')];
      for (const reply of [at(), notSent, rejected, denied, paid]) {
        expect(reply.do_not.length).toBeGreaterThan(2);
        expect(reply.do_not.join(' ')).toMatch(/CO amount to the patient/);
        expect(reply.prevention.length).toBeGreaterThan(0);
        expect(reply.correct_it.every((s) => s.step.length > 3 && s.how.length > 15)).toBe(true);
        const denials = stage(reply, 'denial').denial;
        expect(denials === undefined).toBe(payer === 'self_pay');
        if (payer === 'medicare') expect(texts(reply)).not.toMatch(/replacement (claim )?\(frequency code 7\)/);
        if (payer === 'self_pay') expect(texts(reply)).not.toMatch(/frequency code|acceptance report|the payer's claim number/);
      }
      expect(steps(notSent).join()).not.toMatch(/return what is owed|Read the remittance/);
      expect(steps(denied)[0]).toBe('Read the remittance');
      expect(steps(rejected).join()).toMatch(/send again as an original claim|Bill it the way it can be billed/);
      expect(steps(paid).join()).toMatch(paid.direction === 'underpaid' ? /Claim what was left out/ : /Report and return what is owed/);
      if (paid.direction === 'underpaid') expect(steps(paid).join()).not.toMatch(/return what is owed/);
      for (const reply of [rejected, denied]) expect(reply.exposure).toBeUndefined();
    }
  });
  it('Medicare hears no appeal of a late claim', () => {
    const reply = explain({ mistake: 'late_filing', correct_code: undefined, claim_status: 'denied', payer: 'medicare', date_of_service: '2024-08-15' });
    expect(reply.summary).toMatch(/no appeal of lateness.*write it off.*2025-08-15/);
    expect(JSON.stringify(reply.correct_it)).not.toMatch(/redetermination|send it with the appeal/);
    expect(stage(reply, 'denial')).not.toHaveProperty('deadline');
    expect(JSON.stringify(explain({ mistake: 'late_filing', claim_status: 'denied', payer: 'commercial' }).correct_it)).toMatch(/send it with the appeal/);
  });
  it('a refusal for lateness inside the limit is doubted', () => expect(explain({ mistake: 'late_filing', claim_status: 'denied', payer: 'medicare', date_of_service: '2026-08-15' }).summary).toMatch(/until 2027-08-15, so the refusal itself may be wrong/));
  it('a cash visit is neither rejected nor denied', () => expect(applying(explain({ mistake: 'wrong_modifier', claim_status: 'rejected', payer: 'cash' }))).toEqual([]));
});

describe('codes', () => {
  it.each<[string, string]>([['97001', 'deleted on 2017-01-01'], ['97122', '97112'], ['99999', 'in no table on hand'], ['9714', 'five characters']])('%s is never fine', (billed_code, words) => {
    expect(explain({ billed_code, correct_code: undefined }).summary).toContain(words);
  });

  it.each(['97001', '97122'])('%s is refused as an invalid code', (billed_code) => {
    expect(stage(explain({ billed_code }), 'denial').denial?.[0]).toMatchObject({ group: 'CO', carc: '181' });
  });

  it('a deleted code was valid before', () => {
    expect(explain({ billed_code: '97001', date_of_service: '2016-05-02' }).summary).not.toContain('deleted');
  });

  it('names the edit and quotes what tells the codes apart', () => {
    const notes = explain({}).notes.map((n) => n.text).join('\n');
    expect(notes).toContain('97140 is column one, 97124 column two, indicator 0');
    expect(notes).toContain(testCatalog.confusionsOf.get('97140')!.find((r) => r.other === '97124')!.difference);
    expect(notes).toContain('no fee schedule is imported');
  });

  it('only mentions what the words can stand for', () => {
    const reply = explain({ billed_code: '97110', correct_code: undefined, service_performed: 'massage of the neck' });
    expect(reply.mistake).toEqual(['wrong_code']);
    expect(reply.notes.find((n) => n.about === 'service_performed')?.text).toContain('97124');
  });

  it('gives CARC and group apart, with our meaning', () => {
    for (const denial of stage(explain({}), 'denial').denial!) {
      expect(denial.carc).toMatch(/^[A-Z]?\d+$/);
      expect(denial.meaning).toBe(testCatalog.carc.get(denial.carc)?.meaning);
    }
  });
});

describe('arguments that cannot be used', () => {
  it.each<[Partial<ConsequencesRequest>, RegExp]>([
    [{ date_of_service: '2026-02-30' }, /date_of_service "2026-02-30".*YYYY-MM-DD.*example/],
    [{ identified_on: 'yesterday' }, /identified_on/],
    [{ paid_amount: -5 }, /paid_amount -5/],
    [{ paid_amount: Number.NaN }, /paid_amount/],
    [{ claims_affected: 0 }, /claims_affected 0.*example/],
    [{ claims_affected: 1.5 }, /claims_affected/],
    [{ claims_affected: 1_000_001 }, /claims_affected/],
    [{ billed_code: ' ' }, /billed_code/],
  ])('%j', (request, message) => {
    expect(() => explain(request)).toThrow(ArgumentError);
    expect(() => explain(request)).toThrow(message);
  });
});

it('the example reads well: a paid 97140 that was massage', () => {
  const reply = explain({ claim_status: 'paid' });
  expect(reply.summary).toMatch(/^97140 was billed where 97124 is right\. The claim was paid: stop, verify the record, count the claims/);
  expect(reply.correct_it.map((s) => s.step)).toEqual(['Stop', 'Verify the record', 'Count the claims', 'Work out what is owed', 'Correct the paid claim', 'Report and return what is owed', "Put the patient's share right", 'Keep a file']);
  expect(reply.do_not.join(' ')).toMatch(/CO amount to the patient/);
  expect(reply).toEqual(explain({ claim_status: 'paid' }));
});

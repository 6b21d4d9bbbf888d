/** Payer profiles of the user's own: what they may say, what is refused, and that no national rule gets weaker. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookUpReference } from '../../src/catalog/reference.ts';
import { withUserPayers } from '../../src/catalog/user-payers.ts';
import { calculate } from '../../src/units/calculate.ts';
import { checkClaim } from '../../tools/check-claim.ts';
import { payerFolder } from '../../src/payer-folder.ts';
import { testCatalog } from './test-catalog.ts';

const source = { title: 'Provider manual of 2026', edition: '2026', effective: '2026-01-01' };
const plan = { id: 'acme_health', name: 'Acme Health', kind: 'commercial', source };
const load = (...profiles: object[]) => withUserPayers(testCatalog, profiles.map((p, i) => ({ file: `${i}.json`, text: JSON.stringify(p) })));
const problemOf = (profile: object): string => load(profile).payer_problems?.[0]?.problem ?? '';
const today = '2026-11-23';

describe('a good profile', () => {
  const catalog = load({
    ...plan, words: ['Acme PPO'], unit_method: { method: 'cpt_midpoint', first_unit_minutes: 15, max_timed_units_per_day: 4 },
    recognises: { massage_therapist: { answer: 'no', why: 'Massage therapists are not credentialed.' } },
    limits: [{ kind: 'authorization', codes: ['97010-97799'], from_visit: 13, text: 'From visit 13 a review is needed.' }],
    exclusions: [{ codes: ['97010'], why: 'Hot and cold packs are part of the other service.' }], timely_filing: { days: 90, rule: '90 days from the date of service.' },
    modifiers: { discipline: { need: 'required', why: 'The manual asks for GP, GO or GN.' } },
  });
  const check = (args: object) => checkClaim.run(checkClaim.input.parse({ payer: 'acme ppo', provider_type: 'PT', date_of_service: '2024-08-15', diagnosis_codes: ['M54.2'], ...args }), { catalog, today });

  it('stands beside the built-in ones with its origin, and its source is cited', () => {
    const reply = lookUpReference(catalog, { kind: 'payer', query: 'acme_health', today });
    expect(reply.matches[0]).toMatchObject({ code: 'acme_health', origin: '0.json', unit_method: { method: 'cpt_midpoint' } });
    expect(reply.sources.map((s) => s.citation).join(' ')).toContain('Provider manual of 2026');
    expect(lookUpReference(catalog, { kind: 'payer', query: 'medicare', today }).matches[0]).toMatchObject({ origin: 'embedded' });
    expect(lookUpReference(catalog, { kind: 'payer', query: 'all', today }).matches.map((m) => m.code)).toContain('acme_health');
  });
  it('decides units: 15 minutes for the first, four a day', () => {
    const reply = calculate(catalog, { services: [{ code: '97110', minutes: 14 }], payer: 'Acme Health' });
    expect(reply.recommended_method?.method).toBe('cpt_midpoint');
    expect(reply.results.map((r) => r.total_units)).toEqual([0, 0]);
    expect(calculate(catalog, { services: [{ code: '97110', minutes: 45 }, { code: '97140', minutes: 45 }], payer: 'Acme Health' }).results[1]!.total_units).toBe(4);
  });
  it.each([
    ['who is not recognised', { provider_type: 'LMT', lines: [{ code: '97124', units: 1, minutes: 15 }] }, 'provider-not-recognized-by-payer'],
    ['an authorization from a visit on', { visit_number: 13, lines: [{ code: '97110', modifiers: ['GP'], units: 1, minutes: 15 }] }, 'payer-visit-or-authorization-limit'],
    ['an exclusion', { lines: [{ code: '97010', units: 1 }] }, 'payer-excludes-service'],
    ['the time limit', { claim_date: '2024-12-01', lines: [{ code: '97110', modifiers: ['GP'], units: 1, minutes: 15 }] }, 'timely-filing-passed'],
    ['a modifier', { lines: [{ code: '97110', units: 1, minutes: 15 }] }, 'therapy-modifier-missing'],
  ])('warns of %s, and makes no error of a plan\'s policy', (_, args, rule) => {
    const found = check(args).findings.filter((f) => f.rule === rule);
    expect(found.map((f) => f.severity)).toEqual(['warning']);
  });
  it('stays silent on a good line', () => {
    expect(check({ visit_number: 12, claim_date: '2024-11-01', lines: [{ code: '97110', modifiers: ['GP'], units: 2, minutes: 30 }] }).findings).toEqual([]);
  });
});

it('the example of the README is a good one', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const example = /```json\n(\{\n {2}"id": "acme_health"[^`]+)```/.exec(readme)?.[1] ?? '';
  expect(withUserPayers(testCatalog, [{ file: 'readme', text: example }]).payer_problems).toBeUndefined();
});

describe('a profile is refused, and says why', () => {
  it.each([
    ['no JSON', '{', /not JSON/], ['nothing', ' ', /empty/], ['a list', '[]', /expected object/],
  ])('%s', (_, text, problem) => expect(withUserPayers(testCatalog, [{ file: 'a.json', text }]).payer_problems?.[0]).toEqual({ file: 'a.json', problem: expect.stringMatching(problem) }));
  it.each([
    ['no source', { ...plan, source: undefined }, /source/], ['an unknown field', { ...plan, colour: 'red' }, /colour/], ['an unknown kind', { ...plan, kind: 'hmo' }, /kind/],
    ['an id with blanks', { ...plan, id: 'Acme Health' }, /small letters/], ['a built-in id', { ...plan, id: 'medicare' }, /built-in/], ['a built-in word', { ...plan, words: ['Aetna'] }, /another payer/],
    ['a provider type that is none', { ...plan, recognises: { masseuse: { answer: 'yes' } } }, /no provider type; accepted: massage_therapist/], ['a bad code', { ...plan, exclusions: [{ codes: ['9712'] }] }, /97010-97028/],
    ['two with one id', plan, /already that of 0\.json/],
  ])('%s', (name, profile, problem) => {
    const catalog = name === 'two with one id' ? load(profile, { ...profile, name: 'Acme Two' }) : load(profile);
    expect(catalog.payer_problems?.map((p) => p.problem).join()).toMatch(problem);
    expect(catalog.payers.length).toBe(testCatalog.payers.length + (name === 'two with one id' ? 1 : 0));
  });
  it('leaves the good ones in', () => expect(load({ ...plan, kind: 'x' }, { ...plan, id: 'other_plan', name: 'Other Plan' }).payer.has('other_plan')).toBe(true));
});

describe('a national rule cannot be weakened', () => {
  const medicare = { ...plan, kind: 'medicare' };
  it.each([
    ['edits off', { ncci: { use: 'not_applicable' } }], ['limits off', { mue: { use: 'own_version' } }], ['no discipline modifier', { modifiers: { discipline: { need: 'not_used' } } }],
    ['no AT', { modifiers: { active_treatment: { need: 'unknown' } } }], ['massage therapists recognised', { recognises: { massage_therapist: { answer: 'yes' } } }],
    ['another unit method', { unit_method: { method: 'cpt_midpoint' } }], ['a longer time limit', { timely_filing: { days: 3000, rule: 'Eight years from the service.' } }],
  ])('%s', (_, more) => expect(problemOf({ ...medicare, ...more })).toMatch(/national rule .* cannot be weakened/));
  it('and its exclusions stay when others are added', () => {
    const catalog = load({ ...medicare, exclusions: [{ codes: ['97140'] }] });
    expect(catalog.payer.get('acme_health')!.exclusions.length).toBe(testCatalog.payer.get('medicare')!.exclusions.length + 1);
  });
  it('a plan may be stricter', () => expect(problemOf({ ...medicare, recognises: { physical_therapist: { answer: 'depends' } } })).toBe(''));
});

it.each([
  [['check', '97124', '--payers', 'mine'], {}, 'mine', ['check', '97124']], [['--payers=mine', 'units'], {}, 'mine', ['units']], [['units'], { CLAIMLINT_PAYERS: 'set' }, 'set', ['units']],
  [['units'], { CLAIMLINT_PAYERS: '' }, undefined, ['units']], [['units'], { CLAIMLINT_PAYERS: '${user_config.payers}' }, undefined, ['units']], [['--payers', 'mine'], { CLAIMLINT_PAYERS: 'set' }, 'mine', []],
])('the folder of %j with %j is %s', (args, environment, folder, rest) => expect(payerFolder(args, environment)).toEqual({ rest, ...(folder === undefined ? {} : { folder }) }));

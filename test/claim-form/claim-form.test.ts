/** Claims as text: an 837P, CMS-1500 boxes, files of claims; and what cannot be read is said, not guessed. */
import { describe, expect, it } from 'vitest';
import { readBoxes } from '../../src/claim-form/read-boxes.ts';
import { read837p, read837pClaims } from '../../src/claim-form/read-837p.ts';
import { readClaimFile } from '../../src/claim-form/read-file.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { noClaim, oneClaim, twoClaims } from './sample-837p.ts';

describe('an 837P', () => {
  it('gives lines, pointers, places, diagnoses, payer and provider, and no name or member number', () => {
    const claim = read837p(testCatalog, oneClaim);
    expect(claim).toEqual({
      payer: 'medicare', provider_type: 'physical_therapist', place_of_service: '11', authorization_number: 'AUTH1', rendering_npi: '1234567893', diagnosis_codes: ['M542', 'M5450'],
      lines: [
        { code: '97140', modifiers: ['59', 'GP'], charge: 120, units: 2, diagnosis_pointers: ['A', 'B'], date_of_service: '2024-08-15' },
        { code: '97124', modifiers: ['GP'], charge: 60, units: 2, diagnosis_pointers: ['A'], date_of_service: '2024-08-15' },
      ],
    });
    expect(JSON.stringify(claim)).not.toMatch(/DOE|ROE|1EG4TE5MK73/);
  });
  it('keeps the payer and provider of each loop with its claims, and minutes apart from units', () => {
    expect(read837pClaims(testCatalog, twoClaims).map((c) => [c.payer, c.provider_type, c.lines.length])).toEqual([['medicare', 'physical_therapist', 2], ['workers_comp', 'massage_therapist', 1]]);
    expect(read837pClaims(testCatalog, twoClaims)[1]!.lines[0]).toMatchObject({ code: '97124', minutes: 30 });
  });
  it.each([['two claims', twoClaims, /2 claims/], ['none', noClaim, /0 claims/], ['cut short', oneClaim.slice(0, 60), /cannot be read/], ['only a word', 'ISA and some words', /cannot be read/]])('%s is refused in words', (_, text, message) => {
    expect(() => read837p(testCatalog, text)).toThrow(message);
  });
});

describe('CMS-1500 boxes', () => {
  it('reads the contract\'s example', () => {
    expect(readBoxes('21: M54.2, M54.50\n24A: 2024-08-15 | 24B: 11 | 24D: 97124 59 GP | 24E: A | 24F: 120.00 | 24G: 4')).toEqual({
      diagnosis_codes: ['M54.2', 'M54.50'],
      lines: [{ code: '97124', modifiers: ['59', 'GP'], date_of_service: '2024-08-15', place_of_service: '11', diagnosis_pointers: ['A'], charge: 120, units: 4 }],
    });
  });
  it.each([['21: A. M54.2  B. M54.50'], ['21: A M54.2 | B M54.50'], ['Box 21: M54.2 M54.50'], ['21: A: M54.2; B: M54.50']])('diagnoses written as %s', (row) => {
    expect(readBoxes(`${row}\n24D: 97124`).diagnosis_codes).toEqual(['M54.2', 'M54.50']);
  });
  it.each([['08/15/2024', '2024-08-15'], ['08 15 24', '2024-08-15'], ['20240815', '2024-08-15'], ['soon', 'soon']])('the date %s', (given, date) => {
    expect(readBoxes(`24A: ${given} | 24D: 97124`).lines[0]!.date_of_service).toBe(date);
  });
  it.each([['97124 x 4', /row 1.*not a box/s], ['24G: 4', /row 1.*24D/s], ['24D: 97124 | 24G: four', /24G is not a number/], ['21: M54.2', /no service line/], ['24D: | 24G: 4', /24D is empty/]])('%s is refused in words', (text, message) => {
    expect(() => readBoxes(text)).toThrow(message);
  });
});

describe('a file of claims', () => {
  it('CSV: each row a line, or lines grouped by the column claim', () => {
    expect(readClaimFile(testCatalog, 'code,modifiers,units\n97124,59 GP,4\n97140,GP,2\n').map((c) => [c.where, c.tool, c.arguments])).toEqual([
      ['row 2', 'check_claim_line', { code: '97124', modifiers: '59 GP', units: '4' }], ['row 3', 'check_claim_line', { code: '97140', modifiers: 'GP', units: '2' }]]);
    expect(readClaimFile(testCatalog, '\uFEFFclaim,Code,payer,diagnosis codes\nA,97124,medicare,"M54.2,M54.50"\nB,97110,,\nA,97140,,\n').map((c) => c.arguments)).toEqual([
      { payer: 'medicare', diagnosis_codes: 'M54.2,M54.50', lines: [{ code: '97124' }, { code: '97140' }] }, { lines: [{ code: '97110' }] }]);
  });
  it('NDJSON and JSON: a line or a claim', () => {
    expect(readClaimFile(testCatalog, '{"code":"97124"}\n\n{"lines":[{"code":"97140"}]}').map((c) => [c.where, c.tool])).toEqual([['row 1', 'check_claim_line'], ['row 3', 'check_claim']]);
    expect(readClaimFile(testCatalog, '{\n "lines": [{"code":"97140"}]\n}')).toHaveLength(1);
  });
  it('837P and boxes', () => {
    expect(readClaimFile(testCatalog, twoClaims).map((c) => c.where)).toEqual(['claim 1', 'claim 2']);
    expect(readClaimFile(testCatalog, '21: M54.2\n24D: 97124')[0]).toMatchObject({ tool: 'check_claim' });
  });
  it.each([['', /empty/], ['units\n4', /no column "code"/], ['code\n', /no row/], ['{"code":', /Row 1 is not a JSON object/], ['code,units\n"97124', /cannot be read as CSV/]])('%j is refused in words', (text, message) => {
    expect(() => readClaimFile(testCatalog, text)).toThrow(message);
  });
});

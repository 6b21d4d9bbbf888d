/** A pointer of box 24E that points at nothing. */
import { quote } from '../claim/clean-text.ts';
import { defineRule, finding, notChecked, pass, type Outcome } from './define-rule.ts';
import { pointersOf } from './line-diagnoses.ts';

const letters = 'ABCDEFGHIJKL';

export const diagnosisPointerInvalid = defineRule({
  id: 'diagnosis-pointer-invalid',
  severity: 'error',
  what: 'A diagnosis pointer is no letter A to L, points at no diagnosis of the claim, stands twice, or is one of more than four.',
  why: 'Box 24E takes one to four letters, each that of a diagnosis in box 21; a line that points at nothing is returned.',
  sources: ['nucc-1500', 'claims-manual-ch26'],
  check({ claim, diagnoses, view }) {
    const pointers = pointersOf(view.line.diagnosis_pointers);
    if (pointers.length === 0) return notChecked('no diagnosis pointers were given', ['diagnosis_pointers']);
    // Box 21 as it was given: an empty place still has its letter.
    const places = claim.diagnosis_codes?.length ?? 0;
    const outcomes: Outcome[] = [];
    const say = (message: string, fix: string): void => void outcomes.push(finding({ field: 'diagnosis_pointers', message, fix, data: { pointers: pointers.map((p) => quote(p, 5)), diagnoses: places } }));
    const odd = pointers.filter((p) => !/^[A-L]$/.test(p));
    if (odd.length > 0) say(`Diagnosis pointer ${odd.map((p) => `"${quote(p, 5)}"`).join(', ')} is none of the letters A to L.`, 'Write the letter of the diagnosis in box 21: A for the first, B for the second.');
    const beyond = pointers.filter((p) => /^[A-L]$/.test(p) && letters.indexOf(p) >= places);
    if (diagnoses !== undefined && beyond.length > 0) say(`Diagnosis pointer ${[...new Set(beyond)].join(', ')} points at nothing; the claim has ${places === 0 ? 'no diagnosis' : `${places} (${letters[0]}${places > 1 ? ` to ${letters[Math.min(places, 12) - 1]}` : ''})`}.`, 'Point at a diagnosis that stands on the claim, or add the one that is meant.');
    if (pointers.length > 4) say(`The line has ${pointers.length} diagnosis pointers; four is the most.`, 'Keep the four that the service was for, the most important first.');
    const twice = [...new Set(pointers.filter((p, i) => pointers.indexOf(p) !== i))];
    if (twice.length > 0) say(`Diagnosis pointer ${twice.map((p) => quote(p, 5)).join(', ')} stands more than once; each stands once.`, 'Keep one of them.');
    if (outcomes.length > 0) return outcomes;
    return diagnoses === undefined ? notChecked('the diagnoses that the pointers mean were not given', ['diagnosis_codes']) : pass;
  },
  examples: [
    { name: 'B with one diagnosis', line: { code: '97124', diagnosis_codes: ['M54.2'], diagnosis_pointers: ['B'] }, outcome: 'finding' },
    { name: 'five pointers', line: { code: '97124', diagnosis_codes: ['M54.2', 'M54.6', 'M62.838', 'G44.209', 'M79.18'], diagnosis_pointers: ['A', 'B', 'C', 'D', 'E'] }, outcome: 'finding' },
    { name: 'a number', line: { code: '97124', diagnosis_codes: ['M54.2'], diagnosis_pointers: ['1'] }, outcome: 'finding' },
    { name: 'A twice', line: { code: '97124', diagnosis_codes: ['M54.2'], diagnosis_pointers: ['A', 'A'] }, outcome: 'finding' },
    { name: 'A and B of two', line: { code: '97124', diagnosis_codes: ['M54.2', 'M54.6'], diagnosis_pointers: ['a', 'B'] }, outcome: 'pass' },
    { name: 'as box 24E prints them', line: { code: '97124', diagnosis_codes: ['M54.2', 'M54.6'], diagnosis_pointers: ['AB'] }, outcome: 'pass' },
    { name: 'no pointers', line: { code: '97124', diagnosis_codes: ['M54.2'] }, outcome: 'not_checked' },
  ],
});

/** The small words of a claim: dates, codes, NPIs. */
import { expect, it } from 'vitest';
import { cleanText } from '../../src/claim/clean-text.ts';
import { normaliseDiagnosis } from '../../src/claim/diagnosis-code.ts';
import { addYears, isIsoDate } from '../../src/claim/iso-date.ts';
import { isValidNpi } from '../../src/claim/npi.ts';
import { findLookAlike, isCodeForm, normaliseCode } from '../../src/claim/procedure-code.ts';

it.each([['2026-02-30', false], ['2024-02-29', true], ['2023-02-29', false], ['2024-1-1', false]])('%s is a day: %s', (text, is) => expect(isIsoDate(text)).toBe(is));
it('keeps 29 February inside the year', () => expect(addYears('2024-02-29', 1)).toBe('2025-02-28'));
it.each([[' 97124 ', '97124'], ['９７１２４', '97124'], ['g0283', 'G0283']])('folds %j to %s', (text, code) => expect(normaliseCode(text)).toBe(code));
it.each([['97124', true], ['0552T', true], ['G0283', true], ['9712', false], ['97124-59', false], ['W1234', false]])('%s has the form of a code: %s', (code, is) => expect(isCodeForm(code)).toBe(is));
it('names a Cyrillic letter', () => expect(findLookAlike('G028З')).toMatchObject({ looksLike: '3', position: 5 }));
it.each([['m5450', 'M54.50'], ['M54.2', 'M54.2'], ['s134xxd', 'S13.4XXD']])('prints %s as %s', (text, code) => expect(normaliseDiagnosis(text)).toBe(code));
it.each([['1234567893', true], ['1234567890', false], ['3234567893', false]])('NPI %s: %s', (npi, is) => expect(isValidNpi(npi)).toBe(is));
it('drops terminal sequences and direction marks', () => expect(cleanText('a\u001b[31mb\u202ec')).toBe('abc'));

/** Rows of CMS-1500 boxes: `24A: 2024-08-15 | 24B: 11 | 24D: 97124 59 GP | 24E: A | 24F: 120.00 | 24G: 4`. */
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import type { ClaimLine } from '../claim/claim.ts';
import { isoFromForm, type ClaimText } from './claim-text.ts';

const example = 'Example: "21: M54.2, M54.50" and then, a row a line, "24A: 2024-08-15 | 24B: 11 | 24D: 97124 59 GP | 24E: A | 24F: 120.00 | 24G: 4"';

/**
 * A row that begins with `21:` lists the diagnoses A to L, `23:` the authorization; every other row is a service line.
 * Throws ArgumentError naming the row that cannot be read. Boxes: NUCC 1500 instruction manual (02/12).
 */
export function readBoxes(text: string): ClaimText {
  const claim: ClaimText = { lines: [] };
  text.split(/\r?\n/).forEach((row, index) => {
    if (row.trim() === '') return;
    const fail = (problem: string): never => { throw new ArgumentError(`"text", row ${index + 1}: ${problem}. ${example}`); };
    if (/^\s*(?:box\s*)?21\s*[:.]/i.test(row)) {
      claim.diagnosis_codes = [...(claim.diagnosis_codes ?? []), ...diagnosesOf(row.replace(/^\s*(?:box\s*)?21\s*[:.]/i, ''))];
      return;
    }
    const boxes = new Map<string, string>();
    for (const part of row.split('|')) {
      const m = /^\s*(?:box\s*)?(\d{1,2}[A-Ja-j]?|minutes|mins?)\s*[:=]\s*(.*?)\s*$/i.exec(part);
      if (!m) return fail(`"${quote(part, 40)}" is not a box and its value`);
      boxes.set(m[1]!.toUpperCase(), m[2]!);
    }
    const authorization = boxes.get('23');
    if (authorization !== undefined) claim.authorization_number = authorization;
    if (boxes.has('24D')) {
      if (claim.lines.length >= 50) fail('at most 50 lines are taken');
      claim.lines.push(lineOf(boxes, fail));
    } else if (authorization === undefined) fail('a service line needs box 24D, the code and its modifiers');
  });
  if (claim.lines.length === 0) throw new ArgumentError(`"text" holds no service line. ${example}`);
  return claim;
}

function diagnosesOf(text: string): string[] {
  // `A. M54.2  B: M54.50`, `A M54.2 | B M54.50` and `M54.2, M54.50` alike; a label is one letter.
  return text.replace(/(^|[\s,;|])[A-La-l]\s*[.:)]\s*/g, '$1').split(/[\s,;|]+/).filter((word) => word !== '' && !/^[A-L]$/i.test(word));
}

function lineOf(boxes: Map<string, string>, fail: (problem: string) => never): ClaimLine {
  const [code = '', ...modifiers] = boxes.get('24D')!.split(/[\s,]+/).filter(Boolean);
  if (code === '') fail('box 24D is empty');
  const number = (box: string): number | undefined => {
    const value = boxes.get(box)?.replace(/[$,\s]/g, '');
    if (value === undefined || value === '') return undefined;
    return Number.isFinite(Number(value)) ? Number(value) : fail(`box ${box} is not a number`);
  };
  const line: ClaimLine = { code, modifiers };
  const put = <K extends keyof ClaimLine>(key: K, value: ClaimLine[K] | undefined): void => { if (value !== undefined && value !== '') line[key] = value; };
  const from = boxes.get('24A')?.split(/\s+(?:-|to)\s+/)[0];
  put('date_of_service', from === undefined ? undefined : isoFromForm(from));
  put('place_of_service', boxes.get('24B'));
  const pointers = boxes.get('24E')?.replace(/[^A-Za-z0-9]/g, '').split('') ?? [];
  if (pointers.length > 0) line.diagnosis_pointers = pointers;
  put('charge', number('24F'));
  put('units', number('24G'));
  put('rendering_npi', boxes.get('24J'));
  const minutes = number('MINUTES') ?? number('MIN') ?? number('MINS');
  if (minutes !== undefined && (minutes < 0 || minutes > 1440)) fail('minutes go from 0 to 1440');
  put('minutes', minutes);
  return line;
}

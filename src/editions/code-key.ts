/** Procedure codes as numbers: five characters in base 36, so that tables sort, search and store them cheaply. */
import type { ProcedureCode } from '../claim/procedure-code.ts';

/** The number of a code of five digits or capital letters, in the order of the codes themselves; -1 for anything else. */
export function codeKey(code: ProcedureCode): number {
  if (code.length !== 5) return -1;
  let key = 0;
  for (let i = 0; i < 5; i++) {
    const c = code.charCodeAt(i);
    if (c >= 48 && c <= 57) key = key * 36 + c - 48;
    else if (c >= 65 && c <= 90) key = key * 36 + c - 55;
    else return -1;
  }
  return key;
}

/** The code of a number that `codeKey` gave. */
export function codeOfKey(key: number): ProcedureCode {
  return key.toString(36).toUpperCase().padStart(5, '0');
}

/** The place of a number in a sorted list, or -1. */
export function placeOf(sorted: Uint32Array, key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

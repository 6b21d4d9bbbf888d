/** What the cells of a PTP row mean: codes, dates, modifier indicator and rationale, and in words what is wrong with one. */
import { quote } from '../claim/clean-text.ts';
import { isIsoDate, type IsoDate } from '../claim/iso-date.ts';
import { isCodeForm, type ProcedureCode } from '../claim/procedure-code.ts';
import type { ModifierIndicator } from './ptp-pair.ts';

/** A reader of cells that keeps what a cell meant: the whole table has few different cells, and each of them often. */
export class KnownCells<T extends string> {
  readonly #read: (cell: string) => T | undefined;
  readonly #known = new Map<string, T>();

  readonly #most: number;

  /** `most` is how many different cells may have a meaning. */
  constructor(read: (cell: string) => T | undefined, most = Number.POSITIVE_INFINITY) {
    this.#read = read;
    this.#most = most;
  }

  /** The meaning, or undefined for a cell that has none. */
  of(cell: string): T | undefined {
    let meaning = this.#known.get(cell);
    if (meaning === undefined && this.#known.size < this.#most) {
      // A copy: a piece of a string keeps the whole string in memory.
      const own = Buffer.from(cell, 'utf16le').toString('utf16le');
      meaning = this.#read(own.trim());
      if (meaning !== undefined) this.#known.set(own, meaning);
    }
    return meaning;
  }

  /** Whether the text is only the beginning of something known. */
  isBeginning(text: string): boolean {
    return [...this.#known.values()].some((known) => known.length > text.length && known.startsWith(text));
  }
}

export function readCode(cell: string): ProcedureCode | undefined {
  return isCodeForm(cell) ? cell : undefined;
}

/** `20240701`, `7/1/2024` or `2024-07-01`; empty text for none, which CMS writes `*` or leaves empty. */
export function readDay(cell: string): IsoDate | '' | undefined {
  if (cell === '' || cell === '*') return '';
  const m = /^(?<y>\d{4})-?(?<m>\d{2})-?(?<d>\d{2})$/.exec(cell) ?? /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/.exec(cell);
  if (!m) return undefined;
  const { y, m: month, d } = m.groups as { y: string; m: string; d: string };
  const date = `${y}-${month.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isIsoDate(date) ? date : undefined;
}

export function readIndicator(cell: string): ModifierIndicator | undefined {
  return cell === '0' || cell === '1' || cell === '9' ? cell : undefined;
}

const LONGEST_RATIONALE = 200;

/** One line of at most 200 characters, without control characters. The text comes as Latin-1; where it reads as UTF-8 it is that. */
export function readRationale(cell: string): string | undefined {
  let text = cell;
  if (/[\x80-\xff]/.test(cell)) {
    const utf8 = Buffer.from(cell, 'latin1').toString('utf8');
    if (!utf8.includes('\uFFFD')) text = utf8;
  }
  return text.length <= LONGEST_RATIONALE && quote(text, LONGEST_RATIONALE) === text.replace(/ +/g, ' ') ? text.replace(/ +/g, ' ') : undefined;
}

const shown = (cell: string): string => (cell.trim() === '' ? 'is empty' : `is "${quote(cell)}"`);

/** What is wrong with a cell that has no meaning. */
export const wrongCell = {
  code: (cell: string): string => `${shown(cell)}; a code of five characters is expected, such as 97124${/^\d{1,4}$/.test(cell.trim()) ? ' (a spreadsheet drops leading zeros: import the file as it was downloaded)' : ''}`,
  day: (cell: string): string => `${shown(cell)}; a day written YYYYMMDD is expected, such as 20240701`,
  lastDay: (cell: string): string => `${shown(cell)}; a day written YYYYMMDD is expected, such as 20240701, or * for none`,
  indicator: (cell: string): string => `${shown(cell)}; 0, 1 or 9 is expected`,
  rationale: (): string => 'is longer than 200 characters, has characters that do not belong in text, or is one of too many different ones',
};

/** Looks pairs up in a compiled PTP table: its index is in memory, its rows are read by position when they are asked for. */
import { readExactly, TableDamaged, type ReadAt } from './byte-reader.ts';
import { codeKey, codeOfKey, placeOf } from './code-key.ts';
import { murmur3 } from './murmur3.ts';
import { ROW_CHECK_LENGTH } from './ptp-format.ts';
import type { PtpWindow } from './ptp-pair.ts';
import { readPtpIndex, type PtpIndex } from './ptp-index.ts';

export interface PtpTable {
  /** Rows of the table: windows of all pairs. */
  readonly row_count: number;
  /** Distinct pairs of column one and column two. */
  readonly pair_count: number;
  /** Every window of the pair in this order of columns, by first day; none when the table has no such edit. Throws `TableDamaged`. */
  windows(columnOne: string, columnTwo: string): PtpWindow[];
  /** Every pair of a column one, by column two. */
  pairsOf(columnOne: string): { column_two: string; windows: PtpWindow[] }[];
  /** The codes that stand in column one, sorted. */
  columnOnes(): string[];
}

/** Rows that are kept as they were read, each in the one place that its number gives it, so that the memory has a bound. */
const KEPT_ROWS = 64;
const KEPT_ROW_LENGTH = 4096;

/** Opens the compiled table that `read` gives, `length` bytes in all. Throws `TableDamaged` when it is not one or does not fit its checks. */
export function openPtpTable(read: ReadAt, length: number): PtpTable {
  return new Table(readPtpIndex(read, length), read);
}

class Table implements PtpTable {
  readonly row_count: number;
  readonly pair_count: number;
  readonly #index: PtpIndex;
  readonly #read: ReadAt;
  readonly #kept = new Uint8Array(KEPT_ROWS * KEPT_ROW_LENGTH);
  readonly #keptRow = new Int32Array(KEPT_ROWS).fill(-1);
  // Where the row that was asked for last lies: bytes and position, rather than a new object at each look-up.
  #bytes: Uint8Array = this.#kept;
  #position = 0;
  #end = 0;

  constructor(index: PtpIndex, read: ReadAt) {
    this.#index = index;
    this.#read = read;
    this.row_count = index.rowCount;
    this.pair_count = index.pairCount;
  }

  windows(columnOne: string, columnTwo: string): PtpWindow[] {
    const row = placeOf(this.#index.columnOnes, codeKey(columnOne));
    const wanted = placeOf(this.#index.columnTwos, codeKey(columnTwo));
    if (row < 0 || wanted < 0) return [];
    this.#seek(row);
    let two = -1;
    while (this.#position < this.#end) {
      two += this.#varint() + 1;
      const set = this.#varint();
      if (two === wanted) return this.#index.windowsOfSet(set);
      if (two > wanted) return [];
    }
    return [];
  }

  pairsOf(columnOne: string): { column_two: string; windows: PtpWindow[] }[] {
    const row = placeOf(this.#index.columnOnes, codeKey(columnOne));
    const pairs: { column_two: string; windows: PtpWindow[] }[] = [];
    if (row < 0) return pairs;
    this.#seek(row);
    let two = -1;
    while (this.#position < this.#end) {
      two += this.#varint() + 1;
      const key = this.#index.columnTwos[two];
      if (key === undefined) throw damaged(columnOne);
      pairs.push({ column_two: codeOfKey(key), windows: this.#index.windowsOfSet(this.#varint()) });
    }
    return pairs;
  }

  columnOnes(): string[] {
    return Array.from(this.#index.columnOnes, codeOfKey);
  }

  /** Puts the row's bytes, checked, behind `#bytes`, `#position` and `#end`. */
  #seek(row: number): void {
    const slot = row % KEPT_ROWS;
    const start = this.#index.rowStarts[row]!;
    const length = this.#index.rowStarts[row + 1]! - start;
    this.#bytes = this.#kept;
    this.#position = slot * KEPT_ROW_LENGTH;
    if (this.#keptRow[slot] !== row) {
      const bytes = readExactly(this.#read, this.#index.dataStart + start, length);
      const check = (bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24)) >>> 0;
      const key = this.#index.columnOnes[row]!;
      if (murmur3(bytes, ROW_CHECK_LENGTH, length, key) !== check) throw damaged(codeOfKey(key));
      if (length > KEPT_ROW_LENGTH) {
        this.#bytes = bytes;
        this.#position = 0;
      } else {
        this.#keptRow[slot] = -1;
        this.#kept.set(bytes, this.#position);
        this.#keptRow[slot] = row;
      }
    }
    this.#end = this.#position + length;
    this.#position += ROW_CHECK_LENGTH;
  }

  #varint(): number {
    let value = 0;
    for (let shift = 0; this.#position < this.#end && shift < 35; shift += 7) {
      const byte = this.#bytes[this.#position++]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new TableDamaged('The PTP table is damaged: a row ends within a number.');
  }
}

function damaged(columnOne: string): TableDamaged {
  return new TableDamaged(`The PTP table is damaged: the row of column one code ${columnOne} does not fit its check.`);
}

/** Looks pairs up in a compiled PTP table: its index is in memory, its blocks of pairs are read by position when they are asked for. */
import { ByteReader, TableDamaged, type ReadAt } from './byte-reader.ts';
import { codeKey, codeOfKey, placeOf } from './code-key.ts';
import { keepPages } from './keep-pages.ts';
import { murmur3 } from './murmur3.ts';
import { BLOCK_CHECK_LENGTH } from './ptp-format.ts';
import { readPtpIndex, type PtpIndex } from './ptp-index.ts';
import type { PtpWindow } from './ptp-pair.ts';

export interface PtpTable {
  /** Rows of the table: the windows of all pairs. */
  readonly row_count: number;
  /** Distinct pairs of column one and column two. */
  readonly pair_count: number;
  /** Every window of the pair in this order of columns, by first day; none when the table has no such edit. Throws `TableDamaged`. */
  windows(columnOne: string, columnTwo: string): PtpWindow[];
  /** Every pair of a column one, by column two. Throws `TableDamaged`. */
  pairsOf(columnOne: string): { column_two: string; windows: PtpWindow[] }[];
  /** The codes that stand in column one, sorted. */
  columnOnes(): string[];
}

/**
 * Opens the compiled table that `read` gives, `length` bytes in all. Throws `TableDamaged` when it is not one, ends early
 * or does not fit its checks; so does each look-up for what it reads.
 */
export function openPtpTable(read: ReadAt, length: number): PtpTable {
  return new Table(readPtpIndex(read, length), keepPages(read, length));
}

class Table implements PtpTable {
  readonly row_count: number;
  readonly pair_count: number;
  readonly #index: PtpIndex;
  readonly #read: ReadAt;

  constructor(index: PtpIndex, read: ReadAt) {
    this.#index = index;
    this.#read = read;
    this.row_count = index.rowCount;
    this.pair_count = index.pairCount;
  }

  windows(columnOne: string, columnTwo: string): PtpWindow[] {
    const { columnOnes, columnTwos, firstBlock, firstTwo } = this.#index;
    const one = placeOf(columnOnes, codeKey(columnOne));
    const two = placeOf(columnTwos, codeKey(columnTwo));
    if (one < 0 || two < 0) return [];
    let block = firstBlock[one + 1]! - 1;
    while (block > firstBlock[one]! && firstTwo[block]! > two) block--;
    if (firstTwo[block]! > two) return [];
    const bytes = this.#blockBytes(block);
    const at = findSet(bytes, two - firstTwo[block]!);
    return at < 0 ? [] : this.#index.readSet(new ByteReader(bytes, at));
  }

  pairsOf(columnOne: string): { column_two: string; windows: PtpWindow[] }[] {
    const { columnOnes, columnTwos, firstBlock, firstTwo, readSet } = this.#index;
    const one = placeOf(columnOnes, codeKey(columnOne));
    const pairs: { column_two: string; windows: PtpWindow[] }[] = [];
    if (one < 0) return pairs;
    for (let block = firstBlock[one]!; block < firstBlock[one + 1]!; block++) {
      const reader = new ByteReader(this.#blockBytes(block), BLOCK_CHECK_LENGTH);
      for (let two = firstTwo[block]!; ; two += reader.varint() + 1) {
        pairs.push({ column_two: codeOfKey(columnTwos[two]!), windows: readSet(reader) });
        if (reader.left === 0) break;
      }
    }
    return pairs;
  }

  columnOnes(): string[] {
    return Array.from(this.#index.columnOnes, codeOfKey);
  }

  /** The bytes of a block, checked. */
  #blockBytes(block: number): Uint8Array {
    const { blockStarts, dataStart } = this.#index;
    const start = blockStarts[block]!;
    const length = blockStarts[block + 1]! - start;
    const bytes = this.#read(dataStart + start, length);
    const check = (bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24)) >>> 0;
    if (murmur3(bytes, BLOCK_CHECK_LENGTH, length, block) !== check) throw new TableDamaged(`The PTP table is damaged: its block ${block + 1} of ${blockStarts.length - 1} does not fit its check.`);
    return bytes;
  }
}

/** Where the set of the pair lies whose column two is so many places after the block's first, or -1: by hand, since a look-up spends its time here. */
function findSet(block: Uint8Array, distance: number): number {
  let at = BLOCK_CHECK_LENGTH;
  for (let left = distance; left > 0;) {
    // Over the set of the pair: its number, or for a rare one 0, the count (below 128) and so many windows.
    let varints = 1;
    if (block[at] === 0) {
      varints = block[at + 1]!;
      at += 2;
    }
    for (; varints > 0 && at < block.length; at++) if (block[at]! < 0x80) varints--;
    if (at >= block.length) return -1;
    let step = 0;
    let byte = 0x80;
    for (let shift = 0; byte > 0x7f; shift += 7) {
      byte = block[at++]!;
      step |= (byte & 0x7f) << shift;
    }
    left -= step + 1;
    if (left < 0) return -1;
  }
  return at;
}

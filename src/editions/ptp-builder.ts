/** Compiles rows of the PTP table, in any order, into the bytes that `ptp-table.ts` reads; `ptp-format.ts` says how they lie. */
import { newSha256 } from './sha256.ts';
import { ByteWriter } from './byte-writer.ts';
import { codeKey } from './code-key.ts';
import { murmur3 } from './murmur3.ts';
import { BLOCK_CHECK_LENGTH, BLOCK_PAIRS, FORMAT_VERSION, MAGIC, PREFIX_LENGTH } from './ptp-format.ts';
import type { PtpRowIn } from './ptp-pair.ts';
import { WindowList } from './ptp-window-list.ts';
import { WindowSets, type NumberedSets } from './ptp-window-sets.ts';

export class PtpBuilder {
  #one = new Uint32Array(1 << 12);
  #two = new Uint32Array(1 << 12);
  #window = new Uint32Array(1 << 12);
  #added = 0;
  readonly #windows = new WindowList();

  /** Rows given so far, repeated ones included. */
  get added(): number {
    return this.#added;
  }

  /** Takes a row; the same row again changes nothing. Codes must be five digits or capital letters, dates real days. */
  add(row: PtpRowIn): void {
    const one = codeKey(row.column_one);
    const two = codeKey(row.column_two);
    if (one < 0 || two < 0) throw new RangeError('a PTP row needs two procedure codes of five digits or capital letters');
    const window = this.#windows.add(row);
    if (this.#added === this.#one.length) {
      this.#one = doubled(this.#one);
      this.#two = doubled(this.#two);
      this.#window = doubled(this.#window);
    }
    this.#one[this.#added] = one;
    this.#two[this.#added] = two;
    this.#window[this.#added] = window;
    this.#added++;
  }

  /** The compiled table. The same rows give the same bytes, in whatever order they came. */
  finish(): Uint8Array {
    const ones = distinct(this.#one.subarray(0, this.#added));
    const twos = distinct(this.#two.subarray(0, this.#added));
    const windowRank = this.#windows.ranks();
    const pairs = collectPairs(this.#sortedRows(ones, twos, windowRank), windowRank.length);
    const numbered = pairs.sets.byFrequency();
    const { starts, windows } = numbered;
    const blocks = writeBlocks(pairs, numbered);

    const index = new ByteWriter();
    index.words([pairs.rowCount, pairs.two.length, ones.length, blocks.firstTwo.length, twos.length, windowRank.length, starts.length - 1, windows.length]);
    for (const list of [ones, blocks.firstBlock, blocks.firstTwo, blocks.starts, twos, this.#windows.words(), starts, windows]) index.words(list);
    this.#windows.writeNames(index);

    const body = new ByteWriter(PREFIX_LENGTH + index.length + blocks.data.length);
    body.words([MAGIC, FORMAT_VERSION, index.length, blocks.data.length]);
    body.append(newSha256().update(body.view()).update(index.view()).digest());
    body.append(index.view());
    body.append(blocks.data.view());
    return body.view();
  }

  /** Rows grouped by column one (counting sort); within a group a row is one number, column two's place times the windows plus the window's place, sorted. */
  #sortedRows(ones: Uint32Array, twos: Uint32Array, windowRank: Uint32Array): SortedRows {
    const [oneAt, twoAt] = [places(ones), places(twos)];
    const starts = new Uint32Array(ones.length + 1);
    for (let r = 0; r < this.#added; r++) starts[oneAt.get(this.#one[r]!)! + 1]!++;
    for (let i = 0; i < ones.length; i++) starts[i + 1]! += starts[i]!;
    const next = starts.slice();
    const keys = new Float64Array(this.#added);
    for (let r = 0; r < this.#added; r++) keys[next[oneAt.get(this.#one[r]!)!]!++] = twoAt.get(this.#two[r]!)! * windowRank.length + windowRank[this.#window[r]!]!;
    for (let i = 0; i < ones.length; i++) keys.subarray(starts[i], starts[i + 1]).sort();
    return { starts, keys };
  }
}

interface SortedRows {
  /** Where each column one's rows begin, and the end. */
  starts: Uint32Array;
  keys: Float64Array;
}

interface Pairs {
  /** Where each column one's pairs begin, and the end. */
  starts: Uint32Array;
  two: Uint32Array;
  /** The node of each pair's set. */
  set: Uint32Array;
  sets: WindowSets;
  rowCount: number;
}

/** Folds the sorted rows into pairs, each with the set of its windows; a row given twice is kept once. */
function collectPairs(rows: SortedRows, windowCount: number): Pairs {
  const sets = new WindowSets(windowCount);
  const groups = rows.starts.length - 1;
  const [starts, two, set] = [new Uint32Array(groups + 1), new Uint32Array(rows.keys.length), new Uint32Array(rows.keys.length)];
  let [count, rowCount] = [0, 0];
  for (let i = 0; i < groups; i++) {
    starts[i] = count;
    const end = rows.starts[i + 1]!;
    for (let r = rows.starts[i]!; r < end; count++) {
      two[count] = Math.floor(rows.keys[r]! / windowCount);
      const first = two[count]! * windowCount;
      let node = 0;
      for (let before = -1; r < end && rows.keys[r]! < first + windowCount; r++) {
        if (rows.keys[r] === before) continue;
        before = rows.keys[r]!;
        node = sets.extend(node, before - first);
        rowCount++;
      }
      sets.count(node);
      set[count] = node;
    }
  }
  starts[groups] = count;
  return { starts, two: two.subarray(0, count), set: set.subarray(0, count), sets, rowCount };
}

/** The data, and for each block where it begins and which column two is its first. */
function writeBlocks(pairs: Pairs, { numberOf }: NumberedSets): { data: ByteWriter; firstBlock: number[]; firstTwo: number[]; starts: number[] } {
  const data = new ByteWriter();
  const [firstBlock, firstTwo, starts]: [number[], number[], number[]] = [[], [], []];
  const writeSet = (node: number): void => {
    data.varint(numberOf[node]!);
    if (numberOf[node] !== 0) return;
    const windows = pairs.sets.windowsOf(node);
    data.varint(windows.length);
    for (const window of windows) data.varint(window);
  };
  for (let i = 0; i < pairs.starts.length - 1; i++) {
    firstBlock.push(starts.length);
    const end = pairs.starts[i + 1]!;
    for (let from = pairs.starts[i]!; from < end; from += BLOCK_PAIRS) {
      const start = data.length;
      data.word(0);
      writeSet(pairs.set[from]!);
      for (let p = from + 1; p < Math.min(from + BLOCK_PAIRS, end); p++) {
        data.varint(pairs.two[p]! - pairs.two[p - 1]! - 1);
        writeSet(pairs.set[p]!);
      }
      data.wordAt(start, murmur3(data.view(), start + BLOCK_CHECK_LENGTH, data.length, starts.length));
      firstTwo.push(pairs.two[from]!);
      starts.push(start);
    }
  }
  firstBlock.push(starts.length);
  starts.push(data.length);
  return { data, firstBlock, firstTwo, starts };
}

function doubled(list: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const grown = new Uint32Array(list.length * 2);
  grown.set(list);
  return grown;
}

function distinct(list: Uint32Array): Uint32Array {
  const sorted = list.slice().sort();
  return sorted.filter((n, i) => i === 0 || n !== sorted[i - 1]);
}

function places(sorted: Uint32Array): Map<number, number> {
  const at = new Map<number, number>();
  for (const [place, key] of sorted.entries()) at.set(key, place);
  return at;
}

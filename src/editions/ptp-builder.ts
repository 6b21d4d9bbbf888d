/** Compiles rows of the PTP table, in any order, into the bytes that `ptp-table.ts` reads; `ptp-format.ts` says how they lie. */
import { ByteWriter } from './byte-writer.ts';
import { codeKey } from './code-key.ts';
import { murmur3 } from './murmur3.ts';
import type { PtpRowIn } from './ptp-pair.ts';
import { FORMAT_VERSION, MAGIC, PREFIX_LENGTH, ROW_CHECK_LENGTH } from './ptp-format.ts';
import { WindowList } from './ptp-window-list.ts';
import { WindowSets } from './ptp-window-sets.ts';

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

  /** Takes a row; the same row again changes nothing. Codes must be five digits or capital letters. */
  add(row: PtpRowIn): void {
    const one = codeKey(row.column_one);
    const two = codeKey(row.column_two);
    if (one < 0 || two < 0) throw new RangeError('a PTP row needs two procedure codes of five digits or capital letters');
    if (this.#added === this.#one.length) {
      this.#one = doubled(this.#one);
      this.#two = doubled(this.#two);
      this.#window = doubled(this.#window);
    }
    this.#one[this.#added] = one;
    this.#two[this.#added] = two;
    this.#window[this.#added] = this.#windows.add(row);
    this.#added++;
  }

  /** The compiled table. The same rows give the same bytes, in whatever order they came. */
  finish(): Uint8Array {
    const ones = distinct(this.#one.subarray(0, this.#added));
    const twos = distinct(this.#two.subarray(0, this.#added));
    const windowRank = this.#windows.ranks();
    const rows = this.#sortedRows(ones, twos, windowRank);
    const sets = new WindowSets(windowRank.length);
    const pairs = collectPairs(rows, windowRank.length, sets);
    const setOrder = sets.byFrequency();

    const data = new ByteWriter();
    const starts = new Uint32Array(ones.length + 1);
    for (let i = 0; i < ones.length; i++) {
      starts[i] = data.length;
      data.word(0);
      let before = -1;
      for (let p = pairs.starts[i]!; p < pairs.starts[i + 1]!; p++) {
        data.varint(pairs.two[p]! - before - 1);
        data.varint(setOrder.placeOf[pairs.set[p]!]!);
        before = pairs.two[p]!;
      }
      data.wordAt(starts[i]!, murmur3(data.view(), starts[i]! + ROW_CHECK_LENGTH, data.length, ones[i]!));
    }
    starts[ones.length] = data.length;

    const index = new ByteWriter();
    for (const n of [data.length, pairs.rowCount, pairs.two.length, ones.length, twos.length, windowRank.length, setOrder.sets.length]) index.word(n);
    for (const list of [ones, starts, twos]) for (const n of list) index.word(n);
    this.#windows.write(index);
    for (const set of setOrder.sets) {
      index.varint(set.length);
      for (const window of set) index.varint(window);
    }

    const prefix = new ByteWriter();
    for (const n of [MAGIC, FORMAT_VERSION, index.length, murmur3(index.view(), 0, index.length, FORMAT_VERSION)]) prefix.word(n);
    const body = new Uint8Array(PREFIX_LENGTH + index.length + data.length);
    body.set(prefix.view(), 0);
    body.set(index.view(), PREFIX_LENGTH);
    body.set(data.view(), PREFIX_LENGTH + index.length);
    return body;
  }

  /** Rows grouped by column one (counting sort); within a group one number a row, column two's place times the windows plus the window's place, sorted. */
  #sortedRows(ones: Uint32Array, twos: Uint32Array, windowRank: Uint32Array): { starts: Uint32Array; keys: Float64Array } {
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

interface Pairs {
  starts: Uint32Array;
  two: Uint32Array;
  set: Uint32Array;
  rowCount: number;
}

/** Folds the sorted rows into pairs, each with the set of its windows; a row given twice is kept once. */
function collectPairs(rows: { starts: Uint32Array; keys: Float64Array }, windowCount: number, sets: WindowSets): Pairs {
  const groups = rows.starts.length - 1;
  const pairs: Pairs = { starts: new Uint32Array(groups + 1), two: new Uint32Array(rows.keys.length), set: new Uint32Array(rows.keys.length), rowCount: 0 };
  let count = 0;
  for (let i = 0; i < groups; i++) {
    pairs.starts[i] = count;
    const end = rows.starts[i + 1]!;
    for (let r = rows.starts[i]!; r < end;) {
      const two = Math.floor(rows.keys[r]! / windowCount);
      let set = 0;
      for (let before = -1; r < end && rows.keys[r]! < (two + 1) * windowCount; r++) {
        if (rows.keys[r] === before) continue;
        before = rows.keys[r]!;
        set = sets.extend(set, before - two * windowCount);
        pairs.rowCount++;
      }
      sets.count(set);
      pairs.two[count] = two;
      pairs.set[count++] = set;
    }
  }
  pairs.starts[groups] = count;
  pairs.two = pairs.two.subarray(0, count);
  pairs.set = pairs.set.subarray(0, count);
  return pairs;
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

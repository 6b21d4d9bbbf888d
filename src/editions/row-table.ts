/** Rows of text under sorted keys in compressed blocks: built at import, then read by position, one block at a time. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { DamagedTable } from './table-file.ts';

export type Row = readonly string[];
export type Read = (position: number, length: number) => Uint8Array;

const magic = 0x31574f52;
const rowsPerBlock = 64;
const headBytes = 24;
const keptBlocks = 64;

/** The body of a table: rows sorted by key; of rows with the same key the last stands. An index of words may follow. */
export function buildRowTable(rows: Iterable<readonly [key: string, fields: Row]>, index?: (sorted: readonly (readonly [string, Row])[]) => Uint8Array): Uint8Array {
  const sorted = [...new Map(rows)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const width = Math.max(1, ...sorted.map(([key]) => Buffer.byteLength(key, 'latin1')));
  const keys = Buffer.alloc(sorted.length * width, ' ');
  for (const [i, [key]] of sorted.entries()) keys.write(key, i * width, 'latin1');
  const blocks: Buffer[] = [];
  for (let at = 0; at < sorted.length; at += rowsPerBlock) {
    const text = sorted.slice(at, at + rowsPerBlock).map(([, fields]) => fields.map((f) => f.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
    blocks.push(gzipSync(text, { level: 9 }));
  }
  const offsets = Buffer.alloc((blocks.length + 1) * 4);
  let position = headBytes + keys.length + offsets.length;
  for (const [i, block] of blocks.entries()) {
    offsets.writeUInt32LE(position, i * 4);
    position += block.length;
  }
  offsets.writeUInt32LE(position, blocks.length * 4);
  const words = index?.(sorted);
  const head = Buffer.alloc(headBytes);
  for (const [i, n] of [magic, sorted.length, width, blocks.length, words ? position : 0, words?.length ?? 0].entries()) head.writeUInt32LE(n, i * 4);
  return Buffer.concat([head, keys, offsets, ...blocks, ...(words ? [words] : [])]);
}

export class RowTable {
  readonly size: number;
  private readonly width: number;
  private readonly keys: Buffer;
  private readonly offsets: Buffer;
  private readonly indexAt: number;
  private readonly indexBytes: number;
  private readonly kept = new Map<number, string[]>();
  private readonly read: Read;

  /** Keys and offsets are read at once, rows when they are asked for. Throws DamagedTable for a body of another kind. */
  constructor(read: Read) {
    this.read = read;
    const head = Buffer.from(read(0, headBytes));
    if (head.readUInt32LE(0) !== magic) throw new DamagedTable('its rows are not where they should be');
    const [size, width, blocks, indexAt, indexBytes] = [4, 8, 12, 16, 20].map((at) => head.readUInt32LE(at)) as [number, number, number, number, number];
    this.size = size;
    this.width = width;
    this.indexAt = indexAt;
    this.indexBytes = indexBytes;
    this.keys = Buffer.from(read(headBytes, size * width));
    this.offsets = Buffer.from(read(headBytes + size * width, (blocks + 1) * 4));
  }

  /** The row's place, or where it would stand as `-place - 1`. */
  private find(key: string): number {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const at = this.key(middle);
      if (at === key) return middle;
      if (at < key) low = middle + 1;
      else high = middle - 1;
    }
    return -low - 1;
  }

  key(place: number): string {
    return this.keys.toString('latin1', place * this.width, (place + 1) * this.width).trimEnd();
  }

  has(key: string): boolean {
    return this.find(key) >= 0;
  }

  get(key: string): Row | undefined {
    const place = this.find(key);
    return place < 0 ? undefined : this.at(place);
  }

  /** The fields of the row at a place. Throws DamagedTable when its block cannot be unpacked. */
  at(place: number): Row {
    const block = Math.floor(place / rowsPerBlock);
    let rows = this.kept.get(block);
    if (!rows) {
      rows = this.unpack(block);
      if (this.kept.size >= keptBlocks) this.kept.delete(this.kept.keys().next().value!);
      this.kept.set(block, rows);
    }
    const row = rows[place % rowsPerBlock];
    if (row === undefined) throw new DamagedTable('a block of rows is too short');
    return row.split('\t');
  }

  private unpack(block: number): string[] {
    const from = this.offsets.readUInt32LE(block * 4);
    const bytes = this.read(from, this.offsets.readUInt32LE((block + 1) * 4) - from);
    try {
      return gunzipSync(bytes).toString('utf8').split('\n');
    } catch {
      throw new DamagedTable('a block of rows cannot be unpacked');
    }
  }

  /** Keys that begin with a text, in order, at most `limit`. */
  *keysFrom(start: string, limit = Infinity): IterableIterator<string> {
    const found = this.find(start);
    for (let place = found < 0 ? -found - 1 : found, n = 0; place < this.size && n < limit; place += 1, n += 1) {
      const key = this.key(place);
      if (!key.startsWith(start)) return;
      yield key;
    }
  }

  *entries(): IterableIterator<[string, Row]> {
    for (let place = 0; place < this.size; place += 1) yield [this.key(place), this.at(place)];
  }

  /** The index of words that was built with the rows, if one was. */
  index(): Uint8Array | undefined {
    return this.indexAt === 0 ? undefined : this.read(this.indexAt, this.indexBytes);
  }
}

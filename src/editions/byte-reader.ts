/** Reads what a `ByteWriter` wrote; a read past the end is a `TableDamaged`, never an undefined or a guess. */

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
const ENDS_EARLY = 'The table ends early: it was cut short or is damaged.';

/** A compiled table that cannot be used: it is not one, is of another version, ends early, or does not fit its checksum. */
export class TableDamaged extends Error {
  override readonly name = 'TableDamaged';
}

/** Gives `length` bytes from `position`, fewer where the whole ends; the array may be used again for the next read. */
export type ReadAt = (position: number, length: number) => Uint8Array;

/** `length` bytes from `position`, or `TableDamaged` where there are fewer. */
export function readExactly(read: ReadAt, position: number, length: number): Uint8Array {
  const bytes = read(position, length);
  if (bytes.length < length) throw new TableDamaged(ENDS_EARLY);
  return bytes.length === length ? bytes : bytes.subarray(0, length);
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #position: number;

  /** Reads from `position` on. */
  constructor(bytes: Uint8Array, position = 0) {
    this.#bytes = bytes;
    this.#position = position;
  }

  get left(): number {
    return this.#bytes.length - this.#position;
  }

  word(): number {
    const b = this.#take(4);
    return (this.#bytes[b]! | (this.#bytes[b + 1]! << 8) | (this.#bytes[b + 2]! << 16) | (this.#bytes[b + 3]! << 24)) >>> 0;
  }

  /** So many words: where they lie as this machine holds them, a view of the bytes, which must then not change. */
  words(count: number): Uint32Array {
    this.ask(count * 4);
    const start = this.#bytes.byteOffset + this.#position;
    if (LITTLE_ENDIAN && start % 4 === 0) {
      this.#position += count * 4;
      return new Uint32Array(this.#bytes.buffer, start, count);
    }
    const out = new Uint32Array(count);
    for (let i = 0; i < count; i++) out[i] = this.word();
    return out;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#take(1)]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new TableDamaged('The table is damaged: a number in it is longer than any that was written.');
  }

  text(): string {
    const length = this.varint();
    const start = this.#take(length);
    // Not TextDecoder: to load it takes as long as all else of opening a table.
    return Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, length).toString('utf8');
  }

  #take(length: number): number {
    this.ask(length);
    const start = this.#position;
    this.#position += length;
    return start;
  }

  /** Makes sure that so many bytes are left. */
  ask(length: number): void {
    if (length > this.left) throw new TableDamaged(ENDS_EARLY);
  }
}

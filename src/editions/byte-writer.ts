/** Writes numbers and text into one growing run of bytes: little-endian words and variable-length integers (LEB128). */

export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  constructor(expectedLength = 1 << 16) {
    this.#bytes = new Uint8Array(expectedLength);
  }

  get length(): number {
    return this.#length;
  }

  /** A whole number below 2^32 in four bytes. */
  word(value: number): void {
    this.#reserve(4);
    this.#length = putWord(this.#bytes, this.#length, value);
  }

  words(values: Iterable<number>): void {
    for (const value of values) this.word(value);
  }

  /** A whole number below 2^32 in one to five bytes, seven bits each, the lowest first. */
  varint(value: number): void {
    this.#reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** The length in bytes, then UTF-8. */
  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.varint(encoded.length);
    this.append(encoded);
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** Overwrites a word that was written before. */
  wordAt(position: number, value: number): void {
    putWord(this.#bytes, position, value);
  }

  /** What has been written, without a copy: good until the next write. */
  view(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    grown.set(this.view());
    this.#bytes = grown;
  }
}

function putWord(bytes: Uint8Array, position: number, value: number): number {
  bytes[position] = value & 0xff;
  bytes[position + 1] = (value >>> 8) & 0xff;
  bytes[position + 2] = (value >>> 16) & 0xff;
  bytes[position + 3] = value >>> 24;
  return position + 4;
}

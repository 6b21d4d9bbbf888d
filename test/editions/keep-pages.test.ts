/** Pages kept of a file: the same bytes as without, the file asked seldom, and never for what it does not have. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableDamaged } from '../../src/editions/byte-reader.ts';
import { keepPages } from '../../src/editions/keep-pages.ts';

const file = Uint8Array.from({ length: 4_000_123 }, (_, i) => Math.imul(i, 2654435761) >>> 24);
function counted(): { read: (position: number, length: number) => Uint8Array; asked: [number, number][] } {
  const asked: [number, number][] = [];
  const one = new Uint8Array(8192);
  return {
    asked,
    read(position, length) {
      asked.push([position, length]);
      one.fill(0).set(file.subarray(position, position + length));
      return one.subarray(0, Math.min(length, file.length - position));
    },
  };
}

describe('kept pages', () => {
  it('give the bytes of the file, wherever and however often', () => {
    const kept = keepPages(counted().read, file.length);
    const place = fc.oneof(fc.nat(file.length - 1), fc.constantFrom(0, 4095, 4096, 768 * 4096, 768 * 4096 + 4090, file.length - 1));
    fc.assert(fc.property(fc.array(fc.tuple(place, fc.integer({ min: 1, max: 6000 })), { minLength: 1, maxLength: 20 }), (reads) => {
      for (const [position, asked] of reads) {
        const size = Math.min(asked, file.length - position);
        expect(Buffer.compare(kept(position, size), file.subarray(position, position + size))).toBe(0);
      }
    }));
  });
  it('ask the file once for a page, again when another took its place, and never past the end', () => {
    const { read, asked } = counted();
    const kept = keepPages(read, file.length);
    for (const position of [5, 100, 4000]) kept(position, 50);
    expect(asked).toEqual([[0, 4096]]);
    kept(768 * 4096 + 5, 50);
    kept(5, 50);
    kept(file.length - 3, 3);
    expect(asked.slice(1)).toEqual([[768 * 4096, 4096], [0, 4096], [976 * 4096, file.length - 976 * 4096]]);
  });
  it('a file that lost its end is damaged, and a page that could not be read is not kept', () => {
    let whole = false;
    const kept = keepPages((position, length) => file.subarray(position, whole ? position + length : Math.min(position + length, 100)), 4096);
    expect(() => kept(50, 10)).toThrow(TableDamaged);
    whole = true;
    expect(kept(50, 10)).toEqual(file.subarray(50, 60));
  });
});

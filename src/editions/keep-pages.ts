/** Keeps what was read of a file in pages, up to a bound, so that look-ups near one another ask the system once. */
import { readExactly, type ReadAt } from './byte-reader.ts';

const PAGE = 4096;
/** Three megabytes, whatever the size of the file. */
const PAGES = 768;

/**
 * Reads as `read` does, by whole pages of the `length` bytes; a page has one place that it shares with others, and stays
 * until one of them is read. What is given is good until the next read. Throws `TableDamaged` where bytes are missing.
 */
export function keepPages(read: ReadAt, length: number): ReadAt {
  const kept = new Uint8Array(PAGE * PAGES);
  const pageIn = new Int32Array(PAGES).fill(-1);
  return (position, size) => {
    const page = Math.floor(position / PAGE);
    const from = position - page * PAGE;
    if (from + size > PAGE) return readExactly(read, position, size);
    const place = page % PAGES;
    if (pageIn[place] !== page) {
      pageIn[place] = -1;
      kept.set(readExactly(read, page * PAGE, Math.min(PAGE, length - page * PAGE)), place * PAGE);
      pageIn[place] = page;
    }
    return kept.subarray(place * PAGE + from, place * PAGE + from + size);
  };
}

/** Reads the CMS PTP table from its text as the bytes come, tab-separated (.TXT) or comma-separated (.csv), one line at a time. */
import type { PtpRowIn } from './ptp-pair.ts';
import { PtpLayoutError, PtpRows, type PtpReadResult } from './ptp-rows.ts';
import { splitCells } from './split-cells.ts';

/** Characters of a line, of several that a quoted cell of the notice or the header joins, and how many it may join. */
const LONGEST_LINE = 1 << 16;
const MOST_JOINED_LINES = 20;

/** Takes the bytes in pieces of any length; each row goes to `onRow` as soon as it is whole. */
export class PtpTextReader {
  readonly #rows: PtpRows;
  /** The beginning of a line whose end has not come yet. */
  #rest = '';
  #line = 0;
  /** Lines of the notice or the header that a quoted cell joins. */
  #joined: string[] = [];
  #delimiter = '\t';

  constructor(onRow: (row: PtpRowIn) => void) {
    this.#rows = new PtpRows(onRow);
  }

  /** Rows read so far. */
  get rows(): number {
    return this.#rows.rows;
  }

  /** Takes the next bytes. Throws `PtpLayoutError` as soon as they cannot be the table. */
  push(bytes: Uint8Array): void {
    const text = this.#rest + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#takeLine(text.slice(start, text.charCodeAt(end - 1) === 13 ? end - 1 : end));
      start = end + 1;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > LONGEST_LINE) {
      if (this.#line === 0) checkStart(this.#rest);
      throw new PtpLayoutError('This is not the PTP table: it has a line of more than 65,536 characters.');
    }
  }

  /** What was read, after the last bytes. Throws `PtpLayoutError` where there was no header or no row after it. */
  end(): PtpReadResult {
    if (this.#rest !== '' && !this.#rows.inRows) this.#takeLine(this.#rest);
    else if (this.#rest !== '') {
      const cells = splitCells(this.#rest, this.#delimiter);
      return this.#rows.takeUnended(this.#line + 1, cells ?? this.#rest.split(this.#delimiter), cells !== undefined);
    }
    while (this.#joined.length > 0) this.#giveUpJoining();
    return this.#rows.end();
  }

  #takeLine(given: string): void {
    if (++this.#line === 1) checkStart(given);
    const line = this.#line === 1 && given.startsWith(UTF8_MARK) ? given.slice(UTF8_MARK.length) : given;
    if (this.#rows.inRows) {
      const cells = splitCells(line, this.#delimiter);
      return this.#rows.take(this.#line, cells ?? line.split(this.#delimiter), cells !== undefined);
    }
    // Before the rows a quoted cell may hold line ends; which character stands between cells, the header's first line tells.
    this.#joined.push(line);
    const whole = this.#joined.join('\n');
    if (!this.#rows.inHeader) this.#delimiter = whole.includes('\t') ? '\t' : ',';
    const cells = splitCells(whole, this.#delimiter);
    if (cells === undefined) {
      if (this.#joined.length === MOST_JOINED_LINES || whole.length > LONGEST_LINE) this.#giveUpJoining();
      return;
    }
    this.#joined = [];
    this.#rows.take(this.#line, cells);
  }

  /** The quote of the first line that waits is never closed: that line goes by itself, and the others are looked at again. */
  #giveUpJoining(): void {
    const [first, ...others] = this.#joined as [string, ...string[]];
    this.#joined = [];
    this.#line -= others.length;
    this.#rows.take(this.#line, first.split(this.#delimiter), false);
    for (const line of others) this.#takeLine(line);
  }
}

/** Reads a whole text from its pieces. */
export async function readPtpText(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, onRow: (row: PtpRowIn) => void): Promise<PtpReadResult> {
  const reader = new PtpTextReader(onRow);
  for await (const piece of pieces) reader.push(piece);
  return reader.end();
}

/** The marks of UTF-8 and UTF-16 as they look in Latin-1. */
const UTF8_MARK = '\u00ef\u00bb\u00bf';
const UTF16_MARK = /^(?:\u00ff\u00fe|\u00fe\u00ff)/;

function checkStart(text: string): void {
  if (text.startsWith('PK\u0003\u0004')) throw new PtpLayoutError('This is a zip or an .xlsx file, not the text in it.');
  if (UTF16_MARK.test(text) || text.includes('\0')) throw new PtpLayoutError('This is not plain text: it is in UTF-16 or is no text at all. Import the file as CMS publishes it.');
  if (/^\W*<(?:!doctype|html|head|\?xml)\b/i.test(text)) throw new PtpLayoutError('This is a web page, not a table. On the CMS page, accept the licence first; then download the file.');
}

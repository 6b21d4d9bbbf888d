/** Recognises what a file holds and reads it: the rows of one table, or one part of the pair table. */
import { gridOfSheet, gridOfText, readStart, readText, type Grid } from './input/grid.ts';
import { ImportError } from './input/import-error.ts';
import { openInput, type InputFile } from './input/input-file.ts';
import { editionCovers, editionExample } from './layouts/edition-names.ts';
import { layouts } from './layouts/index.ts';
import { Unread, type Head, type Layout, type ReadRows, type UnreadRow } from './layouts/layout.ts';
import { isPtp, ptpNameOf, ptpTableOf, ptpWhat } from './layouts/ptp.ts';
import type { PtpBuilder } from './ptp-builder.ts';
import type { PtpRowIn } from './ptp-pair.ts';
import { PtpLayoutError, PtpRows, type PtpReadResult } from './ptp-rows.ts';
import { PtpTextReader } from './read-ptp-text.ts';
import type { TableName } from './table-file.ts';

export interface Progress { file: string; done: number; total: number; rows: number }
export interface ReadOptions {
  /** Instead of the one that the files' names tell. */
  edition?: string;
  /** Where the rows of the pair table go, for all parts of an edition. */
  pairs(table: TableName, edition: string): PtpBuilder;
  onProgress?(progress: Progress): void;
}
export interface Piece {
  table: TableName; edition: string;
  /** The file as given, and with its place in a zip. */
  origin: string; file: string;
  unread: Unread;
  /** Rows under their keys; absent for the pair table. */
  read?: ReadRows;
  part?: string; release?: string;
}

/** A refusal with the rows that led to it. */
export class Refused extends ImportError {
  readonly unread: readonly UnreadRow[];
  constructor(message: string, unread: readonly UnreadRow[]) {
    super(message);
    this.unread = unread;
  }
}

/** More unread rows than this share, and nothing of the table is imported. */
const mostUnread = 0.01;

/** The pieces in one file as given; more than one only for parts of the same table. Throws ImportError. */
export async function readPieces(path: string, options: ReadOptions): Promise<Piece[]> {
  const input = await openInput(path);
  try {
    const pieces: Piece[] = [];
    let refusal: string | undefined;
    for (const file of input.files) {
      // A spreadsheet beside a text of the same table is not opened.
      if (pieces.length > 0 && (file.kind === 'sheet' || pieces[0]!.part === undefined)) break;
      const sheet = file.kind === 'sheet' ? await gridOfSheet(file) : undefined;
      const head = sheet ? headOfSheet(file, sheet) : headOfText(file, await readStart(file));
      if (isPtp(head)) { pieces.push(await readPairs(file, head, sheet, options)); continue; }
      const layout = layouts.find((l) => l.fits(head));
      if (!layout) continue;
      const why = layout.refuses?.(head);
      if (why !== undefined) refusal ??= `${file.name} ${why}`;
      else pieces.push(await readPiece(file, head, layout, sheet, options));
    }
    if (pieces.length > 0) return pieces;
    throw new ImportError(refusal ?? `${input.files[0]!.origin} has none of the layouts that claimlint reads: ${[ptpWhat, ...layouts.map((l) => l.what)].join('; ')}. Import the file as it was downloaded.`);
  } finally {
    input.close();
  }
}

async function readPiece(file: InputFile, head: Head, layout: Layout, sheet: Grid | undefined, options: ReadOptions): Promise<Piece> {
  const edition = editionFor(layout.table, layout.what, options.edition ?? layout.editionOf(head), file);
  let done = 0;
  const text = sheet ? { text: '', endsWhole: true } : await readText(file, (n) => { done += n; options.onProgress?.({ file: file.name, done, total: file.bytes, rows: 0 }); });
  const grid = sheet ?? (layout.form === 'grid' ? gridOfText(text.text, file.name, layout.delimiter!) : { rows: [], sheet: false });
  const unread = new Unread(file.name);
  const read = layout.read({ grid, text }, head, unread);
  checkUnread(file, layout.what, read.count, unread, text.endsWhole, grid.rows.at(-1)?.line ?? text.text.split(/\r\n|\r|\n/).length);
  return { table: layout.table, edition, origin: file.origin, file: file.name, unread, read, ...(read.part === undefined ? {} : { part: read.part }) };
}

async function readPairs(file: InputFile, head: Head, sheet: Grid | undefined, options: ReadOptions): Promise<Piece> {
  const table = ptpTableOf(head);
  if (table === undefined) throw new ImportError(`${file.name} is ${ptpWhat}, and only its name tells whether it is for practitioners or hospitals: keep the name that CMS gave it, such as ccipra-v322r0-f1.zip.`);
  const { edition: told, release, part } = ptpNameOf(head);
  const edition = editionFor(table, ptpWhat, options.edition ?? told, file);
  const unread = new Unread(file.name);
  const builder = options.pairs(table, edition);
  const onRow = (row: PtpRowIn): void => builder.add(row);
  try {
    const read = sheet ? pairsOfSheet(sheet, onRow) : await pairsOfText(file, onRow, options);
    if (read.cut_short) throw new ImportError(cutShort(file, read.unreadable.at(-1)?.line));
    for (const row of read.unreadable) unread.add(row.line, row.column, row.reason);
    unread.count = read.unreadable_count;
    checkUnread(file, ptpWhat, read.rows, unread, true, 0);
  } catch (error) {
    throw error instanceof PtpLayoutError ? new ImportError(`${file.name}: ${error.message}`) : error;
  }
  return { table, edition, origin: file.origin, file: file.name, unread, part: part ?? 'all', ...(release === undefined ? {} : { release }) };
}

async function pairsOfText(file: InputFile, onRow: (row: PtpRowIn) => void, options: ReadOptions): Promise<PtpReadResult> {
  const reader = new PtpTextReader(onRow);
  let done = 0;
  for await (const chunk of file.chunks()) {
    reader.push(chunk);
    done += chunk.length;
    options.onProgress?.({ file: file.name, done, total: file.bytes, rows: reader.rows });
  }
  return reader.end();
}

function pairsOfSheet(sheet: Grid, onRow: (row: PtpRowIn) => void): PtpReadResult {
  const rows = new PtpRows(onRow);
  for (const { line, cells } of sheet.rows) rows.take(line, cells);
  return rows.end();
}

function cutShort(file: InputFile, line: number | undefined): string {
  return `${file.name} is cut short${line === undefined ? '' : ` in line ${line}`}: the download did not finish. Download it again. Nothing was imported.`;
}

function checkUnread(file: InputFile, what: string, count: number, unread: Unread, endsWhole: boolean, lastLine: number): void {
  if (!endsWhole && unread.count > 0 && unread.lastLine >= lastLine) throw new ImportError(cutShort(file, unread.lastLine));
  if (count === 0) throw new Refused(`${file.name} has the heading of ${what} and no row that can be read: it was cut short or its layout has changed. Nothing was imported.`, unread.first);
  if (unread.count > (count + unread.count) * mostUnread) {
    throw new Refused(`${unread.count} of ${count + unread.count} rows of ${file.name} cannot be read, more than 1 in 100: it is damaged or its layout has changed. Nothing was imported.`, unread.first);
  }
}

function editionFor(table: TableName, what: string, edition: string | undefined, file: InputFile): string {
  const example = editionExample(table);
  if (edition === undefined) throw new ImportError(`${file.name} is ${what}, and its name does not tell the edition. Say which it is, such as --edition ${example}.`);
  if (!editionCovers(table, edition)) throw new ImportError(`${file.name} is ${what}, whose editions are written like ${example}; "${edition.slice(0, 30)}" is none.`);
  return edition;
}

function headOfText(file: InputFile, text: string): Head {
  const lines = text.split(/\r\n|\r|\n/);
  return { names: file.names, sheet: false, text, lines, rows: headRows(file.name, lines) };
}

/** The first rows as cells, by tabs where there are any; a row that the beginning cuts through is left out. */
function headRows(name: string, lines: readonly string[]): Head['rows'] {
  const tabs = lines.slice(0, 10).some((l) => l.includes('\t'));
  try {
    return gridOfText(lines.slice(0, Math.min(60, Math.max(1, lines.length - 1))).join('\n'), name, tabs ? '\t' : ',').rows;
  } catch {
    return [];
  }
}

function headOfSheet(file: InputFile, grid: Grid): Head {
  const rows = grid.rows.slice(0, 60);
  const lines = rows.map((r) => r.cells.join('\t'));
  return { names: file.names, sheet: true, text: lines.join('\n'), lines, rows };
}

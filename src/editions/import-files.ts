/** Imports official files: each is recognised by what is in it, read, checked, and written as one edition of its table. */
import type { IsoDate } from '../claim/iso-date.ts';
import { editionCovers, editionExample } from './layouts/edition-names.ts';
import { layouts } from './layouts/index.ts';
import { Unread, type Head, type Layout, type ReadRows, type UnreadRow } from './layouts/layout.ts';
import { gridOfSheet, gridOfText, readStart, readText, type Grid } from './input/grid.ts';
import { ImportError } from './input/import-error.ts';
import { openInput, type InputFile } from './input/input-file.ts';
import { compileRows, mergeParts } from './compile-rows.ts';
import { StoreError } from './store-error.ts';
import { writeTable } from './write-table.ts';
import { withLock } from './lock.ts';
import type { TableHeader } from './table-file.ts';

export interface ImportOptions {
  folder: string;
  /** Instead of the one that the files' names tell. */
  edition?: string;
  today: IsoDate;
  /** Told now and then: bytes and rows of the file being read. */
  onProgress?(progress: Progress): void;
}
export interface Progress { file: string; done: number; total: number; rows: number }
export interface Imported { header: TableHeader; unread: UnreadRow[]; notes: string[] }
export interface Failed { file: string; message: string; unread: UnreadRow[] }
export interface ImportResult { imported: Imported[]; failed: Failed[] }

interface Piece { file: string; origin: string; layout: Layout; edition: string; read: ReadRows; unread: Unread }

/** More unread rows than this share, and nothing of the table is imported. */
const mostUnread = 0.01;

/** Import files; what fails is told and leaves the store as it was, the rest goes in. */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportResult> {
  const result: ImportResult = { imported: [], failed: [] };
  const groups = new Map<string, Piece[]>();
  for (const path of paths) {
    try {
      for (const piece of await readPieces(path, options)) {
        const key = `${piece.layout.table} ${piece.edition}`;
        groups.set(key, [...(groups.get(key) ?? []), piece]);
      }
    } catch (error) {
      result.failed.push(failureOf(error, path));
    }
  }
  for (const pieces of groups.values()) {
    try {
      result.imported.push(await store(pieces, options));
    } catch (error) {
      result.failed.push(failureOf(error, pieces[0]!.origin));
    }
  }
  return result;
}

/** The tables in one file as given; more than one only for parts of the same table. */
async function readPieces(path: string, options: ImportOptions): Promise<Piece[]> {
  const input = await openInput(path);
  try {
    const pieces: Piece[] = [];
    let refusal: string | undefined;
    for (const file of input.files) {
      // A spreadsheet beside a text of the same table is not opened.
      if (pieces.length > 0 && (file.kind === 'sheet' || pieces[0]!.read.part === undefined)) break;
      const sheet = file.kind === 'sheet' ? await gridOfSheet(file) : undefined;
      const head = sheet ? headOfSheet(file, sheet) : headOfText(file, await readStart(file));
      const layout = layouts.find((l) => l.fits(head));
      if (!layout) continue;
      const why = layout.refuses?.(head);
      if (why !== undefined) { refusal ??= `${file.name} ${why}`; continue; }
      pieces.push(await readPiece(file, head, layout, sheet, options));
    }
    if (pieces.length > 0) return pieces;
    throw new ImportError(refusal ?? `${input.files[0]!.origin} has none of the layouts that claimlint reads: ${layouts.map((l) => l.what).join('; ')}. Import the file as it was downloaded.`);
  } finally {
    input.close();
  }
}

async function readPiece(file: InputFile, head: Head, layout: Layout, sheet: Grid | undefined, options: ImportOptions): Promise<Piece> {
  const edition = editionFor(layout, head, file, options);
  let done = 0;
  const onBytes = (n: number): void => { done += n; options.onProgress?.({ file: file.name, done, total: file.bytes, rows: 0 }); };
  const text = sheet ? { text: '', endsWhole: true } : await readText(file, onBytes);
  const grid = sheet ?? (layout.form === 'grid' ? gridOfText(text.text, file.name, layout.delimiter!) : { rows: [], sheet: false });
  const unread = new Unread(file.name);
  const read = layout.read({ grid, text }, head, unread);
  const lastLine = grid.rows.at(-1)?.line ?? text.text.split(/\r\n|\r|\n/).length;
  if (!text.endsWhole && unread.count > 0 && unread.lastLine >= lastLine) throw new ImportError(`${file.name} is cut short in line ${unread.lastLine}: the download did not finish. Download it again. Nothing was imported.`);
  if (read.count === 0) throw new Refused(`${file.name} has the heading of ${layout.what} and no row that can be read: it was cut short or its layout has changed. Nothing was imported.`, unread.first);
  if (unread.count > (read.count + unread.count) * mostUnread) {
    throw new Refused(`${unread.count} of ${read.count + unread.count} rows of ${file.name} cannot be read, more than 1 in 100: it is damaged or its layout has changed. Nothing was imported.`, unread.first);
  }
  return { file: file.name, origin: file.origin, layout, edition, read, unread };
}

/** A refusal with the rows that led to it. */
class Refused extends ImportError {
  readonly unread: UnreadRow[];
  constructor(message: string, unread: UnreadRow[]) {
    super(message);
    this.unread = unread;
  }
}

function editionFor(layout: Layout, head: Head, file: InputFile, options: ImportOptions): string {
  const edition = options.edition ?? layout.editionOf(head);
  const example = editionExample(layout.table);
  if (edition === undefined) throw new ImportError(`${file.name} is ${layout.what}, and its name does not tell the edition. Say which it is, such as --edition ${example}.`);
  if (!editionCovers(layout.table, edition)) throw new ImportError(`${file.name} is ${layout.what}, whose editions are written like ${example}; "${edition.slice(0, 30)}" is none.`);
  return edition;
}

async function store(pieces: Piece[], options: ImportOptions): Promise<Imported> {
  const { layout, edition } = pieces[0]!;
  const covers = editionCovers(layout.table, edition)!;
  const write = (): Imported => {
    const merged = mergeParts(pieces.map((p) => p.read), layout.table, edition, options.folder);
    const origin = [...new Set([...merged.origin, ...pieces.map((p) => p.origin)])];
    const header = writeTable(options.folder, {
      table: layout.table, edition, covers_from: covers.from, ...(covers.to === undefined ? {} : { covers_to: covers.to }), origin, rows: merged.count,
      unread: pieces.reduce((n, p) => n + p.unread.count, 0), imported_on: options.today, ...(merged.parts ? { parts: merged.parts, parts_of: merged.parts_of } : {}), ...(merged.facts ? { facts: merged.facts } : {}),
    }, compileRows(layout.table, merged.rows));
    return { header, unread: pieces.flatMap((p) => p.unread.first).slice(0, 10), notes: [] };
  };
  return withLock(options.folder, write);
}

function failureOf(error: unknown, path: string): Failed {
  if (error instanceof ImportError || error instanceof StoreError) return { file: path, message: error.message, unread: error instanceof Refused ? error.unread : [] };
  throw error;
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


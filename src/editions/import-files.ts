/** Imports official files: each is read, the parts of an edition are put together, and it is written as one file of the store. */
import type { IsoDate } from '../claim/iso-date.ts';
import { compilePairs } from './compile-pairs.ts';
import { compileRows, mergeParts, type Compiled } from './compile-rows.ts';
import { ImportError } from './input/import-error.ts';
import { editionCovers } from './layouts/edition-names.ts';
import type { UnreadRow } from './layouts/layout.ts';
import { withLock } from './lock.ts';
import { PtpBuilder } from './ptp-builder.ts';
import { readPieces, Refused, type Piece, type Progress } from './read-pieces.ts';
import { StoreError } from './store-error.ts';
import type { TableHeader, TableName } from './table-file.ts';
import { writeTable } from './write-table.ts';

export type { Progress } from './read-pieces.ts';
export interface ImportOptions {
  folder: string;
  edition?: string;
  today: IsoDate;
  onProgress?(progress: Progress): void;
}
export interface Imported { header: TableHeader; unread: UnreadRow[]; notes: string[] }
export interface Failed { file: string; message: string; unread: readonly UnreadRow[] }
export interface ImportResult { imported: Imported[]; failed: Failed[] }

/** Import files. What fails is told and leaves the store as it was; the rest goes in. */
export async function importFiles(paths: readonly string[], options: ImportOptions): Promise<ImportResult> {
  const result: ImportResult = { imported: [], failed: [] };
  const groups = new Map<string, Piece[]>();
  const builders = new Map<string, PtpBuilder>();
  const spoilt = new Set<string>();
  for (const path of paths) {
    let touched: string | undefined;
    try {
      const pieces = await readPieces(path, {
        edition: options.edition, onProgress: options.onProgress,
        pairs(table, edition) {
          touched = keyOf(table, edition);
          const builder = builders.get(touched) ?? new PtpBuilder();
          builders.set(touched, builder);
          return builder;
        },
      });
      for (const piece of pieces) {
        const key = keyOf(piece.table, piece.edition);
        groups.set(key, [...(groups.get(key) ?? []), piece]);
      }
    } catch (error) {
      result.failed.push(failureOf(error, path));
      // Rows of the bad part are among those of the good ones.
      if (touched !== undefined) spoilt.add(touched);
    }
  }
  for (const [key, pieces] of groups) {
    try {
      if (spoilt.has(key)) throw new ImportError(`${pieces.map((p) => p.origin).join(', ')}: not imported, since another part of ${pieces[0]!.edition} given with it cannot be used.`);
      result.imported.push(await withLock(options.folder, () => store(pieces, builders.get(key), options)));
    } catch (error) {
      result.failed.push(failureOf(error, pieces[0]!.origin));
    }
  }
  return result;
}

function keyOf(table: TableName, edition: string): string {
  return `${table} ${edition}`;
}

function store(pieces: readonly Piece[], builder: PtpBuilder | undefined, options: ImportOptions): Imported {
  const { table, edition } = pieces[0]!;
  const covers = editionCovers(table, edition)!;
  const { body, notes, ...made } = builder ? compilePairs(pieces, builder, options.folder) : rowsOf(pieces, table, edition, options.folder);
  const header = writeTable(options.folder, {
    table, edition, covers_from: covers.from, ...(covers.to === undefined ? {} : { covers_to: covers.to }), ...made,
    unread: pieces.reduce((n, p) => n + p.unread.count, 0), imported_on: options.today,
  }, body);
  return { header, unread: pieces.flatMap((p) => p.unread.first).slice(0, 10), notes };
}

function rowsOf(pieces: readonly Piece[], table: TableName, edition: string, folder: string): Compiled {
  const merged = mergeParts(pieces.map((p) => p.read!), table, edition, folder);
  const { rows, count, origin, ...rest } = merged;
  return { body: compileRows(table, rows), rows: count, origin: [...new Set([...origin, ...pieces.map((p) => p.origin)])], ...rest, notes: [] };
}

function failureOf(error: unknown, path: string): Failed {
  if (error instanceof ImportError || error instanceof StoreError) return { file: path, message: error.message, unread: error instanceof Refused ? error.unread : [] };
  throw error;
}

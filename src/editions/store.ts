/** What is in the data folder: its tables by name and edition, and the files that are damaged. */
import { lstatSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { openTable, verifyBody } from './open-table.ts';
import { DamagedTable, type TableHeader } from './table-file.ts';

export interface StoredTable { file: string; path: string; bytes: number; header: TableHeader }
export interface DamagedFile { file: string; path: string; bytes: number; why: string }
export interface StoreListing { tables: StoredTable[]; damaged: DamagedFile[] }

const ours = /^[a-z0-9_]+\.[0-9A-Za-z._-]+\.claimlint$/;

/** File names, numbers and times of the folder: another text after any change. Empty when there is no folder. */
export function storeSignature(folder: string): string {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return '';
  return filesOf(folder).map((name) => {
    const s = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return s ? `${name}:${s.ino}:${s.size}:${s.mtimeMs}` : '';
  }).join('|');
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => ours.test(name)).sort();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** Every table, oldest dates first; with `whole`, the hash of every body is checked too. */
export function listStore(folder: string, whole = false): StoreListing {
  const tables: StoredTable[] = [];
  const damaged: DamagedFile[] = [];
  for (const file of filesOf(folder)) {
    const path = join(folder, file);
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    try {
      const table = openTable(path);
      try {
        if (whole) verifyBody(table);
        tables.push({ file, path, bytes, header: table.header });
      } finally {
        table.close();
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'ENOENT') continue;
      damaged.push({ file, path, bytes, why: error instanceof DamagedTable ? error.message : `it cannot be read (${code ?? 'unknown reason'})` });
    }
  }
  tables.sort((a, b) => compare(a.header.table, b.header.table) || compare(a.header.covers_from, b.header.covers_from) || compare(a.header.edition, b.header.edition));
  return { tables, damaged };
}

/** Take files out of the store. */
export function removeFiles(files: readonly { path: string }[]): void {
  for (const { path } of files) unlinkSync(path);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

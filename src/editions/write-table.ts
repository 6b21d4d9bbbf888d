/** Writes one file of the store: beside its place, flushed, then renamed, so that a kill leaves the old one whole. */
import { closeSync, fsyncSync, fstatSync, mkdirSync, openSync, readdirSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { storeErrorOf } from './store-error.ts';
import { encodeHeader, fileNameOf, sha256, type TableHeader } from './table-file.ts';

/** A temporary file this much older than one made now belongs to an import that was killed. */
const staleAfterMs = 60 * 60 * 1000;
const temporary = /^\.import-\d+-\d+\.tmp$/;

export type NewHeader = Omit<TableHeader, 'body_bytes' | 'sha256'>;

/** Write a table and its edition, replacing an older file of the same edition. Returns the header as written. */
export function writeTable(folder: string, fresh: NewHeader, body: Uint8Array): TableHeader {
  const header: TableHeader = { ...fresh, body_bytes: body.length, sha256: sha256(body).toString('hex') };
  let path: string | undefined;
  let file: number | undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    [path, file] = openTemporary(folder);
    writeAll(file, encodeHeader(header));
    writeAll(file, body);
    fsyncSync(file);
    removeStale(folder, fstatSync(file).mtimeMs);
    closeSync(file);
    file = undefined;
    replace(path, join(folder, fileNameOf(header.table, header.edition)));
    path = undefined;
    flushFolder(folder);
    return header;
  } catch (error) {
    throw storeErrorOf(error, folder, body.length);
  } finally {
    if (file !== undefined) closeSync(file);
    if (path !== undefined) ignore(() => unlinkSync(path!));
  }
}

/** A name that no other import uses: the process's number, and a counter for what an earlier process of that number left. */
function openTemporary(folder: string): [string, number] {
  for (let n = 0; ; n += 1) {
    const path = join(folder, `.import-${process.pid}-${n}.tmp`);
    try {
      return [path, openSync(path, 'wx', 0o600)];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || n > 1000) throw error;
    }
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, Math.min(bytes.length - done, 1 << 20));
}

/** Windows refuses for a moment while a scanner or a reader holds the old file. */
function replace(from: string, to: string): void {
  for (let tries = 0; ; tries += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(code) || tries >= 20) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/** The rename itself reaches the disk; some systems cannot open a folder for that. */
function flushFolder(folder: string): void {
  ignore(() => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

function removeStale(folder: string, now: number): void {
  for (const name of readdirSync(folder)) {
    if (!temporary.test(name)) continue;
    ignore(() => { if (now - statSync(join(folder, name)).mtimeMs > staleAfterMs) unlinkSync(join(folder, name)); });
  }
}

function ignore(act: () => void): void {
  try {
    act();
  } catch {
    // Cleaning up is a courtesy: the store is whole without it.
  }
}

/** Opens the files of the store: the header is checked at once, the body is read by position, its hash only on request. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { newSha256 } from './sha256.ts';
import { DamagedTable, decodeHeader, type TableHeader } from './table-file.ts';

export interface OpenTable {
  header: TableHeader;
  fileBytes: number;
  /** A piece of the body. Throws DamagedTable when it is not there. */
  read(position: number, length: number): Uint8Array;
  close(): void;
}

/** Open a file of the store. Throws DamagedTable when it is not whole, and the system's own error when it cannot be read. */
export function openTable(path: string): OpenTable {
  const file = openSync(path, 'r');
  try {
    const fileBytes = fstatSync(file).size;
    const piece = (position: number, length: number): Uint8Array => {
      const out = Buffer.allocUnsafe(length);
      for (let done = 0; done < length;) {
        const got = readSync(file, out, done, length - done, position + done);
        if (got === 0) throw new DamagedTable('it ends too early');
        done += got;
      }
      return out;
    };
    const { header, body } = decodeHeader(piece, fileBytes);
    return {
      header, fileBytes, close: () => closeSync(file),
      read(position, length) {
        if (position < 0 || length < 0 || position + length > header.body_bytes) throw new DamagedTable('it points outside itself');
        return piece(body + position, length);
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** Compares the body with its SHA-256. Throws DamagedTable when they differ. */
export function verifyBody(table: OpenTable): void {
  const hash = newSha256();
  const step = 1 << 20;
  for (let at = 0; at < table.header.body_bytes; at += step) hash.update(table.read(at, Math.min(step, table.header.body_bytes - at)));
  if (hash.digest('hex') !== table.header.sha256) throw new DamagedTable('its content does not match its checksum');
}

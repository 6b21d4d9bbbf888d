/** The store cannot be written: what the system said, in words for the user. */
import { quote } from '../claim/clean-text.ts';

export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** A StoreError for what the system refuses, or the error itself. */
export function storeErrorOf(error: unknown, folder: string, bytes = 0): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const where = `the data folder "${quote(folder)}"`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StoreError(`There is no room on the disk for ${where}: this table needs ${Math.ceil(bytes / 1048576)} MB. Nothing was changed; free some space and import again.`);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY') return new StoreError(`${where[0]!.toUpperCase()}${where.slice(1)} cannot be written (${code}). Nothing was changed. Close other programs that use it, or name another folder with --data.`);
  if (code === 'ENOTDIR' || code === 'EEXIST') return new StoreError(`${where[0]!.toUpperCase()}${where.slice(1)} is not a folder. Name another with --data.`);
  return error;
}

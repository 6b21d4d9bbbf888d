/** One writer at a time in a data folder: what is read, put together and written in one go is not lost to another import. */
import { closeSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { StoreError, storeErrorOf } from './store-error.ts';

const name = '.import.lock';
const waitMs = 100;
const mostWaits = 1200;

/** Polls after which a lock without a process's number counts as left by one that was killed while it took it. */
const emptyFor = 30;

/** Runs `act` alone. A lock left by a process that has ended is taken over. Throws StoreError after two minutes of waiting. */
export async function withLock<T>(folder: string, act: () => T): Promise<T> {
  const path = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let waits = 0, empty = 0; !take(path); waits += 1) {
      if (waits >= mostWaits) throw new StoreError(`Another import has been writing to the data folder for two minutes. Wait for it; if none is running, delete ${name} in that folder.`);
      const holder = holderOf(path);
      empty = holder === 0 ? empty + 1 : 0;
      if (empty > emptyFor || (holder > 0 && hasEnded(holder))) release(path);
      else await new Promise((resolve) => { setTimeout(resolve, waitMs); });
    }
  } catch (error) {
    throw storeErrorOf(error, folder);
  }
  try {
    return act();
  } finally {
    release(path);
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    // Windows says EPERM for a file that is being deleted.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (process.platform === 'win32' && (error as NodeJS.ErrnoException).code === 'EPERM')) return false;
    throw error;
  }
}

function release(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Another import took it over.
  }
}

/** The process that took the lock; 0 while it has not said so, -1 when the lock is gone. */
function holderOf(path: string): number {
  try {
    const holder = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(holder) && holder > 0 ? holder : 0;
  } catch {
    return -1;
  }
}

function hasEnded(holder: number): boolean {
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** The corpus: synthetic claims, one a line of NDJSON. None is of a real person. */
import { readFileSync } from 'node:fs';

export interface CleanClaim { id: string; note: string; claim: Record<string, unknown> & { lines: Record<string, unknown>[] } }
export interface FlawedClaim extends CleanClaim {
  /** Rules that must fire. */
  expect: string[];
  /** Rules that must not. */
  never: string[];
}

function read<T>(name: string): T[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as T);
}

/** Claims of good practice, which may draw no error. */
export const cleanClaims = read<CleanClaim>('clean.ndjson');
/** Claims with a flaw, each beside near-misses that must stay silent. */
export const flawedClaims = read<FlawedClaim>('flawed.ndjson');

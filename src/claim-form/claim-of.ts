/** One claim from lines or from text; arguments beside a text fill what it lacks. */
import type { Catalog } from '../catalog/catalog.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import type { Claim, ClaimLine } from '../claim/claim.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import { readClaimText } from './read-text.ts';

export type ClaimInput = Omit<Partial<Claim>, 'lines' | 'today'> & { lines?: ClaimLine[]; text?: string };

/** Throws ArgumentError when neither or both of lines and text are given, or when the text cannot be read. */
export function claimOf(catalog: Catalog, input: ClaimInput, today: IsoDate): Claim {
  const { lines, text, ...rest } = input;
  if (lines !== undefined && text !== undefined) throw new ArgumentError('"lines" and "text" are two ways to give one claim; give one of them. Example: check_claim {"lines":[{"code":"97124","units":4,"minutes":60}]}');
  if (text !== undefined) {
    const read = readClaimText(catalog, text);
    return { ...rest, ...read, siblings_known: true, today };
  }
  if (lines === undefined || lines.length === 0) throw new ArgumentError('A claim needs "lines" (1 to 50) or "text". Example: check_claim {"lines":[{"code":"97124","units":4,"minutes":60}],"payer":"commercial"}');
  return { ...rest, lines, siblings_known: true, today };
}

/** The pieces of a sentence put together into services: the parting under which the words of each part speak most for one code. */
import type { Evidence } from '../search/word-evidence.ts';
import type { Atom } from './atoms.ts';
import type { Duration } from './minutes.ts';
import type { Item } from './read-items.ts';

export interface Segment { start: number; end: number; duration?: Duration; items: Item[] }

/** What a new service costs, so that a sentence is not parted for little. */
const newSegment = 1.5;
/** What few words say by chance is worth nothing. */
const byChance = 4;
/** A time belongs to a service that is named, and a named service that is timed has a time. */
const namedAndTimed = 3;
/** A part that names a service is hardly of another code. */
const otherName = 6;
/** No service has more pieces. */
const mostPieces = 16;

/** The best parting, and what it is worth; no part has two durations. */
export function segmentsOf(atoms: readonly Atom[], evidence: readonly Evidence[], missOf: (code: string) => number, namedBy: (atom: Atom) => readonly string[]): { segments: Segment[]; worth: number } {
  const best: number[] = [0];
  const from: number[] = [0];
  for (let end = 1; end <= atoms.length; end++) {
    best[end] = -Infinity;
    const sums = new Map<string, number>();
    let known = 0;
    let timed = false;
    let names = 0;
    const namesOf = new Map<string, number>();
    let joined = 0;
    for (let start = end - 1; start >= 0 && end - start <= mostPieces; start--) {
      const atom = atoms[start]!;
      if (atom.duration) {
        if (timed) break;
        timed = true;
      }
      for (const [code, weight] of evidence[start]!.sums) sums.set(code, (sums.get(code) ?? 0) + weight);
      known += evidence[start]!.known;
      for (const code of namedBy(atom)) {
        names += 1;
        namesOf.set(code, (namesOf.get(code) ?? 0) + 1);
      }
      let top = byChance;
      for (const [code, sum] of sums) top = Math.max(top, sum + known * missOf(code) - otherName * (names - (namesOf.get(code) ?? 0)) + (timed && namesOf.has(code) ? namedAndTimed : 0));
      const worth = best[start]! + top - byChance - newSegment + (start === 0 ? 0 : atom.cut) - joined;
      if (worth > best[end]!) { best[end] = worth; from[end] = start; }
      // Going on over this boundary costs what speaks for a new service there.
      joined += atom.cut >= 2 ? atom.cut : Math.max(0, atom.cut) * 0.5;
    }
  }
  const segments: Segment[] = [];
  for (let end = atoms.length; end > 0; end = from[end]!) segments.push(together(atoms.slice(from[end]!, end)));
  return { segments: segments.reverse(), worth: best[atoms.length]! };
}

function together(atoms: readonly Atom[]): Segment {
  const duration = atoms.find((a) => a.duration)?.duration;
  return { start: atoms[0]!.start, end: atoms.at(-1)!.end, items: atoms.flatMap((a) => a.items), ...(duration ? { duration } : {}) };
}

/** Numbers without a unit that are the parts of a told whole: "of the 40 minutes 7 were glides", "transfers took 16", "8; 9; 14. Timed = 31". */
import { numberValue } from './number-words.ts';
import { anyNumber } from './share-words.ts';

export interface BarePart { start: number; end: number; minutes: number; /** Told as a time by the words beside it. */ sure: boolean; /** Where the words stand that it is of. */ words: 'ahead' | 'behind' }

const number = new RegExp(`\\b${anyNumber}`, 'g');
const ofIt = '(?:it|that|those|them|these|which|what\\s+(?:was|is)\\s+left|what\\s+remained|the\\s+(?:rest|time|hour|session|visit|treatment))';
const lead = '(?:(?:the|those|these|only|about|just|first|last|final|other|remaining|another)\\s+)*';
/** "7 were", "five went to", "10 of it", "10 late". */
const tells = new RegExp(`^\\s+(?:(?:were|was)\\s+(?!scored|full|missed|used|correct|left|able|approved|normal|seen|needed|of\\b)|went\\s|gone\\b|late\\b|on\\s+(?!each|the\\s+(?:scale|vas)|a\\s+scale|10)|of\\s+${ofIt}\\b(?!\\s+hurt))`);
/** "the last 5 dressing and payment". */
const ordinal = /\b(?:first|last|final|other|remaining)\s+$/;
const ofOrdinal = /^\s+(?!visits?\b|weeks?\b|wks?\b|days?\b|months?\b|years?\b|sessions?\b|times?\b|reps?\b|sets?\b|steps?\b|degrees?\b|fingers?\b|toes\b|of\b|hours?\b|holes\b|tx\b|treatments?\b|patients?\b|people\b|clients?\b)[a-z]/;
/** "took 22", "used 28". */
const verb = new RegExp(`\\b(?:took|used|got|ate|needed|filled|lasted|spent|ran|present)\\s+${lead}$`);
const clauseEnd = new RegExp(`^\\s*(?:[,;:)\\n]|\\.(?!\\d)|$|and\\b|of\\s+${ofIt})`);
/** A number at the end of its piece, or at its beginning. */
const afterWord = /[a-z)"]\s{0,3}[:(=~,-]?\s{0,3}$/;
const pieceEnd = /^\s*(?:[,;|)\n]|\/(?!\d)|\.(?:\s|$)|$|(?:and|on his|on her|by me|with me)\b)/;
const pieceStart = /(?:[,;:.\n(]\s{0,3}|^|\b(?:and|then|plus|got)\s)$/;
const ofPiece = /^\s+(?:of|on|for|in|as|with|to|doing)\b(?!\s+\d)/;
/** What such a number counts when it is no time. */
const noTime = new RegExp(`(?:[\\d.:/#$-]|\\d\\s?x\\s?|\\b(?:grade|gr|level|lvl|wk|week|visit|day|pain|age|phase|stage|set|of|by|to|than|from|at|room|step|dr|x)\\s)${lead}$`);
const otherCount = /(?:\b(?:gr|grade|level|lvl|stage|visits?|sessions?|phase|week|wk|day|pod|pow|sets?|reps?|pain|vas|nprs|score|of|age|page|room|(?:she|he|they|i|pt|who) (?:did|made|hit|scored))\s*[:=-]?|#|\$|[<>/±]|\d\s*[x×*-])\s*$/;
const ofWhat = new RegExp(`^\\s+of\\s+${ofIt}(?=\\s*(?:[,.;:)\\n]|$|and\\b))`);

/** The candidates that overlap no `taken` place. */
export function barePartsIn(folded: string, taken: readonly { start: number; end: number }[]): BarePart[] {
  const out: BarePart[] = [];
  for (const m of folded.matchAll(number)) {
    const start = m.index;
    const end = start + m[0].length;
    if (taken.some((t) => start < t.end && end > t.start)) continue;
    const minutes = numberValue(m[0]);
    if (!(minutes >= 2) || minutes > 120) continue;
    const before = folded.slice(Math.max(0, start - 32), start);
    const after = folded.slice(end, end + 40);
    const part = partOf(before, after, /^\d/.test(m[0]));
    if (!part) continue;
    // "16 of what was left": all of it tells the time, and of the words ahead.
    const more = part.words === 'behind' && /(?:^|[,.;:(])\s*$/.test(before) ? undefined : ofWhat.exec(after)?.[0].length;
    out.push({ start, end: end + (more ?? 0), minutes, sure: part.sure, words: more ? 'ahead' : part.words });
  }
  return out;
}

function partOf(before: string, after: string, digits: boolean): Pick<BarePart, 'sure' | 'words'> | undefined {
  if (!noTime.test(before)) {
    if (tells.test(after) || (ordinal.test(before) && ofOrdinal.test(after))) return { sure: true, words: 'behind' };
    if (clauseEnd.test(after) && verb.test(before)) return { sure: true, words: 'ahead' };
  }
  if (!digits || otherCount.test(before)) return undefined;
  if (pieceEnd.test(after) && afterWord.test(before)) return { sure: false, words: 'ahead' };
  return ofPiece.test(after) && pieceStart.test(before) ? { sure: false, words: 'behind' } : undefined;
}

/** The only choice of candidates that makes up `missing`; undefined where none does, or more than one. */
export function filling(candidates: readonly BarePart[], missing: number): BarePart[] | undefined {
  if (missing < 2 || candidates.length === 0) return undefined;
  const few = candidates.slice(0, 9);
  const found: BarePart[][] = [];
  for (let mask = 1; mask < 1 << few.length; mask++) {
    const chosen = few.filter((_, i) => (mask >> i) & 1);
    if (Math.abs(chosen.reduce((all, c) => all + c.minutes, 0) - missing) < 0.01) found.push(chosen);
  }
  if (found.length <= 1) return found[0];
  const sure = found.filter((f) => f.every((c) => c.sure));
  return sure.length === 1 ? sure[0] : undefined;
}

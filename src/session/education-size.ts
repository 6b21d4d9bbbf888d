/** Teaching patients to manage their own illness: one of three codes by how many were taught together. */
import type { CodeHit } from '../search/search-codes.ts';
import { counterOf, withDigits } from '../search/told-numbers.ts';

const codes = ['98960', '98961', '98962'];
const people = counterOf('patients?|pts|people|persons|participants?|members|attendees|clients|adults|learners|of us');
const ofSize = /\b(?:group|class|party) of (\d+)/;

/** The candidates with the code of the number taught; as they were where none is told. */
export function educationBy(candidates: readonly CodeHit[], folded: string): CodeHit[] {
  const lead = candidates[0];
  if (!lead || !codes.includes(lead.code) || lead.because.startsWith('the code ')) return [...candidates];
  const text = withDigits(folded);
  const told = people(text) ?? Number(ofSize.exec(text)?.[1] ?? NaN);
  const code = told === 1 ? codes[0] : told >= 2 && told <= 4 ? codes[1] : told >= 5 && told <= 8 ? codes[2] : undefined;
  if (code === undefined) return [...candidates];
  const firm = lead.confidence !== 'weak';
  return [{ ...lead, code, confidence: firm ? 'strong' : 'possible', score: firm ? Math.max(lead.score, 0.9) : 0.55, because: `${lead.because}; ${told} taught together` }, ...candidates.slice(1).filter((c) => !codes.includes(c.code))];
}

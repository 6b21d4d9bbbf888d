/** What was done on another date ("On 4/2 he had ultrasound. On 4/5: exercise 30 min"): the day with the times is the session's. */
import { sentenceEnd, sentenceStart, type Token } from './clauses.ts';
import type { Zone } from './standing.ts';

const months = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const weekdays = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/;
const told = /^(?:had|got|received|was|were|did|gave|used|has|we|he|she|they|i|pt|patient|client)$/;

/** The zones of dated sentences without a time, in a text where another date stands beside a time. */
export function datedZones(tokens: readonly Token[]): Zone[] {
  const dates = datesIn(tokens);
  if (dates.length < 2) return [];
  const timed = (i: number): boolean => tokens.slice(sentenceStart(tokens, i), sentenceEnd(tokens, i)).some((t) => t.minutes);
  const own = dates.filter((d) => timed(d.at));
  if (own.length === 0) return [];
  return dates.flatMap(({ at, to, day }): Zone[] => {
    const start = sentenceStart(tokens, at);
    if (timed(at) || own.some((o) => o.day === day) || at - start > 1 || !tokens.slice(to, to + 3).some((t) => told.test(t.text))) return [];
    return [{ standing: 'past', from: to, to: sentenceEnd(tokens, at) }];
  });
}

/** "4/2", "April 2nd", "Monday": each with the token it begins at. */
function datesIn(tokens: readonly Token[]): { at: number; to: number; day: string }[] {
  const out: { at: number; to: number; day: string }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, next] = [tokens[i]!, tokens[i + 1]];
    if (token.mark || token.minutes) continue;
    const opens = /^(?:on|at|for|from|is|dos|visit|note|of)$/.test(tokens[i - 1]?.text ?? '') || i === 0 || tokens[i - 1]!.mark !== undefined;
    if (!opens) continue;
    if (/^\d{1,2}$/.test(token.text) && next !== undefined && /^\d{1,2}$/.test(next.text) && next.start === token.end + 1 && Number(token.text) <= 12 && Number(next.text) <= 31 && /^(?:on|from|is|dos|note|of|visit)$|^$/.test(tokens[i - 1]?.text ?? '')) out.push({ at: i, to: i + 2, day: `${token.text}/${next.text}` });
    else if (months.test(token.text) && next !== undefined && /^\d{1,2}$/.test(next.text)) out.push({ at: i, to: i + 2, day: `${token.text.slice(0, 3)} ${next.text}` });
    else if (weekdays.test(token.text)) out.push({ at: i, to: i + 1, day: token.text.slice(0, 3) });
  }
  return out;
}

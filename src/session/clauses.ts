/** A session's text as words and marks, with the places where a sentence and a clause end. */
import { foldText } from '../search/normalise.ts';

/** What a mark parts: a sentence, a label from what is said of it ("US: held"), the items of a list, or a remark in brackets. */
export type Mark = 'sentence' | 'question' | 'label' | 'comma' | 'bracket' | 'slash' | 'and';
export interface Token {
  text: string; start: number; end: number;
  /** Undefined for a word or a number. */
  mark?: Mark;
  /** "15 min", "half an hour": a length of time begins or ends here. */
  minutes?: boolean;
}

const pattern = /(?:n\/a|w\/o|d\/c'?d?|dc'd|h\/o|a\/p|n\/b|f\/u|2\/2|0\/a)(?![a-z0-9])|[a-z]+(?:'[a-z]+)*|\d+(?:[.:]\d+)*|\n|\.{2,}|--+|[^\sa-z0-9]/g;
const titles = new Set('dr mr mrs ms st vs approx incl eg ie'.split(' '));
const abbreviations = new Set('min mins hr hrs dx tx sec wk wks mo yr lb lbs ft deg ea ext flex bilat'.split(' '));
const marks: Readonly<Record<string, Mark>> = { '!': 'sentence', ';': 'sentence', '\n': 'sentence', '|': 'sentence', '?': 'question', ':': 'label', '=': 'label', '..': 'label', '--': 'label', ',': 'comma', '(': 'bracket', ')': 'bracket', '[': 'bracket', ']': 'bracket', '/': 'slash', '&': 'and', '+': 'and' };
const numberWords = new Set('five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen eighteen twenty thirty forty fifty sixty half quarter'.split(' '));
const timeWords = /^(?:m|min|mins|minute|minutes|mintues|mintue|mni|mim|hour|hours|hr|hrs|')$/;
/** Misspellings of small words that cues are made of, too short for a rule. */
const respelt: Readonly<Record<string, string>> = { todya: 'today', tody: 'today', toady: 'today', vist: 'visit', visti: 'visit', askd: 'asked', aksed: 'asked', abuot: 'about', wihtout: 'without', witout: 'without', withuot: 'without', dont: "don't", didnt: "didn't", wasnt: "wasn't", isnt: "isn't", cant: "can't", couldnt: "couldn't", wont: "won't", doesnt: "doesn't", werent: "weren't", arent: "aren't", hasnt: "hasn't", knot: 'not', nto: 'not', insted: 'instead', tommorow: 'tomorrow', tomorow: 'tomorrow', yesturday: 'yesterday', nxt: 'next', bc: 'because', cuz: 'because', coz: 'because', becuase: 'because', declinned: 'declined', declned: 'declined', delcined: 'declined', refusd: 'refused', refsued: 'refused', skiped: 'skipped', defered: 'deferred', plann: 'plan' };

/** The words and marks of a text in order; a hyphen inside a word parts it and is no mark. */
export function tokensOf(text: string): Token[] {
  const folded = foldText(text);
  const dictated = /\bcomma\b|\bfull stop\b|\bperiod\b.*\bperiod\b|\bperiod\s*$/s.test(folded);
  const out: Token[] = [];
  for (const m of folded.matchAll(pattern)) {
    const [said, start] = [m[0], m.index];
    const token: Token = { text: respelt[said] ?? said, start, end: start + said.length };
    const mark = /^[a-z0-9]/.test(said) ? (dictated ? spoken(said, out) : undefined) : markOf(text, folded, said, start, out);
    if (mark) token.mark = mark;
    else if (!/^[a-z0-9]/.test(said) && said !== "'") continue;
    if (timeWords.test(said) && isNumber(out)) { token.minutes = true; out.at(-1)!.minutes = true; }
    if (said === "'" && !token.minutes) continue;
    out.push(token);
  }
  return out;
}

function isNumber(before: readonly Token[]): boolean {
  const near = before.slice(-2).reverse();
  const last = near[0];
  return last !== undefined && (/^\d/.test(last.text) || numberWords.has(last.text) || (/^(?:an?|of)$/.test(last.text) && near[1] !== undefined && numberWords.has(near[1].text)));
}

/** Marks that a dictation names: "comma", "period", "next line". */
function spoken(word: string, before: readonly Token[]): Mark | undefined {
  const last = before.at(-1)?.text;
  if (word === 'comma') return 'comma';
  if (word === 'colon') return 'label';
  if (word === 'period' && !/^(?:rest|a|the|menstrual|treatment|billing|that|this)$/.test(last ?? '')) return 'sentence';
  if (word === 'period' && last === 'treatment') return 'sentence';
  return (word === 'stop' && last === 'full') || (/^(?:line|paragraph)$/.test(word) && /^(?:new|next)$/.test(last ?? '')) ? 'sentence' : undefined;
}

function markOf(text: string, folded: string, said: string, at: number, before: readonly Token[]): Mark | undefined {
  const [prev, next] = [folded[at - 1] ?? ' ', folded[at + said.length] ?? ' '];
  if (said === '.') {
    if (/\s/.test(next) || at + 1 === folded.length) {
      const last = before.at(-1)?.text ?? '';
      // "15 min. of", but "15 min. Then": the capital begins a sentence; small letters leave it to the word.
      return titles.has(last) || (abbreviations.has(last) && /^\s+[a-z0-9]/.test(text.slice(at + 1, at + 4)) && next !== '\n' && !isSentenceStart(folded, at)) ? undefined : 'sentence';
    }
    return /[a-z]/.test(next) && /[a-z]{3}$/.test(folded.slice(Math.max(0, at - 3), at)) ? 'sentence' : undefined;
  }
  if (said === '-') return /[a-z0-9]/.test(prev) && /[a-z0-9]/.test(next) ? undefined : /\s/.test(next) ? 'label' : undefined;
  if (said === '?' && /^\?['"’”]\s[a-z]/.test(folded.slice(at, at + 4))) return 'label';
  if (said === ',' && /\d/.test(prev) && /\d/.test(next)) return undefined;
  if (said === '/' && /\d/.test(prev) && /\d/.test(next)) return undefined;
  return marks[said] ?? marks[said.slice(0, 2)];
}

/** After "15 min." a new sentence begins where what follows is no unit's own word. */
function isSentenceStart(folded: string, at: number): boolean {
  return /^\.\s+(?:no|not|then|we|i|she|he|pt|patient|today|plan|next|did|also|the|they|hot|home|p|last|will)\b/.test(folded.slice(at, at + 12));
}

/** Where the sentence with this token begins: the place after the last mark that ends one. */
export function sentenceStart(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && !endsSentence(tokens[i - 1]!)) i--;
  return i;
}

/** The place of the mark that ends the sentence with this token. */
export function sentenceEnd(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < tokens.length && !endsSentence(tokens[i]!)) i++;
  return i;
}

export function endsSentence(token: Token): boolean {
  return token.mark === 'sentence' || token.mark === 'question';
}

/** The catalog phrases that a text holds, longest first, misspellings corrected, with the words that led there. */
import type { Catalog } from '../catalog/catalog.ts';
import { lexiconOf, type Lexicon, type Phrase } from './lexicon.ts';
import { stemOf, wordsOf, type Word } from './normalise.ts';
import { closeInPhrase, correct, isOrdinary } from './typos.ts';

export interface Fix { from: string; to: string; edits: number }
export interface PhraseMatch { phrase: Phrase; start: number; end: number; text: string; corrections: Fix[] }

/** A side or a state of the part may stand inside a phrase: "strapping of the left ankle". */
const sides = new Set(['left', 'right', 'both', 'bilateral', 'affected', 'injured', 'painful', 'stiff', 'sore', 'tight']);

export interface Token extends Word { correction?: Fix }
interface Found { phrase: Phrase; next: number; fixes: Fix[] }

/** Matches in the order of the text; they never overlap. A stop word inside a phrase is skipped over. */
export function findPhrases(catalog: Catalog, text: string): PhraseMatch[] {
  const lexicon = lexiconOf(catalog);
  const tokens = correctedWords(lexicon, text);
  const matches: PhraseMatch[] = [];
  let i = 0;
  while (i < tokens.length) {
    const found = longestAt(lexicon, tokens, i, text);
    if (!found) { i += 1; continue; }
    const used = tokens.slice(i, found.next);
    const [start, end] = [tokens[i]!.start, used.at(-1)!.end];
    if (used.length === 1 && lexicon.alsoEnglish.has(tokens[i]!.text) && !isCharted(text, start, end)) { i += 1; continue; }
    matches.push({ phrase: found.phrase, start, end, text: text.slice(start, end), corrections: [...used.flatMap((t) => t.correction ?? []), ...found.fixes] });
    i = found.next;
  }
  return matches;
}

/** "US 8 min", "us x 8", "hp, us, te": a short form of the trade that is also a word ("asked us", "met him") is one in capitals or in a chart's place. */
function isCharted(text: string, start: number, end: number): boolean {
  const said = text.slice(start, end);
  if (said === said.toUpperCase() && /[a-z]/.test(text)) return true;
  return /^\s*(?:x\b|@|[:\d/+,=-]|to (?:the )?(?:r|l|rt|lt|right|left|both|b|low|lumbar|cerv|neck|shoulder|knee|back|hip|elbow|heel|ankle|achilles)\b|for \d|pulsed|cont|treatment|machine|$)/i.test(text.slice(end)) && /(?:^|[,;:+/(&\n-]\s*|\d\s*(?:min\w*|')?\.?\s*|\b(?:and|then|no|with|w)\s*)$/i.test(text.slice(0, start));
}

/** The texts of the call at hand, of which several readers ask for the words; nothing is kept longer than a few texts. */
const read = new WeakMap<Lexicon, Map<string, readonly Token[]>>();
/** Of these texts what each word was put right to, since their parts are read again. */
const words = new WeakMap<Lexicon, Map<string, ReturnType<typeof correct> | null>>();
const mostTexts = 24;

/** The words of a text, misspelt ones with the stem of what they stand for. */
export function correctedWords(lexicon: Lexicon, text: string): readonly Token[] {
  const lately = read.get(lexicon) ?? read.set(lexicon, new Map()).get(lexicon)!;
  let tokens = lately.get(text);
  if (!tokens) {
    const mended = words.get(lexicon) ?? words.set(lexicon, new Map()).get(lexicon)!;
    tokens = wordsOf(text).map((word) => {
      let fixed = mended.get(word.text);
      if (fixed === undefined) mended.set(word.text, (fixed = correct(lexicon, word.text) ?? null));
      return fixed ? { ...word, stem: stemOf(fixed.to), correction: { from: text.slice(word.start, word.end), to: fixed.to, edits: fixed.edits } } : word;
    });
    if (lately.size >= mostTexts) { lately.clear(); mended.clear(); }
    lately.set(text, tokens);
  }
  return tokens;
}

/** The text with its misspelt words put right, for readers of counts and choices; its places are not those of the text. */
export function correctedText(catalog: Catalog, text: string): string {
  let out = '';
  let at = 0;
  for (const word of correctedWords(lexiconOf(catalog), text)) {
    if (!word.correction) continue;
    out += text.slice(at, word.start) + word.correction.to;
    at = word.end;
  }
  return out + text.slice(at);
}

const none: readonly Phrase[] = [];

/** The longest phrase that begins here; one that needs a word put right only where it is longer than what stands there as written. */
function longestAt(lexicon: Lexicon, tokens: readonly Token[], from: number, text: string): Found | undefined {
  const begun = lexicon.byFirst.get(tokens[from]!.stem) ?? none;
  const next = tokens[from + 1];
  // A word of its own behind the first has to be the phrase's second.
  const second = next === undefined ? '' : lexicon.stop.has(next.text) || sides.has(next.text) ? undefined : next.stem;
  let exact: Found | undefined;
  for (const phrase of begun) {
    if (second !== undefined && phrase.stems.length > 1 && phrase.stems[1] !== second) continue;
    exact = matchAt(lexicon, tokens, from, phrase, text, false);
    if (exact) break;
  }
  const content = nextContent(lexicon, tokens, from);
  let fixed: Found | undefined;
  for (const list of [begun, content === undefined ? none : (lexicon.bySecond.get(content.stem) ?? none)]) {
    for (const phrase of list) {
      // The longest stand first.
      if (phrase.stems.length <= ((fixed ?? exact)?.phrase.stems.length ?? 1)) break;
      fixed = matchAt(lexicon, tokens, from, phrase, text, true) ?? fixed;
    }
  }
  return fixed ?? exact;
}

function nextContent(lexicon: Lexicon, tokens: readonly Token[], from: number): Token | undefined {
  for (let i = from + 1; i < tokens.length && i <= from + 2; i++) if (!lexicon.stop.has(tokens[i]!.text)) return tokens[i];
  return undefined;
}

/** `mend`: one word of a phrase of two or more may be misspelt, also one that is too short or too plain to correct by itself. */
function matchAt(lexicon: Lexicon, tokens: readonly Token[], from: number, phrase: Phrase, text: string, mend: boolean): Found | undefined {
  const fixes: Fix[] = [];
  let position = from;
  let at = 0;
  while (at < phrase.stems.length && position < tokens.length) {
    const token = tokens[position]!;
    if (token.stem === phrase.stems[at]) { at += 1; position += 1; continue; }
    // Only small words may stand between, and never a comma or a full stop.
    if (at > 0 && position - from <= 8 && (lexicon.stop.has(token.text) || sides.has(token.text)) && !/[,;.\n]/.test(text.slice(tokens[position - 1]!.end, token.start))) { position += 1; continue; }
    if (!mend || fixes.length > 0 || !mayMend(lexicon, token, phrase, at)) return undefined;
    fixes.push({ from: text.slice(token.start, token.end), to: phrase.content[at]!, edits: 1 });
    at += 1;
    position += 1;
  }
  if (at < phrase.stems.length || (mend && fixes.length === 0)) return undefined;
  const gapped = /[;.\n]/.test(text.slice(tokens[from]!.start, tokens[position - 1]!.end).replace(/\d\.\d|(?<=\b[a-z]{1,3})\.(?!\s*$)/gi, ''));
  return gapped ? undefined : { phrase, next: position, fixes };
}

function mayMend(lexicon: Lexicon, token: Token, phrase: Phrase, at: number): boolean {
  if (token.correction || lexicon.stop.has(token.text) || lexicon.regions.has(token.text) || lexicon.negations.has(token.text)) return false;
  const meant = phrase.content[at]!;
  // A plain word that is a trade word of its own ("back", "heat") or long enough to be meant stays as it is.
  if (lexicon.stems.has(token.stem)) return false;
  if (isOrdinary(lexicon, token.text) && (token.text.length > 4 || meant.length > 5)) return false;
  return closeInPhrase(token.text, meant);
}

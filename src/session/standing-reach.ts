/** How far a cue reaches: forward over what it opens, back over what it closes. */
import { endsSentence, type Token } from './clauses.ts';
import type { Ready } from './standing-cues.ts';

const turns = new Set('but only just then instead because since so due while during although though however until unless except today tonight now tomorrow which afterwards afterward followed as will plan next'.split(' '));
const subjects = new Set("i we he she they you pt patient client i'm we're it's i'd we'd he's she's therapist".split(' '));
const fillers = new Set('was were is are be been being has have had got get also all both each again therefore still to too simply just politely respectfully either always yet even then later and which has been however'.split(' '));
const articles = new Set('the a an any all his her their my our your its this that these some further more additional either both each other of to use do have get be doing using having giving perform need'.split(' '));

/** True where a turn begins with "we did", "she had": a new subject that acts. */
function startsTelling(tokens: readonly Token[], i: number, ready: Ready): boolean {
  return subjects.has(tokens[i]!.text) && !tokens[i]!.mark && tokens[i + 1] !== undefined && !tokens[i + 1]!.mark && (ready.sets.doing.has(tokens[i + 1]!.text) || /^(?:i|we|he|she|they|you|i'm|we're|i'd)$/.test(tokens[i]!.text));
}

interface Piece { from: number; to: number; words: number; minutes: boolean; doing: boolean; or: boolean; turn: boolean }

/** The item of a list from a token to the next comma, slash, conjunction or end. */
function pieceAt(tokens: readonly Token[], from: number, ready: Ready): Piece {
  const piece: Piece = { from, to: from, words: 0, minutes: false, doing: false, or: false, turn: false };
  let i = from;
  if (tokens[i]?.text === 'or' || tokens[i]?.text === 'nor') { piece.or = true; i++; }
  for (; i < tokens.length && !tokens[i]!.mark && !/^(?:and|or|nor)$/.test(tokens[i]!.text); i++) {
    const { text, minutes } = tokens[i]!;
    if ((turns.has(text) && text !== 'today' && text !== 'now') || subjects.has(text)) { piece.turn = piece.words === 0; break; }
    piece.words++;
    if (minutes || /^\d/.test(text)) piece.minutes = true;
    if (ready.sets.doing.has(text)) piece.doing = true;
  }
  piece.to = i;
  return piece;
}

/** The end of what a denial denies ("no X, no Y or Z"): its item, and the list that goes on from it. `noun`: a thing, so that "no pads on the needles" leaves the needles; `timed`: minutes belong to it ("would have closed with 10 min of heat"). */
export function deniedReach(tokens: readonly Token[], from: number, ready: Ready, { most = 12, noun = false, timed = false } = {}): number {
  let count = 0;
  let listed = false;
  let listEnd = 0;
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    const next = tokens[i + 1]?.text;
    if (token.mark === 'comma') {
      if (i > from && i >= listEnd) {
        const end = goesOn(tokens, i + 1, ready);
        if (end === undefined) return i;
        listEnd = end;
      }
      listed = true; count = 0;
    } else if (token.mark === 'slash') continue;
    else if (token.mark === 'bracket' || token.mark === 'label' || endsSentence(token)) return i;
    else if (token.mark === 'and' || token.text === 'and') {
      const piece = pieceAt(tokens, i + 1, ready);
      if (piece.minutes || piece.doing || piece.turn || piece.words === 0 || piece.words > 6 || /^(?:then|no|not)$/.test(next ?? '')) return i;
      listed = true; count = 0;
    } else if (token.text === 'or' || token.text === 'nor') { count = 0; listed = true; }
    else if ((token.text === 'today' || token.text === 'now') && /^(?:or|nor)$/.test(next ?? '')) continue;
    else if (i > from && (turns.has(token.text) || startsTelling(tokens, i, ready))) return i;
    else if (i === from && /^(?:but|only|just|today|because|since|so)$/.test(token.text)) return token.text === 'just' || token.text === 'today' ? deniedReach(tokens, i + 1, ready, { most, noun, timed }) : i;
    else if (!timed && token.minutes && count > 0 && !articles.has(tokens[i - 1]!.text) && !listed) return i;
    else if (noun && count > 0 && ((token.text === 'on' && !listed && !/^(?:hands?|one|add|sit|carry|follow)$/.test(tokens[i - 1]!.text)) || (token.text === 'with' && next === 'the'))) return i;
    else if (++count > most) return i;
  }
  return tokens.length;
}

/** Where the list ends that goes on after the comma of a denial: short items that end in "or Z", or nothing but short items to the end. */
function goesOn(tokens: readonly Token[], from: number, ready: Ready): number | undefined {
  let items = 0;
  let short = true;
  for (let i = from; i < tokens.length;) {
    const piece = pieceAt(tokens, i, ready);
    if (piece.or || tokens[piece.to]?.text === 'or' || tokens[piece.to]?.text === 'nor') return piece.words <= 6 && !piece.turn && !piece.minutes && !piece.doing ? piece.to : undefined;
    if (piece.words === 0 || piece.words > 4 || piece.turn || piece.minutes || piece.doing) return undefined;
    if (/^(?:no|not|without)$/.test(tokens[piece.from]!.text)) return undefined;
    items++;
    if (piece.words > 2) short = false;
    const stop = tokens[piece.to];
    if (stop?.mark !== 'comma') return items >= 2 && short && (stop === undefined || endsSentence(stop)) ? piece.to : undefined;
    i = piece.to + 1;
  }
  return undefined;
}

/** True where a denial speaks of a symptom or a help and not of a service: "no pain", "without much swelling with ...". */
export function isHarmless(tokens: readonly Token[], from: number, words: string, ready: Ready): boolean {
  if (/^(?:did|didn't|does|do|don't|doesn't|was|has|had|have|could|can|never|not|is|are|were)/.test(words)) {
    const start = /^(?:any|really|ever|have|need|require|even|seem|her|his|him|the|my|it)$/.test(tokens[from]?.text ?? '') && tokens[from + 1] && !tokens[from + 1]!.mark ? [from, from + 1] : [from];
    if (start.some((at) => ready.harmlessVerbs.some((phrase) => phrase.every((w, k) => tokens[at + k]?.text === w)))) return true;
  }
  if (/^(?:no|without|w\/o|never|nor|not|has no|had no|none of|hardly any|nothing)$/.test(words) || /(?:have|had|has)$/.test(words) || /^(?:did|does|is|was)/.test(words)) {
    for (let i = from; i < Math.min(from + 4, tokens.length); i++) {
      const { text, mark } = tokens[i]!;
      if (mark && mark !== 'slash') return false;
      if (/^(?:of|for|with|during|on|to|from|in|at|or|and|by|used|done)$/.test(text)) return false;
      if (ready.sets.harmless.has(text)) return !/^(?:relief|treatment|massage|management|control|education)$/.test(tokens[i + 1]?.text ?? '');
    }
  }
  return false;
}

/** Where what stands before a closing cue begins ("ultrasound and heat were declined"). */
export function closedReach(tokens: readonly Token[], cue: number, ready: Ready): number {
  let i = cue - 1;
  let many = false;
  while (i >= 0 && (isLabelLike(tokens[i]!) || (!tokens[i]!.mark && fillers.has(tokens[i]!.text)) || tokens[i]!.text === 'but')) {
    if (/^(?:were|are|all|both|have)$/.test(tokens[i]!.text)) many = true;
    i--;
  }
  if (i >= 0 && /^(?:it|that|this|they|these|those)$/.test(tokens[i]!.text) && !tokens[i]!.mark) return toldReach(tokens, i);
  i = beforeBooking(tokens, i);
  let start = i + 1;
  for (let j = i; j >= 0; j--) {
    const token = tokens[j]!;
    if (endsSentence(token) || token.mark === 'label' && j < i - 1 && !many) return j + 1;
    if (token.mark === 'bracket') { if (token.text === '(' || j < i) return j + 1; }
    else if (token.mark === 'comma' || token.text === 'and' || token.mark === 'and') {
      const before = pieceBefore(tokens, j, ready);
      const listTail = token.mark !== 'comma' || many || tokens.slice(j + 1, i + 1).some((t) => t.text === 'and' || t.text === 'or' || t.mark === 'and');
      if (!listTail || (before.minutes && !timeOfAll(tokens, before.from)) || before.doing || before.turn || before.words > 6) return j + 1;
    } else if (/^(?:but|then|so|because|plus|while|instead|today|after|with|since|for)$/.test(token.text) && !token.mark) return token.text === 'with' || token.text === 'for' || token.text === 'after' ? (start = j + 1, nounBefore(tokens, j) ? start : startOf(tokens, j)) : j + 1;
    else if (token.minutes && !/^\d/.test(token.text) && j < i) return j + 1;
    start = j;
  }
  return Math.max(0, start);
}

/** Before "planned for today", "on the schedule", "she was promised", which belong to the noun that stands before them. */
function beforeBooking(tokens: readonly Token[], at: number): number {
  for (let i = at; i > 0 && i > at - 8 && !tokens[i]!.mark; i--) {
    if (bookings.has(tokens[i]!.text)) { let before = i - 1; while (before > 0 && !tokens[before]!.mark && /^(?:was|were|is|are|been|had|have|i|we|he|she|they|that|which|originally|also|being|me|him|her)$/.test(tokens[before]!.text)) before--; return before >= 0 && !tokens[before]!.mark ? before : at; }
    if (/^(?:schedule|sheet|list|ticket|books|program|plan|calendar|order|orders|agenda|superbill|claim|bill)$/.test(tokens[i]!.text) && /^(?:on|in|from)$/.test(tokens[i - 2]?.text ?? '')) return i - 3 >= 0 && !tokens[i - 3]!.mark ? i - 3 : at;
  }
  return at;
}

const bookings = new Set('planned scheduled booked promised ordered prescribed listed slated reserved pencilled penciled'.split(' '));

/** "The 45 minutes of manual therapy and ther ex": one time over all that follows. */
function timeOfAll(tokens: readonly Token[], from: number): boolean {
  const of = tokens.slice(from, from + 5).findIndex((t) => t.text === 'of' && !t.mark);
  return of > 0 && tokens[from + of - 1]!.minutes === true && /^(?:the|his|her|my|our|those|all|that)$/.test(tokens[from]!.text);
}

const isLabelLike = (token: Token): boolean => token.mark === 'label' || token.mark === 'comma' || token.mark === 'question' || (token.mark === 'bracket' && token.text === '(');
const nounBefore = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at - 1]!.mark !== undefined;

function startOf(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && !tokens[i - 1]!.mark && !/^(?:and|but|then|so|plus)$/.test(tokens[i - 1]!.text)) i--;
  return i;
}

function pieceBefore(tokens: readonly Token[], to: number, ready: Ready): Piece {
  let from = to;
  while (from > 0 && !tokens[from - 1]!.mark && !/^(?:and|or)$/.test(tokens[from - 1]!.text)) from--;
  return { ...pieceAt(tokens.slice(0, to), from, ready), to };
}

/** Where the talk of what "that" stands for begins: back over the sentence to what was told as done. */
export function toldReach(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && !endsSentence(tokens[i - 1]!)) {
    const token = tokens[i - 1]!;
    if (token.minutes && !/^\d/.test(token.text) && tokens.slice(i, at).some((t) => !t.mark && !fillers.has(t.text) && t.text !== 'but')) return i;
    // "signed for needling, then backed out": nothing was told after the then.
    if ((token.text === 'then' && i < at) || (token.text === 'today' && (i === 1 || tokens[i - 2]!.mark))) return i;
    i--;
  }
  return i;
}

/** The end of a plan, a wish or a tale: its sentence, or where it turns to what was done today. */
export function toldAhead(tokens: readonly Token[], from: number, ready: Ready, most = 40): number {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (endsSentence(token) || i - from > most) return i;
    if (token.text === '(' || token.text === ')') { if (token.text === ')') return i; }
    if (isNow(tokens, i) || (i > from && /^(?:but|so|instead|because|while|here)$/.test(token.text)) || (token.text === 'then' && tokens[i + 1]?.minutes)) return i;
    if (i > from && startsTelling(tokens, i, ready) && ready.sets.doing.has(tokens[i + 1]!.text) && /^(?:i|we|therapist)$/.test(token.text)) return i;
    if (token.mark === 'comma') { const piece = pieceAt(tokens, i + 1, ready); if (piece.minutes && tokens.slice(piece.from, piece.to).some((t) => t.minutes)) return i; }
  }
  return tokens.length;
}

/** "today", "now", "this visit": what is told turns to here and now. */
export function isNow(tokens: readonly Token[], i: number): boolean {
  const text = tokens[i]?.text;
  return text === 'today' || text === 'tonight' || text === "today's" || (text === 'now' && !/^(?:is|was)$/.test(tokens[i - 1]?.text ?? '')) || (text === 'this' && /^(?:visit|session|morning|afternoon|evening|time|tx)$/.test(tokens[i + 1]?.text ?? ''));
}

const parts = new Set(['comma', 'sentence', 'question', 'bracket', 'label']);

/** The clause around a cue: from comma to comma, and no further back than the event or complaint that it speaks of. */
export function clauseAround(tokens: readonly Token[], from: number, to: number, barriers: readonly ReadonlySet<string>[]): [number, number] {
  let start = from;
  while (start > 0 && from - start < 14 && !parts.has(tokens[start - 1]!.mark ?? '') && !/^(?:but|then|so|because|plus)$/.test(tokens[start - 1]!.text) && !barriers.some((set) => set.has(tokens[start - 1]!.text))) {
    // "... for fifteen minutes adjustment planned for friday": a time ends what came before it, unless it leads on.
    if (tokens[start - 1]!.minutes && !/^\d/.test(tokens[start - 1]!.text) && start < from && !/^(?:of|on|for|doing|in|at|to|with|by|alone|a)$/.test(tokens[start]!.text) && from - start <= 3 && tokens.slice(0, start - 3).length > 6) break;
    if (tokens[start - 1]!.text === 'and' && tokens.slice(start, from).some((t) => /^(?:i|we|he|she|they|will|to|then)$/.test(t.text))) break;
    start--;
  }
  // "(at home)" right after what it says so of.
  if (start === from && tokens[start - 1]?.text === '(') return [clauseAround(tokens, start - 1, to, barriers)[0], to];
  let end = to;
  while (end < tokens.length && end - to < 20 && !parts.has(tokens[end]!.mark ?? '') && !/^(?:but|then|so|because|plus)$/.test(tokens[end]!.text) && !isNow(tokens, end)) end++;
  // "pumps nightly at home (Flexitouch 60 min)": a short remark in brackets goes on.
  if (tokens[end]?.text === '(') {
    const close = tokens.findIndex((t, i) => i > end && t.text === ')');
    if (close > 0 && close - end < 9 && !tokens.slice(end, close).some((_, i) => isNow(tokens, end + i))) end = close;
  }
  return [start, end];
}

/** True right after a mark or a small word that opens a clause. */
export function startsClause(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || before.mark !== undefined || /^(?:but|and|so)$/.test(before.text);
}

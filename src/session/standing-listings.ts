/** Lists of what was to be done (a schedule, a ticket, a sheet that comes filled in), and what the text says became of them. */
import { endsSentence, sentenceEnd, sentenceStart, type Token } from './clauses.ts';
import type { Zone } from './standing.ts';
import type { OpenList } from './taken-back.ts';

/** `all`: done as listed; `all_but`: but for what stands behind "but"; `only`: what the outcome names, or nothing else; `none`, `real`: none of it, or what the text tells elsewhere. */
export type Settled = 'all' | 'all_but' | 'only' | 'none' | 'real';
export interface Listing { from: number; to: number; settled: Settled; /** Where it says so. */ outcome: { from: number; to: number } }

const nouns = new Set('schedule sheet sheets list whiteboard board agenda menu program programme ticket superbill template form forms flowsheet screen system software emr ehr computer bill claim receipt statement card slip printout checklist router macro invoice calendar booking grid autofill defaults order orders protocol page plan books docket app kiosk log brochure website ad flyer voucher package'.split(' '));
const titles = /^(?:(?:the |our |his |her |my |this |today's )?(?:to do|planned|scheduled|booked|ordered|plan|plan today|plan for today|for today|today's plan|pre filled|prefilled|preprinted|pre printed|on paper|supposed to|was to do|slated|on tap|lined up)(?: (?:today|for today|list|were|was|for .*))?)$/;
const shows = /^(?:has|had|shows?|showed|showing|says?|said|lists?|listed|reads?|calls|called|came|comes|prints?|printed|carries|carried|preprinted|prefilled|autofilled|fills|filled|defaults?|defaulted|wants|wanted|gives|gave|populates|populated|pulls|pulled|states|stated|claims|promises?|promised|advertises?|includes)$/;
const ticked = /^(?:ticked|circled|preprinted|prefilled|printed|highlighted|checked|starred)$/;

const whole = '(?:everything|all|every bit|all of (?:it|that|them|these|those|this)|the (?:whole |full |entire )?(?:lot|list|works|program|plan|menu|sheet|thing)|every(?:thing)? (?:item|one|bit)|whole list)';
const outcomes: readonly (readonly [Settled, RegExp])[] = [
  ['none', /\b(?:none|any|not one|nothing|not any|not a bit|no part) of (?:it|that|this|them|these|those|the above|which|the list|what)\b|\bnever got to any\b|\bdid neither\b|\bneither (?:one )?(?:was|were|got|happened)\b/],
  ['all_but', new RegExp(`\\b${whole} (?:(?:on (?:it|there|the list|that list|the sheet)|of (?:it|that|them)|(?:was|were|got|is) (?:done|completed|covered)|done|listed|there|else|went ahead|went|happened|planned|as listed|as planned) )*(?:but|except|except for|minus|other than|apart from|aside from|save|save for|bar|barring|excluding|less|without|with the exception of)\\b`)],
  ['only', /\b(?:only|just) (?:ever |really )?(?:had time|got (?:to|through|around|as far|the|his|her)|did|done|managed|made it|reached|completed|finished|time for|room for|received|had)\b|\bnothing (?:else|more|further)\b|\bthat (?:was|is) (?:all|it|as far)\b|\bthe (?:rest|others|other (?:two|three|four|things?|ones?|items?|lines?)) (?:was|were|had|have|has|got|never|did|is|are|went|stay|stays|will|he|she|we|i|they|not|skipped|declined|deferred|held)\b/],
  ['all', /\b(?:all|everything|all of (?:it|that|them))(?: \w+){0,2} (?:done|completed|carried out|performed|delivered|finished)\b|\b(?:did|completed|got through|finished|covered|delivered) (?:it all|all of (?:it|that|them)|everything|the (?:whole|full|entire) (?:list|lot|thing))\b|\bas (?:listed|written|planned|scheduled)\b/],
  ['real', /\b(?:actual|actually|handwritten|hand written|in (?:reality|fact|truth|pen|pencil|ink)|truth is|own (?:note|notes|handwriting|writing|entry|daily)|don't go by|do not go by|not what (?:happened|we did|i did|was done|i got|he got|she got)|real (?:numbers?|times?|minutes|session|story|treatment|visit)|really (?:got|did|had|given|done|happened|went|received|performed|was|were|took)|crossed out|line through|struck (?:out|through)|all (?:i|we|he|she|they|pt) (?:really )?(?:got|had|did|received)|what (?:i|we|he|she|they) (?:did|got|gave|had) (?:was|is)|what (?:happened|took place|was done))\b/],
];

/** The lists that the text settles; one whose outcome it does not tell is none. */
export function listingsIn(tokens: readonly Token[]): Listing[] {
  const lists = listsIn(tokens);
  if (lists.length === 0) return [];
  return lists.flatMap((list) => {
    const found = outcomeOf(tokens, list, lists);
    return found ? [{ ...list, ...found }] : [];
  });
}

type Range = Pick<Listing, 'from' | 'to'>;

function listsIn(tokens: readonly Token[]): Range[] {
  const out: Range[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.mark === 'label') {
      const start = sentenceStart(tokens, i);
      const name = tokens.slice(start, i);
      if (name.length > 9 || name.some((t) => t.mark !== undefined && t.mark !== 'comma')) continue;
      const said = name.map((t) => t.text).join(' ');
      if (titles.test(said) || (name.some((t) => nouns.has(t.text)) && /\b(?:on|printed|lists?|shows?|has|schedule|orders?|for today|today's|agenda|menu)\b/.test(said) && !/\b(?:note|from|own)\b/.test(said))) out.push({ from: i + 1, to: lineEnd(tokens, i + 1) });
      continue;
    }
    if (token.mark || !nouns.has(token.text)) {
      if (!token.mark && ticked.test(token.text) && i - sentenceStart(tokens, i) > 1 && (tokens[i + 1] === undefined || tokens[i + 1]!.mark)) push(out, { from: sentenceStart(tokens, i), to: i });
      continue;
    }
    // "... were on the schedule", "the ultrasound on the sheet": what stands before.
    if (/^(?:the|his|her|my|our|that|every|each|a)$/.test(tokens[i - 1]?.text ?? '') && /^(?:on|in)$/.test(tokens[i - 2]?.text ?? '') && i - 2 > sentenceStart(tokens, i) && !shows.test(tokens[i + 1]?.text ?? '') && tokens[i + 1]?.mark !== 'label') { push(out, { from: clauseFrom(tokens, i), to: i - 2 }); continue; }
    const verb = [1, 2, 3].find((k) => tokens[i + k] && !tokens[i + k]!.mark && shows.test(tokens[i + k]!.text));
    if (verb !== undefined) push(out, { from: i + verb + 1, to: turnsAt(tokens, i + verb + 1) });
  }
  return out;
}

function push(out: Range[], range: Range): void {
  if (range.to > range.from && !out.some((o) => o.from < range.to && o.to > range.from)) out.push(range);
}

/** To the end of its sentence, or of the line under it. */
function lineEnd(tokens: readonly Token[], from: number): number {
  const end = turnsAt(tokens, from);
  return end === from && endsSentence(tokens[from] ?? tokens[0]!) ? sentenceEnd(tokens, from + 1) : end;
}

/** To where the sentence turns to what was done, or its end. */
function turnsAt(tokens: readonly Token[], from: number): number {
  let i = from;
  while (i < tokens.length && !endsSentence(tokens[i]!) && !/^(?:but|while|though|although|yet|whereas|however|so)$/.test(tokens[i]!.text) && !(tokens[i]!.mark === 'label' && i > from && tokens[i]!.text.startsWith('-'))) i++;
  return i;
}

function clauseFrom(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && !endsSentence(tokens[i - 1]!) && !/^(?:but|so|because)$/.test(tokens[i - 1]!.text)) i--;
  return i;
}

/** What is said of a list behind it in its sentence, in the sentences after it, or before it. */
function outcomeOf(tokens: readonly Token[], list: Range, lists: readonly Range[]): Pick<Listing, 'settled' | 'outcome'> | undefined {
  const after = piecesOf(tokens, list.to, tokens.length);
  const before = piecesOf(tokens, 0, list.from);
  for (const piece of [...after, ...before.reverse()]) {
    if (lists.some((o) => o !== list && piece.from >= o.from && piece.to <= o.to)) continue;
    const said = tokens.slice(piece.from, piece.to).map((t) => (t.mark ? '.' : t.text)).join(' ');
    const found = outcomes.find(([settled, cue]) => cue.test(said) && (piece.from >= list.to || settled === 'real' || settled === 'none'));
    if (found) return { settled: found[0], outcome: piece };
  }
  return undefined;
}

function piecesOf(tokens: readonly Token[], from: number, to: number): Range[] {
  const out: Range[] = [];
  for (let i = from; i < to;) {
    const end = Math.min(to, sentenceEnd(tokens, i));
    if (end > i) out.push({ from: i, to: end });
    i = end + 1;
  }
  return out;
}

/** The zones of a text with those of its lists: none of it, or no plan where it was done after all. */
export function withListings(zones: readonly Zone[], listings: readonly Listing[]): Zone[] {
  if (listings.length === 0) return [...zones];
  const done = listings.filter((l) => l.settled !== 'none' && l.settled !== 'real').map(({ from, to, outcome }) => (outcome.from >= to ? { from, to: outcome.to } : { from, to }));
  const undone = listings.filter((l) => l.settled === 'none' || l.settled === 'real').map(({ from, to }): Zone => ({ standing: 'planned', from, to }));
  return [...zones.flatMap((zone) => (/^(?:planned|asked)$/.test(zone.standing) ? done.reduce((left, range) => left.flatMap((z) => without(z, range)), [zone]) : [zone])), ...undone];
}

/** A zone without a range of it. */
function without(zone: Zone, { from, to }: Range): Zone[] {
  if (zone.to <= from || zone.from >= to) return [zone];
  return [...(zone.from < from ? [{ ...zone, to: from }] : []), ...(zone.to > to ? [{ ...zone, from: to }] : [])];
}

/** The lists that were done, or some of them, as places of the text. */
export function openLists(tokens: readonly Token[], listings: readonly Listing[]): OpenList[] {
  return listings.flatMap(({ settled, from, to, outcome }): OpenList[] => {
    if (settled === 'none' || settled === 'real') return [];
    const timed = tokens.slice(outcome.from, outcome.to).some((t) => t.minutes);
    return [{ settled, start: tokens[from]!.start, end: tokens[to - 1]!.end, outcome: { start: tokens[outcome.from]!.start, end: tokens[outcome.to - 1]!.end, timed } }];
  });
}

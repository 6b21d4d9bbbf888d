/** Whether what a text names was done here and now, or was denied, planned, told of the past or another place, asked about, or left to an aide. */
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { endsSentence, sentenceEnd, sentenceStart, type Token, tokensOf } from './clauses.ts';
import { aideZones } from './standing-aides.ts';
import { type Cue, cuesIn, readyOf, type Ready } from './standing-cues.ts';
import { closes, deniedAhead, either, equipmentDown } from './standing-denials.ts';
import { blanks, cancelled, codesAsked, conditions } from './standing-forms.ts';
import { bookedZones } from './standing-booked.ts';
import { datedZones } from './standing-dates.ts';
import { headingZones } from './standing-headings.ts';
import { listingsIn, openLists, withListings } from './standing-listings.ts';
import { otherPatientZones } from './standing-other-patients.ts';
import { othersZones } from './standing-others.ts';
import { clauseAround, closedReach, deniedReach, isNow, startsClause, toldAhead, toldReach } from './standing-reach.ts';
import { unusedZones } from './standing-unused.ts';
import type { OpenList } from './taken-back.ts';

export type Standing = 'done' | 'not_done' | 'planned' | 'past' | 'elsewhere' | 'asked' | 'aide';
/** From one token to the one before which it ends. */
export interface Zone { standing: Exclude<Standing, 'done'>; from: number; to: number }

/** Which one counts where several reach the same words. */
const order: readonly Zone['standing'][] = ['not_done', 'elsewhere', 'past', 'asked', 'planned', 'aide'];
/** Days on which the session itself may have been, told afterwards. */
const tellable = /^(?:yesterday|last (?:night|week|mon|tue|wed|thu|fri|sat|sun).*|the other day)$/;

/** Whether any span of a text was done here and now, and the lists of it that were done in part. */
export interface Standings { of(start: number, end: number): Standing; lists: OpenList[] }

/** The standing of any span of a text, which is read once. */
export function standingsIn(text: string, vocabulary: Vocabulary): Standings['of'] {
  return readStandings(text, vocabulary).of;
}

/** Reads a text once. */
export function readStandings(text: string, vocabulary: Vocabulary): Standings {
  const ready = readyOf(vocabulary);
  const tokens = tokensOf(text);
  const cues = cuesIn(ready, tokens);
  const listings = listingsIn(tokens);
  const said = [...headingZones(tokens, ready), ...aideZones(tokens, ready), ...otherPatientZones(tokens), ...cues.flatMap((cue) => zonesOf(tokens, cue, cues, ready)), ...conditions(tokens), ...blanks(tokens), ...codesAsked(tokens), ...cancelled(tokens, ready), ...unusedZones(tokens, ready), ...othersZones(tokens, ready), ...datedZones(tokens)];
  const zones = [...withListings(said, listings), ...bookedZones(text, tokens, cues, said, ready)];
  const places = zones.map((z) => ({ standing: z.standing, start: tokens[z.from]?.start ?? text.length, end: z.to <= z.from ? -1 : tokens[Math.min(z.to, tokens.length) - 1]!.end }));
  places.sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
  return {
    of: (start, end) => places.find((z) => (Math.min(end, z.end) - Math.max(start, z.start)) * 2 > end - start)?.standing ?? 'done',
    lists: openLists(tokens, listings),
  };
}

function zonesOf(tokens: readonly Token[], cue: Cue, cues: readonly Cue[], ready: Ready): Zone[] {
  const { kind, from, to, words } = cue;
  const zone = (standing: Zone['standing'], start: number, end: number): Zone[] => [{ standing, from: start, to: end }];
  const { events, aches, doing } = ready.sets;
  switch (kind) {
    case 'plain': case 'booked_ahead': case 'booked_behind': return [];
    case 'denied_ahead': return deniedAhead(tokens, cue, cues, ready);
    case 'denied_command': return startsClause(tokens, from) && !/^(?:\d|for$|each$|at$|off$|the$|a$)/.test(words.startsWith('h') ? tokens[to]?.text ?? '' : '') ? zone('not_done', to, deniedReach(tokens, to, ready)) : [];
    case 'denied_behind': return closes(tokens, cue) ? zone('not_done', closedReach(tokens, from, ready), from) : words === 'held' ? [] : deniedAhead(tokens, { ...cue, words: words === 'no' ? words : 'not' }, cues, ready);
    case 'equipment_down': return equipmentDown(tokens, cue, ready);
    case 'denied_that': return words.startsWith('none of') && tokens[to] && !tokens[to]!.mark && !/^(?:was|were|is|are|got|happened|today)$/.test(tokens[to]!.text) ? [] : zone('not_done', overQuestion(tokens, toldReach(tokens, from)), from);
    case 'denied_either': return either(tokens, cue, ready, 'not_done');
    case 'planned_either': return tokens[to]?.text === 'by' ? [] : either(tokens, cue, ready, 'planned');
    case 'planned_behind': return [...zone('planned', closedReach(tokens, from, ready), from), ...(/^(?:will|may|might) be$/.test(words) ? zone('planned', to, toldAhead(tokens, to, ready)) : [])];
    case 'planned_ahead': {
      const subject = /^(?:will|shall|might)$|^may /.test(words) ? subjectBefore(tokens, from) : from;
      return zone('planned', subject, toldAhead(tokens, to, ready));
    }
    case 'planned_clause': case 'past_always': case 'past_day': {
      const standing = kind === 'planned_clause' ? 'planned' : 'past';
      if (/^(?:since|than|from|until|till|of|like|as|compared)$/.test(tokens[from - 1]?.text ?? '') && kind !== 'planned_clause') return [];
      if (kind === 'past_day' && tellable.test(words) && (tokens[to]?.mark === 'label' ? isSessionDay(tokens, 0) : isSessionDay(tokens, from))) return [];
      if (kind === 'planned_clause' && /^(?:as needed|if needed|if able|as indicated)$/.test(words) && hasMinutes(tokens, from)) return [];
      // "Sharp debridement was done last Thursday": what was done then is what stands before.
      if (kind === 'past_day' && /^(?:was|were) (?:done|performed|given|completed)$/.test(`${tokens[from - 2]?.text} ${tokens[from - 1]?.text}`)) return zone(standing, closedReach(tokens, from - 2, ready), to);
      const opening = startsClause(tokens, from) || (/^(?:on|at|in|during|the|for)$/.test(tokens[from - 1]?.text ?? '') && startsClause(tokens, from - 1)) || (/^(?:at|on|in) the$/.test(`${tokens[from - 2]?.text} ${tokens[from - 1]?.text}`) && startsClause(tokens, from - 2));
      if (opening && tokens[to]?.mark === 'label') return zone(standing, to, sentenceEnd(tokens, to));
      if (opening && standing === 'past' && /^\d/.test(tokens[to]?.text ?? '')) return [];
      if (opening) return zone(standing, to, toldAhead(tokens, to, ready));
      const [start, end] = clauseAround(tokens, from, to, standing === 'past' ? [events] : [new Set(['today', 'done'])]);
      return zone(standing, start, end);
    }
    case 'past_ahead': {
      if (/^(?:prior|previous|previously|originally|formerly|past treatments?|prior treatments?)$/.test(words)) return zone('past', to, Math.min(to + 7, deniedReach(tokens, to, ready, { most: 6 })));
      if (words === 'failed' && /^(?:to|her|his|the|a)$/.test(tokens[to]?.text ?? '')) return [];
      return zone('past', to, toldAhead(tokens, to, ready));
    }
    case 'past_clause': return hasMinutes(tokens, from) ? [] : zone('past', ...clauseAround(tokens, from, to, [events]));
    case 'elsewhere_clause': {
      if (/^at home$/.test(words) && isHomeVisit(tokens)) return [];
      if (/^(?:for home|home (?:program|exercises?|ex)|hep)$/.test(words) && (hasMinutes(tokens, from) || /^(?:rev|reviewed|taught|instructed)$/.test(tokens[to]?.text ?? ''))) return [];
      if (/^by (?:the|her|his) (?:doctor|physician|md)$/.test(words) && tokens.some((t) => /^(?:dc|chiro|chiropractor|chiropractic|osteopath|osteopathic|omt|adjusted|adjustment|adjusting)$/.test(t.text))) return [];
      const [start, end] = clauseAround(tokens, from, to, [events, aches]);
      // "At home: prop the heel, ..." and "At home she does ..." go on over the sentence.
      return zone('elsewhere', start, startsClause(tokens, from) ? toldAhead(tokens, to, ready) : end);
    }
    case 'elsewhere_ahead': return zone('elsewhere', from, toldAhead(tokens, to, ready));
    case 'alone_clause': {
      // "I worked alone with this one" is one-on-one.
      if (words.endsWith('alone') && tokens[to]?.text === 'with' && !/^(?:aide|aides|tech|techs|student|a|an|our)$/.test(tokens[to + 1]?.text ?? '') && !/^(?:aide|tech|student)$/.test(tokens[to + 2]?.text ?? '')) return [];
      if (words === 'alone for' && (!tokens[to]?.minutes || tokens.slice(Math.max(0, from - 5), from).some((t) => /^(?:with|met|saw|had)$/.test(t.text)))) return [];
      // "zipper on his own jacket": his own thing, not by himself.
      if (/\bown$/.test(words) && tokens[to] && !tokens[to - 1]!.mark && /^[a-z]{3,}$/.test(tokens[to]!.text) && !/^(?:and|with|while|for|at|time|but|then|before|after|in|at|when|using|today|per|daily|twice|once)$/.test(tokens[to]!.text)) return [];
      const [start, end] = clauseAround(tokens, from, to, []);
      return tokens.slice(start, end).some((t) => ready.sets.able.has(t.text)) && words.endsWith('own') ? [] : zone('aide', backOverList(tokens, start, from, doing), end);
    }
    case 'asked_ahead': case 'asked_question': {
      if (kind === 'asked_question' && tokens[sentenceEnd(tokens, to)]?.mark !== 'question') return [];
      return zone('asked', to, askedReach(tokens, to, ready));
    }
    case 'asked_behind': return hasMinutes(tokens, from) ? [] : zone('asked', closedReach(tokens, from, ready), from);
  }
}

/** "Paraffin? Tank was stone cold.": a short question before a sentence is what it answers. */
function overQuestion(tokens: readonly Token[], start: number): number {
  if (tokens[start - 1]?.mark !== 'question') return start;
  const from = sentenceStart(tokens, start - 1);
  return start - from <= 5 ? from : start;
}

function subjectBefore(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && at - i < 7 && !tokens[i - 1]!.mark && !/^(?:and|but|then|so|that|today)$/.test(tokens[i - 1]!.text)) i--;
  return i;
}

function backOverList(tokens: readonly Token[], start: number, from: number, doing: ReadonlySet<string>): number {
  // "X + Y in bandage: pt did alone" speaks of what stands before the colon.
  if (tokens[start - 1]?.mark === 'label' && tokens.slice(start, from).every((t) => /^(?:pt|patient|client|he|she|they|all|done|performed|did|was|were)$/.test(t.text))) return clauseStartBefore(tokens, start - 1);
  if (tokens[start - 1]?.mark === 'comma' && (start === from || tokens.slice(start, from).every((t) => t.minutes === true || doing.has(t.text)))) return clauseStartBefore(tokens, start - 1);
  return start;
}

function clauseStartBefore(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0 && !endsSentence(tokens[i - 1]!) && !/^(?:but|then|plus)$/.test(tokens[i - 1]!.text)) i--;
  return i;
}

function hasMinutes(tokens: readonly Token[], at: number): boolean {
  return tokens.slice(sentenceStart(tokens, at), sentenceEnd(tokens, at)).some((t) => t.minutes);
}

/** "yesterday I gave ..." in a text without a today tells of the session itself. */
function isSessionDay(tokens: readonly Token[], at: number): boolean {
  if (tokens.some((t, i) => t.text !== 'now' && isNow(tokens, i))) return false;
  return hasMinutes(tokens, at) || !tokens.some((t) => t.minutes) || at === 0;
}

const rooms = /^(?:kitchen|hallway|hall|bathroom|bedroom|apartment|driveway|living)$/;

function isHomeVisit(tokens: readonly Token[]): boolean {
  return tokens.some((t, i) => (rooms.test(t.text) && /^(?:his|her|their|own)$/.test(tokens[i - 1]?.text ?? '')) || (t.text === 'home' && /^(?:visit|health|ot|pt|care)$/.test(tokens[i + 1]?.text ?? '')) || (t.text === 'home' && /^(?:in|at)$/.test(tokens[i - 1]?.text ?? '') && /^(?:seen|visited|treated)$/.test(tokens[i - 2]?.text ?? '')));
}

/** To where a wish or a question turns to what was done: minutes, "so we did", "for the 15 min". */
function askedReach(tokens: readonly Token[], from: number, ready: Ready): number {
  const end = toldAhead(tokens, from, ready);
  for (let i = from; i < end; i++) {
    if (tokens[i]!.minutes) return i > from ? Math.max(from, i - 1) : i;
    // "asked for deep work and got it: release 25 min".
    if (/^(?:got|received|had)$/.test(tokens[i]!.text) && tokens[i - 1]?.text === 'and') return i - 1;
    if (tokens[i]!.mark === 'label' && hasMinutes(tokens, i)) return i;
  }
  return end;
}

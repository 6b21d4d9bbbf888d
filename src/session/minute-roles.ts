/** What a length of time is for, told by its clause: a total, a rest, a time inside another, one time for each. */
import { aloneInClause, asideAfter, asideAhead, asideBefore, asideInClause, softInClause, asideInSentence, alreadyTotal, atMarks, awayOpening, awaySections, correctedBefore, eachAfter, eachBefore, freeTail, homeName, plainAfter, plainBefore, sameBefore, sectionLabel, sessionAfter, sessionBefore, setUpIsService, settingUp, sidesAfter, sidesBefore, subtotal, taught, testName, timedAfter, timedBefore, withinAfter, withinBefore } from './minute-cues.ts';
import type { RawDuration } from './spoken-durations.ts';

export interface Roles {
  total: boolean; aside: boolean; each: boolean;
  /** An aside that gives way to a service named plainly beside it. */
  soft?: true;
  sides?: true; within?: true;
  /** How surely a total is the session's: "visit" and "timed" say it, "in all" may be one service's. */
  totalCue?: 'session' | 'timed' | 'plain';
  /** The words that make it a total follow it. */
  totalBehind?: true;
  /** "38 min: seat set, wheelies": a total only where parts follow. */
  heads?: true;
  /** The number that a correction puts in place of another. */
  corrected?: true;
}

/** Text around one time: the clause, and the rest of its sentence up to the neighbouring times. */
export interface Surroundings {
  before: string; after: string;
  /** The clause itself, ahead and behind. */
  ahead: string; behind: string;
  /** The clause after the next comma. */
  tail: string;
  /** What "26 min of bike, bands and squats with the aide" lists; '' where the time lists nothing. */
  list: string;
  sentenceStart: number; sentenceEnd: number;
}

const stop = /[;!?\n|]|\.(?=["')]?(?:\s|$))|\b(?:period|full stop)\b/g;
const notPeriod = /\b(?:rest|recovery|time|hold|grace)\s$/;
const shortened = /(?:\b(?:min|mins|hr|hrs|dr|mr|mrs|ms|vs|approx|incl|tx|ex|ther|ft|lb|lbs|w|ea|post|ant|lat|cerv|lumb|bilat|pt|vis|tot|tot|st|no))$/;
const soft = /,|\(|\)|\s\/{1,2}\s|\s-{1,2}\s|→|->|\bcomma\b|\b(?:then|but|while|whilst|followed by|plus|afterwards?|before that|after that|whereas|and|so(?! far))\b/g;

/** The places where sentences end, for one text. */
export function sentenceCuts(text: string, folded: string): number[] {
  const cuts = [0];
  for (const m of folded.matchAll(stop)) {
    if (m[0] === '.' && shortened.test(folded.slice(Math.max(0, m.index - 7), m.index)) && !/^\.\s*(?:[A-Z\n]|$)/.test(text.slice(m.index))) continue;
    if (m[0] === 'period' && notPeriod.test(folded.slice(Math.max(0, m.index - 10), m.index))) continue;
    cuts.push(m.index + m[0].length);
  }
  cuts.push(folded.length);
  return cuts;
}

const blankWords = new Set('about approx approximately around roughly maybe for x another a an the some only just total of took spent all same in further good full'.split(' '));
/** No words of its own: "about", "for another". */
const blank = (piece: string): boolean => piece.split(/[^a-z]+/).every((w) => w === '' || blankWords.has(w)) && !/\d/.test(piece);
const lastWords = (piece: string, most: number): string => { const words = piece.split(/(?<=\s)(?=\S)/); return words.slice(-most).join(''); };
const firstWords = (piece: string, most: number): string => piece.split(/(?<=\s)(?=\S)/).slice(0, most).join('');
const last = (text: string, at: RegExp): number => { let end = 0; for (const m of text.matchAll(at)) end = m.index + m[0].length; return end; };

export function surroundingsOf(folded: string, raw: RawDuration, previous: RawDuration | undefined, next: RawDuration | undefined, cuts: readonly number[]): Surroundings {
  let i = cuts.findIndex((c) => c > raw.start);
  if (i < 1) i = cuts.length - 1;
  const sentenceStart = cuts[i - 1]!;
  // The end of the time may hold a stop of its own ("15 min.").
  const sentenceEnd = cuts.find((c) => c >= raw.end && c > raw.start) ?? folded.length;
  const from = Math.max(sentenceStart, previous && previous.end <= raw.start ? previous.end : 0, raw.start - 140);
  const to = Math.min(Math.max(sentenceEnd, raw.end), next && next.start >= raw.end ? next.start : folded.length, raw.end + 140);
  const before = folded.slice(from, raw.start);
  const after = folded.slice(raw.end, to).replace(/[.;!?\n|]$/, '');
  const cut = last(before, soft);
  let ahead = before.slice(cut);
  const split = after.search(soft);
  let behind = split < 0 ? after : after.slice(0, split);
  const tail = split < 0 ? '' : after.slice(split).replace(/^(?:,|\(|\)|\s\/{1,2}\s|\s-{1,2}\s|→|->|comma|and|but|while|then)/, '');
  // "needles in bed rest, 10 min": a time alone between commas belongs to what comes before it.
  if (blank(ahead) && behind.trim().length < 3 && cut > 0) {
    const rest = before.slice(0, cut).replace(/(?:,|\(|\)|\bcomma\b|\band\b|\s-{1,2}|\s\/{1,2})\s*$/, '');
    ahead = `${rest.slice(last(rest, soft))} ${ahead}`;
  }
  const list = /^\s*of\s/.test(behind) && !/\b(?:then|but|afterwards?|followed|i|me)\b/.test(after) && (next === undefined || next.start >= sentenceEnd);
  // Dictation without stops: only the nearest words speak of the time.
  ahead = lastWords(ahead, 11);
  behind = firstWords(behind, 10);
  return { before, after, ahead, behind, tail, list: list ? after : '', sentenceStart, sentenceEnd: Math.max(sentenceEnd, raw.end) };
}

/** The label of the part of the note that a place stands in; a line of its own ends the part of a label with text behind it. */
export function sectionsOf(folded: string): (at: number) => string | undefined {
  const marks = [...folded.matchAll(sectionLabel)].map((m) => {
    const end = m.index + m[0].length;
    const line = folded.indexOf('\n', end);
    const until = line < 0 || folded.slice(end, line).trim() === '' ? folded.length : line;
    return { name: m[1]!, start: m.index, until };
  });
  return (at) => { const mark = marks.filter((m) => m.start < at).at(-1); return mark && at < mark.until ? mark.name : undefined; };
}

/** "instead of ultrasound I used 12 minutes": what was left out ends where somebody did something. */
const insteadDone = /\b(?:instead of|rather than|in place of|in lieu of)\b.*\b(?:i|we|she|he|they|pt|therapist) (?:used|did|gave|spent|went|had|performed|worked|chose)\b/;

/** The visit itself is at the patient's home. */
const homeVisit = /\bhome (?:visit|health|ot|pt)\b|\b(?:seen|visited|treated) (?:in|at) (?:the |his |her |their )?home\b|\bin (?:his|her|their) (?:own )?(?:kitchen|hallway|bathroom|bedroom|living room|apartment)\b/;

/** True where the words around a time say that it was no treatment. */
function isAside(s: Surroundings, folded: string, raw: RawDuration): boolean | 'soft' {
  const { before, after, ahead, behind, tail } = s;
  if (raw.clock === 'visit') return false;
  if (raw.idle || raw.booked) return true;
  // "after 10 minutes of warm-up": the time has its work beside it.
  const ofWork = /^\s*of\b/.test(after) && /\b(?:after|at least|at the|not)\s*(?:about |only |just )?$/.test(before);
  if (asideBefore.test(before) && !ofWork && !(raw.segment === true && /\b(?:at|from|up to|about)\s*$/.test(before))) return true;
  if (asideAfter.test(after) || atMarks.test(folded.slice(Math.max(s.sentenceStart, raw.start - 40), raw.start))) return true;
  if (testName.test(after) && /^(?:2|6|10|12|two|six|twelve)\b/.test(folded.slice(raw.start, raw.end)) && raw.minutes <= 12) return true;
  const opening = folded.slice(s.sentenceStart, raw.start);
  if (awayOpening.test(opening) || asideInSentence.test(opening) || (asideAhead.test(ahead) && !insteadDone.test(ahead))) return true;
  const contained = raw.worked || /^\s*\(?(?:incl|including)\b/.test(behind) || (raw.segment && /^\s*\(?(?:less|minus|with (?:an?|the|\d)|except)\b/.test(behind)) ? '' : behind;
  let clause = `${ahead} ~ ${contained}`;
  if (clause.includes('at home') && homeVisit.test(folded)) clause = clause.replaceAll('at home', '');
  if (asideInClause.test(clause)) return !(/\bwith me\b|\b(?:i|therapist|pt) (?:worked|treated)\b|\bworked with\b|\bme guarding\b/.test(clause));
  if (aloneInClause.test(s.list) && !/\bwith me\b/.test(s.list)) return true;
  // "did my own quads and calves with it 10 min": one doer of both.
  const wide = /[^,;()]*$/.exec(before)![0].split(/\b(?:then|but|while|plus|followed by)\b/).at(-1)!;
  if (aloneInClause.test(wide) && !/\band\s+(?:i|we|she|he|they|pt|the|therapist|me)\b/.test(wide)) return true;
  if (homeName.test(clause) && !taught.test(clause) && !taught.test(before)) return true;
  if (raw.segment && /^[\s:'"-]*(?:sat|rest|break|water(?! (?:\w+ ){0,3}degrees| (?:temp|walk|exercise|aerobics|therapy|was))|waited|late|lunch)\b/.test(behind)) return true;
  if (freeTail.test(tail) && !/^\s*(?:and|plus)\b/.test(tail)) return true;
  if (raw.minutes >= 180 && softInClause.test(clause)) return true;
  return softInClause.test(clause) || (settingUp.test(clause) && !setUpIsService.test(clause)) ? 'soft' : false;
}

const partsBefore = /^[\s"'(*-]*(?:\d{1,2}[.)]\s*)?(?:about |approximately |approx |for )?$/;

export function rolesOf(folded: string, raw: RawDuration, s: Surroundings, section: string | undefined, previous: (RawDuration & Roles) | undefined): Roles {
  const roles: Roles = { total: false, aside: false, each: eachAfter.test(s.after) || (eachBefore.test(s.before) && raw.bare === undefined) || sidesBefore.test(s.before) };
  if (sidesAfter.test(s.after) || sidesBefore.test(s.before)) roles.sides = true;
  const own = folded.slice(raw.start, raw.end);
  const aside = isAside(s, folded, raw) || contrast(s, folded, raw);
  if (aside) return { ...roles, aside: true, ...(aside === 'soft' ? { soft: true as const } : {}) };
  if (correctedBefore.test(s.before)) roles.corrected = true;
  const samePhrase = previous !== undefined && folded.slice(previous.end, raw.start).search(/[;!?\n]|\.\s/) < 0;
  if (withinAfter.test(s.after) && !/^\s*[,(]?\s*(?:all\s+)?(?:of|part|counted|incl\w*)\s*\.?\s*(?:in\s+)?(?:the\s+)?(?:total|session|visit|hour)/.test(s.after)) roles.within = true;
  else if (samePhrase && previous && !previous.total && withinBefore.test(s.before)) roles.within = true;
  else if (previous && sameBefore.test(s.before)) roles.within = true;
  if (!roles.each && !roles.within) {
    // "60 minutes in total: 25 minutes of": the words of a total belong to the time before them.
    const named = previous?.totalBehind === true && folded.slice(previous.end, raw.start).length < 24 && /[a-z]\s*[:,=-]*\s*$/.test(s.before);
    const cue = named ? undefined : totalCueOf(s, own, raw);
    if (cue) {
      roles.total = true;
      roles.totalCue = cue;
      const ahead = timedBefore.test(s.before) || sessionBefore.test(s.before) || plainBefore.test(s.before) || raw.bare === 'total';
      if (!ahead && (sessionAfter.test(s.after) || timedAfter.test(s.after) || plainAfter.test(s.after))) roles.totalBehind = true;
    }
    else if (/^\s*:/.test(s.after) && partsBefore.test(folded.slice(s.sentenceStart, raw.start))) roles.heads = true;
  }
  if (!roles.total && section !== undefined && awaySections.has(section)) roles.aside = true;
  return roles;
}

/** "he booked the 75 but we got 60": what was booked gives way to what was done. */
function contrast(s: Surroundings, folded: string, raw: RawDuration): boolean {
  return /\b(?:booked|scheduled)\b[^.;]{0,20}$/.test(s.before) && /^[^.;\n]{0,80}\b(?:but|only|instead|so we got|ended up|cut short|arrived late|came late)\b/.test(folded.slice(raw.end, s.sentenceEnd));
}

function totalCueOf({ before, after: behind, ahead }: Surroundings, own: string, raw: RawDuration): Roles['totalCue'] | undefined {
  // What the next line of a table begins with says nothing of this time.
  const after = /^[ \t]*\n/.test(behind) ? '' : behind;
  if (raw.clock === 'visit') return 'session';
  // "Session: 30 min massage, 15 min MFR" opens a list of parts.
  if (/:\s*$/.test(before) && /^\s*(?!(?:of|hands|timed|treatment|direct|one|face|contact|in|for|all|session|with|billable|skilled|today|total|long|visit|and|period|comma)\b)[a-z]{2}/.test(after)) return undefined;
  if (subtotal.test(before)) return undefined;
  if (timedBefore.test(before) || timedAfter.test(after) || /\btimed\b/.test(own)) return 'timed';
  if (sessionAfter.test(after) || (sessionBefore.test(before) && !/\b(?:rest|half|part|end|remainder|last|first) of (?:the|his|her) (?:session|visit|appointment)\b/.test(before))) return 'session';
  if (alreadyTotal.test(before)) return undefined;
  if (/^\s*(?:so\s+)?(?:out\s+)?of\s+(?:the|those|that|my|his|her)\s*$/.test(ahead) && /^\s*(?:,|only\b|there\b)/.test(after)) return 'session';
  if (plainBefore.test(before) || plainAfter.test(after) || raw.bare === 'total' || /\btotal\b/.test(own)) return 'plain';
  return undefined;
}

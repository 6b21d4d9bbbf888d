/** Who was there: the stretches of a session's text that were not one clinician with one patient. */
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { deniesOneOnOne, fewCame, groupAgain, groupEnds, groupNamed, isAlone, onlyOneCame, someMissing } from './alone-signs.ts';
import { caregiverIn, namesCaregiver } from './caregiver-signs.ts';
import { caregiverVisit } from './caregiver-visit.ts';
import { groupNounIn, pairIn, semiPrivate, severalAtOnce } from './group-signs.ts';
import { piecesOf, timeTold, type Piece } from './participant-pieces.ts';
import { peopleWordsOf, type PeopleWords } from './participant-words.ts';
import { countsIn, crosswise, eachAlone, oneEachIn } from './people-counts.ts';
import { untoldSplit } from './shared-minutes.ts';
import { saysUntold, untoldTogether } from './untold-together.ts';

export type Setting = 'one_on_one' | 'group' | 'caregiver_alone' | 'caregiver_group' | 'ask';
export interface Participants {
  settings: { start: number; end: number; setting: Setting; why: string; field?: 'participants' | 'minutes' }[];
  /** It looks like a group and was none: one patient came, or each of several had a clinician or minutes of their own. */
  notGroup: boolean;
}

const why = {
  group: 'One clinician had two or more patients in the same minutes, so nobody had one-on-one care in them.',
  caregiver_alone: 'Caregivers of one patient were taught, and the patient was not there.',
  caregiver_group: 'Caregivers of several patients were taught together, without the patients.',
  pair: 'Two people were treated together, and the text does not say how many clinicians there were.',
  semi: '"Semi-private" means more than one patient; the text does not say who was treated in which minutes.',
  untold: 'The text does not tell whether the patients were treated in the same minutes or one by one.',
  split: 'Two disciplines had the same minutes, and the text does not say which minutes are whose.',
} as const;

type Mark = { setting: Exclude<Setting, 'one_on_one'>; why: string; field?: 'participants' | 'minutes' };

/** A visit of psychotherapy, whatever the sentence itself says. */
const mindCare = /\b(?:psychotherap\w*|psychologist|mental health|process group|group counsell?ing)\b/;

/** Who was there by stretches of the text; `isTold` is false of a place that tells of a plan or of another day. */
export function participantsIn(text: string, vocabulary: Vocabulary, isTold: (at: number) => boolean = () => true): Participants {
  const words = peopleWordsOf(vocabulary);
  const { folded, sentences, pieces } = piecesOf(text);
  if (sentences.length > 0 && saysUntold(folded)) return { settings: [{ start: 0, end: text.length, setting: 'ask', why: why.untold, field: 'participants' }], notGroup: false };
  const wordCount = folded.split(/\s+/).length;
  const marks = new Map<Piece, Mark>();
  const put = (at: number, mark: Mark): void => {
    if (mark.setting === 'group' && !isTold(at)) return;
    const piece = pieces.find((p) => at < p.end) ?? pieces.at(-1);
    if (piece && !marks.has(piece)) marks.set(piece, mark);
  };
  const told = sentences.map((s) => s.folded);
  const caregivers = told.map((s) => namesCaregiver(words, s));
  let noun = false;
  sentences.forEach((s, i) => {
    const near = sentences.slice(Math.max(0, i - 1), i + 2).map((x) => x.folded).join('\n');
    const caregiver = (caregivers[i - 1] || caregivers[i] || caregivers[i + 1] ? caregiverIn(words, s.folded, near, folded) : undefined) ?? (caregivers[i] || s.folded.includes(' alone') ? caregiverVisit(words, told, i) : undefined);
    if (caregiver) return put(s.start + caregiver.at, { setting: caregiver.setting, why: why[caregiver.setting] });
    if (words.otherGroups.test(s.folded) || mindCare.test(near)) return;
    const signs = groupNounIn(words, s.folded, wordCount);
    if (signs.length) noun = true;
    else if (noun && groupAgain.test(s.folded) && !groupEnds.test(s.folded)) signs.push({ at: s.folded.search(groupAgain) + 1, end: s.end - s.start, by: 'noun' });
    const pair = signs.length ? undefined : pairIn(words, s.folded, near);
    if (!signs.length && !pair) signs.push(...severalAtOnce(words, s.folded, eachAloneText(folded, near)));
    for (const sign of signs) put(s.start + sign.at, { setting: 'group', why: why.group });
    if (pair) put(s.start + pair.sign.at, pair.setting === 'group' ? { setting: 'group', why: why.group } : { setting: 'ask', why: why.pair, field: 'participants' });
    if (!signs.length && !pair && marks.size === 0 && untoldTogether(words, told, i, folded)) put(s.start, { setting: 'ask', why: why.untold, field: 'participants' });
    const semi = semiPrivate.exec(s.folded);
    if (semi) put(s.start + semi.index, { setting: 'ask', why: why.semi, field: 'participants' });
  });
  const dropped = dropEmptied(pieces, marks);
  const out = spread(words, pieces, marks, noun);
  const split = [...marks.values()].some((m) => m.setting === 'group') ? undefined : untoldSplit(words, folded);
  if (split && sentences.length) out.push({ start: sentences[0]!.start, end: sentences.at(-1)!.end, setting: 'ask', why: why.split, field: 'minutes' });
  const notGroup = !out.some((s) => s.setting === 'group') && (dropped || (fewCame.test(folded) && groupNamed.test(folded) && becameOne(folded)) || eachAlone.test(folded) || oneEachIn(words, folded) || crosswise.test(folded));
  return { settings: out.sort((a, b) => a.start - b.start), notGroup };
}

/** In a short text every sentence is near. */
const eachAloneText = (folded: string, near: string): string => (folded.length < 500 ? folded : near);

/** A group that became one person: the others did not come, and the one who did was treated alone. True when a mark went. */
function dropEmptied(pieces: readonly Piece[], marks: Map<Piece, Mark>): boolean {
  const before = marks.size;
  for (const [piece, mark] of marks) {
    if (mark.setting !== 'group' && mark.field !== 'participants') continue;
    const near = pieces.filter((p) => p.sentence >= piece.sentence - 1 && p.sentence <= piece.sentence + 1).map((p) => p.folded).join(' ');
    if (becameOne(near)) marks.delete(piece);
  }
  return marks.size < before;
}

const becameOne = (near: string): boolean => onlyOneCame.test(near) || (someMissing.test(near) && isAlone(near));

const sequence = /^\W*(?:and |we |i |pt |patient |he |she )?(?:then|plus|followed|after|afterwards?|next|later|finally|finished|ended|last|second half|also|joined|\+|and then|before|in addition|additional|remaining|rest of)\b/;
const handsOn = /\b(?:manual|mobs?|mobili[sz]\w+|massag\w+|knead\w+|joint|glides?|soft tissue|stm|mfr|myofascial|trigger|e-?stim|ultrasound|traction|eval\w*|gait training|dry needl\w+|tap(?:ed|ing)|wound|splint|manipulat\w+|adjust\w+|hot pack|moist heat|ice|tens|laser|iontophoresis|needl\w+|release|transfer training|wheelchair|us (?:to|x|at|head|with|\d))\b/;
const plural = /\b(?:they|everyone|everybody|all|each|them|we all|class|group|circuit|attendees|members|participants|others)\b/;

/** What a mark says of its clause is said of the clauses around it, until something says that one patient was alone. */
function spread(words: PeopleWords, pieces: readonly Piece[], marks: ReadonlyMap<Piece, Mark>, noun: boolean): Participants['settings'] {
  const first = pieces.findIndex((p) => marks.has(p));
  if (first < 0) return [];
  const timeOf = (mark: Mark): boolean => pieces.some((p) => marks.get(p) === mark && sentenceTimed(pieces, p));
  const states: (Mark | undefined)[] = pieces.map(() => undefined);
  let now: Mark | undefined, timed = false;
  for (let i = first; i < pieces.length; i++) {
    const p = pieces[i]!, own = marks.get(p);
    if (own && !(own.setting === 'group' && isAlone(p.folded) && !deniesOneOnOne(p.folded) && noun && /\b(?:after|following)\b/.test(p.folded))) { now = own; timed = timeOf(own); }
    else if (now && ends(p, now, timed, pieces[i - 1])) now = undefined;
    states[i] = now;
  }
  const start = pieces[first]!, startMark = marks.get(start)!;
  const sameSentence = (p: Piece): boolean => p.sentence === start.sentence;
  let back = first;
  while (back > 0 && leads(words, pieces[back - 1]!, start, startMark, timeOf(startMark), sameSentence(pieces[back - 1]!), pieces[back]!)) states[--back] = startMark;
  const out: Participants['settings'] = [];
  pieces.forEach((p, i) => {
    const mark = states[i], last = out.at(-1);
    if (!mark) return;
    if (last && states[i - 1] && last.setting === mark.setting && last.field === mark.field) last.end = p.end;
    else out.push({ start: p.start, end: p.end, setting: mark.setting, why: mark.why, ...(mark.field ? { field: mark.field } : {}) });
  });
  return out;
}

const sentenceTimed = (pieces: readonly Piece[], piece: Piece): boolean => pieces.some((p) => p.sentence === piece.sentence && timeTold.test(p.folded));

/** The marked stretch is over at this clause. */
function ends(p: Piece, mark: Mark, timed: boolean, before: Piece | undefined): boolean {
  if (mark.setting === 'caregiver_alone' || mark.setting === 'caregiver_group') return /\b(?:then|after that|afterwards|later)\b.{0,40}\b(?:patient|pt|him|her|he|she)\b|\b(?:with (?:the )?(?:patient|pt)\b(?! (?:at|in|out|away|not))|(?:patient|pt|he|she) (?:returned|came|joined|arrived|back)|^\W*(?:then )?(?:returned|came back|joined))/.test(p.folded);
  if (isAlone(p.folded) && !deniesOneOnOne(p.folded)) return true;
  if (groupEnds.test(p.folded)) return true;
  if (mark.field) return false;
  const opens = sequence.test(p.folded) || (before !== undefined && before.sentence !== p.sentence) || /^\W*(?:and|&|,)/.test(p.folded);
  return opens && timeTold.test(p.folded) && !plural.test(p.folded) && (handsOn.test(p.folded) || (timed && sequence.test(p.folded)));
}

/** A clause before the first mark tells of the same minutes. */
function leads(words: PeopleWords, p: Piece, start: Piece, mark: Mark, timed: boolean, same: boolean, next: Piece): boolean {
  if (isAlone(p.folded) && !deniesOneOnOne(p.folded)) return false;
  if (mark.setting === 'caregiver_alone' || mark.setting === 'caregiver_group') return same;
  if (mark.field) return true;
  if (same && p.folded.length < 40 && !handsOn.test(p.folded) && next.folded.startsWith(':')) return true;
  if (sequence.test(next.folded) || (next === start && /\b(?:then|joined|followed by|finished with|ended with)\b/.test(start.folded.slice(0, 30)))) return false;
  return !(timeTold.test(p.folded) && (timed || handsOn.test(p.folded))) || plural.test(p.folded) || (same && countsIn(words, p.folded).length > 0);
}

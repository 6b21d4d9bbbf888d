/** Where a text tells of a therapy group that was held: its noun ("balance class"), or one clinician with several patients at once. */
import { countsIn, betweenPeople, byTurns, crosswise, eachAlone, oneEachIn, overAll, pairNamed, together, twoGivers, twoTables } from './people-counts.ts';
import { isAlone } from './alone-signs.ts';
import { timeTold } from './participant-pieces.ts';
import { patternOf, type PeopleWords } from './participant-words.ts';

/** `noun`: told as a thing of its own ("class of five"); `people`: the people of the session were several. */
export interface GroupSign { at: number; end: number; by: 'noun' | 'people' }

const groupNoun = /\b(group|groups|grp|gruop|grup|goup|groop|gorup|gropu|class|classes|clas|circuit|playgroup|concurrent)\b/g;
const leading = /\b(?:in|into|during|led|lead|leading|ran|run|running|ran|had|held|attend(?:ed|ing)?|join(?:ed|ing)?|participat\w+ in|took|did|taught|of|entire|whole|small|large|our|today's|this (?:morning|afternoon)'s|todays|my|as|w\/|with|one|for)(?: (?:a|an|the|his|her|my|our|small|large|today's|full|entire|whole|regular))*$/;
const denied = /\b(?:no(?![- ]?show)|not(?! (?:one|1|individual))|never|without|skipp?ed|miss(?:ed|ing|es)?|instead of|rather than|isn't|wasn't|aren't|weren't|didn't|did not|don't|declin\w+|refus\w+|non|nothing|opted out of|left|pulled (?:out of|from)|unable to attend|could not|couldn't|too \w+ for)\b(?:(?!\bbut\b)[^,.;]){0,28}$/;
const deniedAfter = /^(?:\s+\w+){0,3}?\s+(?:(?:was|is|got|were|has been|had been)\s+)?(?:cancell?ed|canceled|postponed|moved to|called off|closed|full\b|declined|refused|not (?:held|done|attended)|did not (?:meet|run|happen)|didn't (?:meet|run|happen)|deferred|on hold|is with (?:someone|somebody))/;
const planned = /\b(?:will|would|won't|shall|next (?:visit|week|time|session|month|monday|tuesday|wednesday|thursday|friday)|tomorrow|plan(?:s|ned|ning)?\b|refer(?:red|ral|ring)?|recommend\w*|could join|may join|might|should|consider\w*|(?:start|begin|join)(?:s|ing)? (?:\w+ )?(?:on|in|next)|invit\w+|signed (?:him|her|them|me) up|ask(?:ed|s|ing)? (?:about|whether|if|for)|wants? to|would like|interested in|wait ?list\w*|transition\w* to|progress (?:\w+ )?to|graduat\w+ to|d\/c(?:'?d)? to|discharge\w* to|goes to|going to|attends|enrol\w+|advis\w+|suggest\w*|told (?:him|her|them|me) (?:to|about)|encourag\w+|hop(?:es|ing)|flyer|brochure|handout|offered|eligible|used to|sign up|once (?:he|she) is|until|if (?:he|she|they|we|i))\b/;
const elsewhereAt = /\b(?:at|through) (?:the |her |his |my |a )?(?:y|ymca|senior cent\w+|church|gym|community|rec|recreation|library|fitness|health club|jcc|college|school|work|local)\b|\bon (?:mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends)\b|\b(?:every|each) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|morning)\b|\bwith someone else\b|\b(?:hurt|injur\w+|strain\w+|twist\w+|tweak\w+|fell|pulled|started) (?:\w+ ){0,6}(?:at|in|during|after|doing)\b[^.;]{0,20}$/;
const pastTold = /\b(?:last (?:week|visit|session|time|month|year|summer)|yesterday|previous(?:ly)?|in the past|(?:months?|weeks?|years?|days?) ago|used to|history of|prior (?:to|visits?|sessions?))\b/;
const billingTalk = /\b(?:bill|bills|billed|billing|charge|charged|code|coded|call|called|write|put|enter|entered|claim|counts?|paid|pay|denied|submit\w*|consider(?:ed)?|process\w*|is (?:this|that|it)|was (?:this|that|it)|would (?:this|that|it) be)\b(?:\s\w+){0,4}\s?(?:as|for|a|under|it|this|be|to|like)? ?$/;
const afterIt = /\b(?:after|following|before|prior to|once|left|from|out of|end of|besides|apart from|aside from|outside(?: of)?|separate from|missed|late for|waiting for|between|until|post)(?: (?:the|a|an|his|her|my|our|today's|regular|usual))*$/;
const peopleAfter = '^(?:of|with|w\\/|for|x|,|:|\\(|-)? ?(?:(?:just|only|about|me and|the|her and|him and) ){0,2}(?:NUM\\b|x ?\\d|\\d+ ?(?:pts|patients|people)|(?:other )?PATIENTS|others)(?! ?(?:exercises|muscles|stretches|drills|sets|stations|movements|steps|stairs|min|minutes|hours?|reps|times|codes|visits|weeks|days|words|cards|\'|x|:|/|-))';
const exercise = /exerc|ther ?ex|squat|\bbands?\b|balanc|stretch|strength|march|walk|gait|\bstep|drill|\bbike|pulley|\bpool\b|aquat|program|circuit|station|activit|therapy|rehab|treat|mobility|lunge|bridg|practic|\btasks?\b|cook|breath|voice|speech|conversation|aphasia|raises?|\bmats?\b|reps|theraband|core|plank|tai chi|\bworked\b|\bworking\b|yoga|\bball\b|pilates|session|knees?\b|motor|\bgames?\b|\btoss|kick/;
const massage = /mass?ages?|massag|mesage|masage|knead|swedish|deep tissue|effleurage|petrissage|stroking|\brubs?\b|rubbed|bodywork|shiatsu|lmt/;

/** The noun of a group that was held in this session. */
export function groupNounIn(words: PeopleWords, sentence: string, wordsInText: number): GroupSign[] {
  const out: GroupSign[] = [];
  const traps = [...sentence.matchAll(words.notGroups)].map((m) => [m.index, m.index + m[0].length] as const);
  for (const m of sentence.matchAll(groupNoun)) {
    const at = m.index, end = at + m[0].length;
    if (traps.some(([a, b]) => a <= at && end <= b)) continue;
    const before = sentence.slice(Math.max(0, at - 70), at).replace(/[-\s]+$/, '');
    const after = sentence.slice(end, end + 60);
    const isHeld = heldNoun(words, m[0], before, after, sentence);
    if (!isHeld) continue;
    if (denied.test(before) || deniedAfter.test(after)) continue;
    const clause = `${before.split(/[,;(]|\bbut\b/).at(-1)!} ${m[0]}`;
    const lately = /\btoday\b|\bthis (?:visit|morning|afternoon|session)\b/.test(clause);
    if (planned.test(clause) || (pastTold.test(clause) && !lately) || elsewhereAt.test(`${clause}${after}`)) continue;
    if (/^\s*(?:p|plan|hep|goals?|pmh|hx|next|recs?)\s*[:/]/.test(sentence)) continue;
    if (wordsInText > 12 && billingTalk.test(before)) continue;
    // "after class": the group is past, and only told of where its minutes or people are.
    if (afterIt.test(before.replace(/(?:\s[a-z'-]+){1,2}$/, '')) || afterIt.test(before)) {
      const near = `${before.slice(-22)} ${after.slice(0, 28)}`;
      if (!timeTold.test(near.split(/[,;]/)[0]!) && !/^\s*\([^)]*\d/.test(after)) continue;
    }
    out.push({ at, end, by: 'noun' });
  }
  return out;
}

function heldNoun(words: PeopleWords, noun: string, before: string, after: string, sentence: string): boolean {
  const next = /^[\s-]*([a-z]+(?:'s)?)(?:[\s-]+([a-z]+))?/.exec(after) ?? [];
  const last = /(?:([a-z']+)[\s-]+)?(?:([a-z']+)[\s-]+)?([a-z']+)$/.exec(before) ?? [];
  const three = [last[1], last[2], last[3]].filter(Boolean).join(' ');
  const two = [last[2] ?? last[1], last[3]].filter(Boolean).join(' ');
  const one = last[3] ?? '';
  const people = patternOf(words, peopleAfter).test(after.replace(/^[\s]+/, ''));
  const kind = [three, two, one].some((w) => words.kinds.has(w)) || (/^(?:exercises?|exs?|therapy|training|program|rehab|session)$/.test(one) && [two.split(' ')[0]!].some((w) => words.kinds.has(w) || words.bodyKinds.has(w)));
  const body = [two, one].some((w) => words.bodyKinds.has(w));
  if (noun === 'concurrent') return /^ (?:therapy|treatment|tx|session)\b/.test(after) || (/^ (?:with|w\/)/.test(after) && /patient|\bpt\b|client/.test(after));
  if (noun === 'circuit') return people || (kind && countsIn(words, sentence).some((c) => c.n >= 2)) || after.startsWith(' class');
  if (noun.startsWith('clas')) {
    if (/\bteacher\b|\bgraders?\b|\bprofessor\b/.test(sentence)) return false;
    if (/^[\s,]*(?:i|ii|iii|iv|v|[1-9])\b(?! (?:pts|patients|people|others?|:))/.test(after) && !kind && !body) return false;
    return kind || body || /^(?:group)$/.test(one) || (people && !/^ (?:for|of) (?:pts|patients|people|kids|children)/.test(after) && !/^[\s]*(?:i|ii|iii|iv|\d)\b/.test(after)) || /\b(?:small|led|ran|teaching|taught) (?:the |a )?$/.test(`${before} `) || (/^\d+ ?(?:am|pm)$|(?:am|pm)$/.test(one) && countsIn(words, sentence).length > 0);
  }
  if (noun === 'playgroup') return true;
  if (words.groupNext.has(next[1] ?? '') && !(next[1] === 'pt' && /^ pt (?:is|was|has|will|said|reports)/.test(after))) return true;
  if (/^(?:th[a-z]*r[a-z]*p|thearp|tehrap|exer|excer|sesion)/.test(next[1] ?? '')) return true;
  if (kind) return true;
  if (noun === 'groups') return false;
  if (body) return people || countsIn(words, sentence).some((c) => c.n >= 2) || /\b(?:in|ran|led|attend\w*|join\w*|participat\w+ in|during) (?:the |a |today's )?\w* ?\w*$/.test(before) && !/stretch|massag|release|tight|weak/.test(sentence);
  if (people && !/muscle/.test(after)) return true;
  if (/^[\s]*(?:x ?)?\d+ ?(?:'|min|m\b|minutes)|^[\s,(:-]*(?:not|no|none of it) (?:\w+ ){0,2}(?:one|1|individual)|^\s*(?:x|for|,|:|\(|-)\s*(?:\d+|thirty|forty|fifty|sixty|twenty|an hour|half)\b/.test(after)) return true;
  if (/\b(?:\d+ ?(?:-)?(?:min|minutes?|mins|')|hour|half hour)(?: (?:of|long))?$/.test(before)) return true;
  if (/\bas a(?: small)?$/.test(before) && /^\s*(?:[,.;:(-]|$|with|of|by|for|in|x|at|today|\d)/.test(after)) return true;
  if (leading.test(before) && !/^(?: of| for the| code| modifier| plan| rate| number)/.test(after) && !/\bof$/.test(before)) return /\b(?:in|during|led|leading|ran|running|attend\w*|join\w*|participat\w+ in|did|had|held|as a|small|whole)\b[^,]{0,16}$/.test(before) && (exercise.test(sentence) || timeTold.test(sentence) || countsIn(words, sentence).length > 0);
  return false;
}

/** One clinician with several patients in the same minutes, told without the noun. Looks at a sentence and its neighbours. */
export function severalAtOnce(words: PeopleWords, sentence: string, near: string): GroupSign[] {
  const counts = countsIn(words, sentence);
  const turns = byTurns.test(sentence);
  const between = turns && patternOf(words, betweenPeople).exec(sentence);
  const tables = twoTables.exec(sentence);
  if (counts.length === 0 && !between && !tables) return [];
  if (isAlone(sentence) && !/\b(?:then|after|afterwards|before|followed by|plus)\b/.test(sentence)) return [];
  if (eachAlone.test(near) || pastAs(sentence) || ownClass.test(sentence) || /\bteacher\b|\bgraders?\b/.test(sentence)) return [];
  const over = patternOf(words, overAll).test(sentence), joint = together.test(sentence);
  const ownTherapist = oneEachIn(words, near);
  const rosterOf = counts.find((c) => c.kind === 'roster');
  const numbered = counts.filter((c) => c.kind === 'number').sort((a, b) => b.n - a.n)[0];
  const other = counts.find((c) => c.kind === 'another' || c.kind === 'all');
  const active = exercise.test(sentence) || exercise.test(near) || (/\b(?:patients|pts|clients)\b/.test(sentence) && !/\b(?:discuss|talk|call|schedul|chart)/.test(sentence));
  if (/\b(?:discussed|talked about|reviewed) (?:\w+ ){0,2}(?:patients|cases|pts)/.test(sentence)) return [];
  const rubbed = massage.test(near) && !exercise.test(sentence.replace(/\b(?:session|worked|working|therapy|mat|treat\w*)\b/g, ''));
  const span = (c: { at: number; end: number }): GroupSign[] => [{ at: c.at, end: c.end, by: 'people' }];
  if (rosterOf && !ownTherapist && active && !rubbed) return span(rosterOf);
  if (between && !ownTherapist) return span({ at: between.index, end: between.index + between[0].length });
  if (tables && (turns || /\b(?:two|2|three|3) (?:knees|hips|shoulders|backs|necks|ankles) at (?:once|the same time)|at once on\b|same \w+ on two\b/.test(sentence)) && !ownTherapist && !massage.test(sentence)) return span({ at: tables.index, end: tables.index + tables[0].length });
  if (numbered && !ownTherapist) {
    if (rubbed && numbered.n === 2 && !over && !turns) return [];
    if (over || turns) return active || joint || numbered.n >= 3 ? span(numbered) : [];
    if (joint && active && !/\b(?:waiting|sat|chatt|lobby|lanes)\b/.test(sentence)) return span(numbered);
    if (numbered.n >= 3 && exercise.test(sentence) && sentence.slice(numbered.at, numbered.end).endsWith('of us') && !rubbed && !/\b(?:waiting|waited|lobby|lined up outside)\b/.test(sentence)) return span(numbered);
    if (numbered.n >= 3 && /exerc|ther ?ex|circuit|class|stations|drills|march|\bbands\b|balance/.test(sentence) && !/\bsaw\b|\bseen\b|\bin the (?:gym|room|pool|lobby|clinic)\b|\bhad\b|\bwhile\b|aide|tech\b|student/.test(sentence)) return span(numbered);
    if ((patternOf(words, overAll).test(near) || byTurns.test(near)) && active && !massage.test(near)) return span(numbered);
  }
  if (other && !ownTherapist) {
    if (other.kind === 'another' && (turns || over || joint || /same time|at once|simultan|in the same/.test(sentence)) && !/\b(?:no other|while|stepped out|left|room \d)\b/.test(sentence.slice(Math.max(0, other.at - 45), other.at))) return span(other);
    if (other.kind === 'all' && (over || turns) && active && /\b(?:all|everyone|everybody|whole|each)\b/.test(sentence) && !rubbed && (joint || turns || countsIn(words, near).some((c) => c.kind === 'number'))) return span(other);
  }
  return [];
}

const pastAs = (sentence: string): boolean => pastTold.test(sentence) && !/\btoday\b|\bthis (?:visit|morning)\b/.test(sentence) || /^\s*(?:p|plan|hep)\s*:/.test(sentence) || /\b(?:will|would|next (?:week|visit|time)|tomorrow|plan to|used to|(?:booked|scheduled|rebook\w*)(?: \w+){0,2} for)\b/.test(sentence);

/** A class of her own, outside the clinic. */
const ownClass = /\b(?:does|goes to|attends|takes|teaches)\b[^.;]{0,30}\b(?:class|classes|group|club)\b/;

const coupleMassage = /\b(?:coup(?:le)?le?'?s?'?|cupples?|cuples?|duet|tandem|partners?'?)[ -](?:mass?age|massag\w*|mesage|masage|msg|room|table|suite|session|treatment|bodywork)/;
const inSequence = /\b(?:(?:him|her|me|he|she|i|hubby|husband|wife) first|then (?:me|her|him|my|the (?:wife|husband|other)|it was my|mine|hers)|after (?:him|her|me|my (?:husband|wife|sister)|mine|hers)|one after|back[- ]to[- ]back|(?:his|her|my) turn|(?:right|just) (?:after|before) (?:me|him|her|mine)|on (?:different|separate) days|waited (?:while|outside)|watched)\b/;
const oneForBoth = '\\b(?:only|just) (?:had )?(?:one|1|a single) (?:CLINICIANS|lady|woman|girl|guy|man|person)\\b|\\b(?:one|1|a single|single|same|the same|lone) (?:massage )?(?:CLINICIANS|lady|woman|girl|guy)\\b (?:did|worked|for|went|on|doing|massag|handled|kneaded|took|had|to|treated|between|and)|\\b(?:by|with) (?:one|1|a single|the same) (?:massage )?(?:CLINICIANS|lady|woman|girl|person)\\b|\\bjust me\\b|\\bonly me\\b|\\bonly (?!two\\b|three\\b)[a-z]+ (?:was|is) (?:working|on|there|in|available|free)\\b|\\b(?:she|he|i) (?:had|took|did) (?:the )?(?:both|two) of (?:them|us)\\b|\\bi was (?:alone|the only)\\b';

/** Two people treated as a pair: in one clinician's same minutes a group; where the clinicians are not counted, a question. */
export function pairIn(words: PeopleWords, sentence: string, near: string): { sign: GroupSign; setting: 'group' | 'ask' } | undefined {
  const booked = coupleMassage.exec(sentence);
  const pair = booked ?? pairNamed.exec(sentence) ?? twoAtMassage(words, sentence);
  if (!pair || pastAs(sentence)) return undefined;
  if (oneEachIn(words, near) || twoGivers.test(near) || crosswise.test(near) || inSequence.test(near) || eachAlone.test(near)) return undefined;
  if (/\b(?:backed out|no[- ]?show|cancel|didn't (?:come|make)|instead of|gift|voucher|certificate|gave me|not a)\b/.test(near) || /\b(?:no|not|never|offer|sell|price|ad)\b[^.;,]{0,14}$/.test(sentence.slice(0, pair.index))) return undefined;
  const sign: GroupSign = { at: pair.index, end: pair.index + pair[0].length, by: 'people' };
  const shared = byTurns.test(near) || (patternOf(words, oneForBoth).test(near) && !isAlone(sentence));
  const treated = booked || massage.test(near) || /\bboth (?:got|had|were) (?:\w+ )?(?:treat|work|therap|adjust|session)|\b(?:worked on|treated) (?:us |them )?both\b/.test(sentence);
  if (!treated) {
    const joint = exercise.test(sentence) && together.test(sentence) && !/\b(?:teach|taught|educat|train|instruct|showed|practi[sc]ed transfers|caregiver|(?:came|come|arrived?|live|drove|go|went|walk\w*)(?: \w+){0,2} together)/.test(sentence);
    return joint ? { sign, setting: shared || patternOf(words, overAll).test(sentence) || /\b(?:i|me|pt|the therapist)\b/.test(sentence) ? 'group' : 'ask' } : undefined;
  }
  if (shared) return { sign, setting: 'group' };
  if (isAlone(near)) return undefined;
  const jointly = booked || together.test(near) || (massage.test(sentence) && /\b(?:both|each|us|tables|couple|joint)\b/.test(sentence));
  return jointly && !/\b(?:husband|wife|he|she) (?:sat|waited|watched|read|drove)\b/.test(near) ? { sign, setting: 'ask' } : undefined;
}

/** "Two clients at the same time" of a massage. */
function twoAtMassage(words: PeopleWords, sentence: string): { index: number; 0: string } | undefined {
  if (!massage.test(sentence) || !together.test(sentence)) return undefined;
  const c = countsIn(words, sentence).find((x) => x.kind !== 'all' && x.n >= 2);
  return c ? { index: c.at, 0: sentence.slice(c.at, c.end) } : undefined;
}

/** "Semi-private" says more than one patient, and not how many or for which minutes; a semi-private room is a bed. */
export const semiPrivate = /\bsemi[- ]?private\b(?! (?:room|bed|bath|ward|hospital|insur|rate))/;

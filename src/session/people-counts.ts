/** How many patients and how many clinicians a stretch of text tells of, and whether they were together or by turns. */
import { numberOf, patternOf, type PeopleWords } from './participant-words.ts';

export interface PeopleCount { n: number; at: number; end: number; kind: 'number' | 'roster' | 'another' | 'all' }

const between = '(?:(?!(?:of|and|in|to|for|with|sets?|mins?|minutes?|times|x|reps|visits|weeks|days|units|hours|her|his|my|the|on|at|or|per|from|feet|ft|hands?)\\b)[a-z0-9\'-]+ ){0,3}';
const counted = `\\b(NUM)[ -](?:of (?:the|our|my) )?${between}PATIENTS\\b`;
const listed = /\b(?:pts?|patients?|clients?|people) ?x ?([2-9]|1\d)\b|\bx ?([2-9]|1\d) (?:pts|patients|clients|people)\b|\bn ?= ?([2-9]|1\d)\b/g;
/** "Three knees": no one has them, so they are patients; "two TKAs" where one clinician is told with them. */
const asDiagnosis = '\\b(NUM) (?:other )?(?:(?:post-?ops?|new|old|bad|sore|fresh) )?(tkas|tkrs|thas|thrs|cvas|acls|rotator cuffs|cuffs|total knees|total hips|backs|knees|hips|shoulders|necks|ankles|(?:rtc|rc|cuff|rotator cuff|acl|hip|knee|shoulder|ankle|wrist|back)(?: [a-z]+)? (?:repairs|replacements|reconstructions|fractures|surgeries|scopes|fusions|patients|cases))\\b';
const going = '\\b(?:had|with|have|got) (NUM) (?:of them )?(?:going|running|working|moving|at it|on the floor|in the gym) (?:all )?(?:at once|at the same time|simultaneously|together)\\b';
const ofUs = '\\b(NUM) of (?:us|them)\\b|\\b(?:there were|we were|there was) (NUM)\\b(?! (?:exercises|sets|stations|minutes|goals|reasons|reps|steps|things|words|levels|tables))|\\ball (NUM)\\b(?: of (?:us|them))?(?! (?:exercises|limbs|extremities|goals|fingers|directions|planes|levels|quadrants|sets|regions|steps|cycles|stations|joints|digits|movements|ways|muscles|areas|sites|points))|\\b(NUM) (?:others?|other names)\\b|\\b(?:group|class|circuit|session) of (NUM)\\b(?! (?:exercises|muscles|stretches|drills|sets|stations|movements|steps|stairs))';
/** The patients counted at the head of a note: "Present: 6", "attendance 8", "roster of five", "Seven today". */
const roster = '\\b(?:present|attendance|attendees|attending|attended|census|roster|headcount|participants|in the room)(?: today)?(?: ?[:=-] ?| (?:was|were|of) | )(NUM)\\b(?! ?(?:/|%|min|of \\d|trigger|out of|x\\b|times|visits))|(?:^|\\n|, |(?:we|they) (?:were|are|had) |there (?:were|are) )\\s*(NUM) (?:present|in attendance|attended|attending|came|showed up|took part|turned up|today)\\b(?! (?:times|for|with pain|pain))';
const another = '\\b(?:with|and|plus|beside|alongside|me and|me|next to|between),? (?:me and )?(?:another|one other|a second|one more|some other|other|the other|two more) (?:[a-z]+ )?(?:PATIENTS|pt)\\b|\\b(?:another|one other|a second) (?:[a-z]+ )?(?:PATIENTS|pt) (?:was |were )?(?:at the same time|alongside|at once|in the same|simultaneously|concurrently)|\\b(?:with|and|treating|treated|helping|had|working with|working on|between me and) (?:someone|somebody) else (?:at the same time|at once|simultaneously|in the same|too at)|\\b(?:between me and|(?:me|him|her) and) (?:someone|somebody) else|\\b(?:pt|patient|he|she|him|her) and (?:his |her |the )?(?:roommate|bunkmate)|\\b(?:works?|worked|treats?|treated|trains?|trained) (?:me|him|her) and [a-z]+ (?:together|at the same time|at once|simultaneously)';
const all = /\b(?:everyone|everybody|all of us|all of them|each of us|them all|us all|we all|they all|(?:the )?whole (?:team|backline|class|line|squad|lot|bunch|offense|defense|line-up)|the (?:others|lot of us)|rest of the (?:class|group)|bunch of (?:us|them))\b/g;

const notTreatedBefore = /(?:\bassist(?:ance)? (?:of|x)|\ba x|\blives with|\bneed(?:s|ed)?(?: the help of)?|\brequir(?:es|ed)|\bby|\bhelp of|\b(?:mother|father|parent|mom|dad|grandmother) of|\baverage of|\bfor (?:all )?the next|\bafter (?:seeing )?|\bbefore (?:seeing )?|\b(?:who|that) has|\bsaw) $/;
const notTreatedAfter = /^(?:-person| assist| to (?:transfer|assist|lift|help|hold|stand|get)| for (?:transfer|safety)| a day| per (?:day|week|hour)| daily| each day| (?:today|this (?:morning|week|afternoon))| at home| no[- ]?show| cancel| (?:were|was|who|had) (?:cancel|schedul|wait|no-?show)| waiting| watch(?:ed|ing) (?:from|on)| looked on| in (?:the|a) (?:picture|photo|story|video|card|scene)| (?:walk|pass|went|came|stroll)\w* (?:by|past|over))/;
const children = /(?:kid|child|boy|girl|toddler)/;

/** Every telling of two or more patients in a stretch of folded text. */
export function countsIn(words: PeopleWords, folded: string): readonly PeopleCount[] {
  // Several signs ask about one sentence in turn.
  let last = lastOf.get(words);
  if (last?.folded !== folded) lastOf.set(words, (last = { folded, counts: readCounts(words, folded) }));
  return last!.counts;
}

const lastOf = new WeakMap<PeopleWords, { folded: string; counts: readonly PeopleCount[] }>();

function readCounts(words: PeopleWords, folded: string): PeopleCount[] {
  const out: PeopleCount[] = [];
  const add = (m: RegExpMatchArray, n: number, kind: PeopleCount['kind']): void => {
    const at = m.index!, end = at + m[0].length;
    const before = folded.slice(Math.max(0, at - 30), at);
    if (notTreatedBefore.test(before) || notTreatedAfter.test(folded.slice(end, end + 30))) return;
    if (children.test(m[0]) && /\b(?:has|have|had|my|our|her|his|with her|with his|mom and|mother and|lanes?,)\s*$/.test(before)) return;
    if (/skilled|therapist|student|staff|nurse/.test(m[0])) return;
    out.push({ n, at, end, kind });
  };
  for (const m of folded.matchAll(patternOf(words, counted, 'g'))) add(m, numberOf(m[1]!), 'number');
  for (const m of folded.matchAll(listed)) add(m, numberOf((m[1] ?? m[2] ?? m[3])!), 'number');
  for (const m of folded.matchAll(patternOf(words, ofUs, 'g'))) add(m, numberOf((m[1] ?? m[2] ?? m[3] ?? m[4] ?? m[5])!), 'number');
  for (const m of folded.matchAll(patternOf(words, roster, 'g'))) if (numberOf((m[1] ?? m[2])!) >= 3) add(m, numberOf((m[1] ?? m[2])!), 'roster');
  for (const m of folded.matchAll(patternOf(words, asDiagnosis, 'g'))) {
    const n = numberOf(m[1]!);
    if (m[1] !== 'both' && n >= (/ |^(?:t|cv|ac)/.test(m[2]!) ? 2 : 3) && !/^(?:several|multiple|many|a few)/.test(m[1]!)) add(m, n, 'number');
  }
  for (const m of folded.matchAll(patternOf(words, going, 'g'))) add(m, numberOf(m[1]!), 'number');
  for (const m of folded.matchAll(patternOf(words, another, 'g'))) add(m, 2, 'another');
  for (const m of folded.matchAll(all)) add(m, 3, 'all');
  return out;
}

/** Two people named as a pair: "husband and wife", "my sister and I", "Mr. and Mrs. X". */
export const pairNamed = /\b(?:mr|mrs|ms)\.? (?!and\b)[a-z-]+ (?:and|&) (?:mr|mrs|ms)\.? [a-z-]+|\bmr\.? (?:and|&|n) mrs\b|\b(?:husband|wife) (?:and|&|n|\+) (?:the |his |her )?(?:wife|husband)\b|\b(?:mother|mom|father|dad) (?:and|&) (?:the |her |his )?(?:daughter|son)\b|\b(?:me|i) (?:and|n|&) my (?:husband|husbnd|hubby|wife|sister|friend|mom|mother|partner|daughter|fiance|fiancee|boyfriend|girlfriend|best friend|brother|son|dad|cousin|coworker)\b|\bmy (?:husband|husbnd|hubby|wife|sister|friend|mom|mother|partner|daughter|fiance|fiancee|boyfriend|girlfriend|best friend|brother|son|dad|cousin|coworker) (?:and|n|&) (?:i|me|myself)\b|\bboth (?:spouses|partners|sisters|brothers|kids|boys|girls|twins|residents|clients|patients|pts)\b|\bthe twins\b|\btwo (?:friends|sisters|brothers|coworkers|spouses)\b|\bthe two of us\b|\b(?:we|us) both\b|\bboth of (?:us|them)\b|\bthe (?:old |elderly |young |engaged |married )?couple\b|\ba (?:married |young |older |engaged )?couple\b(?! (?:of|times|days|weeks|more|dollars|minutes|visits))/;

export const together = /\b(?:at once|all at the same|(?:at|in) the same (?:\w+ ){0,3}?(?:time|minutes?|hour|half hour|slot|session|block|appointment|period)|the same \d+ ?(?:min|minutes?)|same (?:time|slot|hour|block|\d+ min)|at (?:one|a) time|simultaneous(?:ly)?|together|concurrent(?:ly)?|in parallel|side[- ]by[- ]side|in a (?:circle|ring|row|line|semicircle)|lined up|a?round (?:the|a|one|the same|our) table|as a group|in unison|in one go|shar(?:ed|ing) (?:the|one|my|a|her|his)|all (?:doing|did|on|in|exercis\w+|march\w+|work(?:ing|ed)))\b/;
/** One clinician over all of them. */
export const overAll = '\\b(?:(?:supervis|watch|lead|led|overs|spott|cue|coach|monitor|instruct|guid|eye on|teach|taught)\\w*(?: \\w+){0,3} (?:all|us|them|everyone|everybody|each|both(?! (?:legs|arms|knees|hips|hands|feet|sides|shoulders|ankles|upper|lower|ues?|les?)\\b)|throughout|the (?:class|group|room|lot|whole|circle)|whole)|(?:i|he|she|pt|ot|slp|therapist) led|i (?:ran|run|taught|coached) (?:it|them|the)|led by|me in the middle|in the middle of (?:us|them)|(?:mov(?:ed|ing)|walk(?:ed|ing)|go(?:ing)?|went|circl\\w+) (?:a?round|among)|circulat\\w+|(?:up|at the|in) front\\b|in front (?:of (?:us|everyone|the class)|watch)|calling (?:changes|out|the)|did(?: not|n\'t) stay with any|(?:only |just )?(?:one|1|a single|single|same|lone|sole|the same) (?:licensed |physical |staff )?CLINICIANS\\b|(?:just|only) me\\b(?! and)|(?:one|1) of (?:me|her|him)\\b|(?:with|has|under) (?:the|a|one|our|my) (?:CLINICIANS) (?:watch|supervis|leading|in charge|running|going|calling|showing))';
/** The clinician went between people, not between exercises. */
export const byTurns = /\b(?:back and forth|to and fro|(?:going|goes|went|go|moved|moving|walk(?:ed|ing)|bounc(?:ed|ing)|hop(?:ped|ping)|float(?:ed|ing)|switch(?:ed|ing)|rotat(?:ed|ing)|alternat(?:ed|ing)|juggl(?:ed|ing)|cycl(?:ed|ing)|dart(?:ed|ing)|ran|running|shuttl(?:ed|ing)|divid(?:ed|ing) \w+ \w+|split(?:ting)? (?:\w+ ){1,2}?(?:time|attention|self)) (?:back and forth )?(?:between|among|amongst|from (?:one|table|bed|bay|mat|station))|i alternated|(?:therapist|she|he|pt) alternated|alternating\b(?! (?:between )?(?:legs|arms|sides|heat|ice|lead|attention|isometrics|feet|reps|stance))|juggl(?:ed|ing)|from one to (?:the other|the next|another)|double[- ]book(?:ed|ing))/;
/** What they were between is people or where people lie. */
export const betweenPeople = '\\b(?:between|among|amongst|from one (?:PATIENTS|pt|table|bed|bay|mat) to) (?:(?:the|my|our|NUM|all|both|these) ){0,2}(?:[a-z-]+ )?(?:PATIENTS|us|them|tables?|beds?|bays|mats?|plinths|rooms|me and)\\b';
/** Two tables, two bays: body parts there belong to two people. */
export const twoTables = /\b(?:two|2|three|3|different|separate|adjacent|neighbou?ring|side[- ]by[- ]side) (?:treatment )?(?:tables|mats|plinths|beds|bays|benches)\b/;
/** Each was treated alone, by turns: no group, however many were in the gym. */
export const eachAlone = /\beach (?:of them |of us |one |person |patient |pt |client )?(?:\w+ ){0,2}?(?:alone|by (?:him|her|them|it)sel|individually|separately|one[- ]on[- ]one|1:1)|\b(?:treat|work|saw|see|took|taken|seen|spent|had)\w*(?: \w+){0,4} each(?: \w+){0,4} in turn\b|\bone at a time\b|\bone after (?:the other|another)\b|\b(?:took|taking) turns\b|\b(?:staggered|back[- ]to[- ]back)\b|\b(?:other two|others?|rest)(?: \w+){0,2}? (?:carried on|continued|kept going|kept on|did (?:their|her|his)|exercised|waited|rested|warmed up|worked)\b[^.;]{0,30}(?:by (?:them|him|her)sel|on (?:their|his|her) own|independently|alone|with (?:the |an |our )?(?:aide|tech))|\bnever (?:two|both|more than one) at (?:once|a time|the same time)\b|\bno overlap|\beach in (?:his|her|their) own (?:slot|time|room|turn)/;
/** As many clinicians as patients. */
const oneEach = '\\b(?:two|both|2|three|3) (?:(?!other)[a-z]+ )?(?:THERAPISTS|masseuses|massage (?:therapists|people|ladies|girls))\\b|\\bone each\\b|\\b(?:therapist|lmt|person|one|masseuse|pt|clinician) (?:each|apiece|per (?:person|client|patient|table))\\b|\\beach\\b(?: \\w+){0,6} own (?:[a-z]+ )?(?:CLINICIANS|room|person|patient|pt|client|lady)\\b|\\b(?:his|her|their|our|my|separate|different) own (?:massage )?(?:CLINICIANS|patient|pt|client)\\b|\\b(?:separate|different) (?:massage )?(?:therapists|lmts|clinicians|pts|providers|people)\\b|\\b(?:another|other|second) (?:massage |licensed )?(?:therapist|lmt|clinician|colleague|masseuse|provider) (?:had|took|did|worked|saw|was (?:on|with)|treated|massaged|has)\\b|\\b(?:colleague|co-?worker|partner) (?:had|took|did|worked on|saw|treated|massaged) (?:her|him|the|his|my)\\b|\\bi (?:had|took|did|saw|treated|worked on|massaged) (?:him|her|the (?:husband|wife|man|woman))\\b[^.;]{0,12}?[,;]? ?(?:and |while |& )?(?!i\\b|then\\b)\\w+ (?:had|took|did|saw|treated|worked on|massaged) (?:her|him|the (?:husband|wife|man|woman))\\b|\\b(?!i\\b|then\\b)\\w+ (?:had|took|did|worked on|massaged) (?:him|her|the (?:husband|wife))\\b[^.;]{0,12}?(?:and |while |, )i (?:had|took|did|worked on|massaged) (?:her|him|the (?:husband|wife))\\b|\\b(?:hers|mine|his) (?:and|,) (?:mine|his|hers)\\b';
/** "Nadia worked on me and Tom on her": each of two people had a giver of their own. */
export const crosswise = /\b(?!i\b|they\b|we\b|she\b|he\b|one\b)([a-z]+) (?:had|took|did|worked on|saw|treated|massaged|rubbed|kneaded|was on|looked after|on|with|for) (?:me|him|her|my \w+|the \w+|mrs?\.? \w+)\b(?:(?! then\b)[^.;]){0,25}?(?:,|;|and|while|&|\.)[ ,]*(?!then\b|i\b|she\b|he\b|they\b|\1\b)([a-z]+) (?:(?:had|took|did|worked on|saw|treated|massaged|rubbed|kneaded|was on|looked after|on|with|for) )(?:me|him|her|my \w+|the \w+|mrs?\.? \w+)\b/;
export const oneEachIn = (words: PeopleWords, folded: string): boolean => patternOf(words, oneEach).test(folded);
/** In a couple's massage "two ladies" are those who gave it. */
export const twoGivers = /\b(?:two|2|both|different|separate) (?:[a-z]+ )?(?:ladies|ladys|lady|women|girls|guys|gals|people|staff)\b/;

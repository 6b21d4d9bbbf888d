/** Words that say one patient was alone with the clinician, and words that end a group or make it one person. */

const aloneWords = /\b(?:one[- ]on[- ]one|one[- ]to[- ]one|1:1|1 ?on ?1|1-on-1|1-to-1|individual(?:ly)?(?! (?:cue|cueing|attention|goal|response|need|level|pace|tolerance|modif|note|chart|bill|plan))|undivided|stayed (?:back|after|behind|on)|pulled aside|privately|separately|in private|to (?:my|him|her)self|nobody else|no one else|(?:just|only) (?:with )?(?:him|her|us two|the two of us|mr|mrs|ms|one (?:patient|pt|person|client)|this (?:patient|pt|client)|me and (?:the |my |him|her)|the patient)|him only|her only|just me (?:and|with)|by (?:him|her|my)self|(?:took|kept|pulled|brought)(?: [a-z.']+){1,4} (?:alone|back|aside|after|apart)|hands on,? just|solo|(?:had|got|took|kept)(?: [a-z.']+){0,3} (?:the |for the )?(?:full|whole|entire) (?:\d+ )?(?:hour|half hour|session|slot|time|visit|\d+|minutes|class) (?:\w+ )?(?:with (?:me|her|him|the (?:pt|ot|therapist))|to)|never left (?:her|him|me|my side|(?:her|his) side)|(?:only|just) (?:us|me and) [a-z. ]{0,12}(?:in|at) the)\b|\balone\b/g;
const notThisAlone = /\b(?:live[sd]?|living|walk\w*|home|let|leave|left|goes|go|stand\w*|drives?|not|never|isn't|wasn't|none|no|neither|nobody|nothing|without|rather than|instead of|isnt|wasnt|couldn't be|could not be|any)\s(?:\w+\s){0,4}$/;
const oneOnOneDenied = /\b(?:not|none|no|never|isn't|wasn't|isnt|wasnt|nothing|without|rather than|instead of|couldn't|could not)\b(?: \w+){0,4} (?:one[- ]on[- ]one|one[- ]to[- ]one|1:1|1 ?on ?1|individual)/;

/** Someone was alone with the clinician here; "not one-on-one" and "lives alone" are not that. */
export function isAlone(folded: string): boolean {
  for (const m of folded.matchAll(aloneWords)) {
    const before = folded.slice(Math.max(0, m.index - 40), m.index);
    if (notThisAlone.test(before)) continue;
    if (/by (?:him|her|my)self/.test(m[0]) && /\b(?:did|do|walk\w*|exercis\w*|warm\w*|stretch\w*|practi\w*|ran|rode)(?: \w+){0,4} $/.test(before)) continue;
    return true;
  }
  return false;
}

export const deniesOneOnOne = (folded: string): boolean => oneOnOneDenied.test(folded);

/** A group told of before is spoken of again: "class was bikes and bands". */
export const groupAgain = /^\W*(?:the )?(?:class|group|grp|circuit) (?:was|were|included|consisted|did|work(?:ed)?|content|time|covered|focus\w*|had|:)(?! (?:ended|over|done|finished|cancel))|^\W*(?:in|during) (?:the )?(?:class|group|grp|circuit)\b|\b(?:class|group|circuit) exercises\b/;

/** The group is over from here on. */
export const groupEnds = /\b(?:class|group|grp|circuit|session) (?:was |had |then )?(?:ended|over|finished|broke up|done|let out|dismissed|was over|wrapped up)\b|\b(?:the )?(?:rest|others|everyone|everybody|everybody else|everyone else) (?:had |were |was )?(?:left|gone|went home|dismissed|headed out)\b/;

/** A cheap look for words of those who stayed away. */
export const fewCame = /\b(?:no[- ]?show|cancel|didn't|did not|never (?:came|showed)|called|sick|only|nobody|no one|down to|backed|bailed|dropped|stayed|became|turned|snowed|failed)/;
export const groupNamed = /\b(?:group|grp|class|circuit|circle)\b/;
/** Fewer came than were expected. */
export const someMissing = /\b(?:no[- ]?show\w*|did(?:n't| not) (?:show|come|make it|turn up)|never (?:came|showed)|cancel\w*|backed out|bailed|dropped out|called (?:out|off|in sick|in)|(?:were|was|had) (?:all )?(?:sick|snowed in|stuck|ill|absent|out)\b|stayed (?:home|away)|dropped\b|failed to (?:show|come|appear)|(?:others|rest|everyone|everybody|nobody|no one)(?: \w+){0,3} (?:cancel\w*|absent|missing)|down to (?:one|1)|nobody else|no one else|everyone else (?:was|had)|rest (?:were|was) (?:out|sick))\b/;
/** One came, and that says it all. */
export const onlyOneCame = /\bdown to (?:one|1)\b(?! (?:crutch|cane|person assist|pill|visit|a week|time|set|hand|rail|lb|pound))|\bonly (?!one\b|1\b)(?:(?:mr|mrs|ms|miss)\.? )?(?!(?:we|they|the|two|three|four|five)\b)[a-z-]+ (?:came|showed|turned up|made it|was there|attended|arrived)\b|\b(?:so|and|it|this|which|visit|session|class|group|hour)\b[^.;]{0,20}?\b(?:became|turned into|ran as|was run as|was given as|done as|treated as|went on as) (?:an? )?(?:one[- ]on[- ]one|1:1|individual|private|solo|single)\b|\b\bonly (?:one|1) (?:\w+ )?(?:came|showed|turned|attended|arrived|made it|was there|person came|present)|\b(?:was|were|i'm|being) the only (?:one|person|patient|pt|attendee|member)\b|\b(?:turned|became|changed|converted|switched)(?: \w+){0,4}? (?:one[- ]on[- ]one|1:1|individual|private|solo)\b|\b(?:group|class) of (?:one|1)\b|\bended up (?:\w+ ){0,3}(?:one[- ]on[- ]one|1:1|alone|individual|private|just (?:me|him|her|one))/;

/** Where a text says that in the end nobody was treated: told outright, or by what ended the visit before it began. */

const person = '(?:me|him|her|us|them|you|my \\w+|(?:the |this |our )?(?:pt|patient|client|lady|man|child|kid|baby|guy|member|woman)|mr \\w+|mrs \\w+|ms \\w+)';
/** A person, and not "them", which may be shoes. */
const whom = person.replace('us|them|', 'us|');
const actor = '(?:i|we|he|she|they|you|anyone|anybody|therapist|staff|the \\w+|dr \\w+)';
const treatments = '(?:treatments?|therapy|services?|tx|skilled care|interventions?)';
const already = '(?:had |could |even |ever |actually |really |quite |properly )*';
/** What stands behind a sentence or clause that says so, and no object that it is said of alone. */
const closes = '(?= *(?:[.,;:!?)"]|$|so\\b|and\\b|because\\b|today\\b|that day\\b|at all\\b|due\\b|secondary\\b|as\\b|since\\b|per\\b|this\\b|until\\b|pending\\b))';
const notOfOne = '(?! (?:to|on|for|with|about|from) (?:the|his|her|my|that|left|right|l|r)\\b)';

/** Each beside the pieces of text (parted by |) of which one has to be there. */
const outright: readonly (readonly [within: string, said: RegExp])[] = ([
  ['no ', `\\bno ${treatments} (?:was |were |is |has been |had been )?(?:given|provided|rendered|done|delivered|performed|started|begun|received|today|tonight|this visit)\\b${notOfOne}`],
  ['no ', `\\bno (?:skilled|billable) (?:treatment|therapy|care|service|work|minute)s?\\b${notOfOne}`],
  ['no needle', '\\b(?:put|placed|inserted|used|set) (?:in )?no needles?\\b|\\bno needles? (?:went in|(?:were |was )?(?:put|placed|inserted|used)|in today)\\b'],
  ['no-show', '\\bno show(?:ed)?\\b(?! rate)(?=[^.]*\\bnot seen\\b)'],
  ['nothing', `\\bnothing (?:skilled |billable |therapeutic |clinical |hands on |at all |whatsoever |really |actually |ever |further than talk )*(?:was |were |had been |has been |got |had |ever |could be )*(?:delivered|rendered|provided|performed|started|begun|administered|happened|took place|taken place|done)${closes}${notOfOne}`],
  ['nothing', '\\b(?:did|got|had|received|gave) (?:absolutely )?nothing (?:today|at all|that day|this time|whatsoever)\\b'],
  ['nobody|no one|none of them|not one of|not a soul|no therapist', `\\b(?:nobody|no one|no therapist|none of them|not one of them|not a soul) (?:ever |even |actually |there |has |had )*(?:(?:laid?|put) (?:a|so much as a|hands?|their) ?(?:hands?|finger)? ?on|touched|treated|worked on|adjusted|massaged|looked at) `],
  ['nobody|no one', '\\b(?:nobody|no one) (?:ever |even )*(?:got|was|were) (?:seen|treated|worked on)\\b'],
  ['never', `\\bnever (?:got|was|were|been|to be) (?:seen|treated|touched|worked on)\\b|\\bnever (?:even |once |actually )*(?:touched|treated|laid (?:a hand|a finger|hands) on|put (?:a hand|hands) on|worked on) ${whom}\\b`],
  ['never', `\\b(?:visit|session|treatment|appointment|appt|massage|tx|lesson) never (?:happened|took place|went ahead|started|began|came off|got (?:started|going|under way|off the ground))\\b`],
  ['never', `\\b(?:we|i|she|he|they|therapist) never (?:even |ever |actually |really )*(?:got (?:started|going|under way)|started|began)(?= *(?:[.,;:!?]|$|because\\b|as\\b|since\\b|on (?:any|it)\\b|with (?:any|it)\\b|anything|treatment|the (?:treatment|session)))`],
  ['never', '\\bnever (?:made it|got) (?:past the (?:lobby|waiting room|front desk|door|desk|reception)|on ?to (?:the|my) (?:table|mat)|to the (?:table|mat|gym|treatment room)|on the table|(?:back )?into the (?:room|treatment room|gym|clinic)|out of (?:the|his|her) (?:lobby|waiting room|car)|through the door)\\b'],
  ['was not |were not ', `\\b(?:i|he|she|they|we|pt|patient|client|who) (?:was|were) not (?:seen|treated|touched|worked on)${closes}`],
  ["wasn't|weren't", `\\b(?:i|he|she|they|we|pt|patient|client) (?:wasn't|weren't) (?:seen|treated|touched|worked on)${closes}`],
  ['did not |could not ', `\\b(?:did|could) not (?:even |get to |actually |safely )*(?:see or speak with|treat|touch|lay (?:a hand|hands|a finger) on) ${whom}${closes}|\\bdid not see the (?:patient|client)\\b`],
  ["didn't|couldn't", `\\b(?:didn't|couldn't) (?:even |get to |actually |safely )*(?:see or speak with|treat|touch|lay (?:a hand|hands|a finger) on) ${whom}${closes}`],
  ['did not ', `\\b(?:visit|session|treatment|appointment|appt) did not (?:happen|take place|go ahead|start|begin|get (?:started|going))\\b`],
  ["didn't", `\\b(?:visit|session|treatment|appointment|appt) didn't (?:happen|take place|go ahead|start|begin|get (?:started|going))\\b`],
  ['before ', `\\bbefore ${actor} ${already}(?:(?:touched|touch|treated|treat|laid (?:a hand|hands) on|lay (?:a hand|hands) on|put (?:a hand|hands) on) ${whom}|(?:got started|get started|got going|started|start|begun|began|begin|did|done|do|got to|get to)(?: (?:on|with|in on))? (?:anything|a thing|any of (?:it|that|this|them)|any (?:treatment|therapy|tx|work)))${closes}`],
  ['before ', `\\bbefore (?:anything|a thing|any of (?:it|that|this)|any (?:treatment|therapy|service|hands on work)) (?:had |could |even |was |were |got |be |been |has |actually |ever )*(?:started|start|begun|began|begin|done|given|happened|happen|took place|take place|delivered|performed|provided)\\b`],
  ['before ', `\\b(?:visit|session|treatment|appointment|appt|tx) (?:was |had to be |is )?(?:aborted|abandoned|terminated|ended|stopped|called off|cancelled|canceled) (?:before|prior to) (?:treatment|any|it (?:began|started)|we|i|the start|start)`],
  ['zero ', '\\bzero (?:was |were |got )?(?:done|delivered|given|treated|performed)\\b'],
  ['turned ', `\\bturned ${person} away\\b|\\bwas turned away\\b`],
  ['without ', `\\b(?:left|gone|went|walked out|home|rescheduled|stormed out) without (?:being (?:seen|treated|touched)|treatment|any (?:treatment|therapy|work|care|of it)|(?:a|the|his|her|my) (?:treatment|massage|session)|anything (?:being )?done|having (?:had|got) any)\\b`],
  ['untreated', '\\b(?:left|gone|went|walked out|home) untreated\\b'],
  ['before being ', '\\b(?:left|gone|went|walked out|home) before being (?:seen|treated)\\b'],
  ['held', `(?:^|[.;:!?] *|\\b(?:so|and|all|the|her|his|today's) )(?:treatment|therapy|tx|treatments|interventions) (?:was |were |is |had to be )?(?:all )?(?:held|withheld)${closes}`],
  ['deferred', `(?:^|[.;:!?] *|\\b(?:so|and|all|the|her|his|today's) )(?:treatment|therapy|tx|treatments|interventions) (?:was |were |is |had to be )?(?:all )?deferred${closes}`],
  ['to treat|to be treated|to start treat|to begin treat', `\\b(?:unable|not able|not possible|no time(?: left)?|not enough time|too late|impossible|too sick|too ill|unsafe|not safe) to (?:treat|be treated|start treatment|begin treatment)(?: ${person})?${closes}`],
] as const).flatMap(([within, said]) => { const cue = new RegExp(said); return within.split('|').map((w) => [w, cue] as const); });

/** So far around the words that a cue has to have it may reach. */
const [back, on] = [70, 130];

/** True where the text says outright that nobody was treated; what it names then is a tale. */
export function nothingDone(folded: string): boolean {
  return outright.some(([within, cue]) => {
    for (let at = folded.indexOf(within); at >= 0; at = folded.indexOf(within, at + within.length)) if (cue.test(folded.slice(Math.max(0, at - back), at + on).replaceAll('-', ' '))) return true;
    return false;
  });
}

/** What ends a visit, mostly before it began: the patient is sent on, falls ill or leaves, the house cannot treat. */
const ended = /\bbefore (?:i|we|she|he|they|the \w+|therapist|treatment|therapy|it) (?:had |could |even |was )*(?:got started|get started|started|start|begun|began|begin|treat\w*)\b|\bsent (?:him|her|me|them|us|(?:the |my )?(?:pt|patient|client|lady|man|child|kid)) (?:straight |right |back |off )*(?:home(?! (?:with|w\/|on|instructions|ex|doing|and told|feeling|happy|in))|to (?:the )?(?:er|ed|emergency|urgent care|hospital|walk in))|\b(?:drove|took|taken|transported|transferred|sent|rushed|off) (?:him |her |them |me |by \w+ )?to (?:the )?(?:er|ed|emergency room|urgent care|hospital)\b|\b(?:ems|911|ambulance|paramedics)\b|\b(?:fire alarm|fire drill|evacuat\w+|power (?:was |went |is )?(?:out|off|failure|cut|outage)|gas leak|water main|flooded)\b|\b(?:walked|stormed) out\b|\bturned (?:around|back) (?:at|in) the\b|\bleft (?:before|without)\b|\bcalled (?:in sick|out)\b|\b(?:never|not|n't) show(?:ed)?(?: up)?\b|\b(?:would|could) ?n[o']t wake (?:him|her)\b|\b(?:asleep|slept) (?:through|the (?:whole|entire))\b|\bout (?:with (?:the )?flu|sick)\b|\brefund(?:ed)?\b|\bleft again\b|\b(?:had )?(?:gone|went) home (?:sick|ill)\b|\b(?:authorization|auth|referral|coverage|order|script|cert) (?:had |has |was |is )?(?:run out|ran out|expired|lapsed|not on file|denied|missing)|\bno (?:authorization|auth|referral|order|script) on file\b|\b(?:pulled|called|dragged|got) (?:him|her|me|them|pt|patient) (?:away|onto the bus|off)\b/;
/** The same, where no time is told besides what was booked. */
const movedOn = /\b(?:re ?booked|rescheduled?|re-?booked|re-scheduled|try again (?:on|next|tomorrow)|come back when|no charge|too late|arrived late|(?:min|mins|minutes) late|out sick)\b/;

/** True where the visit seems to have ended before what it was booked for. */
export function endedEarly(folded: string, timedElsewhere: () => boolean): boolean {
  return ended.test(folded) || (movedOn.test(folded) && !timedElsewhere());
}

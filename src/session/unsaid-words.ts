/** Words with which a text says that something was not written down, and words for what that was. Data of unsaid.ts. */

/** What a missing word would have told; the field of the question about it. */
export type UnsaidField = 'machine_or_hands' | 'attended' | 'number_of_muscles' | 'spinal_regions' | 'evaluation_complexity' | 'purpose' | 'technique';

/** No text without one of these says that a word is missing. */
export const mayBeUnsaid = /n't|\bnot? |nobody|no one|nothing|never|cannot|unclear|silent|unspecified|unstated|undocumented|unknown|illegible|blank|forgot|failed|without|also|sometimes|either/;

const telling = '(?:say|says|said|saying|state[sd]?|specif(?:y|ies|ied)|mention(?:s|ed)?|note[sd]?|writ(?:e|es|ten)|wrote|record(?:s|ed)?|tells?|told|chart(?:s|ed)?|document(?:s|ed)?|indicate[sd]?|shows?|shown|count(?:s|ed)?|clear|sure|know|knows|known|remember|recall|legible|spell(?:s|ed)? out|jot(?:ted)?|put down|make out|read|marked?|list(?:s|ed)?|ask(?:ed)?|guess|given)';

/** The record or the writer is silent. */
export const silence = new RegExp([
  `(?:n't|\\bnot|\\bnever|\\bnobody|\\bno one|\\bnothing|\\bcannot|\\bcan not)\\s+(?:(?:has|have|had|was|were|is|are|be|been|ever|even|really|actually|quite|to|me|down|there|in|the|note|chart|record|able|explicitly|clearly|currently)\\s+){0,4}?${telling}\\b`,
  `\\bno (?:word|mention|note|record|indication|documentation|idea|clue|hint|telling|detail|way (?:to tell|of telling|of knowing|to know|for me to))\\b`,
  `\\b(?:silent|unclear|unspecified|unstated|undocumented|unrecorded|unknown|illegible|left blank|is blank|was blank|ambiguous)\\b`,
  `\\b(?:forgot|failed|neglected|fails) to ${telling}\\b|\\bwithout (?:saying|stating|noting|specifying|writing|telling)\\b`,
].join('|'), 'g');

/** The practice has both: "we own a motor table but he also often pulls by hand", "some days the gun, some days her hands". */
export const eitherWay = /\b(?:sometimes|either|often|depends|varies|depending|some days|at times|could be|could have|might be|may be)\b|\b(?:we|they|i|clinic|office|practice|shop|spa)(?:'ve)? (?:own|have|has|got|use|do)\b.*\b(?:also|both|and)\b/;
/** Told as it was after all. */
export const settledSo = /\b(?:not|no|only|just|declined|never|instead|used to|today)\b|n't/;

/** A silence of what is asked for, not of any word: "didn't say whether", "nobody wrote which". */
export const asking = /\b(?:if|whether|or|what|which|how|why|who|where|vs|versus)\b/;
/** What is missing where it stands before the silence ("technique not specified"). */
export const missingBefore: readonly (readonly [UnsaidField, RegExp])[] = [
  ['evaluation_complexity', /\bcomplexity(?: level)?\W*$/], ['number_of_muscles', /\b(?:muscles?|sites?|number(?: of muscles)?)(?: names?| count)?(?: needled| treated)?\W*$/],
  ['spinal_regions', /\b(?:levels?|segments?|regions?)(?: adjusted| treated)?\W*$/], ['attended', /\b(?:attendance|attended(?: or (?:not|unattended))?|attended\/unattended)\W*$/],
  ['purpose', /\b(?:purpose|goal|aim|intent)(?: of (?:it|this|the \w+))?\W*$/], ['technique', /\b(?:techniques?|strokes?|methods?|type of (?:massage|stretching|work))(?: used)?\W*$/],
];

/** What stands behind a silence and is of the next service. */
export const goesOn = /,\s*(?:and\s+)?(?:then|plus|but|followed|after(?:wards?| that)|next|also|but then)\b|\band (?:wrote|put|then|did|had|after)\b|\b(?:same day|then|followed by)\b\s*:?|\)|\d+\s*(?:min|')/;

export const hands = /\b(?:(?:(?:by|with|using|from|of)\s+)?(?:(?:the|her|his|their|my|own|therapist'?s|clinician'?s|someone'?s)\s+)*hands?(?:-on)?|manual(?:ly)?|fingers?|thumbs?)\b/g;
/** Without a machine, where a machine is weighed against it. */
export const oneself = /\b(?:her|him|my|them)sel(?:f|ves)\b/g;
export const machine = /\b(?:(?:(?:inflatable|electric|motor(?:ized)?|mechanical|traction|massage|percussion|vibration|lymph(?:edema|atic)?|pneumatic|compression|sequential)\s+)*(?:machines?|mechanical(?:ly)?|devices?|pumps?(?: sleeves?)?|units?|guns?|table|motor(?:ized)?|sleeves?|boots|g5|massagers?|equipment|apparatus|gadgets?|percussors?|chair|wand|tool))\b/g;

const levels = '(?:levels?|segments?|(?:spinal |body )?regions?|vertebra\\w*|joints?|areas?|bones?)';

/** What is missing, by what stands behind the silence; the first that a service of the text can be in doubt of counts. */
export const missing: readonly (readonly [UnsaidField, RegExp])[] = [
  ['attended', /\battended|\battendance|\bunattended|\bstay(?:ed|s)?\b|\bleft (?:it |him |her |them )?(?:running|alone|on)\b|\b(?:stood|sat|stayed|remained) (?:there|by|with|at)|\bwho (?:was|stood|stayed|held)|\bin the room|\bpresent\b|\bsupervis|\bone[- ]on[- ]one|\bheld the (?:probe|pads?|electrodes?)|\bconstant/],
  ['number_of_muscles', /\b(?:which|how many|what|number of|count of|the) (?:\w+ )?(?:muscles?|mm|spots?|sites?|points?|needles?)\b|\bhow many\b|\bmuscle (?:names?|count)|\bthe number\b/],
  ['spinal_regions', new RegExp(`\\b(?:which|what|how many|the|any|number of|of) (?:\\w+ )?${levels}|\\bhow many\\b|\\bwhere (?:he|she|i|they|it|on|in|exactly)\\b|\\b${levels}\\b`)],
  ['evaluation_complexity', /\bcomplex\w*|\blow,? (?:or )?mod/],
  ['purpose', /\bwhy (?:it|they|these|those|that|we|the (?!pat|pain|cl))|\bwhat (?:\w+ ){0,4}(?:was|were|is|are) (?:all )?for\b|\bpurpose|\bgoals?\b|\baim\b|\bpoint of (?:it|the|them)\b|\bstrength\w* (?:or|vs)\b|\bbalance (?:or|vs)\b|\bfor (?:strength|balance|endurance|gait|function)/],
  ['technique', /\btechniques?\b|\bstrokes?\b|\bmethods?\b|\bwhich (?:kind|type|sort|one|way|it|of)\b|\bwhich\s*$|\bwhat (?:kind|type|sort|exactly|(?:he|she|they|i|the \w+) (?:did|used|do)|was (?:done|used|it)|it was|that (?:means|was|is))|\bhow (?:(?:he|she|they|i|we|the \w+|exactly) )+(?:did|do|treat|work|got|releas|address|stretch|handl|loosen)|\bhow (?:it|they|these|those|this|that) (?:was|were|got)\b|\bmassage (?:or|vs)\b|\bneedled?\b|\binject\w*|\bpress(?:ed|ure)\b|\bknead\w*|\bmyofascial|\bmfr\b|\bmobili[sz]\w*|\brelease\b|\bactive or passive|\bpassive or active/],
];

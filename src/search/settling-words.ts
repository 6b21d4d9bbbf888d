/** Words that settle a contested one: what is said beside "traction", "deep tissue" or "percussion" when it was this or that. Data of settling.ts. */

const machine = '\\bmachines?\\b|\\bmechanical|\\bmotori?[sz]?e?d?\\b|\\bdevice|\\bapparatus|\\belectric';
const byHand = '\\bby (?:the |her |his |my |your )?(?:\\w+ )?hands?\\b|\\bwith (?:her|his|my|both|the|their|two|own|bare|cupped|flat) (?:\\w+ )?hands?\\b|\\bhands?[- ]on\\b|\\bmanual(?:ly)?\\b|\\bmy hands?\\b|\\b(?:her|his|own|both) hands\\b|\\bhands (?:only|alone)\\b|\\bonly hands\\b';

const strokes = /\bknead|\beffleurage|\bpetrissage|\btapot|\bstrok(?!e\b)|\b(?:long|broad|deep|slow|gliding|flushing|swedish|firm|light|massage) strokes?\b|\bgliding\b(?! (?:the |of the )?(?:joint|facet))|\bwringing|\brubb(?:ed|ing)\b|\bswedish|\bhacking|\bskin rolling|\bsqueez(?:ed|ing)\b(?! the trigger)|\boil\b|\blotion\b|\bcream\b|\bsweeps?\b|\bcircles\b/;
const release = /\bmyofascial|\bfascia(?:l)?\b|\bmfr\b|\breleas(?:e|es|ed|ing)\b|\bsustained\b|\bischa?emic|\bmobili[sz]|\bgraston|\biastm|\binstrument|\btool\b|\btools\b|\bpin (?:and|&|n) |\bcounter-?strain|\bmuscle energy|\bpositional\b|\buntil (?:it|each|they|the \w+|she|he)? ?(?:one |of them )?(?:let go|melt|soften|releas|gave|eased|yield|dissolv)|\b(?:held|holding|hold|static|direct|thumb|elbow|knuckle|finger|constant|steady|deep) (?:\w+ )?pressure|\bpress(?:ed|ing) and h(?:eld|olding)|\bpressure (?:held|on each|to each|until|for)|\bstripping|\bscar (?:mob|glid|lift)|\bjoint (?:mob|glid|play)|\bgrade (?:i|1|2|3|4)|\bunwind/;

export interface Settling { /** The field of the contested word's question. */ field: string; /** Its leading code. */ lead?: string; /** What settles it as which code. */ as: readonly (readonly [code: string, cue: RegExp])[] }

/** The first row that fits a contested word is its own. */
export const settlings: readonly Settling[] = [
  { field: 'machine_or_hands', lead: '97012', as: [
    ['97140', new RegExp(`${byHand}|\\bocciput|\\bcradl|\\b(?:i|she|he|therapist|pt|dpt|doctor|chiropractor) (?:then |gently |slowly |just )?(?:pull(?:ed|s)?|dr[ae]ws?|tugg?(?:ed|s)?|lean(?:ed|s)? back)\\b|\\btowel\\b|\\bleaned back\\b|\\b(?:back|base) of (?:the|her|his|my) (?:head|skull)|\\b(?:her|his|my) (?:head|ankles?|legs?|skull) (?:and |in )|\\boscillat|\\bgrade\\b|\\bgr\\.? ?(?:i|1|2|3|4)`)],
    ['97012', new RegExp(`${machine}|\\b(?:traction |the |motor )?table\\b|\\bunit\\b|\\bharness|\\bhalter|\\b\\d+ ?(?:lbs?|pounds|kgs?|#)|\\bpounds\\b|\\bintermittent|\\bstatic\\b|\\b\\d+ ?(?:s|sec|seconds?)? ?(?:on|hold)\\b.{0,12}\\boff|\\bsaunders|\\btriton|\\bchattanooga|\\bstrap(?:s|ped)\\b|\\bbelts?\\b|\\bcycles?\\b|\\bdecompression\\b|\\bover[- ]?(?:the[- ])?door|\\bcomputer|\\bpull force|\\bcall (?:bell|light|button)|\\bpneumatic`)],
  ] },
  { field: 'machine_or_hands', lead: '97140', as: [
    ['97016', new RegExp(`${machine}|\\bpumps?\\b|\\bpneumatic|\\bvaso|\\bchambers?\\b|\\bmm ?hg|\\bsequential|\\blympha ?press|\\bflexitouch|\\binflat|\\bzipped|\\bsleeves?\\b(?! (?:on|off|worn|fit))`)],
    ['97140', new RegExp(`${byHand}|\\bmld\\b|\\bdrainage\\b|\\bvodder|\\bstrok|\\bskin stretch|\\bcleared\\b|\\btrunk\\b.{0,40}\\bfirst|\\bnodes?\\b|\\btoward`)],
  ] },
  { field: 'machine_or_hands', lead: '97124', as: [
    ['97039', new RegExp(`${machine}|\\bguns?\\b|\\btheragun|\\bhypervolt|\\bg-?5\\b|\\bmassager|\\bpercussor|\\brpm\\b|\\bhz\\b|\\bhand-?held (?!pressure)|\\battachment|\\bsetting \\d|\\bplate\\b|\\bpillow\\b|\\bmat\\b|\\bchair\\b`)],
    ['97124', new RegExp(`${byHand}|\\bpalms?\\b|\\bfists?\\b|\\bcupped\\b|\\bfinger-?(?:s|tips?)\\b|\\bloose hands?\\b|\\bsides? of (?:the|her|his|my|both) hands?|${strokes.source}`)],
  ] },
  { field: 'technique', lead: '97110', as: [
    ['97110', /\bactive(?:ly)?\b|\baarom\b|\barom\b|\baaromt?\b|\bself\b|\bwith (?:a |the |his |her )?(?:strap|band|belt|towel|pulleys?|wand|cane|dowel)\b|\b(?:pt|patient|client|he|she) (?:pull(?:s|ed)|push(?:es|ed)|contract(?:s|ed)|resist(?:s|ed)|held|holds|lift(?:s|ed)|slid(?:es)?)\b|\bpnf\b|\bhold[- ]relax|\bcontract[- ]relax|\bstrengthen|\bexercis|\breps?\b|\bcpm\b|\bheel slides?|\bpulleys?\b|\bpendulum|\bwand\b|\b\d ?x ?\d+|\bsets? of\b/],
    ['97140', /\bmobili[sz]|\bjoint mob|\bglid(?:e|es|ing)\b|\bgrade (?:i|1|2|3|4)|\bgr\.? ?(?:i+v?|1|2|3|4)\b|\bmyofascial|\bmfr\b|\breleas|\bsoft tissue|\bstm\b|\bcapsul|\bdistract|\bmanual therapy/],
    ['97124', strokes],
  ] },
  { field: 'technique', as: [
    ['97124', strokes],
    ['97140', release],
    ['20560', /\bneedl(?:e|es|ed|ing)\b(?!\w)|\bfilament|\bdn\b/],
    ['20552', /\binject|\blidocaine|\bbupivacaine|\bmarcaine|\bsyringe|\bcc\b|\bml\b|\bsteroid|\bgauge\b/],
  ] },
];

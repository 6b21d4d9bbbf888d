/** Words that make a time a pause within another one, and those that say that it was taken off already. */
import { wordNumberSource } from './number-words.ts';

const number = `(?:\\d{1,2}|${wordNumberSource})`;

/** The work stands still for a while. */
const still = ['breaks?', 'breather', 'rest(?:ed|ing|s)?', 'restroom', 'bathroom', 'toilet', 'loo', 'washroom', 'ladies', 'phone(?: call)?s?', '(?:phone |took (?:a |an |the )?)call', 'on a call', 'water', 'drink', 'snack', 'nap(?:ped)?', 'interrupt\\w*', 'paus(?:e|ed|es|ing)', 'drill', 'alarm', 'outage', 'sat', 'sit', 'sitting(?! (?:balance|tolerance))', 'lay there', 'time[\\s-]?out', 'cough\\w* (?:fit|spell)', 'dizzy spell', 'nosebleed', 'stopped', 'nothing (?:was )?done', 'idle', 'stood outside', 'evacuat\\w+', 'stepped (?:out|away|outside)', 'left the room', 'went (?:out|outside)', 'called away', 'pulled away', 'fussing', 'crying', 'meltdown'];
/** What belongs to a visit and to no treatment. */
const besides = ['(?:small )?talk(?:ed|ing)?', 'chat(?:s|ted|ting)?', 'convers\\w+', 'gossip\\w*', '(?:un)?dress(?:ed|ing)?', 'getting (?:changed|ready|dressed|undressed|off the table)', 'chang(?:ed|ing)(?! (?:position|direction|hot|level)\\w*)', 'gown\\w*', 'shoes', 'paperwork', 'forms?', 'intake', 'consent', 'history', 'paying', 'payment', 'rebook\\w*', 'schedul\\w+', 'check[\\s-]?(?:in|out)', 'wait(?:ed|ing)?', 'lobby', 'desk', 'setting up', 'set[\\s-]?up', 'clean[\\s-]?up', 'charting', 'notes?', 'documentation', 'explaining', 'questions'];

/** Any pause at all; with `stillWords`, only one of the work itself. */
export const stillWords = new RegExp(`\\b(?:${still.join('|')})\\b`);
export const pauseWords = new RegExp(`\\b(?:${[...still, ...besides].join('|')})\\b`);

/** Before a time that is taken off another: "minus a", "less the", "take off". */
export const minusBefore = /\b(?:minus|less|deduct(?:ed|ing)?|subtract(?:ed|ing)?|(?:take|took|taking|knock|knocked|come|comes) (?:off|away|out)|lost|lose|losing|out comes|excluding|not counting|not including|except(?: for)?|apart from|other than|aside from)\s+(?:(?:the|a|an|about|her|his|my|their|that|for|some|another|one)\s+)*$/;
/** Of these a time that was never in a length told in words: "30 minutes, not counting the 5 minute break". */
export const leftOutBefore = /\b(?:excluding|not counting|not including|except(?: for)?|apart from|other than|aside from)\s+(?:\w+\s+){0,2}$/;
/** A bare number that is taken off: "minus 5 for the bathroom". */
export const minusNumber = new RegExp(`\\b(?:minus|less|deduct|subtract|take (?:off|away|out)|took(?: off| out)?|needed|lost|knock(?:ed)? off)\\s+(?:(?:the|a|about)\\s+)?(${number})(?:\\s?(s|secs?|seconds)\\b)?(?!\\w|[.:/%]\\d|\\s*(?:than|lbs?|pounds|deg\\w*|%|#|reps|sets|points))`, 'g');
/** "the first 10 of it was talk", "last 5 dressing", "other twelve on the phone". */
export const endNumber = new RegExp(`\\b(?:first|last|final|opening|other|closing)\\s+(${number})(?:\\s+(?:min(?:ute)?s?))?(?:\\s+of\\s+(?:it|that|those|them|this|which|the\\s+\\w+))?(?=[\\s,:=-])`, 'g');
/** "10 of that I just sat", "5 of those were changing". */
export const partNumber = new RegExp(`(?<![\\d.:/$-])\\b(${number})(?:\\s+(?:min(?:ute)?s?))?\\s+of\\s+(?:it|that|those|them|this|which|the\\s+(?:time|hour|session|visit|\\d+))(?=[\\s,])`, 'g');
/** "Of the 50 minutes, 8 were spent in the restroom". */
export const wentNumber = new RegExp(`(?:^|[.,;:(]\\s|\\b(?:and|but) )(${number})(?:\\s+min(?:ute)?s?)?\\s+(?:was|were|went)(?=\\s)`, 'g');
/** A pause within: "in the middle", "halfway through", "that includes". */
export const amid = /\b(?:in the middle|mid(?:way|-?session|-?treatment)|half-?way|part-?way|in between|during (?:it|which|that|this|the)|(?:includes?|including|with|had|took|after) an? (?:\w+[\s-]){0,3}$|within (?:it|that))/;

/** Taken off already, or never counted. */
export const alreadyOff = /\balready (?:\w+ )?(?:out|off|taken|subtracted|deducted|excluded|removed|left out)\b|\b(?:do not|don't|dont|no need to|never|needn't|not to) (?:subtract|deduct|take)\b|\bnet of\b|\b(?:clock|timer|watch|stopwatch) (?:was )?(?:stopped|paused|off)\b|\b(?:stopped|paused) (?:the |my |her )?(?:clock|timer|watch|stopwatch)\b|\b(?:cost|lost|took) (?:us )?no (?:time|minutes)\b|\bnot (?:in|part of) (?:that|this|those|these)\b|\bon top of\b|\bin addition to\b|\b(?:made|make) (?:it|that|them|up)\b/;
/** Told as before or behind the work. */
export const outside = /\b(?:before(?:hand)?(?! (?:that|lunch|noon))|prior to|after(?:wards?| that| we| i | she (?:was|got|had)| the (?:session|treatment|massage|work|visit))|once (?:we|i|it) |on (?:his|her|my|their|the) way|earlier|later|first (?:we|i|she|he) |then (?:the|she|he|we|i) (?:girl|lady|desk|front|paid|dressed|talked|chatted|sat)|when (?:we|i) (?:were done|finished))\b/;

/** Words that tell a length of time by another: fractions, the rest, all but some, as long as another, evenly; the patterns alone. */
import { wordNumberSource } from './number-words.ts';

export const anyNumber = `(?:\\d{1,3}(?![\\d:/%]|\\.\\d)|${wordNumberSource}(?![a-z]))`;
const minutes = '(?:\\s*-?\\s*(?:m[a-z]{2,8}|\'))?';
const timeNouns = '(?:time|session|hour|visit|treatment|appointment|massage|total|slot|block|booking|minutes|mins?|period)';

/** What a share is taken of: the whole, told by a word or by its number. */
const whole = `(?:it|this|them|these|those|which|that(?:\\s+${timeNouns})?|(?:the|my|her|his|our|their|that)\\s+(?:whole\\s+|full\\s+|entire\\s+|total\\s+|timed\\s+|treatment\\s+|therapy\\s+|massage\\s+)?${timeNouns}(?:'s)?|(?:the|those|these|my|her|his|our|that|a)\\s+(?<told>${anyNumber})(?:\\s+(?:timed|total|treatment|billed|billable|direct|contact|hands[\\s-]on|one[\\s-]on[\\s-]one))?${minutes})`;
const left = '(?:(?:the|this|that)\\s+(?:rest|remainder|other\\s+half|second\\s+half|balance)|what\\s+(?:was|is|\'s)\\s+(?:left|over|remaining)|what\\s+remained|the\\s+remaining\\s+(?:time|minutes|half|part))';

const fractionSource = '(?:half|(?:one[\\s-]|a\\s)?third|two[\\s-]thirds|(?:one[\\s-]|a\\s)?quarter|three[\\s-]quarters|(?:one[\\s-]|a\\s)?fifth|(?:two|three|four)[\\s-]fifths|1\\/2|1\\/3|2\\/3|1\\/4|3\\/4|1\\/5|[½⅓⅔¼¾]|\\d{1,2}\\s?(?:%|percent|per cent))';
const values: Readonly<Record<string, number>> = { half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, 'two thirds': 2 / 3, 'three quarters': 3 / 4, 'two fifths': 2 / 5, 'three fifths': 3 / 5, 'four fifths': 4 / 5, '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4 };

/** The value of what `fractionSource` took. */
export function fractionValue(said: string): number {
  const slash = /^(\d)\/(\d)$/.exec(said);
  if (slash) return Number(slash[1]) / Number(slash[2]);
  if (/^\d/.test(said)) return Number.parseInt(said, 10) / 100;
  return values[said.replace(/^(?:one|a)[\s-]/, '').replace(/[\s-]+/g, ' ')] ?? NaN;
}

/** What is halved and is no time: squats, hours that are times of their own, ways, ranges. */
const noShare = '(?!\\s*(?:an?\\s+)?(?:hours?|hrs?|h|miles?|way|squat\\w*|kneel\\w*|turns?|rolls?|range|cups?|dose|speed|inch\\w*|marathon|laps?|past|price|foam|moon|bath|pads?)\\b)(?!-[a-z])(?!\\s+(?:as|again)\\b)';
const ordinals = '(?:the\\s+|for\\s+the\\s+|that\\s+)?(?:first|second|third|other|last|final|remaining)';
const lead = '(?:(?:exactly|about|roughly|nearly|almost|just|only|the|a|one|first|last|other|second|final)\\s+)*';

/** "two thirds of that", "half the hour", "a quarter of the 40 minutes". */
export const fractionOf = new RegExp(`(?<![\\w/.])${lead}(?<fraction>${fractionSource})\\s+(?:of\\s+(?:(?<left>${left})|${whole})|(?:the|my|our)\\s+(?:hour|time|session|visit|appointment)\\b)(?![a-z])(?!\\s+(?:as|again)\\b)`, 'g');
/** "the other half", "the last quarter". */
export const ordinalFraction = new RegExp(`(?<!\\bof\\s)(?<![\\w/.])${ordinals}\\s+(?<fraction>half|third|quarter|two[\\s-]thirds|three[\\s-]quarters|fifth)\\b${noShare}(?!\\s+of\\b)`, 'g');
/** "half kneading, half stretching"; counted where such shares make up one whole. */
export const loneFraction = new RegExp(`(?<![\\w/.-])(?:(?:the|about|roughly|exactly)\\s+)?(?<fraction>${fractionSource})(?![\\w/-])${noShare}(?=\\s+(?!of\\b|the\\b|less\\b|more\\b|better\\b|off\\b|done\\b|each\\b|and\\s+half\\b|normal\\b|body\\b|full\\b)[a-z])`, 'g');
/** "of the other half, two thirds went": what follows shares what is left. */
export const scopeOpening = new RegExp(`(?<!\\w\\s)(?:^|[.;,\\n]\\s*|\\b(?:and|but|then)\\s+)(?:out\\s+)?of\\s+${left}\\s*,?`, 'g');

const spentOn = '(?:was|were|went|goes|is|i|we|spent|being|doing|with|working|he|she|they|got|for|on|to|into|in|split|divided|as|all|pt|patient|client)\\b';
const noRest = '(?!\\s+(?:of\\s+(?!it\\b|that\\b|the\\s+(?:time|session|hour|visit|treatment|appointment|slot|minutes|\\d)|my\\s+(?:time|session|hour)|our\\s+(?:time|session|hour))|breaks?|periods?|days?|by\\b|expire\\w*|are\\b|stayed?\\b|pain\\b|hr\\b|intact|unremarkable|x\\b|\\d|between|position|tremor|splint|area))';
const restOf = `(?:\\s+of\\s+(?:the\\s+|that\\s+|my\\s+|our\\s+)?(?:${timeNouns}|it|(?<told2>\\d{1,3})${minutes}(?:\\s+m[a-z]+)?))?`;
/** "the rest was", "all the remaining time", "what remained of the 50", "the balance went to". */
export const restSure = new RegExp(`(?<!\\bof\\s)(?:\\b(?:all|for)\\s+)?\\b(?:the|and|all|my|her|his)\\s+(?:rest|remainder)\\b${noRest}${restOf}(?=\\s*(?:,\\s*)?${spentOn}|\\s*(?::|=|-\\s))|\\b(?:all\\s+)?(?:of\\s+)?(?:the\\s+|my\\s+)?remaining\\s+(?:time|minutes|part|portion)\\b(?!\\s+of\\s+(?!the\\s+(?:session|hour|visit)))|(?<!\\bof\\s)\\bwhat(?:ever)?(?:\\s+time|\\s+minutes)?\\s+(?:(?:was|is|were|'s)\\s+(?:left|remaining)(?:\\s+over)?|remained|remains)\\b(?!\\s*\\?)(?:\\s+of\\s+${whole.replaceAll('told', 'told3')})?|\\beverything\\s+(?:else|(?:in\\s+)?between)\\b(?!\\s+(?:is|was|hurts|feels|normal|the\\s+same))|\\ball\\s+else\\b(?=\\s+(?:was|went))|\\bthe\\s+balance\\s+(?=went\\b|was\\s+(?:spent|for)\\b|being\\b)|\\bthe\\s+balance\\s+of\\s+(?:it|the\\s+(?:time|session|hour|visit|treatment|appointment|\\d{1,3}(?:\\s*m[a-z]+)?))\\b`, 'g');
/** "the rest ex: heel raises", "rest gait": only where a whole and its parts are told. */
export const restOpen = new RegExp(`(?:(?<=[,;:.(-]\\s{0,3}|\\band\\s)|(?<=\\n))(?:the\\s+|all\\s+the\\s+)?(?:rest|remainder|balance)\\b${noRest}(?=\\s+[a-z])(?!\\s+(?:training|exercis\\w*|board|work|retrain\\w*|activit\\w*|beam|pad|and\\s+(?:gait|coordination)))`, 'g');

/** "all but ten of them". */
export const allBut = new RegExp(`\\b(?:all|everything)\\s+(?:but|except|save|apart\\s+from|minus)\\s+(?:for\\s+)?(?:about\\s+|the\\s+(?:first|last)\\s+)?(?<less>${anyNumber})${minutes}(?:\\s+of\\s+${whole})?(?![a-z])`, 'g');

const clauseEnd = '(?=\\s*(?:[,.;:)(\\n]|$|-\\s|\\/)|\\s+(?:and|then|with|on|to|in|for|of|she|he|we|i|period|comma|while|but|next|at|work|time|took|did|was|were|patient|pt|whatever|what|the)\\b)';
const ref = `(?<ref>that|it|this|them|the\\s+(?:first|former|above|other)|(?:(?:the|her|his|my|our|for|with|on|of)\\s+){0,2}[a-z][a-z-]*(?:\\s+[a-z][a-z-]*){0,2}?)${clauseEnd}`;
const multiples = '(?:twice|double|triple|(?:two|three|four|2|3|1\\.5|one\\s+and\\s+a\\s+half)\\s+times|half|a\\s+third|two[\\s-]thirds|three[\\s-]quarters)';
const multipleValues: Readonly<Record<string, number>> = { twice: 2, double: 2, triple: 3, 'two times': 2, '2 times': 2, 'three times': 3, '3 times': 3, 'four times': 4, '1.5 times': 1.5, 'one and a half times': 1.5 };
export const multipleValue = (said: string): number => multipleValues[said.replace(/\s+/g, ' ')] ?? fractionValue(said);

/** "twice as long as the ultrasound", "half the time of that", "two thirds as long". */
export const multipleOf = new RegExp(`\\b(?:for\\s+)?(?<times>${multiples})\\s+(?:as\\s+(?:long|many\\s+minutes|much\\s+time)(?:\\s+as\\s+${ref})?|the\\s+(?:time|length|minutes|duration)\\s+(?:of|as|for)\\s+${ref.replaceAll('<ref>', '<ref2>')}|(?<that>that)(?=\\s*(?:[,.;)\\n]|$|\\s(?:on|for|with|of|in|period|comma)\\b)))`, 'g');
/** "the same time as the massage", "as long as the gait", "the same again". */
export const sameAs = new RegExp(`(?:\\b(?:for\\s+)?(?:the\\s+)?(?:same|equal)\\s+(?:amount\\s+of\\s+)?(?:time|minutes|number\\s+of\\s+minutes|length)(?:\\s+(?:as|to)\\s+${ref})?(?=\\s*(?:[,.;)\\n]|$)|\\s+(?:for|on|with|of|to|in|was|went|as|and|then|work)\\b)|(?<!(?:twice|half|double|thirds?|quarters?|times|not|only)\\s)\\b(?:just|exactly|equally|for)\\s+as\\s+long\\s+as\\s+${ref.replaceAll('<ref>', '<ref2>')}|\\b(?:the\\s+same|as\\s+much|as\\s+long)\\s+again\\b)`, 'g');
/** "14 min longer than manual", "5 more than exercise". */
export const moreThan = new RegExp(`(?<![\\d.:/#$x-])\\b(?<by>${anyNumber})${minutes}\\s+(?<sign>more|less|fewer|longer|shorter)(?:\\s+(?:minutes|mins?))?\\s+than\\s+(?:on\\s+|in\\s+|for\\s+)?${ref}`, 'g');

const equally = '(?:evenly|equally|in\\s+half|down\\s+the\\s+middle|right\\s+down\\s+the\\s+middle|half\\s+and\\s+half|half\\s+(?:to|for|on)\\s+each|fifty[\\s-]fifty|50\\s?[/-]\\s?50|in\\s+two|(?:two|three|four)\\s+ways|in(?:to)?\\s+(?:(?:two|three|four|2|3|4)\\s+)?(?:equal\\s+|even\\s+)?(?:halves|thirds|quarters)|in(?:to)?\\s+(?:(?:two|three|four|2|3|4)\\s+)?(?:equal|even)\\s+(?:parts|shares|portions|blocks|pieces))';
/** "split evenly between", "cut in equal thirds -", "half and half", "50/50". */
export const evenSplit = new RegExp(`\\b(?:(?:was|were|is|got)\\s+)?(?:split|divid\\w+|cut|shared|broken|parted)(?:\\s+up)?\\s+(?:(?:up\\s+)?${equally}\\s*)+|\\bequal\\s+(?:time|parts|halves|thirds|shares|amounts)(?:\\s+(?:on|of|for|to|each))?|\\ban?\\s+(?:even|equal|50\\s?[/-]\\s?50)\\s+split(?:\\s+of)?|\\b(?:half\\s+and\\s+half|fifty[\\s-]fifty|half\\s+each|a\\s+third\\s+each|evenly)\\b(?=\\s*(?:between|among|on|for|,|:|-|\\.|;|$))|(?<![\\d/])50\\s?\\/\\s?50(?=\\s*(?:between|on|for|,|:|\\.|;|$))`, 'g');

const signs = ['half', 'halves', 'third', 'quarter', 'fifth', '%', 'percent', 'per cent', 'rest ', 'remain', 'balance ', ' left', 'twice', 'double', 'triple', 'times ', 'as long', 'same ', ' than', 'split', 'divid', 'equal', 'evenly', 'again', 'everything', 'all but', 'all except', 'all else', '½', '⅓', '⅔', '¼', '¾', '50/50', '1/', '2/3', '3/4'];

/** False for a text that tells no share. */
export const mayShare = (folded: string): boolean => signs.some((sign) => folded.includes(sign)) && shareSign.test(folded);

/** Nothing of the kind stands in a text without one of these. */
const shareSign = /\bhal(?:f|ves)\b|\bthirds?\b|\bquarters?\b|\bfifth|\d\s?%|\bper ?cent|\b(?:the|and|all) rest\b|(?<=[,;:.(\n] ?)rest [a-z]|\bremain|\bbalance (?:went|was|of|being)|\b(?:was|is|were|'s) left\b|\btwice\b|\bdouble\b|\btriple\b|\btimes (?:as|the)\b|\bas long\b|\bsame (?:time|amount|minutes|number|length)\b|(?:longer|shorter|more|less|fewer) than\b|\bsplit|\bdivid|\bequal|\bevenly\b|\bagain\b|\beverything\b|\ball (?:but|except|else)\b|[½⅓⅔¼¾]|50\s?\/\s?50|\b(?:1\/[2345]|2\/3|3\/4)\b/;

/** The word that each kind of share cannot do without. */
export const needed = { split: /split|divid|cut|shared|broken|parted|equal|even|hal[fv]|third|fifty|50/, more: / than /, multiple: /twice|double|triple|times|as long|the time|half that|third that/, same: /same|equal|as long|as much/, but: /\b(?:all|everything) (?:but|ex|save|apart|minus)/, scope: /\bof (?:the|this|that|what)\b/, fraction: /hal[fv]|third|quarter|fifth|%|percent|per cent|[½⅓⅔¼¾]|\d\/\d/, rest: /rest|remain|left|everything|all else|balance/ } as const;

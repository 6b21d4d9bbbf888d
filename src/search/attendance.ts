/** Who stood by while a current ran: told beside the electrodes first, else anywhere in the text. */
import type { Reader } from './selector-families.ts';

/** The clinician is at the electrodes. */
const attendedCues = [
  '\\battend(?:ed|ance|ing)\\b',
  '\\bnever let go\\b',
  '\\bkept (?:his|her|my|the|a) hands? on\\b',
  '\\b(?:hand|hands|fingers?) on the (?:dial|knob|electrode|probe|controls?)\\b',
  '\\b(?:beside|at (?:the )?(?:side|bedside)|next to) (?:of )?(?:him|her|me|pt|the (?:patient|pt|client|table|bed))\\b',
  '\\bat (?:the )?(?:bed)?side\\b',
  '\\badjust(?:ed|ing) (?:the )?(?:current|intensity|settings?|dial)\\b',
  '\\bcu(?:ed|eing|ing) (?:each|every|the|contractions?)\\b',
  '\\bh(?:eld|olds|olding) (?:it|the probe|the electrode|on)',
  '\\bprobe\\b',
  '\\b(?:ramp|rais|increas|turn|chang|titrat|adjust)(?:ed|ing) (?:up |it |the |her |his |my )*(?:current|intensity|up|output|dose|each)\\b',
  '\\bwhole time\\b',
  '\\bthroughout\\b',
  '\\bone[\\s-]on[\\s-]one\\b',
  '\\bby hand\\b',
  '\\bconstant\\b',
  '\\bstayed\\b',
];
/** The current is left running. */
const aloneCues = [
  '\\bunatt(?:ended|d)?\\b',
  '\\bno (?:constant |one-on-one )?attendance\\b',
  '\\bw\\/o attendance\\b',
  '\\b(?:walked|stepped|went) (?:away|off|out)\\b',
  '\\bleft (?:the )?room\\b',
  '\\bno(?:body| one| staff)(?: \\w+)? (?:in|at|by|near) the (?:room|bed|table|side)\\b',
  '\\bsaw (?:someone|somebody|another|the next|other)\\b',
  '\\b(?:another|other|next) (?:patient|room)\\b',
  '\\bnot attended\\b',
  '\\bun-attended\\b',
  '\\bwithout (?:constant )?attendance\\b',
  '\\bleft (?:running|on|alone|him|her|the (?:patient|client))',
  '\\bset (?:it )?up and left\\b',
  '\\bwhile (?:i|he|she|they|the (?:patient|client)) (?:rest|lay|wrote|was rest|finished|saw|treated|chart|document|typed|did (?:my|the) notes)',
  '\\bresting\\b',
  '\\bleft (?:for|under|it running|them running|on (?:the|with))\\b',
  '\\bplaced and left\\b',
  '\\bset and left\\b',
  '\\bleft (?:the |his |her |my |on the )?(?:\\w+ ){1,3}(?:on|running|in place)\\b',
  '\\bby (?:itself|themselves)\\b',
  '\\b(?:everybody|everyone|therapist|i|he|she|they) (?:then )?(?:left|stepped out|walked off|went (?:next door|to (?:the|my|another)))\\b',
  '\\bnobody (?:was )?(?:with|there|in|stayed)\\b',
  '\\bno one (?:was )?(?:with|there|in|stayed)\\b',
  '\\b(?:pt|patient|client) (?:alone|rested)\\b',
  '\\balone with\\b',
  '\\bcall (?:bell|button)\\b',
  '\\bnext door\\b',
  '\\btimer\\b',
];
const attended = new RegExp(attendedCues.join('|'));
const alone = new RegExp(aloneCues.join('|'));
/** Plain enough where they stand beside the electrodes, and of anything else elsewhere. */
const aloneBeside = /\balone\b|\bby (?:my|him|her|them)self\b|\bon (?:a|the) timer\b|\bnobody\b|\bno one\b|\bran by itself\b/;
const current = /\b(?:e-?\s?stim\w*|stim\w*|electr\w*|current|pads?|ifc|interferential|premod\w*|tens|nmes|hvps|hvgs|russian|zapper|ems)\b/;
const parts = /[.;\n|]|\b(?:then|after that|followed by|afterwards|plus)\b/;

/** Of a text's pieces those that tell of a current say first who stood by. */
export const readAttendance: Reader = (text) => {
  const beside = text.split(parts).filter((piece) => current.test(piece)).join(' . ');
  const left = alone.exec(beside) ?? aloneBeside.exec(beside);
  if (left && !/\b(?:never|not) (?:left )?(?:alone|unattended)/.test(beside)) return { code: '97014', by: left[0] };
  const stayed = attended.exec(beside);
  if (stayed) return { code: '97032', by: stayed[0] };
  const away = alone.exec(text);
  if (away) return { code: '97014', by: away[0] };
  const there = attended.exec(text);
  return there ? { code: '97032', by: there[0] } : undefined;
};

/** A code of current through the skin, which who stood by chooses. */
export const isCurrent = (code: string | undefined): boolean => code === '97014' || code === '97032' || code === 'G0283';

/** A folded sentence that goes on from the one before with what somebody did, without a time of its own. */
export const tellsWhoStayed = /^\s*(?:she|he|i|we|they|pt|patient|client|therapist|nobody|no one|staff)\b(?!.*\d\s*min)/;

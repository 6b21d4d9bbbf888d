/** Words that say what a time of day is: the work's beginning or end, coming, going, what was booked, an idle while. */

const beginning = ['hands[\\s-]on', 'on (?:the )?table', 'lay down', 'got on(?: the table)?', 'in (?:the )?(?:water|pool)', 'entered', 'resum(?:ed|ing)', 'start(?:ed|s|ing)?(?: time)?', 'beg[aiu]n(?:ning|s)?', 'commenc\\w+', 'kicked off', 'got (?:going|started|underway)', 'from', '(?:took|brought|called|taken)(?: him| her| them| me)? back', 'roomed', 'face[\\s-]?(?:down|up)(?: on the table)?', 'fetched (?:him|her|me|them)', '(?:switched|turned|flipped|put|went) (?:it |them |the \\w+ )?on', 'needles? in', 'back (?:on|at it)', 'first (?:stroke|needle|rep)', 'picked (?:it |things )?(?:back )?up(?: again)?', 'on'];
const ending = ['until', 'til', 'till', 'up to', 'through(?: to)?', 'to', 'end(?:ed|s|ing)?(?: time)?', 'finish(?:ed|es|ing)?', 'stop(?:ped|s|ping)?', 'quit(?:ting)?', 'wrapp(?:ed|ing) (?:it |things )?up', 'conclud\\w+', 'done', 'off(?: (?:the )?table)?', 'got (?:up|off|out)', 'went (?:on )?(?:to|until)', 'ran (?:on |over )?(?:to|until|till)', 'complet(?:ed|e)', '(?:shut|switched|turned) (?:it |them |the \\w+ )?off', 'hands[\\s-]off', 'came off', 'needles? out', 'called it', 'last (?:stroke|rep)', 'back inside', 'let up'];
const coming = ['time in', 'check(?:ed|s|ing)?[\\s-]?in', 'clock(?:ed|s)?[\\s-]?in', 'sign(?:ed|s)?[\\s-]?in', 'came(?: in)?', 'got (?:there|in|here)', 'arriv(?:ed|al|es|ing)', 'arr', '(?:walked|rolled|strolled|wandered|wheeled|pulled|ran|rushed|showed|turned|hobbled|limped) (?:in|up)', 'in', 'seen'];
const going = ['time out', 'check(?:ed|s|ing)?[\\s-]?out', 'clock(?:ed|s)?[\\s-]?out', 'sign(?:ed|s)?[\\s-]?out', 'walked out', 'out(?: the door)?', 'left', 'leav(?:e|es|ing)', 'depart(?:ed|s|ure)?', 'gone', 'discharged', 'headed (?:out|home)'];
const booking = ['booked(?: for)?', 'scheduled(?: for)?', 'slot(?: was)?', 'appt', 'appointment', 'down for', 'due', 'supposed to \\w+', 'told (?:me|him|her)', 'reserved', 'originally', 'next (?:client|patient|one)(?: \\w+)?'];

export type Cue = 'begin' | 'end' | 'come' | 'go' | 'booked';
const any = (lists: readonly string[]): string => lists.join('|');
const named = `(?:(?<booked>${any(booking)})|(?<go>${any(going)})|(?<end>${any(ending)})|(?<begin>${any(beginning)})|(?<come>${any(coming)}))(?![a-z])`;
const cues = new RegExp(`\\b${named}`, 'g');
/** Between a word and the time that it stands directly before. */
const leads = /^\s*(?:by\s+\w+\s+)?[:=@,]?\s*(?:at|around|about|by|only|just|sharp|promptly|time)?\s*(?:about|around)?\s*[:=@]?\s*(?:(?:the|a)\s+)?$/;
const atTime = /(?:\b(?:at|around|about)|@)\s*(?:about\s+|around\s+|the\s+|a\s+)?$/;
const behind = new RegExp(`^\\s*\\(?(?:(?:is |was )?when\\s+)?(?:(?:we|i|she|he|pt|patient|client)\\s+)?(?<all>${named})`);

/** Words that are no cue from afar, and verbs that are one with their object between: "started MFR 9:02". */
const nearOnly = /^(?:to|from|on|through|off|done)$/;
const verbs = /^(?:start|beg[aiu]n|resum|stop|finish|quit|end)/;
const object = /^\s+(?:[a-z-]+\s+){1,4}$/;

export interface Told { cue: Cue; word: string; /** Where the word begins and ends. */ start: number; end: number; /** Directly beside the time. */ near: boolean }

const kindOf = (groups: Record<string, string | undefined>): [Cue, string] => {
  const cue = (['booked', 'go', 'end', 'begin', 'come'] as const).find((c) => groups[c] !== undefined)!;
  return [cue, groups[cue]!];
};

/** What the words directly before a time say of it, or, where "at" leads to it, any word of its clause. */
export function cueBefore(folded: string, from: number, to: number): Told | undefined {
  const before = folded.slice(from, to);
  const far = atTime.test(before);
  let found: Told | undefined;
  for (const m of before.matchAll(cues)) {
    const [cue, word] = kindOf(m.groups!);
    const rest = before.slice(m.index + m[0].length);
    const near = leads.test(rest);
    if (!near && ((cue !== 'begin' && cue !== 'end') || nearOnly.test(word) || !(far || (verbs.test(word) && object.test(rest))))) continue;
    found = { cue, word, start: from + m.index, end: from + m.index + m[0].length, near };
  }
  return found;
}

/** What the words directly behind a time say of it: "2:10 in, 2:55 out". */
export function cueBehind(folded: string, from: number, to: number): Told | undefined {
  const m = behind.exec(folded.slice(from, to));
  if (!m) return undefined;
  const [cue, word] = kindOf(m.groups!);
  if (/^(?:to|from|until|til|till|through|up to)/.test(word)) return undefined;
  return { cue, word, start: from + m[0].length - m.groups!['all']!.length, end: from + m[0].length, near: true };
}

/** The work at the table, and not the visit. */
export const workWords = /table|water|pool|lay|hands|entered|resum|got on|switched|turned|needle|stroke|rep\b/;
/** Nothing is done to the patient meanwhile. */
export const idleWords = /\b(?:sat|sits|wait\w*|rest(?:ed|ing|s)?|lobby|lounge|magazine|water|drank|drink|lunch|nap(?:ped)?|talk(?:ed|ing)?|chat\w*|paperwork|forms|(?:un)?dress(?:ed|ing)?|got changed|chang(?:ed|ing) (?:clothes|shoes|out|into)|phone|call|alone|by (?:him|her|my)self|restroom|bathroom|toilet|loo|break|drill|alarm|lay there|next door|nobody|interrupt\w*|paused?|charting|notes?)\b/;
/** Hours of the patient's day and of what is no session. */
export const otherHours = /\b(?:pain|symptoms?|headaches?|spasms?|medic\w+|meds|dose|pills?|ibuprofen|tylenol|splint|brace|sling|worn|wears?|shift|works|school|sleeps?|slept|bedtime|woke|wakes|every (?:day|morning|afternoon|evening|night)|daily|nightly|at home|game|practice|fever|dialysis|surgery|fasting|ate|eats)\b/;
/** The booked beginning was the beginning. */
export const onTheDot = /\b(?:on the dot|on time|as booked|as scheduled|promptly|sharp|right on schedule)\b/;
/** Before and behind a block that was only booked. */
export const bookedBefore = /\b(?:slot|booked|booking|scheduled|schedule|appt|appointment|window|reserved)\b[^.;\n]{0,24}$/;
export const bookedBehind = /^\s*(?:\(?booked|\(?scheduled|slot|appt|appointment|booking|on the (?:books?|schedule))\b/;

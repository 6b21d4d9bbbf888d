/** Readers of a query's people: how many, who they are to the patient, who gave the service, whether it was the first time. */
import type { Chosen } from './query-families.ts';
import { counterOf, minutesTold } from './told-numbers.ts';
import { furtherOrFirst, said, some, withoutDenied } from './query-stages.ts';

const people = counterOf('patients?|pts?|people|persons?|participants?|members?|diabetics?|attendees|clients?|adults|kids|children|learners|students|of (?:us|them)');

export function choosesEducation(text: string): Chosen | undefined {
  const n = people(text) ?? (Number(/\b(?:group|class|party)(?: of)? (?:\d{1,2}\s*(?:-|to)\s*)?(\d{1,2})\b(?!\s*(?:min|h))/.exec(text)?.[1] ?? NaN) || undefined);
  if (n !== undefined) return n === 1 ? some(['98960'], 'one patient') : n <= 4 ? some(['98961'], `${n} patients`) : n <= 8 ? some(['98962'], `${n} patients`) : undefined;
  const alone = said(/\b(?:individual\w*|1[\s-](?:on|to)[\s-]1|by (?:him|her|my)self|alone|single|just me)\b/, text);
  if (alone) return some(['98960'], `"${alone}"`);
  const together = said(/\b(?:group|class|several|together|patients|course with others)\b/, text);
  return together ? some(['98961', '98962'], `"${together}"; how many is not told`) : undefined;
}

const together = /\b(?:parents|families|caregivers|spouses|relatives) (?:\w+ )?together\b|\b(?:group|class|(?:several|\d+|many|both) (?:famil\w*|caregivers?|carers|parents|spouses|wives|husbands)|families|multiple (?:famil\w*|caregivers|sets of)|parents of (?:several|\d|different|other)|caregivers of (?:several|\d|different|multiple)|workshop|other (?:families|caregivers|parents|wives|husbands))\b/;
const directCare = /\b(?:direct[\s-]care|dressings|wounds?|sores?|dressing changes?|pressure (?:sores?|ulcers?|injur\w*)|bed-?sores?|infections?|hygiene|turning (?:him|her|them|the)|catheter|ostomy|stoma|tube|feeding tube|suction\w*|skin care|medicat\w*|injections?)\b/;
const physical = /\b(?:lift\w*|transfer\w*|walk\w*|stand\w*|gait|exercis\w*|bath\w*|stairs|mobility|up from|get (?:me|him|her|them) up|help (?:me|him|her|them) up|communicat\w*|swallow\w*)\b/;
const present = /\b(?:patient|pt|client|him|her|me|i|child) (?:was |were )?(?:also )?(?:present|there|in the room|attending|watching|with (?:us|them))\b|\bwith (?:the )?(?:patient|pt|client) (?:present|there|in)\b|\bin front of (?:the )?(?:patient|pt|me)\b|\bwhile i (?:was )?(?:there|watched|sat)\b/;
const absent = /\bwhile (?:i|he|she) slept\b|\basleep\b|n't\b|\bw\/o\b|\b(?:not|never|without|absent|away|nobody|no)\b/;

export function choosesCaregiver(text: string, lead: string): Chosen | undefined {
  const care = said(directCare, text);
  const direct = care !== undefined || (lead.startsWith('G') && !physical.test(text));
  const here = absent.test(text) ? undefined : said(present, text);
  if (here) return some(['97535', '97530'], `"${here}": the codes of caregiver training are for training without the patient`);
  const group = said(together, text);
  if (group && !/\b(?:not|no) (?:in )?(?:a )?(?:group|class)|\bindividual/.test(text)) return some([direct ? 'G0543' : '97552'], `"${group}"`);
  const stage = direct ? furtherOrFirst(text, lead, 'G0541', 'G0542') : furtherOrFirst(text, lead, '97550', '97551');
  if (stage) return stage;
  if (direct) return some(['G0541'], `"${care ?? 'direct care'}"`);
  return absent.test(text) ? some(['97550'], 'the patient was not there') : undefined;
}

export function choosesHomeTraining(text: string, lead: string): Chosen | undefined {
  const kin = said(/\b(?:family|relatives?|wife|husband|daughter|son|spouse|mother|father|parents?|caregivers?|mom|dad)\b/, text);
  if (kin) return some(['S5110'], `"${kin}"`);
  if (/\b(?:per|by the|each|a|flat|whole) (?:session|visit)\b/.test(text)) return some(['S5109'], 'by the session');
  if (minutesTold(text) !== undefined) return some(['S5108'], 'by time');
  return lead === 'S5110' ? undefined : some(['S5108', 'S5109'], 'by time or by the session is not told');
}

export function choosesOrthotics(text: string, lead: string): Chosen | undefined {
  const later = said(/\b(?:later|subsequent|follow(?:ing)?[\s-]?up|f\/u|re-?check\w*|check-?\s?out|re-?fit\w*|adjust\w*|modif\w*|re-?adjust\w*|2nd|3rd|next|return\w*|came back|back (?:in|for)|tweak\w*|established)\b/, text);
  const begin = said(/\b(?:first|1st|initial|new|brand-new|just got)\b/, text);
  const limb = said(/\b(?:prosthe\w*|artificial|stump|residual limb|amput\w*|fake|bionic|socket|(?:plastic|carbon|metal|wooden|mechanical|myoelectric) (?:leg|arm|foot|hand|knee|limb))\b/, withoutDenied(text));
  if (begin && !later) return some([limb || lead === '97761' ? '97761' : '97760'], `"${begin}"`);
  if (later && !begin) return some(['97763'], `"${later}"`);
  return limb && lead === '97760' ? some(['97761'], `"${limb}"`) : undefined;
}

export function choosesSpeech(text: string): Chosen | undefined {
  const alone = said(/\bindiv\w*|\bind\b|\b1[\s-]*(?:on|to|:)[\s-]*1\b|\bby (?:him|her|my)self\b|\bnot (?:in )?(?:a )?group\b/, text);
  if (alone) return some(['92507'], `"${alone}"`);
  const group = said(/\b(?:group|grp|class|other (?:patients|kids|children)|[2-9] (?:patients|kids|children|people)|together)\b/, text);
  return group ? some(['92508'], `"${group}"`) : undefined;
}

const assistants: [RegExp, string][] = [[/\b(?:pta|physical therap\w* assistant|pt assistant|physio assistant)\b/, 'PTA'], [/\b(?:c?ota|occupational therap\w* assistant|ot assistant)\b/, 'OTA'], [/\b(?:slp|speech|language|st)\b/, 'SLP'], [/\b(?:ot|otr|occupational)\b/, 'OT'], [/\b(?:pt|dpt|physical|physio\w*)\b/, 'PT']];
const upkeepWords = /\b(?:maint\w*|upkeep|maintain\w*|keep (?:from|what)|hep program|establish\w* (?:a )?(?:home )?program)\b/;
const agencyCodes: Record<string, [visit: string, upkeep: string, privately: string]> = { PTA: ['G0157', 'G2168', 'S9131'], OTA: ['G0158', 'G2169', 'S9129'], SLP: ['G0153', 'G0153', 'S9128'], OT: ['G0152', 'G0160', 'S9129'], PT: ['G0151', 'G0159', 'S9131'] };

export function choosesHome(text: string, lead: string): Chosen | undefined {
  const named = assistants.filter(([p]) => p.test(text)).map(([, w]) => w).filter((w, _, all) => !(w === 'PT' && all.includes('PTA')) && !(w === 'OT' && all.includes('OTA') && !/\bot\b/.test(text)));
  const who = named[0];
  if (!who) return undefined;
  const [visit, upkeep, privately] = agencyCodes[who]!;
  const kept = said(upkeepWords, text);
  if (who === 'SLP' && !/\b(?:home|house|agency|hospice|hha|hh)\b/.test(text)) return /\b(?:swallow\w*|feed\w*|dysphagia|chew\w*|liquids?|choking)\b/.test(text) ? some(['92526'], 'swallowing') : some(['92507'], 'speech, not told to be in the home');
  const others = named.length > 1 || /\bassistant\b/.test(text) && !who.endsWith('A') ? [...named, ...(/\bassistant\b/.test(text) ? ['PTA', 'OTA'] : [])] : undefined;
  if (others) return some([...new Set(others.map((w) => agencyCodes[w]![kept ? 1 : 0]))], 'whose visit is not told');
  if (kept) return some([upkeep], `${who}, "${kept}"`);
  const agency = said(/\b(?:agency|home health|hha|hh|hospice|15 minutes|15 min|15-min\w*|each 15)\b/, text);
  const daily = said(/\b(?:per diem|per day|by the day|a day|daily|private\w*|flat)\b/, text);
  return agency && !daily ? some([visit], `${who}, "${agency}"`) : daily && !agency ? some([privately], `${who}, "${daily}"`) : lead.startsWith('S') ? some([privately, visit], who) : some([visit, privately], who);
}

const newcomer = /\bnew (?:patient|pt|client|to (?:the|our))\b|\bnp\b|\bnew ov\b|\bfirst (?:visit|time|office)\b|\binitial (?:visit|office|exam\w*)|\bnever (?:seen|been)\b|\bnew\b/;
const known = /\best(?:ab\w*)?\b|\breturning\b|\bfollow[\s-]?up\b|\bf\/u\b|\bknown (?:patient|pt)\b|\bseen before\b|\bnot (?:a )?new\b/;
const decisions: [RegExp, number][] = [[/\bstraight\s?-?forward\b|\bsf\b|\bminimal\b/, 0], [/\blow\b/, 1], [/\bmod(?:erate)?\b/, 2], [/\bhigh\b|\bsevere\b/, 3]];

export function choosesVisit(text: string, lead: string): Chosen | undefined {
  const old = said(known, text);
  const young = old ? undefined : said(newcomer, text);
  const isNew = young ? true : old ? false : undefined;
  const level = Number(/\b(?:level|lvl|lv|l)\s*-?\s*([1-5])\b/.exec(text)?.[1] ?? NaN);
  const n = minutesTold(text);
  const decision = decisions.map(([p, i]) => [said(p, text), i] as const).find(([s]) => s !== undefined)?.[1];
  const pick = (fresh: boolean): string | undefined => {
    if (level) return fresh ? (level >= 2 ? `9920${level}` : undefined) : `9921${level}`;
    if (n !== undefined && n >= (fresh ? 15 : 10)) return fresh ? (n >= 60 ? '99205' : n >= 45 ? '99204' : n >= 30 ? '99203' : '99202') : n >= 40 ? '99215' : n >= 30 ? '99214' : n >= 20 ? '99213' : '99212';
    return decision === undefined ? undefined : `${fresh ? '9920' : '9921'}${decision + 2}`;
  };
  if (/\b(?:nurse|staff|ma) (?:visit|only)\b|\bno (?:doctor|physician|provider)\b|\bwithout (?:the )?(?:doctor|physician)\b/.test(text) && isNew !== true) return some(['99211'], 'staff alone');
  if (lead === '99211' && decision === undefined && n === undefined && !level) return undefined;
  const codes = [isNew === false ? undefined : pick(true), isNew === true ? undefined : pick(false)].filter((c) => c !== undefined);
  if (codes.length === 0) return isNew === undefined ? undefined : some(isNew ? ['99203', '99202', '99204', '99205'] : ['99213', '99212', '99214', '99215', '99211'], 'minutes or decisions are not told');
  return some(lead.startsWith('9921') ? codes.reverse() : codes, [young ?? old, level ? `level ${level}` : n !== undefined ? `${n} minutes` : undefined].filter(Boolean).join(', '));
}

/** A call of five to ten minutes is a check-in as well. */
export function choosesCall(text: string, lead: string): Chosen | undefined {
  // A range of bare numbers in a look-up for a call is its minutes: "telephone assessment 21-30".
  const n = minutesTold(text) ?? (Number(/\b\d{1,2}\s*(?:-|to)\s*(\d{1,2})\b/.exec(text)?.[1] ?? NaN) || undefined);
  if (n === undefined || n < 5) return undefined;
  if (n <= 10) return lead === 'G2251' ? some(['G2251', '98966'], `${n} minutes`) : /\bassessment\b/.test(text) ? some(['98966'], `${n} minutes`) : some(['98966', 'G2251'], `${n} minutes`);
  return some([n <= 20 ? '98967' : '98968'], `${n} minutes`);
}

/** The doctor who treats, or another. */
export function choosesDisability(text: string): Chosen | undefined {
  const other = said(/\b(?:another|other|different|independent|ime|outside|strange|second opinion|2nd opinion|not (?:my|the|his|her) (?:own |usual |treating )?(?:doctor|physician)|never (?:seen|met|treated)|non-?treating|(?:doesn't|does not|did not|didn't) treat)\b/, text);
  if (other) return some(['99456'], `"${other}"`);
  const own = said(/\b(?:(?:my|his|her|their|the patient's) (?:own |usual |regular )?(?:doctor|physician|gp|pcp)|own (?:doctor|physician)|treating|attending|usual doctor|regular doctor|family doctor|who treats)\b/, text);
  return own ? some(['99455'], `"${own}"`) : undefined;
}

/** Readers of the device or wound that a query tells of: stimulation, laser, negative pressure, needles with current, traction, supplies. */
import type { Chosen } from './query-families.ts';
import { furtherOrFirst, said, some } from './query-stages.ts';
import { isLarger } from './told-numbers.ts';

const disposable = /\b(?:disp(?:osable)?|throw-?\s?away|single[\s-]use|1[\s-]time use|1-use|pico|snap|prevena|thrown (?:away|out)|mechanical(?:ly)? powered|non-?durable|non-?dme)\b/;
const durable = /\b(?:durable|dme|rented|rental|owned|reusable|canister|kci|plug-?in|hospital-?grade|big pump)\b/;

/** A vacuum by its everyday name is most often a durable pump; with an area that is enough. */
const vacuum = /\b(?:wound vac|v\.?a\.?c\.?)(?!\w)/;

export function choosesArea(text: string, lead: string): Chosen | undefined {
  const kept = said(/\b(?:not|isn't|non|no)[\s-]+(?:a )?(?:disposable|single[\s-]use|throw-?\s?away)\b/, text);
  const thrown = kept ? undefined : said(disposable, text);
  const owned = thrown ? undefined : (kept ?? said(durable, text));
  const larger = isLarger(text, 50);
  const leadIsThrown = lead === '97607' || lead === '97608';
  const device = thrown ? true : owned || (larger !== undefined && vacuum.test(text)) ? false : leadIsThrown ? true : undefined;
  const codes = [['97605', false, false], ['97606', false, true], ['97607', true, false], ['97608', true, true]].filter(([, d, l]) => (device === undefined || d === device) && (larger === undefined || l === larger)).map(([c]) => String(c));
  return some(codes, [thrown ?? owned, larger === undefined ? undefined : larger ? 'over 50 sq cm' : 'up to 50 sq cm'].filter(Boolean).join(', ') || 'device and area are not told');
}
const openWound = /\b(?:wounds?|ulcers?|bed-?\s?sores?|pressure (?:sores?|injur\w+)|sores?|cuts?|incision|laceration|burns?|decub\w*|gash|graft|surgical site)\b/;
const notWound = /\b(?:no|not (?:a|for)?|without(?: a)?|non)[\s-]+(?:an? |any |open )*(?:wounds?|ulcers?)\b/;
const chronic = /\b(?:stage|grade|stg)\s*(?:3|4|iii|iv)\b|\bchronic\b|\b(?:pressure|venous|arterial|diabetic|stasis|decub\w*)\b.*\b(?:ulcers?|sores?|injur\w+)|\b(?:not|n't|never|hasn't|has not|won't|failed to|refus\w+ to|stalled|non-?)\s*(?:\w+ )?(?:heal\w*|clos\w*|improv\w*)|\b(?:30|[4-9]\d|1\d\d)\+? days\b|\b(?:[5-9]|1\d) (?:weeks|wks)\b|\b(?:\d+|several|a few|many) months\b|\ba month\b|\bbed-?\s?sores?\b/;
const fresh = /\b(?:stage|grade|stg)\s*(?:1|2|i|ii)\b|\bfresh\b|\bacute\b|\bnew (?:wound|cut|burn)|\b[1-4] (?:weeks?|wks?)\b|\b(?:[1-9]|1\d|2\d) days?\b|\b(?:surgical|post-?op\w*|trauma\w*|burns?|incision|cut|laceration)\b/;
const stays = /\bhand-?\s?held\b|\b(?:never|not|n't|wasn't|nor) (?:\w+ )?(?:left|unattended|leave|alone)\b|\b(?:held|holding|holds|hold) (?:it|the|by|on|to|in|an?)\b|\bprobe\b|\bwhole time\b|\bthroughout\b|\b1[\s-](?:on|to)[\s-]1\b|\bby hand\b|\bconstant\b|\bstay(?:ed|s|ing)? (?:with|the|by|at|and)\b|\bmanned\b|\bat (?:the )?(?:bed)?side\b|\bin (?:constant )?attendance\b|\battended\b|\bclinician (?:present|attend\w+)/;
const leaves = /\bun-?attended\b|\bnot attend\w*|\bwithout (?:\w+ )?attend\w*|\bno (?:constant )?attend\w*|\bleft (?:running|on|alone|me|him|her|the|them|in place)\b|\b(?:walked|went|gone) (?:away|off|out)\b|\bleft (?:the )?room\b|\bnot in (?:the )?room\b|\bset (?:it )?(?:up )?and (?:left|walked|forgot\w*)\b|\b(?:rest(?:ed|ing)?|dozed|napped|read) (?:while|with|under|on)\b|\bnobody (?:stayed|there|with)\b|\bby (?:him|her|my)self\b|\balone\b|\bpads only\b|\bout of the room\b|\bstepped (?:away|out)\b|\bnot (?:present|there|held|staying)\b/;
const medicare = /\b(?:medicare|cms|part b|mcr|tricare|medicaid)\b/;
const privatePayer = /\b(?:private|commercial|aetna|cigna|bcbs|blue (?:cross|shield)|uhc|united|humana|anthem|non-?medicare|not medicare|auto|workers'? comp)\b/;

export function choosesStimulation(text: string, lead: string): Chosen | undefined {
  const wound = notWound.test(text) ? undefined : said(openWound, text);
  if (wound || lead === 'G0281' || lead === 'G0282') {
    if (!wound) return notWound.test(text) ? some(['G0283', '97014'], 'no wound') : /\bunattend|not attend|pads only/.test(text) ? some(['97014', 'G0283'], 'no wound is told of') : undefined;
    const old = said(chronic, text);
    const young = said(fresh, text);
    const notOld = /\bnot (?:a )?(?:chronic|stage|pressure)|\bother than\b|\bnon-?chronic\b/.test(text);
    return old && !notOld ? some(['G0281'], `"${wound}", "${old}"`) : young || notOld ? some(['G0282'], `"${wound}"${young ? `, "${young}"` : ''}`) : some(lead === 'G0282' ? ['G0282', 'G0281'] : ['G0281', 'G0282'], `"${wound}"`);
  }
  const gone = said(/(?:\bnot|n't|\bnever|\bno one|\bnobody) (?:stay\w*|remain\w*)\b/, text);
  const by = gone ? undefined : said(stays, text);
  const away = gone ?? said(leaves, text);
  if (by && !/\bnot (?:in (?:constant )?attendance|attended|held)|\bun-?attended/.test(text.replace(/\b(?:never|not) (?:left )?unattended/, ''))) return some(['97032'], `"${by}"`);
  const payer = said(privatePayer, text);
  const federal = payer ? undefined : said(medicare, text);
  if (federal && (lead !== '97032' || gone)) return some(['G0283'], `"${federal}"`);
  if (payer && (away || lead === '97014' || lead === 'G0283')) return some(['97014'], `"${payer}"`);
  return away ? some(['97014', 'G0283'], `"${away}"`) : undefined;
}
const afterSurgery = /\b(?:after (?:an? |the |my |his |her |knee |hip |shoulder )*(?:operation|surgery|procedure|replacement|repair)|post[\s-]?op\w*|post[\s-]?surg\w*|surgical pain|from (?:an? |the |my |his |her )(?:operation|surgery))\b/;

export function choosesLaser(text: string, lead: string): Chosen | undefined {
  const dynamic = said(/\bdynamic\w*|\bphotonic\b|\bthermo-?kinetic\w*|\bheats? (?:and|with|plus) (?:laser|light)|\b(?:laser|light) (?:and|with|plus) heat\b|\bwillow curve\b/, text);
  if (dynamic) return some(['0552T'], `"${dynamic}"`);
  const surgery = said(afterSurgery, text);
  if (surgery && !/\b(?:warm|heating|class (?:iv|4))\b/.test(text)) return some(['97037'], `"${surgery}"`);
  const strong = said(/\bclass (?:iv|4)\b|\bhigh[\s-]?(?:power|intensity)\w*|\bhilt\b|\bhot laser\b|\bdeep tissue laser\b/, text);
  if (strong) return some(['97039', 'S8948', '0552T'], `"${strong}": payers read it differently`);
  // "Laser on the Achilles" does not say which.
  if (lead === 'S8948' && !/\b(?:cold|low|lllt|red|level|soft|photo\w*|non-?thermal|no heat|without heat|does not heat|pen|probe|diode|biostim\w*|commercial|private|blue cross|attend\w*|held|s8948)\b/.test(text)) return some(['S8948', '97037', '0552T', '97039'], 'which laser is not told');
  return lead === '97037' && !surgery ? some(['S8948', '97037'], 'no surgery is told of') : undefined;
}

/** A home unit by its leads. */
export function choosesTens(text: string): Chosen | undefined {
  if (/\b(?:supplies|supply|kit|refill|monthly|month|wires?|cables?|pads|batter\w+)\b/.test(text)) return undefined;
  return /\b4\b|\bmulti|\bdual|\b2nd channel|\b2[\s-]channel/.test(text) ? some(['E0730'], 'four leads') : /\b2\b/.test(text) ? some(['E0720'], 'two leads') : undefined;
}
const current = /\b(?:electro\w*|electric\w*|e-?\s?stim\w*|stim\w*|current|microcurrent|clips|hooked up|wires?|wired|milliamps?|hertz|hz)\b/;
const noCurrent = /\b(?:no|not|without|w\/o|non|minus|never)\b[\w\s-]{0,18}\b(?:electr\w*|e-?\s?stim\w*|stim\w*|current|wires?)\b|\bmanual\b/;

/** Needles: with current or not, the ear alone or the body, the first set or a later one. */
export function choosesAcupuncture(text: string, lead: string): Chosen | undefined {
  const wired = noCurrent.test(text) ? undefined : said(current, text);
  const ear = said(/\b(?:ears?|auric\w*)\b/, text);
  if (wired && ear) return some(['S8930'], `"${ear}", "${wired}"`);
  if (lead === 'S8930' && !wired) return some(['97810', 'S8930'], 'no current is told of');
  const [base, next] = wired || ((lead === '97813' || lead === '97814') && !noCurrent.test(text)) ? ['97813', '97814'] : ['97810', '97811'];
  return furtherOrFirst(text, lead, base, next) ?? some([base], wired ? `"${wired}"` : 'no current is told of');
}
const pelvic = /\b(?:pelvic|pf|pfm|kegel\w*|anal|anorectal|rectal|vagin\w*|perine\w*|bladder|bowel|incontinen\w*|manomet\w*|urinary|levator ani|pee(?:ing)?|urine|leak\w*|poop)\b/;

/** Biofeedback of the pelvic floor, by its stage, or of anything else. */
export function choosesBiofeedback(text: string, lead: string): Chosen | undefined {
  const floor = /\b(?:not|non|other than|no)[\s-]+(?:the )?pelvic/.test(text) ? undefined : said(pelvic, text);
  if (!floor && (lead === '90901' || /\b(?:forehead|jaw|neck|shoulders?|hands?|temperature|heart rate|breath\w*|headaches?|migraine|trap\w*|skin|not pelvic|non-?pelvic)\b/.test(text))) return some(['90901'], 'no pelvic floor is told of');
  return furtherOrFirst(text, lead, '90912', '90913') ?? some(['90912'], floor ? `"${floor}"` : 'the first quarter hour');
}

/** A table that pulls, or one that a computer drives for decompression. */
export function choosesTraction(text: string): Chosen | undefined {
  const driven = said(/\bcomputer\w*|\bdecompress\w*|\bdrx\w*|\bvax-?d\b|\bspinemed\b|\baccu-?spina\b/, text);
  return driven ? some(['S9090'], `"${driven}"`) : undefined;
}

/** Supplies of a home stimulator: pads, wires, or the month's allowance. */
export function choosesSupplies(text: string): Chosen | undefined {
  if (/\b(?:month\w*|suppl(?:y|ies)|kit|refill|allowance)\b/.test(text)) return some(['A4595'], 'supplies of a month');
  return /\b(?:wires?|leads?|cables?|cords?)\b/.test(text) ? some(['A4557'], 'lead wires') : some(['A4556'], 'electrodes');
}

/** A program for the heart, with exercise or without. */
export function choosesHeart(text: string): Chosen | undefined {
  const without = said(/\b(?:no|without|not|minus) (?:any )?(?:exercis\w*|workout|gym|training)\b|\b(?:diet|nutrition|cooking|stress|meditation|group support|yoga)\b/, text);
  const moving = said(/\bexercis\w*|\bworkout\b|\btreadmill\b|\bbike\b/, text);
  return without ? some(['G0423'], `"${without}"`) : moving ? some(['G0422'], `"${moving}"`) : some(['G0422', 'G0423'], 'exercise is not told of');
}

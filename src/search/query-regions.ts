/** Readers of where on the body a query's service was, and how many parts: regions, muscles, the part that is taped or measured. */
import type { Chosen } from './query-families.ts';
import { said, some } from './query-stages.ts';
import { counterOf } from './told-numbers.ts';

const stepOf = (steps: readonly (readonly [number, string])[], n: number | undefined): string | undefined => (n !== undefined && n > 0 ? steps.find(([upTo]) => n <= upTo)?.[1] : undefined);
const regions = counterOf('regions?|regs?|rgns?|areas?|segments?');
const muscleCount = counterOf('muscles?|musc|msc|mm(?! filament| needle| thick| long)');
const spinal = [[2, '98940'], [4, '98941'], [5, '98942']] as const;
const osteopathic = [[2, '98925'], [4, '98926'], [6, '98927'], [8, '98928'], [10, '98929']] as const;
const spineParts = [/\b(?:cerv\w*|neck|c[\s-]?spine|c\d|c\/s|atlas|axis|occiput)\b/, /\b(?:thor\w*|mid(?:dle)?[\s-]?back|upper back|dorsal|t[\s-]?spine|t\d{1,2}|t\/s)\b/, /\b(?:lumb\w*|low(?:er)?[\s-]?back|l[\s-]?spine|l\d|l\/s)\b/, /\b(?:sacr\w*|s1|tailbone)\b/, /\b(?:pelvi[sc]|si|si joints?|sacro-?iliac\w*|ili(?:um|a|ac)|hip bones?)\b/];
const limbs = /\b(?:extra-?spinal|extremit\w+|shoulders?|elbows?|wrists?|hands?|fingers?|thumb|knees?|ankles?|foot|feet|toes?|ribs?|jaw|tmj|arms?|legs?)\b/;
const noSpine = /\b(?:not|no|other than|outside|away from|excluding|except|nothing (?:on|in|to)|instead of|rather than|non)[\s-]+(?:of )?(?:(?:the|his|her|my|on|in|to|for)\s+)*(?:spin(?:e|al)|back)\b|\bextra-?spinal\b/;

/** "C, T, L and sacrum": regions of the spine told by their letters. */
function spineLetters(text: string): number {
  const list = /\b[ctls]\b(?:\s*(?:,|\/|&|\+|-|and|\s)\s*(?:\b[ctlsp]\b|sacr\w*|pelvis|sij?))+/.exec(text)?.[0];
  return list ? new Set(list.match(/\b(?:[ctlp]|s(?:acr\w*|ij?)?|pelvis)\b/g)?.map((w) => (w === 'pelvis' || w === 'si' || w === 'sij' ? 'p' : w[0]))).size : 0;
}

export function choosesCmt(text: string, lead: string): Chosen | undefined {
  const byTherapist = /\bchiro|\bdc\b|\bcmt\b/.test(text) ? undefined : said(/\b(?:physical therapist|physio\w*|by (?:the |a |my )?pt|my pt)\b/, text);
  if (byTherapist) return some(['97140'], `"${byTherapist}": a therapist's thrust is manual therapy`);
  const away = said(noSpine, text);
  if (away) return some(['98943'], `"${away}"`);
  const whole = said(/\b(?:full|entire|whole|complete) spine\b|\ball (?:of the )?(?:5|spinal)\b|\b(?:cervical|neck|c1|head|top|atlas) (?:all the way )?(?:down )?to (?:the )?(?:pelvis|sacrum|tailbone|hips?|bottom|si joints?)\b|\btop to bottom\b/, text);
  const counted = regions(text) ?? countBeside(text, /\bcmt\b|\bchiro\w*|\badjust\w*/);
  const named = Math.max(spineLetters(text), spineParts.filter((p) => p.test(text)).length);
  const code = whole ? '98942' : stepOf(spinal, counted) ?? (lead === '98943' ? undefined : stepOf(spinal, named));
  if (lead === '98943' && limbs.test(text)) return some(['98943'], 'a part outside the spine');
  if (code) return some([code], whole ? `"${whole}"` : counted ? `${counted} regions` : `${named} spinal regions named`);
  const limb = said(limbs, text);
  return limb ? some(['98943'], `"${limb}" is outside the spine`) : undefined;
}

/** "OMT 9-10", "CMT 3-4": a count with nothing after it. */
function countBeside(text: string, name: RegExp): number | undefined {
  const after = text.slice((name.exec(text)?.index ?? 0)).replace(name, '');
  const m = /^\W*(?:to |of |x ?)?(\d{1,2})(?:\s*(?:-|to)\s*(\d{1,2}))?\W*(?:$|reg|area|rgn|body)/.exec(after);
  return m ? Number(m[2] ?? m[1]) : undefined;
}
const bodyParts = [/\b(?:head|crani\w*|skull|occiput)\b/, ...spineParts, /\b(?:ribs?|rib cage|costal|thorax)\b/, /\b(?:lower extremit\w*|le|legs?|knees?|ankles?|hips?|foot|feet)\b/, /\b(?:upper extremit\w*|ue|arms?|shoulders?|wrists?|elbows?)\b/, /\b(?:abdom\w*|viscer\w*|belly)\b/];

export function choosesOmt(text: string): Chosen | undefined {
  const counted = regions(text) ?? countBeside(text, /\bomt\b|\bosteopath\w*(?: manip\w*)?(?: treatment)?/);
  // A back that is not told more closely is one region.
  const named = bodyParts.filter((p) => p.test(text)).length + (/\bback\b/.test(text) && !spineParts[1]!.test(text) && !spineParts[2]!.test(text) ? 1 : 0);
  const code = stepOf(osteopathic, counted ?? (/\bwhole body|head to toe\b/.test(text) ? 10 : named));
  return code ? some([code], counted ? `${counted} regions` : `${named} body regions named`) : undefined;
}
const muscleNames = ['(?:upper |middle |lower )?trap(?:ezius|s|ezii)?|ut\\b', 'levator', 'rhomboid', 'infraspinatus', 'supraspinatus', 'teres', 'subscap', 'delt(?:oid)?', 'biceps', 'triceps', 'pec(?:toralis|s)?\\b', 'lat(?:issimus|s)\\b', 'multifid', 'erector|paraspinal', 'quadratus|ql\\b', 'glut\\w*(?: max\\w*)?\\b', 'glut\\w* med', 'glut\\w* min', 'piriformis', 'psoas|iliopsoas|iliacus', 'tfl|tensor', 'quad(?:riceps|s)?\\b(?!ratus)|vastus|rectus femoris', 'hamstring|semitend|semimem', 'adductor', 'gastroc', 'soleus', 'tibialis', 'peron', 'scm|sternocleido', 'scalene', 'splenius', 'suboccipital', 'masseter', 'temporalis', 'extensor', 'flexor', 'serratus', 'calf'].map((m) => new RegExp(`\\b(?:${m})`));

export function choosesNeedling(text: string, lead: string): Chosen | undefined {
  const shot = lead.startsWith('2055');
  const [few, many] = shot ? ['20552', '20553'] : ['20560', '20561'];
  const dry = said(/\b(?:dry|without (?:an )?inject\w*|(?:no|not|never|wasn't) inject\w*|nothing (?:\w+ )?injected|no (?:drug|medicine|fluid))\b/, text);
  const wet = said(/\b(?:lidocaine|bupivacaine|marcaine|steroid|injected|injection|numbing|shots?|syringe|procaine|toradol|saline)\b/, text);
  const [low, high] = dry && !wet ? ['20560', '20561'] : wet && !dry ? ['20552', '20553'] : [few, many];
  const counted = muscleCount(text);
  const n = counted !== undefined && counted <= 20 ? counted : /\b(?:several|multiple|many) muscles\b/.test(text) ? 3 : /\b(?:single|only 1|just 1|a) muscle\b/.test(text) ? 1 : muscleNames.filter((p) => p.test(text)).length;
  return n > 0 ? some([n <= 2 ? low : high], counted ? `${n} muscles` : `${n} muscles named`) : lead === low || lead === high ? undefined : some([low, high], 'an injection or a dry needle');
}
const straps: [RegExp, string][] = [[/\btoes?\b|\bhallux\b/, '29550'], [/\b(?:ankles?|foot|feet|heel|arch|achilles|plantar)\b/, '29540'], [/\b(?:knees?|patell\w*|kneecap)\b/, '29530'], [/\b(?:hips?|groin)\b/, '29520'], [/\b(?:hands?|fingers?|thumbs?)\b/, '29280'], [/\b(?:elbows?|wrists?|forearm)\b/, '29260'], [/\b(?:shoulders?|ac joint|scapula|deltoid|collarbone)\b/, '29240'], [/\b(?:chest|thora\w+|ribs?|torso)\b/, '29200']];

export function choosesStrapping(text: string): Chosen | undefined {
  const part = straps.find(([p]) => p.test(text));
  if (!part) return some(['29540', '29530', '29240', '29260', '29280'], 'no part of the body is told');
  return some([part[1]], `"${said(part[0], text)}"`);
}

/** Joint motion of a hand, or of another part. */
export function choosesMotion(text: string): Chosen | undefined {
  const hand = said(/\b(?:hands?|fingers?|thumbs?|digits?|knuckles?|metacarp\w*)\b/, text);
  const other = said(/\b(?:arms?|legs?|knees?|shoulders?|hips?|ankles?|elbows?|foot|feet|trunk|spine|back|neck|limbs?|toes?)\b/, text);
  return hand ? some(['95852'], `"${hand}"`) : other ? some(['95851'], `"${other}"`) : undefined;
}

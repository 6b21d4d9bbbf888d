/** The regions of the spine and of the body that words name: by name, by vertebra ("C2-T4", "L4-5"), by letters ("C/T/L"); what only aches stands apart. */

export type SpinalRegion = 'c' | 't' | 'l' | 's' | 'p';
const order: readonly SpinalRegion[] = ['c', 't', 'l', 's', 'p'];

const names: Readonly<Record<SpinalRegion, string>> = {
  c: 'cerv\\w*|neck|c[\\s-]?spine|atlas|axis|atlanto\\w*|occiput|occipital joints?|upper neck',
  t: "thoracic\\w*|thor|mid(?:dle)?[\\s-]?back|upper[\\s-]back|dorsal(?: spine)?|t[\\s-]?spine|costo-?vertebral\\w*|between (?:the|my|his|her|your|their) shoulder ?blades|mid(?:dle)? of (?:the|my|his|her) back|interscapular",
  l: 'lumb\\w*|low(?:er)?[\\s-]back|small of (?:the|my|his|her) back|l[\\s-]?spine|lowback',
  s: 'sacr(?:um|al)|tail-?\\s?bone|coccyx\\w*',
  p: "pelvi[sc]|si[\\s-]joints?|sij|s\\.i\\.|si|sacro-?\\s?iliac\\w*|ili(?:um|a|ums)|innominates?|hip bones?|hips? joint of the pelvis",
};
const byName = order.map((region) => [region, new RegExp(`\\b(?:${names[region]})\\b`)] as const);
const anyName = order.map((region) => names[region]).join('|');
const level = '\\b([ctls])-?(\\d{1,2})(?:\\s*(?:-|/|to|thru|through)\\s*([ctls])?-?(\\d{1,2}))?\\b(?!\\s*(?:min|x\\b|%|weeks?|wks?))';
const levels = new RegExp(level, 'g');
const highest: Readonly<Record<string, number>> = { c: 7, t: 12, l: 5, s: 5 };
const ofAll = /\b(?:full|entire|whole|complete)[\s-]spine\b|\ball (?:of the )?(?:5|five|spinal)(?: (?:spinal )?(?:regions?|areas?|levels?))?\b|\b(?:cervical|neck|c1|head|top|atlas|occiput) (?:all the way )?(?:down )?to (?:the )?(?:pelvis|sacrum|tailbone|hips?|bottom|si joints?|sacroiliac\w*)\b|\btop to bottom\b/;
/** "c/s", "t/s": the spine of the neck, of the chest; "s" is no sacrum there. */
const ofTheSpine = /\b([ctl])\/s\b(?!\s*\/)/g;
const letters = /\b[ctls]\b(?:\s*(?:,|\/|&|\+|-|and|\s)\s*(?:\b[ctlsp]\b|sacr\w*|pelvis|sij?\b))+|\b(?:ctl|ctls|ctlsp|clp|cls|ctp)\b/;

/** What hurts or was found is not what was treated: "neck and mid-back pain", "complains of low back". */
const complaint = new RegExp(`\\b(?:(?:${anyName})(?:\\s*(?:,|/|&|\\+|\\band\\b)\\s*|\\s+))+(?:(?:is|was|felt|feels|joint|muscles?|area) ){0,2}(?:pain\\w*|ach\\w+|hurt\\w*|sore\\w*|stiff\\w*|tight\\w*|tender\\w*|spasms?|discomfort|complaints?|strain|sprain|trouble|symptoms?|radiculopathy|rotation|rom|flexion)\\b|\\b(?:c/o|complain\\w* of|complaint of|pain (?:in|at|of|across)|because of|hx of|history of|came in (?:for|with)|presents? with|for (?:a|an|his|her|my|the) (?:sore|stiff|bad|acute|chronic|achy|painful)) (?:(?:the|his|her|my|a|in|acute|chronic|sore|stiff) ){0,3}(?:(?:${anyName})(?:\\s*(?:,|/|&|\\band\\b)\\s*(?:the |his |her |my )?)?)+`, 'g');

function inText(text: string): Set<SpinalRegion> {
  if (ofAll.test(text)) return new Set(order);
  const found = new Set<SpinalRegion>();
  for (const [region, pattern] of byName) if (pattern.test(text)) found.add(region);
  for (const m of text.matchAll(levels)) {
    const from = m[1] as SpinalRegion;
    const to = (m[3] ?? m[1]) as SpinalRegion;
    if (Number(m[2]) > highest[from]! || (m[4] !== undefined && Number(m[4]) > Math.max(highest[to]!, 1))) continue;
    for (const r of order.slice(order.indexOf(from), order.indexOf(to) + 1)) found.add(r);
    if (order.indexOf(to) < order.indexOf(from)) { found.add(from); found.add(to); }
  }
  const short = text.replace(ofTheSpine, (_, letter: SpinalRegion) => { found.add(letter); return ' '; });
  const list = letters.exec(short)?.[0];
  if (list) for (const w of /^[ctlsp]{3,}$/.test(list) ? [...list] : list.match(/\b(?:[ctlp]|s(?:acr\w*|ij?)?|pelvis)\b/g) ?? []) found.add(/^(?:pelvis|p|sij?)$/.test(w) ? 'p' : (w[0] as SpinalRegion));
  return found;
}

/** The spinal regions that a folded text names as treated; those that ache only where no other stands. */
export function spinalRegionsIn(folded: string): Set<SpinalRegion> {
  const treated = inText(folded.replace(complaint, ' '));
  return treated.size > 0 ? treated : inText(folded);
}

/** A place in the spine, for readers that look for where a word of adjusting was meant. */
export const spinePlace = new RegExp(`\\b(?:${anyName})\\b|${level}|${ofAll.source}|\\b[ctl]/s\\b|\\bspine\\b|\\b(?:\\d|one|two|three|four|five)(?: ?- ?\\d)? (?:spinal )?(?:regions?|regs?|rgns?)\\b|\\bback\\b(?! (?:in|into|where|to|on|home|again|pain))|${letters.source}`, 'g');

const others: readonly RegExp[] = [
  /\b(?:head|crani\w*|skull|tmj)\b/, /\b(?:ribs?|rib[\s-]?cage|costal|first rib|chest wall)\b/, /\b(?:lower (?:extremit\w*|limbs?)|b?les?|legs?|knees?|ankles?|hips?(?! bones?)|foot|feet|fibula\w*|tibia\w*|talus)\b/,
  /\b(?:upper (?:extremit\w*|limbs?)|b?ues?|arms?|shoulders?(?! ?blades?)|wrists?|elbows?|hands?(?!-?\s?on)|clavicle|radial head)\b/, /\b(?:abdom\w*|viscer\w*|belly|diaphragm)\b/,
];

/** How many of the ten regions of osteopathic treatment a folded text names as treated. */
export function bodyRegionsIn(folded: string): number {
  const treated = folded.replace(complaint, ' ');
  const count = (text: string): number => {
    const spine = inText(text);
    const back = /\bback\b/.test(text) && !spine.has('t') && !spine.has('l') ? 1 : 0;
    return spine.size + others.filter((p) => p.test(text)).length + back;
  };
  return count(treated) || count(folded);
}

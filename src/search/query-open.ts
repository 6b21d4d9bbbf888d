/** Wording that leaves several services open, where an expert would ask. */
import type { Chosen } from './query-families.ts';
import { said, some } from './query-stages.ts';

const life = /\b(?:to |for |back (?:to|at) |return\w* to )(?:get back to )?(?:the |his |her |my |a )?(?:work|jobs?|sports?|golf\w*|tennis|running|hockey|chores|daily life|housework|garden\w*|lifting|stairs|carry\w*|groceries)\b/;

/** Exercise for its own sake, or the practice of what life asks: the same movement may be either. */
export function choosesPurpose(text: string): Chosen | undefined {
  const movement = said(/\b(?:squats?|squatting|lunges?|step[\s-]?ups?|sit[\s-]to[\s-]stands?|lifts|dead-?lifts?|push(?:ing)? and pull(?:ing)?)\b/, text);
  const purpose = said(life, text);
  return movement && purpose ? some(['97530', '97110'], `"${movement}" and "${purpose.trim()}": a task of life or exercise`) : undefined;
}

/** Wording that experts would ask about: what it names may be more than one service. */
const open: [named: RegExp, unless: RegExp, codes: string[], why: string][] = [
  [/\b(?:trigger[\s-]?points?|trp|trps)\s+(?:therapy|treatments?|work|tx|care|treated)\b/, /\b(?:press\w*|releas\w*|manual\w*|hands?|thumbs?|elbow|knuckle\w*|compress\w*|ischemic|massag\w*|needl\w*|inject\w*|myofascial|strokes?|friction)\b/, ['97140', '97124', '20560', '20552'], 'it does not say how'],
  [/\b(?:transverse|cross[\s-]?(?:fib(?:er|re))?|deep)[\s-]+(?:transverse )?friction\b/, /\b(?:massag\w*|mobili[sz]\w*|manual|tools?|iastm|knead\w*|release)\b/, ['97140', '97124'], 'friction is taught as massage and billed by many as manual therapy'],
  [/\bcore (?:stab\w*|activation|control)\b/, /\b(?:strengthen\w*|endurance|planks?|sets?|reps?|balance|postur\w*|re-?ed\w*|proprio\w*|timing)\b/, ['97110', '97112'], 'for strength it is exercise, for control it is re-education'],
  [/\bnerve (?:glides?|gliding|floss\w*)\b|\bneural (?:glides?|mob\w*)\b/, /\b(?:manual\w*|by hand|therapist|passive|home|active)\b/, ['97112', '97140', '97110'], 'done by hand it is manual therapy, by the patient exercise or re-education'],
  [/\b(?:caregiver|carer|family|spouse) (?:education|teaching|instruction|training|ed)\b/, /\b(?:without|w\/o|absent|not (?:present|there)|no (?:patient|pt)|several|present|group|class|minutes?|first|additional|further|each|wound|direct|transfer\w*|skills?|behavio\w*|aba|home care|one-on-one)\b/, ['97550', '97552', '97535', 'G0541'], 'whether the patient was there, how many caregivers and what was taught decide'],
  [/\b(?:russian|kots)\b/, /\b(?:attend\w*|unattended|held|holding|probe|left|alone|whole time|throughout|medicare|massage)\b/, ['97014', '97032', 'G0283'], 'whether the clinician stayed decides'],
];

/** Wording on its own that leaves several services open. */
export function choosesOpen(text: string): Chosen | undefined {
  for (const [named, unless, codes, why] of open) {
    const words = said(named, text);
    if (words && !unless.test(text)) return some(codes, `"${words}": ${why}`);
  }
  return undefined;
}

/** A service without a code of its own: a modality, a procedure, or neither. */
export function choosesUnlisted(text: string): Chosen | undefined {
  if (/\bmodalit\w*|\bmachine\b|\bdevice\b/.test(text)) return some(['97039'], 'a modality without a code');
  if (/\btherap\w* procedure\b|\btherapeutic\b/.test(text)) return some(['97139'], 'a therapy procedure without a code');
  if (/\bmedicine\b|\brehab\w* (?:service|procedure)\b|\bpm&r\b|\bphysical\b/.test(text)) return some(['97799'], 'a rehabilitation service without a code');
  return some(['97139', '97799', '97039'], 'no code of its own');
}

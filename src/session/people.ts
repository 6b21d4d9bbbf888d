/** Who performed the service and who pays, read from the words of a session. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PayerProfile } from '../catalog/schemas.ts';
import { foldText } from '../search/normalise.ts';

const referring = /\b(?:referred|referral|prescribed|ordered|order|sent|seen|evaluated|script|prescription|letter|signed)(?: \w+){0,3} (?:by|from|of|to) (?:a |an |the |her |his |my )?$|\b(?:husband|wife|friend|mother|colleague|sees|saw|see) (?:is )?(?:a |an |the |her |his |my )?$|\b(?:with|co-treatment with|co treatment with|while) (?:a |an |the )?$/;
const acted = /^\s*(?:\([^)]*\)\s*)?(?:,\s*)?(?:here|did|gave|performed|provided|treated|worked|saw|adjusted|massaged|used|applied|spent|started|completed|taught|trained|delivered|rendered|needled|and i|in (?:my|a|private) (?:practice|state))\b/;

/** Beside these "CMT" is what was done, and no certified massage therapist. */
const adjusts = /\bchiro|\badjust|\bspin(?:e|al)\b|\bdc\b|\b(?:lumb|cerv|thor|sacr|pelv)|\bregions?\b|\b[ctl]\d\b/;

/** The provider type that the words name as the one who performed; undefined where they do not say. */
export function providerIn(catalog: Catalog, text: string): string | undefined {
  const folded = foldText(text);
  let found: { type: string; at: number } | undefined;
  for (const entry of catalog.provider_types) {
    if (entry.id === 'other') continue;
    for (const word of [entry.id.replace(/_/g, ' '), ...entry.words].filter((w) => w !== 'massage' && w !== 'chiropractic')) {
      if (!folded.includes(word) || (word === 'cmt' && adjusts.test(folded))) continue;
      const pattern = new RegExp(`(?<![a-z0-9/.-])${word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![a-z0-9/-])`, 'g');
      for (const m of folded.matchAll(pattern)) {
        const before = folded.slice(Math.max(0, m.index - 40), m.index);
        const after = folded.slice(m.index + m[0].length, m.index + m[0].length + 30);
        if (referring.test(before)) continue;
        const self = /\b(?:i am|i'm|im|as|by|from|with me,)\s+(?:a |an |the |our |licensed |registered |certified |your )*$/.test(before) || acted.test(after) || /\b(?:i am|i'm) (?:a |an )?\w* ?$/.test(before);
        // Two or three letters are a title only in capitals: "PT" performed, but "pt" is the patient.
        const letters = word.replace(/[^a-z]/g, '').length <= 3;
        const capitals = text.slice(m.index, m.index + m[0].length) === text.slice(m.index, m.index + m[0].length).toUpperCase();
        if (letters && (!capitals || (!self && word !== 'lmt' && word !== 'pta'))) continue;
        if (letters && /^(?:pt|mt|at|ot|pa|do|md)$/.test(word) && !/\b(?:i am|i'm|by|from) (?:a |an |the )?$/.test(before)) continue;
        if (!self && !(word.length > 3 && entry.id === 'massage_therapist')) continue;
        if (!found || m.index < found.at) found = { type: entry.id, at: m.index };
      }
    }
  }
  return found?.type;
}

/** A payer's words as they may stand in a text, made ready once. */
const payerWords = new WeakMap<PayerProfile, readonly string[]>();

function wordsOf(profile: PayerProfile): readonly string[] {
  let words = payerWords.get(profile);
  if (!words) payerWords.set(profile, (words = [profile.id.replace(/_/g, ' '), profile.name.toLowerCase(), ...profile.words].filter((w) => w.length > 2 && !generic.has(w))));
  return words;
}

/** The words of the text that name a payer on hand ("Medicare", "Blue Cross", "pays cash"); undefined where none does, or two do. */
export function payerIn(catalog: Catalog, text: string): string | undefined {
  const folded = ` ${foldText(text).replace(/[^a-z0-9&'/ -]+/g, ' ')} `;
  const found = new Map<string, number>();
  for (const profile of catalog.payers) {
    if (profile.id === 'unknown') continue;
    for (const word of wordsOf(profile)) {
      const at = folded.indexOf(` ${word} `);
      if (at < 0 || /\b(?:not|no|isn't|without|never|if|whether|used to have|turned down by)\s+(?:\w+\s+){0,2}$/.test(folded.slice(0, at + 1))) continue;
      found.set(profile.id, Math.max(found.get(profile.id) ?? 0, word.length));
    }
  }
  const best = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  // "Medicare Advantage" holds "Medicare": the longer words win; two payers that do not hold each other are not decided here.
  if (best.length > 1 && best[0]![1] < best[1]![1] + 3) return undefined;
  return best[0]?.[0];
}

/** Words that mean a payer as an argument and say too little in a text. */
const generic = new Set(['insurance', 'health insurance', 'united', 'va', 'auto', 'private', 'comp', 'unknown', 'none', 'self', 'plan', 'health plan', 'accident', 'mva', 'work injury', 'auto accident', 'on the job injury', 'chip', 'veterans', 'community care', 'ppo', 'hmo', 'comp', 'wc']);

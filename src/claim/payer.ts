/** What a caller calls a payer, resolved to a payer profile. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PayerProfile } from '../catalog/schemas.ts';
import { onceFor } from './once-for.ts';

export interface ResolvedPayer {
  profile: PayerProfile;
  /** False when nothing was given or the words are not known; the profile is then `unknown`. */
  recognised: boolean;
  given?: string;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[’']/g, "'").replace(/_/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Every id, name and word of a payer, folded; the first profile that has it wins. */
const profilesByWord = onceFor((catalog: Catalog) => {
  const byWord = new Map<string, PayerProfile>();
  for (const profile of catalog.payers) {
    for (const word of [profile.id, fold(profile.id), fold(profile.name), ...profile.words]) if (!byWord.has(word)) byWord.set(word, profile);
  }
  return byWord;
});

/** Resolve an id or everyday name ("Medicare Part B", "L&I", "cash"); the longest known words in the text win. */
export function resolvePayer(catalog: Catalog, given: string | undefined): ResolvedPayer {
  const unknown = catalog.payer.get('unknown')!;
  if (given === undefined || given.trim() === '') return { profile: unknown, recognised: false };
  const known = profilesByWord(catalog);
  const exact = known.get(given) ?? known.get(fold(given));
  if (exact) return { profile: exact, recognised: exact.id !== 'unknown', given };
  const text = fold(given);
  let best: { profile: PayerProfile; length: number } | undefined;
  for (const profile of catalog.payers) {
    for (const word of [fold(profile.id), ...profile.words]) {
      if (word.length > 2 && word.length > (best?.length ?? 0) && ` ${text.replace(/[^a-z0-9&' -]/g, ' ')} `.includes(` ${word} `)) best = { profile, length: word.length };
    }
  }
  return best && best.profile.id !== 'unknown' ? { profile: best.profile, recognised: true, given } : { profile: unknown, recognised: false, given };
}

/** What a caller calls a provider, resolved to a provider type of the contract. */
import type { Catalog } from '../catalog/catalog.ts';
import type { ProviderTypeEntry } from '../catalog/schemas.ts';
import { onceFor } from './once-for.ts';

export interface ResolvedProvider { type: string; name: string; recognised: boolean; discipline?: 'GP' | 'GO' | 'GN'; assistant: boolean }

/** Every id and word of a provider type; the first entry that has it wins. */
const entriesByWord = onceFor((catalog: Catalog) => {
  const byWord = new Map<string, ProviderTypeEntry>();
  for (const entry of catalog.provider_types) {
    for (const word of [entry.id, entry.id.replace(/_/g, ' '), ...entry.words]) if (!byWord.has(word)) byWord.set(word, entry);
  }
  return byWord;
});

/** Resolve an id, a title or its letters ("LMT", "PT", "DC"); unknown words give `other`, nothing gives undefined. */
export function resolveProvider(catalog: Catalog, given: string | undefined): ResolvedProvider | undefined {
  if (given === undefined || given.trim() === '') return undefined;
  const known = entriesByWord(catalog);
  const text = known.has(given) ? given : given.normalize('NFKC').toLowerCase().replace(/_/g, ' ').replace(/\s+/g, ' ').trim();
  const entry = known.get(text)
    ?? catalog.provider_types.find((p) => p.id !== 'other' && p.words.some((w) => w.length > 3 && ` ${text} `.includes(` ${w} `)));
  if (!entry) return { type: 'other', name: 'another kind of provider', recognised: false, assistant: false };
  return { type: entry.id, name: entry.name, recognised: true, assistant: entry.assistant, ...(entry.discipline ? { discipline: entry.discipline } : {}) };
}

/** "a massage therapist", "an acupuncturist", "another kind of provider". */
export function withArticle(name: string): string {
  if (name.startsWith('another ')) return name;
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name}`;
}

/** What a caller calls a provider, resolved to a provider type of the contract. */
import type { Catalog } from '../catalog/catalog.ts';

export interface ResolvedProvider { type: string; name: string; recognised: boolean; discipline?: 'GP' | 'GO' | 'GN'; assistant: boolean }

/** Resolve an id, a title or its letters ("LMT", "PT", "DC"); unknown words give `other`, nothing gives undefined. */
export function resolveProvider(catalog: Catalog, given: string | undefined): ResolvedProvider | undefined {
  if (given === undefined || given.trim() === '') return undefined;
  const text = given.normalize('NFKC').toLowerCase().replace(/_/g, ' ').replace(/\s+/g, ' ').trim();
  const entry = catalog.provider_types.find((p) => p.id.replace(/_/g, ' ') === text || p.words.includes(text))
    ?? catalog.provider_types.find((p) => p.id !== 'other' && p.words.some((w) => w.length > 3 && ` ${text} `.includes(` ${w} `)));
  if (!entry) return { type: 'other', name: 'another kind of provider', recognised: false, assistant: false };
  return { type: entry.id, name: entry.name, recognised: true, assistant: entry.assistant, ...(entry.discipline ? { discipline: entry.discipline } : {}) };
}

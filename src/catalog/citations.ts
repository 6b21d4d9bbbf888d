/** Source ids to the citations that a reply carries. */
import type { Catalog } from './catalog.ts';

export interface Citation { id: string; citation: string; url?: string }

/** Each known source once, in order of first mention: publisher, title and edition. */
export function citations(catalog: Catalog, ids: Iterable<string>): Citation[] {
  const out: Citation[] = [];
  for (const id of new Set(ids)) {
    const source = catalog.source.get(id);
    if (!source) continue;
    out.push({ id, citation: `${source.publisher}: ${source.title} [${source.edition}]`, ...(source.url ? { url: source.url } : {}) });
  }
  return out;
}

/** A modifier as a page. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations } from '../catalog/citations.ts';
import { lookUpReference } from '../catalog/reference.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import { item, page, section, sourceList } from './markdown.ts';

/** Undefined when the modifier is in no table on hand. */
export function modifierPage(catalog: Catalog, modifier: string, today: IsoDate): string | undefined {
  const row = catalog.modifier.get(modifier);
  const found = lookUpReference(catalog, { kind: 'modifier', query: modifier, today }).matches.find((m) => m.code === modifier && m.match.kind === 'code');
  if (!row || !found) return undefined;
  const list = (value: unknown): string => (Array.isArray(value) ? value.map((v) => String(v).replace(/^group:(.*)$/, (_, group: string) => `${group.replaceAll('_', ' ')} codes`)).join(', ') : '');
  const facts = [
    found.bypasses_ptp === true ? item('NCCI pairs', 'may lift a pair with indicator 1, when the record shows another region, encounter or time block; never one with indicator 0') : undefined,
    list(found.conflicts_with) ? item('Not together with', list(found.conflicts_with)) : undefined,
    list(found.not_valid_for) ? item('Not on', `${list(found.not_valid_for)}${typeof found.why_not === 'string' ? `. ${found.why_not}` : ''}`) : undefined,
    list(found.valid_for) && list(found.valid_for) !== 'any' ? item('Only on', list(found.valid_for)) : undefined,
  ];
  return page(`Modifier ${modifier}: ${found.name}`, found.description, section('Rules', facts), sourceList(citations(catalog, found.sources)));
}

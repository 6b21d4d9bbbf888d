/** Times of services that are billed without minutes. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Duration } from './minutes.ts';
import type { Item } from './read-items.ts';

/** True for a time directly beside the name of a service that has no minutes on a claim ("hot pack 10 min"). */
export function isUntimed(catalog: Catalog, items: readonly Item[], d: Duration): boolean {
  const beside = items.filter((i) => (i.end <= d.start ? d.start - i.end : i.start - d.end) < 30 && i.hits[0]?.confidence === 'strong');
  return beside.length > 0 && beside.every((i) => catalog.code.get(i.hits[0]!.code)?.timed === false);
}

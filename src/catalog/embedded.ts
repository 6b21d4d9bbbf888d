/** The catalog as the build put it into the bundle: parsed and indexed once, when the first answer needs it. */
import { brotliDecompressSync } from 'node:zlib';
import packed from 'claimlint:catalog';
import { buildCatalog, type Catalog, type CatalogData } from './catalog.ts';

let catalog: Catalog | undefined;

/** The embedded catalog. The build validated every row, so nothing is checked again here. */
export function embeddedCatalog(): Catalog {
  catalog ??= buildCatalog(JSON.parse(brotliDecompressSync(Buffer.from(packed, 'base64')).toString('utf8')) as CatalogData);
  return catalog;
}

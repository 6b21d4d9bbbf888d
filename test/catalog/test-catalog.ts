/** The catalog of this checkout, read once from disk for the tests. */
import { fileURLToPath } from 'node:url';
import { buildCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { readCatalogFolder } from '../../src/catalog/read-folder.ts';

export const testCatalog: Catalog = buildCatalog(readCatalogFolder(fileURLToPath(new URL('../../catalog', import.meta.url))));

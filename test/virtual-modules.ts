/** What the build writes into the bundle, made for tests that load the sources: the tool list, the version, the catalog. */
import type { Plugin } from 'vitest/config';

const sources: Record<string, string> = {
  'claimlint:tool-list': "import { toolList } from '/src/mcp/tool-list.ts'; import { tools } from '/tools/index.ts'; export default JSON.stringify(toolList(tools));",
  'claimlint:version': "import manifest from '/package.json'; export default manifest.version;",
  'claimlint:catalog': "import { brotliCompressSync, constants } from 'node:zlib'; import { readCatalogFolder } from '/src/catalog/read-folder.ts'; export default brotliCompressSync(JSON.stringify(readCatalogFolder('catalog')), { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }).toString('base64');",
};

export function virtualModules(): Plugin {
  return {
    name: 'claimlint-virtual',
    resolveId: (id) => (Object.hasOwn(sources, id) ? `\0${id}` : undefined),
    load: (id) => sources[id.slice(1)],
  };
}

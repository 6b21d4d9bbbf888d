/** Builds dist/claimlint.mjs: one minified file that holds the program, the validated catalog and the tool list. */
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const banner = "#!/usr/bin/env node\nimport{createRequire as claimlintRequire}from'node:module';const require=claimlintRequire(import.meta.url);";

/** The modules that exist only in a build, as esbuild resolves them. */
function virtual(texts) {
  return {
    name: 'claimlint-virtual',
    setup(b) {
      b.onResolve({ filter: /^claimlint:/ }, (args) => ({ path: args.path, namespace: 'claimlint' }));
      b.onLoad({ filter: /.*/, namespace: 'claimlint' }, (args) => ({ contents: `export default ${JSON.stringify(texts[args.path] ?? '')};`, loader: 'js' }));
    },
  };
}

/**
 * Node's own modules, loaded where they are first used: as imports of one file they would all be loaded at every start,
 * those of the HTTP server and the importers too.
 */
const lateBuiltins = {
  name: 'claimlint-late-builtins',
  setup(b) {
    b.onResolve({ filter: /.*/ }, (args) => (args.kind !== 'require-call' && args.namespace !== 'late-builtin' && isBuiltin(args.path) ? { path: args.path, namespace: 'late-builtin' } : undefined));
    b.onLoad({ filter: /.*/, namespace: 'late-builtin' }, (args) => ({ contents: `module.exports = require(${JSON.stringify(args.path)});`, loader: 'js' }));
  },
};

/** zod's messages in fifty languages, a fifth of the bundle: claimlint has its own words, in English. */
const englishOnly = {
  name: 'claimlint-english-only',
  setup(b) {
    b.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';", loader: 'js' }));
  },
};

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-build-'));
try {
  // First the reader and the tools alone: they validate the catalog and say what the tool list is.
  const prepared = join(scratch, 'prepare.mjs');
  await build({
    stdin: { contents: "export { readCatalogFolder } from './src/catalog/read-folder.ts'; export { countPhrasings, writeWordTable } from './src/search/word-table.ts'; export { phrasingsOf } from './src/search/word-evidence.ts'; export { toolList } from './src/mcp/tool-list.ts'; export { tools } from './tools/index.ts';", resolveDir: root, loader: 'ts' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile: prepared, banner: { js: banner.split('\n')[1] }, logLevel: 'warning', plugins: [virtual({})],
  });
  const { readCatalogFolder, countPhrasings, phrasingsOf, writeWordTable, toolList, tools } = await import(pathToFileURL(prepared).href);
  // The phrasings are counted here once: the program needs the counts alone.
  const catalog = readCatalogFolder(join(root, 'catalog'));
  const shipped = { ...catalog, phrasings: [], word_table: writeWordTable(countPhrasings(phrasingsOf(catalog))) };
  const texts = {
    // Compressed, since every character of the bundle is read at every start and the catalog only at the first call.
    'claimlint:catalog': brotliCompressSync(JSON.stringify(shipped), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).toString('base64'),
    'claimlint:tool-list': JSON.stringify(toolList(tools)),
    'claimlint:version': version,
  };
  const outfile = join(root, 'dist', 'claimlint.mjs');
  await mkdir(dirname(outfile), { recursive: true });
  const result = await build({
    entryPoints: [join(root, 'src', 'main.ts')], bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', charset: 'ascii', legalComments: 'none',
    write: false, banner: { js: banner }, logLevel: 'warning', plugins: [virtual(texts), lateBuiltins, englishOnly], absWorkingDir: root,
  });
  await writeFile(outfile, result.outputFiles[0].contents);
  await chmod(outfile, 0o755);
  console.log(`dist/claimlint.mjs ${Math.round(result.outputFiles[0].contents.length / 1024)} KiB`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

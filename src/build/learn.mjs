// npm run learn: catalog/word-weights.txt from the phrasings, anew after each change of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-learn-'));
try {
  const prepared = join(scratch, 'learn.mjs');
  await build({
    stdin: { contents: "export { readCatalogFolder } from './src/catalog/read-folder.ts'; export { countPhrasings } from './src/search/word-table.ts'; export { phrasingsOf } from './src/search/word-evidence.ts'; export { learnWeights } from './src/search/learn-weights.ts';", resolveDir: root, loader: 'ts' },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile: prepared, banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" }, logLevel: 'warning',
  });
  const { readCatalogFolder, countPhrasings, phrasingsOf, learnWeights } = await import(pathToFileURL(prepared).href);
  const rows = phrasingsOf(readCatalogFolder(join(root, 'catalog')));
  const text = learnWeights(rows, countPhrasings(rows));
  await writeFile(join(root, 'catalog', 'word-weights.txt'), `${text}\n`);
  console.log(`catalog/word-weights.txt: ${text.split('\n').length - 3} words and pairs, from ${rows.length} wordings`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

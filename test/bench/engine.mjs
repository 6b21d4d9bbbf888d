/** The rules alone over the corpus: microseconds a line of a whole reply of check_claim, without schema or protocol. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Microseconds a claim line in the fastest of many passes over the corpus, and the number of its lines. */
export async function engineTime(passes = 60) {
  const scratch = await mkdtemp(join(tmpdir(), 'claimlint-engine-'));
  try {
    const file = join(scratch, 'engine.mjs');
    await build({
      stdin: { contents: `export { buildCatalog } from './src/catalog/catalog.ts'; export { readCatalogFolder } from './src/catalog/read-folder.ts';
export { checkClaim } from './src/rules/check-whole-claim.ts'; export { checkClaim as tool } from './tools/check-claim.ts'; export { toLine } from './tools/claim-fields.ts';`, resolveDir: root, loader: 'ts' },
      bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', outfile: file, logLevel: 'error',
      banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
    });
    const { buildCatalog, readCatalogFolder, checkClaim, tool, toLine } = await import(pathToFileURL(file).href);
    const catalog = buildCatalog(readCatalogFolder(join(root, 'catalog')));
    const claims = ['clean', 'flawed'].flatMap((name) => readFileSync(join(root, 'test', 'corpus', `${name}.ndjson`), 'utf8').trim().split('\n')).map((line) => {
      const { lines, ...claim } = tool.input.parse(JSON.parse(line).claim);
      return { ...claim, lines: lines.map(toLine), siblings_known: true, today: '2026-11-23' };
    });
    const lines = claims.reduce((n, claim) => n + claim.lines.length, 0);
    let best = Infinity;
    for (let pass = 0; pass < passes; pass++) {
      const begun = process.hrtime.bigint();
      for (const claim of claims) checkClaim(catalog, claim);
      best = Math.min(best, Number(process.hrtime.bigint() - begun) / 1e3 / lines);
    }
    return { microseconds: best, lines };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

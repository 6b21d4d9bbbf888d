/**
 * The code search and the session reading beside raw fuse.js and MiniSearch: the same codes, the same texts, the same run.
 * Further codes are made up and imported as a file of CMS would be. Ratios decide; ends with 1 when one is over its limit.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildNoOp, noOpCall, openClient, timeCall } from './no-op.mjs';
import { documentsOf, peersOver } from './search-peers.mjs';
import { benchTexts, lengthNames, longNames, quality, quantile } from './search-texts.mjs';
import { hcpcsFile, syntheticCodes } from './synthetic-codes.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-bench-search-'));
const today = '2026-11-23';
/** How many codes beside the curated ones, and how many times faster than fuse.js a long sentence has to be; a reading parts, times and judges what a search only finds. */
const sizes = [{ further: 0, faster: { search: 300, 'session reading': 300 } }, { further: 10_000, faster: { search: 5000, 'session reading': 1000 } }, { further: 100_000, longMs: 6 }];
const mostNoOps = 5;
/** A peer gets this long for the texts of a length, and no single text that would take longer than the second. */
const [budgetMs, mostMs] = [3000, 20_000];

const failures = [];
const check = (ok, what) => { if (!ok) failures.push(what); };
const ms = (n) => (n >= 100 ? n.toFixed(0) : n >= 1 ? n.toFixed(1) : n.toFixed(3));

const library = join(scratch, 'search.mjs');
await build({
  stdin: { contents: `export { buildCatalog } from './src/catalog/catalog.ts'; export { readCatalogFolder } from './src/catalog/read-folder.ts'; export { catalogOn } from './src/catalog/imported.ts';
export { importFiles } from './src/editions/import-files.ts'; export { liveCatalog } from './src/editions/live-catalog.ts'; export { lookup } from './src/search/lookup.ts'; export { readSession } from './src/session/read-services.ts';
export { lexiconOf } from './src/search/lexicon.ts'; export { stemOf } from './src/search/normalise.ts'; export { seeded } from './test/search/random-typo.ts';`, resolveDir: root, loader: 'ts' },
  bundle: true, minify: true, platform: 'node', format: 'esm', target: 'node20', outfile: library, logLevel: 'error', banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
});
const { buildCatalog, catalogOn, importFiles, lexiconOf, liveCatalog, lookup, readCatalogFolder, readSession, seeded, stemOf } = await import(pathToFileURL(library).href);
const data = readCatalogFolder(join(root, 'catalog'));
const texts = benchTexts(seeded(3));

/** The search of claimlint with nothing remembered of an earlier text. */
function freshCatalog(folder) {
  const catalog = buildCatalog(structuredClone(data));
  return folder === undefined ? catalog : liveCatalog(() => catalog, folder, (text) => { throw new Error(text); })(today);
}

function ownEngines(folder) {
  const [forSearch, forReading] = [freshCatalog(folder), freshCatalog(folder)];
  const search = (text) => {
    const { matches, did_you_mean } = lookup(forSearch, { query: text }, today);
    return (matches.length > 0 ? matches : did_you_mean ?? []).map((m) => m.code);
  };
  const read = (text) => readSession(catalogOn(forReading, today), text).services.flatMap((s) => s.candidates.map((c) => c.code));
  search('swedish massage'); read('swedish massage');
  return [{ name: 'claimlint, search', search }, { name: 'claimlint, session reading', search: read }];
}

function timed(engine, text) {
  const begun = process.hrtime.bigint();
  const codes = engine.search(text.text);
  return { ...text, codes, ms: Number(process.hrtime.bigint() - begun) / 1e6 };
}

/** Results of an engine by length; of a slow one the texts that there is time for, three at least, or one where each takes seconds. */
function run(engine, expectedMs) {
  const results = new Map();
  for (const length of lengthNames) {
    const list = texts.filter((t) => t.length === length);
    const done = [];
    const expected = expectedMs?.(length) ?? 0;
    let spent = 0;
    for (const text of expected > mostMs ? [] : list) {
      if (expectedMs !== undefined && spent > budgetMs && done.length >= (expected > budgetMs ? 1 : 3)) break;
      done.push(timed(engine, text));
      spent += done.at(-1).ms;
    }
    results.set(length, done);
  }
  return results;
}

/** The middle one of three runs for each text, each run with nothing remembered of a text, so that a busy machine does not decide. */
function runOwn(folder) {
  const rounds = [1, 2, 3].map(() => ownEngines(folder).map((engine) => run(engine)));
  return rounds[0].map((results, engine) => new Map([...results].map(([length, list]) => [length, list.map((result, i) => ({ ...result, ms: quantile(rounds.map((round) => round[engine].get(length)[i].ms), 0.5) }))])));
}

/** Times of one engine over those of another, on the texts that both were given. */
function ratio(slow, fast, length) {
  const of = new Map(fast.get(length).map((r) => [r.text, r.ms]));
  const both = slow.get(length).filter((r) => of.has(r.text));
  return both.length === 0 ? undefined : quantile(both.map((r) => r.ms), 0.5) / quantile(both.map((r) => of.get(r.text)), 0.5);
}

function print(name, results, reference) {
  const cells = lengthNames.map((length) => {
    const times = results.get(length).map((r) => r.ms);
    if (times.length === 0) return `over ${mostMs / 1000} s, not run`.padStart(27);
    const times_ = reference && ratio(reference, results, length);
    return `${ms(quantile(times, 0.5))} / ${ms(quantile(times, 0.95))}${times_ ? ` x${times_ >= 10 ? times_.toFixed(0) : times_.toFixed(1)}` : ''}`.padStart(27);
  });
  const all = [...results.values()].flat();
  const shown = ['queries', 'sessions'].map((from) => { const q = quality(all.filter((r) => r.from === from)); return `${q.top1} ${q.top3} (${q.n})`.padStart(14); });
  console.log(`${name.padEnd(29)}${cells.join('')}${shown.join('')}`);
}

// Machine code for the search, from a catalog of its own, so that no text was seen before.
for (const engine of ownEngines()) for (let pass = 0; pass < 8; pass++) run(engine);

let before;
let firstAtEmbedded;
let folder;
for (const { further, faster, longMs } of sizes) {
  const entries = syntheticCodes(freshCatalog(), further, seeded(11));
  if (further > 0) {
    folder = join(scratch, `data-${further}`);
    const file = join(scratch, `HCPC2026_OCT_${further}.csv`);
    await writeFile(file, hcpcsFile(entries));
    const { failed, imported } = await importFiles([file], { folder, today, edition: '2026-10' });
    if (failed.length > 0 || imported[0].header.rows !== entries.length) throw new Error(failed[0]?.message ?? 'not every made-up code was imported');
  }
  const documents = documentsOf(freshCatalog(), entries);
  console.log(`\n${documents.length} codes: milliseconds, median / 95 %, times faster than fuse.js on the same texts; an accepted code first and among three, in percent of the texts scored`);
  console.log(`${''.padEnd(29)}${lengthNames.map((n) => n.padStart(27)).join('')}${'queries'.padStart(14)}${'one service'.padStart(14)}`);
  // What a scan goes through: its cost for a text grows with their number.
  const strings = documents.reduce((n, d) => n + 2 + d.synonyms.length + d.techniques.length, 0);
  const peers = peersOver(documents, { stemOf, stop: lexiconOf(freshCatalog()).stop });
  const [search, reading] = runOwn(folder);
  const results = new Map();
  for (const peer of peers) {
    const expected = (length) => { const earlier = before?.get(peer.name)?.results.get(length); return earlier === undefined ? 0 : earlier.length === 0 ? Infinity : (quantile(earlier.map((r) => r.ms), 0.5) * strings) / before.get(peer.name).strings; };
    results.set(peer.name, { results: run({ search: peer.open() }, expected), strings });
  }
  before = results;
  const fuse = results.get('fuse.js').results;
  print('claimlint, search', search, fuse);
  print('claimlint, session reading', reading, fuse);
  for (const peer of peers) print(peer.name, results.get(peer.name).results, peer.name === 'fuse.js' ? undefined : fuse);

  for (const length of longNames) {
    for (const [name, own] of [['search', search], ['session reading', reading]]) {
      if (faster !== undefined) check(ratio(fuse, own, length) >= faster[name], `${name} of ${length} at ${documents.length} codes is less than ${faster[name]} times faster than fuse.js`);
      const median = quantile(own.get(length).map((r) => r.ms), 0.5);
      if (longMs !== undefined) check(median <= longMs, `${name} of ${length} at ${documents.length} codes takes ${ms(median)} ms, over ${longMs}`);
    }
  }
  const firsts = new Map([...search.values()].flat().map((r) => [r.text, r.codes[0]]));
  firstAtEmbedded ??= firsts;
  const sunk = [...firstAtEmbedded].filter(([text, code]) => code !== undefined && firsts.get(text) !== code);
  if (further > 0) console.log(`a curated code first in ${firstAtEmbedded.size - sunk.length} of ${firstAtEmbedded.size} texts, as with the curated codes alone`);
  check(sunk.length === 0, `at ${documents.length} codes another code comes first, for example for "${sunk[0]?.[0].slice(0, 60)}"`);
}

const noOp = join(scratch, 'no-op.mjs');
await buildNoOp(noOp);
const ours = join(root, 'dist', 'claimlint.mjs');
const own = { CLAIMLINT_TODAY: today };
console.log(`\n${'suggest_code_for_service over stdio'.padEnd(40)}claimlint ms   no-op ms   ratio   limit`);
for (const [what, list, environment, limit] of [
  ['the texts of the evaluation set', texts.map((t) => t.text), own, mostNoOps],
  ['the same, 100,000 codes imported', texts.map((t) => t.text), { ...own, CLAIMLINT_DATA: folder }, undefined],
  ['texts of 60 words and more', texts.filter((t) => t.length === longNames[1]).map((t) => t.text), own, undefined],
  ['texts of 4,000 characters', Array.from({ length: 40 }, (_, i) => texts.slice(i).map((t) => t.text).join('. ').slice(0, 3990)), own, undefined],
]) {
  const [mine, nothing] = [await openClient(ours, environment), await openClient(noOp)];
  const [a, b] = [[], []];
  for (let i = 0; i < 450; i++) {
    const [x, y] = [await timeCall(mine, { name: 'suggest_code_for_service', arguments: { service: list[i % list.length] } }), await timeCall(nothing, noOpCall)];
    if (i >= 50) { a.push(x); b.push(y); }
  }
  await mine.close(); await nothing.close();
  const [x, y] = [quantile(a, 0.5), quantile(b, 0.5)];
  if (limit !== undefined) check(x / y <= limit, `a suggestion over stdio takes ${(x / y).toFixed(1)} no-op calls, over ${limit}`);
  console.log(`${what.padEnd(40)}${x.toFixed(2).padStart(12)} ${y.toFixed(2).padStart(10)} ${(x / y).toFixed(2).padStart(7)} ${limit === undefined ? '      -' : limit.toFixed(2).padStart(7)}`);
}
await rm(scratch, { recursive: true, force: true });
for (const failure of failures) console.error(`over its limit: ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

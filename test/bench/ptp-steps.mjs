/** The steps of the PTP bench, each run in a process of its own so that times and memory are its alone: import, open, compare. */
import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import initSqlJs from 'sql.js';
import { open } from 'yauzl';
import { seeded } from './synthetic-ptp.mjs';

const [step, editionsFile, tableFile, ...sources] = process.argv.slice(2);
const { PtpBuilder, PtpTextReader, openPtpTable } = await import(pathToFileURL(editionsFile).href);
const ms = (from) => Number(process.hrtime.bigint() - from) / 1e6;
const now = () => process.hrtime.bigint();
const say = (figures) => process.stdout.write(`${JSON.stringify(figures)}\n`);

/** The text of a source as it streams: of a file, or of the first text in a zip. */
async function* textOf(source) {
  if (!/\.zip$/i.test(source)) { yield* createReadStream(source); return; }
  const zip = await new Promise((resolve, reject) => { open(source, { lazyEntries: true, autoClose: false }, (error, z) => (error ? reject(error) : resolve(z))); });
  const entry = await new Promise((resolve, reject) => {
    zip.on('entry', (e) => (/\.(txt|csv)$/i.test(e.fileName) ? resolve(e) : zip.readEntry()));
    zip.on('end', () => reject(new Error(`no text in ${source}`)));
    zip.on('error', reject);
    zip.readEntry();
  });
  yield* await new Promise((resolve, reject) => { zip.openReadStream(entry, (error, s) => (error ? reject(error) : resolve(s))); });
  zip.close();
}

function openFile() {
  const file = openSync(tableFile, 'r');
  const buffer = Buffer.allocUnsafe(4096);
  const read = (position, length) => {
    const into = length <= buffer.length ? buffer : Buffer.allocUnsafe(length);
    return into.subarray(0, readSync(file, into, 0, length, position));
  };
  return { table: openPtpTable(read, statSync(tableFile).size), close: () => closeSync(file) };
}

async function importStep() {
  const begun = now();
  const builder = new PtpBuilder();
  let [unreadable, bytes] = [0, 0];
  for (const source of sources) {
    const reader = new PtpTextReader((row) => builder.add(row));
    for await (const chunk of textOf(source)) { bytes += chunk.length; reader.push(chunk); }
    unreadable += reader.end().unreadable_count;
  }
  const readMs = ms(begun);
  const body = builder.finish();
  writeFileSync(tableFile, body);
  say({ read_ms: readMs, total_ms: ms(begun), rows: builder.added, unreadable, text_bytes: bytes, file_bytes: body.length, peak_rss: process.resourceUsage().maxRSS * 1024 });
}

function openStep() {
  const held = () => { globalThis.gc(); const m = process.memoryUsage(); return m.heapUsed + m.arrayBuffers; };
  const before = held();
  const begun = now();
  const opened = openFile();
  const openMs = ms(begun);
  const bytes = held() - before;
  say({ open_ms: openMs, bytes, pairs: opened.table.pair_count });
}

const iso = (date) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
/** The pairs of the text files, read the plain way: "one two" -> its windows as one text each, sorted. */
async function truth() {
  const [pairs, known] = [new Map(), new Map()];
  const same = (text) => known.get(text) ?? (known.set(text, text), text);
  for (const source of sources) {
    const chunks = [];
    for await (const chunk of textOf(source)) chunks.push(chunk);
    for (const line of Buffer.concat(chunks).toString('latin1').split(/\r?\n/)) {
      const [one, two, prior, from, to, indicator, rationale] = line.split('\t');
      if (!/^[0-9A-Z]{5}$/.test(one) || !/^[0-9A-Z]{5}$/.test(two ?? '')) continue;
      const window = same([prior === '*' ? '1900-01-01' : iso(from), to === '*' || to === '' ? '' : iso(to), indicator, rationale].join('|'));
      const key = `${one} ${two}`;
      pairs.set(key, pairs.has(key) ? [...pairs.get(key), window].sort() : [window]);
    }
  }
  return pairs;
}
const textsOf = (windows) => windows.map((w) => `${w.from}|${w.to ?? ''}|${w.indicator}|${w.rationale}`).sort();
const agree = (windows, texts) => windows.length === texts.length && textsOf(windows).every((text, i) => text === texts[i]);

/** Column ones and column twos to ask for: every other pair is in the table, the rest are any two codes. Few strings, close together, as a claim's are. */
function askedPairs(pairs, count) {
  const random = seeded(7);
  const keys = [...pairs.keys()];
  const codes = [...new Set(keys.flatMap((key) => key.split(' ')))];
  const known = new Map(codes.map((code) => [code, Buffer.from(code).toString('latin1')]));
  const asked = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? keys[random(keys.length)].split(' ') : [codes[random(codes.length)], codes[random(codes.length)]]));
  return { ones: asked.map(([one]) => known.get(one)), twos: asked.map(([, two]) => known.get(two)) };
}

/** Microseconds a look-up, the best of three rounds, and how many windows were found. */
function timeLookUps({ ones, twos }, find, count = ones.length) {
  globalThis.gc();
  let [best, found] = [Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < 3; round++) {
    found = 0;
    const begun = now();
    for (let i = 0; i < count; i++) found += find(ones[i], twos[i]);
    best = Math.min(best, (ms(begun) * 1000) / count);
  }
  return { us: best, found };
}

async function sqlite(pairs) {
  const SQL = await initSqlJs();
  const db = new SQL.Database();
  const begun = now();
  db.run('CREATE TABLE edit (one TEXT, two TEXT, first TEXT, last TEXT, indicator TEXT, rationale TEXT, PRIMARY KEY (one, two, first, last, indicator, rationale)) WITHOUT ROWID; BEGIN');
  const insert = db.prepare('INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?)');
  for (const [key, windows] of pairs) for (const window of windows) insert.run([...key.split(' '), ...window.split('|')]);
  insert.free();
  db.run('COMMIT');
  const buildMs = ms(begun);
  const select = db.prepare('SELECT first, last, indicator, rationale FROM edit WHERE one = ? AND two = ?');
  const find = (one, two) => {
    let found = 0;
    select.bind([one, two]);
    while (select.step()) found += select.get().length / 4;
    return found;
  };
  return { find, buildMs, bytes: () => db.export().length };
}

async function compareStep() {
  const pairs = await truth();
  const { table, close } = openFile();
  let wrong = 0;
  for (const [key, texts] of pairs) if (!agree(table.windows(...key.split(' ')), texts)) wrong++;
  const asked = askedPairs(pairs, 1_000_000);
  let disagreeing = 0;
  for (const [i, one] of asked.ones.entries()) if (!agree(table.windows(one, asked.twos[i]), pairs.get(`${one} ${asked.twos[i]}`) ?? [])) disagreeing++;
  const ours = timeLookUps(asked, (one, two) => table.windows(one, two).length);
  const memory = readFileSync(tableFile);
  const inMemory = openPtpTable((position, length) => memory.subarray(position, position + length), memory.length);
  const held = timeLookUps(asked, (one, two) => inMemory.windows(one, two).length);
  const map = timeLookUps(asked, (one, two) => pairs.get(`${one} ${two}`)?.length ?? 0);
  const { find, buildMs, bytes } = await sqlite(pairs);
  const fewer = 200_000;
  const sql = timeLookUps(asked, find, fewer);
  const oursOfFewer = timeLookUps(asked, (one, two) => table.windows(one, two).length, fewer);
  say({
    pairs: pairs.size, table_pairs: table.pair_count, table_rows: table.row_count, wrong, asked: asked.ones.length, disagreeing, look_up_us: ours.us, in_memory_us: held.us, map_us: map.us,
    same_found: ours.found === map.found && sql.found === oursOfFewer.found, sqlite_us: sql.us, sqlite_build_ms: buildMs, sqlite_bytes: bytes(),
  });
  close();
}

await { import: importStep, open: openStep, compare: compareStep }[step]();

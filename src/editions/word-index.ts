/** An index of the words of a table, built at import and stored with it: which rows have a word, ranked with an average length (BM25). */
import { gunzipSync, gzipSync } from 'node:zlib';
import { DamagedTable } from './table-file.ts';

const version = 1;
const headBytes = 20;
/** Words of a query that count. */
const mostWords = 40;
/** Words of nearly every description; a query of them alone finds nothing. */
const empty = new Set('a an and as at be by for from in into is it not of on or per that the this to was were with without other unspecified each any all his her their did done has had have patient'.split(' '));

/** Lower case, without accents, plural s and punctuation; the same at import and at look-up. */
export function foldWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).filter((w) => w.length > 1 && !empty.has(w)).map((w) => (w.length > 3 && w.endsWith('s') && !/(ss|us|is)$/.test(w) ? w.slice(0, -1) : w));
}

/** The index of texts, in the order of the table's rows; rows with an empty text count for no average. */
export function buildWordIndex(texts: readonly string[]): Uint8Array {
  const postings = new Map<string, number[]>();
  const lengths = Buffer.alloc(texts.length);
  for (const [row, text] of texts.entries()) {
    const words = foldWords(text);
    lengths[row] = Math.min(255, words.length);
    for (const word of new Set(words)) {
      const rows = postings.get(word);
      if (rows) rows.push(row);
      else postings.set(word, [row]);
    }
  }
  const words = [...postings.keys()].sort();
  const terms = gzipSync(words.join('\n'), { level: 9 });
  const starts = Buffer.alloc((words.length + 1) * 4);
  const lists: number[] = [];
  for (const [i, word] of words.entries()) {
    starts.writeUInt32LE(lists.length, i * 4);
    let before = -1;
    for (const row of postings.get(word)!) {
      for (let gap = row - before - 1; ; gap >>>= 7) {
        if (gap < 0x80) { lists.push(gap); break; }
        lists.push((gap & 0x7f) | 0x80);
      }
      before = row;
    }
  }
  starts.writeUInt32LE(lists.length, words.length * 4);
  const head = Buffer.alloc(headBytes);
  for (const [i, n] of [version, words.length, texts.length, terms.length, lists.length].entries()) head.writeUInt32LE(n, i * 4);
  return Buffer.concat([head, terms, starts, lengths, Buffer.from(lists)]);
}

export interface WordHit { row: number; score: number; /** Words of the query that the row has, of those asked for. */ matched: string[]; share: number }

export class WordIndex {
  private readonly place = new Map<string, number>();
  private readonly starts: Buffer;
  private readonly lengths: Buffer;
  private readonly lists: Buffer;
  private readonly rows: number;
  private readonly average: number;
  private readonly scores: Float64Array;

  /** Throws DamagedTable for bytes that are no index. */
  constructor(bytes: Uint8Array) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (all.length < headBytes || all.readUInt32LE(0) !== version) throw new DamagedTable('its index of words is of another version');
    const [words, rows, termBytes, listBytes] = [4, 8, 12, 16].map((at) => all.readUInt32LE(at)) as [number, number, number, number];
    let at = headBytes;
    const next = (length: number): Buffer => all.subarray(at, (at += length));
    let terms: string[];
    try {
      terms = gunzipSync(next(termBytes)).toString('utf8').split('\n');
    } catch {
      throw new DamagedTable('its index of words cannot be unpacked');
    }
    for (const [i, word] of terms.entries()) this.place.set(word, i);
    this.starts = next((words + 1) * 4);
    this.lengths = next(rows);
    this.lists = next(listBytes);
    this.rows = rows;
    let total = 0;
    let described = 0;
    for (const n of this.lengths) if (n > 0) { total += n; described += 1; }
    this.average = described === 0 ? 1 : total / described;
    this.scores = new Float64Array(rows);
  }

  /** Rows that have words of the query, best first; words that one row in eight has count only where nothing rarer is asked for. */
  search(query: string, limit: number): WordHit[] {
    const asked = [...new Set(foldWords(query))].slice(0, mostWords);
    const known = this.listsOf(asked);
    const rare = known.filter((w) => w.to - w.from < this.rows / 8);
    const used = (rare.length > 0 ? rare : known).map((w) => ({ word: w.word, rows: this.unpack(w.from, w.to) }));
    return this.best(used, used.map((w) => w.rows), limit, asked.length);
  }

  /** Rows that have every word of the query, best first. A word that no row has ends it at once, as most sentences do. */
  searchAll(query: string, limit: number): WordHit[] {
    const asked = [...new Set(foldWords(query))];
    if (asked.length > mostWords || asked.some((word) => !this.place.has(word))) return [];
    const used: { word: string; rows: Uint32Array }[] = [];
    let common: Uint32Array | undefined;
    for (const { word, from, to } of this.listsOf(asked).sort((a, b) => a.to - a.from - (b.to - b.from))) {
      const rows = this.unpack(from, to);
      used.push({ word, rows });
      common = common?.filter((row) => includes(rows, row)) ?? rows;
      if (common.length === 0) return [];
    }
    used.sort((a, b) => asked.indexOf(a.word) - asked.indexOf(b.word));
    return this.best(used, used.map(() => common!), limit, asked.length);
  }

  /** Where the rows of each known word stand. */
  private listsOf(asked: readonly string[]): { word: string; from: number; to: number }[] {
    return asked.flatMap((word) => { const i = this.place.get(word); return i === undefined ? [] : [{ word, from: this.starts.readUInt32LE(i * 4), to: this.starts.readUInt32LE(i * 4 + 4) }]; });
  }

  /** The best of the rows counted for each word, weighed by how rare the word and how short the row is. */
  private best(used: readonly { word: string; rows: Uint32Array }[], counted: readonly Uint32Array[], limit: number, asked: number): WordHit[] {
    const touched: number[] = [];
    for (const [i, { rows }] of used.entries()) {
      const weight = Math.log(1 + (this.rows - rows.length + 0.5) / (rows.length + 0.5));
      for (const row of counted[i]!) {
        if (this.scores[row] === 0) touched.push(row);
        this.scores[row]! += (weight * 2.2) / (1 + 1.2 * (0.25 + (0.75 * this.lengths[row]!) / this.average));
      }
    }
    const hits = topOf(touched, this.scores, limit).map((row): WordHit => {
      const matched = used.filter((w) => includes(w.rows, row)).map((w) => w.word);
      return { row, score: this.scores[row]!, matched, share: matched.length / Math.max(1, asked) };
    });
    for (const row of touched) this.scores[row] = 0;
    return hits;
  }

  private unpack(from: number, to: number): Uint32Array {
    const out = new Uint32Array(to - from);
    let n = 0;
    let row = -1;
    for (let at = from; at < to;) {
      let gap = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = this.lists[at++]!;
        gap |= (byte & 0x7f) << shift;
        if (byte < 0x80) break;
      }
      row += gap + 1;
      out[n++] = row;
    }
    return out.subarray(0, n);
  }
}

/** The best few without sorting all: score first, then the row's place. */
function topOf(rows: readonly number[], scores: Float64Array, limit: number): number[] {
  const best: number[] = [];
  for (const row of rows) {
    const score = scores[row]!;
    const last = best.length > 0 ? best[best.length - 1]! : -1;
    if (best.length >= limit && (score < scores[last]! || (score === scores[last] && row > last))) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1]!]! < score || (scores[best[at - 1]!] === score && best[at - 1]! > row))) at -= 1;
    best.splice(at, 0, row);
    if (best.length > limit) best.pop();
  }
  return best;
}

function includes(sorted: Uint32Array, wanted: number): boolean {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] === wanted) return true;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** The texts of the evaluation set that name something, by length, in an order that mixes them, and how a list of codes is scored. */
import { readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const lengths = [['1-3 words', 3], ['4-8 words', 8], ['9-59 words', 59], ['60 and more', Infinity]];

/** The names of the lengths; the last two are long sentences. */
export const lengthNames = lengths.map(([name]) => name);
export const longNames = lengthNames.slice(2);

/** Queries of the code search, and session texts; those of one service can be scored by a list of codes. */
export function benchTexts(random) {
  const queries = read('../search/eval-queries.json').filter((q) => q.accept.length > 0).map((q) => ({ text: q.query, accept: q.accept, from: 'queries' }));
  const sessions = read('../session/eval-sessions.json').filter((s) => s.expect.codes.length > 0)
    .map((s) => ({ text: s.service, ...(s.expect.codes.length === 1 && (s.expect.excluded ?? []).length === 0 ? { accept: s.expect.codes[0] } : {}), from: 'sessions' }));
  const all = [...queries, ...sessions].map((t) => { const words = t.text.split(/\s+/).length; return { ...t, length: lengths.find(([, most]) => words <= most)[0] }; });
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j], all[i]];
  }
  return all;
}

/** How many of the results had an accepted code first, and among three. */
export function quality(results) {
  const scored = results.filter((r) => r.accept !== undefined);
  const share = (n) => (scored.length === 0 ? '-' : `${Math.floor((100 * scored.filter((r) => r.codes.slice(0, n).some((c) => r.accept.includes(c))).length) / scored.length)}`);
  return { n: scored.length, top1: share(1), top3: share(3) };
}

/** The value below which a share of the list lies. */
export const quantile = (list, share) => list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];

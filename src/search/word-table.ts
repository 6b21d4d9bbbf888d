/** How often each word and each pair of neighbouring words stands in the phrasings of each code: what word evidence is counted from. */
import { wordsOf } from './normalise.ts';

/** Phrasings of one code, or of `NONE` (no service) and `NOCODE` (a service without a code). */
export interface Phrasing { code: string; words: string }

/** `features`: word or pair -> code place and count, one after the other. */
export interface WordTable { codes: readonly string[]; phrasings: readonly number[]; total: number; features: ReadonlyMap<string, readonly number[]> }

const small = new Set('a an the of to on in at for by and or my her his i she he they it was were is with that then me him them their our we had did from as patient pt client today session minute minutes min mins hour hours timed total unit units therapist tx rx this these those its be been are am so up out'.split(' '));

/** The words of a text that may tell of a service, as stems, and each pair of neighbours. */
export function featuresOf(text: string): string[] {
  const stems = wordsOf(text).filter((w) => !/^\d/.test(w.text) && w.text.length > 1 && !small.has(w.text)).map((w) => w.stem);
  return withPairs(stems);
}

/** Stems and pairs of neighbours, each once. */
export function withPairs(stems: readonly string[]): string[] {
  const out = new Set(stems);
  for (let i = 0; i + 1 < stems.length; i++) out.add(`${stems[i]} ${stems[i + 1]}`);
  return [...out];
}

export const isSmallWord = (word: string): boolean => small.has(word);

/** Counts the phrasings; pairs that stand in one phrasing only are left out. */
export function countPhrasings(rows: readonly Phrasing[]): WordTable {
  const codes = [...new Set(rows.map((r) => r.code))].sort();
  const place = new Map(codes.map((code, i) => [code, i]));
  const phrasings = codes.map(() => 0);
  const counts = new Map<string, Map<number, number>>();
  for (const { code, words } of rows) {
    const at = place.get(code)!;
    phrasings[at]! += 1;
    for (const feature of featuresOf(words)) {
      const of = counts.get(feature) ?? counts.set(feature, new Map()).get(feature)!;
      of.set(at, (of.get(at) ?? 0) + 1);
    }
  }
  const features = new Map<string, number[]>();
  for (const [feature, of] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const sum = [...of.values()].reduce((a, b) => a + b, 0);
    if (feature.includes(' ') && sum < 2) continue;
    features.set(feature, [...of].sort(([a], [b]) => a - b).flat());
  }
  return { codes, phrasings, total: rows.length, features };
}

/** The table as text, and back: a line each for the codes, their counts and every feature. */
export function writeWordTable(table: WordTable): string {
  return [table.codes.join(' '), table.phrasings.join(' '), String(table.total), ...[...table.features].map(([feature, of]) => `${feature}\t${of.join(' ')}`)].join('\n');
}

export function readWordTable(text: string): WordTable {
  const [codes, phrasings, total, ...lines] = text.split('\n');
  const features = new Map<string, readonly number[]>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    features.set(line.slice(0, tab), line.slice(tab + 1).split(' ').map(Number));
  }
  return { codes: codes!.split(' '), phrasings: phrasings!.split(' ').map(Number), total: Number(total), features };
}

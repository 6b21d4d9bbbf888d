/** What each word speaks for and against, learned from all phrasings at once (multinomial logistic regression), beside what is counted code by code. */
import type { Phrasing } from './word-table.ts';

/** `bias` by place of the code; `of` gives a feature's places and weights, one after the other. */
export interface WordWeights { bias: Float64Array; of(feature: string): readonly number[] | undefined }

/** Weights are kept in tenths. */
export const tenths = 10;

/** Of a text of so many known features each counts so much: long texts are no surer than short ones. */
export const shareOf = (features: number): number => 1 / Math.sqrt(Math.max(1, features));

/** A number that changes with the phrasings: weights learned from others are out of date. */
export function stampOf(rows: readonly Phrasing[]): string {
  let hash = 2166136261;
  for (const { code, words } of rows) for (const c of `${code},${words}\n`) hash = Math.imul(hash ^ c.charCodeAt(0), 16777619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** The stamp that weights carry. */
export const stampIn = (text: string): string => text.slice(0, text.indexOf('\n'));

/** What a code weighs of which nothing was learned. */
const unlearned = -9;

/** The weights from their text, by the places of `codes`, each feature's read when it is first asked for. */
export function readWeights(text: string, codes: readonly string[]): WordWeights {
  const [, learned, biases, ...lines] = text.split('\n');
  const place = new Map(codes.map((code, i) => [code, i]));
  const places = learned!.split(' ').map((code) => place.get(code));
  const bias = new Float64Array(codes.length).fill(unlearned);
  biases!.split(' ').forEach((b, i) => { if (places[i] !== undefined) bias[places[i]!] = Number(b) / tenths; });
  const read = new Map<string, string | number[]>();
  for (const line of lines) { const tab = line.indexOf('\t'); read.set(line.slice(0, tab), line.slice(tab + 1)); }
  return {
    bias,
    of(feature) {
      const found = read.get(feature);
      if (typeof found !== 'string') return found;
      const numbers: number[] = [];
      const said = found.split(' ');
      for (let i = 0; i < said.length; i += 2) if (places[Number(said[i])] !== undefined) numbers.push(places[Number(said[i])]!, Number(said[i + 1]) / tenths);
      read.set(feature, numbers);
      return numbers;
    },
  };
}

/** Learns from the phrasings what each word speaks for and against (multinomial logistic regression); the text that catalog/word-weights.txt holds. */
import { featuresOf, type Phrasing, type WordTable } from './word-table.ts';
import { shareOf, stampOf, tenths } from './word-weights.ts';

const epochs = 12;
const batch = 256;
const rate = 0.5;
/** Weights nearer to the feature's middle than this say too little to be kept. */
const least = 1;
/** Numbers from 0 to 1, the same at every run. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 4294967296; };
}

/** Learns the weights by Adagrad over small batches; the same phrasings give the same text. */
export function learnWeights(rows: readonly Phrasing[], table: WordTable): string {
  const { codes } = table;
  const names = [...table.features.keys()];
  const at = new Map(names.map((name, i) => [name, i]));
  const K = codes.length;
  const examples = rows.map((r) => ({ y: codes.indexOf(r.code), features: featuresOf(r.words).flatMap((f) => at.get(f) ?? []) })).filter((e) => e.features.length > 0);
  const weights = new Float64Array(names.length * K);
  const squares = new Float64Array(names.length * K).fill(1e-8);
  const slope = new Float64Array(names.length * K);
  const bias = new Float64Array(K);
  const z = new Float64Array(K);
  const biasSlope = new Float64Array(K);
  const random = seeded(7);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; }
    for (let from = 0; from < order.length; from += batch) {
      const size = Math.min(batch, order.length - from);
      const touched = new Set<number>();
      biasSlope.fill(0);
      for (let b = from; b < from + size; b++) {
        const { y, features } = examples[order[b]!]!;
        const share = shareOf(features.length);
        z.set(bias);
        for (const f of features) for (let k = 0, w = f * K; k < K; k++, w++) z[k]! += weights[w]! * share;
        softmax(z);
        z[y]! -= 1;
        for (const f of features) { touched.add(f); for (let k = 0, w = f * K; k < K; k++, w++) slope[w]! += z[k]! * share; }
        for (let k = 0; k < K; k++) biasSlope[k]! += z[k]!;
      }
      for (const f of touched) {
        for (let w = f * K; w < (f + 1) * K; w++) {
          const g = slope[w]! / size;
          squares[w]! += g * g;
          weights[w]! -= (rate * g) / Math.sqrt(squares[w]!);
          slope[w] = 0;
        }
      }
      for (let k = 0; k < K; k++) bias[k]! -= (rate * 0.1 * biasSlope[k]!) / size;
    }
  }
  return [stampOf(rows), codes.join(' '), [...bias].map((b) => Math.round(b * tenths)).join(' '), ...names.flatMap((name, f) => {
    const row = weights.subarray(f * K, (f + 1) * K);
    const middle = [...row].sort((a, b) => a - b)[K >> 1]!;
    const kept = [...row].flatMap((w, k) => (Math.abs(w - middle) >= least ? [k, Math.round((w - middle) * tenths)] : []));
    return kept.length > 0 ? [`${name}\t${kept.join(' ')}`] : [];
  })].join('\n');
}

function softmax(z: Float64Array): void {
  let most = -Infinity;
  for (const v of z) if (v > most) most = v;
  let sum = 0;
  for (let k = 0; k < z.length; k++) sum += (z[k] = Math.exp(z[k]! - most));
  for (let k = 0; k < z.length; k++) z[k]! /= sum;
}

/** One typing mistake at random in a phrase, the same for the same seed. */

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A letter left out, put in, changed, or swapped with the next one, in a word of at least five letters. */
export function withTypo(phrase: string, random: () => number): string {
  const words = phrase.split(' ');
  const long = words.flatMap((w, i) => (/^[a-z]{5,}$/i.test(w) ? [i] : []));
  const below = (n: number): number => Math.floor(random() * n);
  const at = long[below(long.length)]!;
  const word = words[at]!;
  for (;;) {
    const i = below(word.length);
    const letter = 'abcdefghijklmnopqrstuvwxyz'[below(26)]!;
    const made = [word.slice(0, i) + word.slice(i + 1), word.slice(0, i) + letter + word.slice(i), word.slice(0, i) + letter + word.slice(i + 1), word.slice(0, i) + word.slice(i + 1, i + 2) + word[i] + word.slice(i + 2)][below(4)]!;
    if (made !== word) return words.map((w, k) => (k === at ? made : w)).join(' ');
  }
}

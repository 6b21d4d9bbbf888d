/** Lists of words and phrases looked for as whole words in a folded text, made ready once. */

const ready = new WeakMap<readonly string[], readonly string[]>();

/** The words of the list with a blank on both sides, in its order. */
export function asWholeWords(words: readonly string[]): readonly string[] {
  let made = ready.get(words);
  if (!made) ready.set(words, (made = words.map((word) => ` ${word} `)));
  return made;
}

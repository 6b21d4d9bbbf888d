/** Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */

/** Edits between two short words; stops early and returns `limit + 1` when it would exceed `limit`. */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, beforePrevious[j - 2]! + 1);
      current.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[b.length]!;
}

/** The word of `choices` nearest to `word`, when it is near enough to be meant. */
export function nearestWord(word: string, choices: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const choice of choices) {
    const inside = choice.includes(word) || word.includes(choice) ? 1 : Infinity;
    const distance = Math.min(inside, editDistance(word.toLowerCase(), choice, limit));
    if (distance < bestDistance) [best, bestDistance] = [choice, distance];
  }
  return best;
}

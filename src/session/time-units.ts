/** The words for minutes and hours with their slips of the keyboard: "mins", "mni", "mintues", "hr". */

const short = new Set(['min', 'mins', 'mn', 'mns', 'mni', 'mnis', 'mim', 'mims', 'mun', 'muns', 'minn', 'minns', 'mina', 'minit', 'minits', 'mnt', 'mnts', 'minuet', 'munite', 'mintue']);

/** Edit distance with swaps of neighbours, given up beyond `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [older, old] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j]! + 1, row[j - 1]! + 1, old[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, older[j - 2]! + 1);
    }
    [older, old] = [old, row];
  }
  return old[b.length]!;
}

/** True for "min", "minutes" and what was meant for them; "minus", "mm" and "miles" are not. */
export function isMinuteWord(word: string): boolean {
  if (short.has(word)) return true;
  if (word.length < 5 || word.length > 9 || !word.startsWith('m')) return false;
  return distance(word, 'minute', 1) <= 1 || (word.length > 5 && distance(word, 'minutes', 2) <= 2);
}

/** A word that may be minutes; to be checked by `isMinuteWord`. */
export const minuteSource = 'm[a-z]{1,9}(?![a-z])';
export const hourSource = '(?:hours?|hourse|houres|huors?|horus?|hrs?|h)(?![a-z])';

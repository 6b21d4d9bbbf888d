/** Text into words with their places, folded so that writing habits do not matter. */

export interface Word { text: string; stem: string; start: number; end: number }

const numbers: ReadonlyMap<string, string> = new Map([['one', '1'], ['two', '2'], ['three', '3'], ['four', '4'], ['five', '5'], ['six', '6'], ['seven', '7'], ['eight', '8'], ['nine', '9'], ['ten', '10'], ['fifteen', '15'], ['twenty', '20'], ['thirty', '30'], ['forty', '40'], ['fortyfive', '45'], ['sixty', '60'], ['ninety', '90']]);

/** Lower case, one form of hyphens and quotes; the length never changes, so that places stay right. */
export function foldText(text: string): string {
  return text.replace(/[A-Z`]+|\P{ASCII}/gu, foldPart);
}

/** A run of capitals or backquotes, or one character beyond ASCII. */
function foldPart(part: string): string {
  const low = part.toLowerCase();
  if (low.length !== part.length) return part;
  if (low.charCodeAt(0) < 0x80) return low.includes('`') ? low.replaceAll('`', "'") : low;
  if (/[‐-―−]/.test(low)) return '-';
  return /[‘’ʼ´]/.test(low) ? "'" : low;
}

/** A light stem: plurals, -ing and -ed; `massaging`, `massaged` and `massages` meet in one stem. */
export function stemOf(word: string): string {
  let w = word;
  if (w.length > 4 && w.endsWith('ies')) w = `${w.slice(0, -3)}y`;
  else if (w.length > 4 && w.endsWith('es') && /(?:x|ch|sh|ss)es$/.test(w)) w = w.slice(0, -2);
  else if (w.length > 3 && w.endsWith('s') && !w.endsWith('ss') && !w.endsWith('us') && !w.endsWith('is')) w = w.slice(0, -1);
  if (w.length > 5 && w.endsWith('ing')) w = w.slice(0, -3);
  else if (w.length > 4 && w.endsWith('ed') && !w.endsWith('eed')) w = w.slice(0, -2);
  if (w.length > 4 && w.endsWith('e')) w = w.slice(0, -1);
  return w.includes('isat') ? w.replace(/isation$/, 'ization').replace(/isat$/, 'izat') : w;
}

/** Words and numbers of a text; hyphens and slashes part words (`e-stim`, `re-ed` are two), number words become digits. */
export function wordsOf(text: string): Word[] {
  const out: Word[] = [];
  for (const m of foldText(text).matchAll(/[a-z]+(?:'[a-z]+)?|\d+(?:\.\d+)?/g)) {
    const word = numbers.get(m[0]) ?? m[0];
    out.push({ text: word, stem: /^\d/.test(word) ? word : stemOf(word.endsWith("'s") ? word.slice(0, -2) : word), start: m.index, end: m.index + m[0].length });
  }
  return out;
}

/** Free text made safe to read and to quote: no control, terminal or direction-changing characters. */

const escape = String.fromCharCode(0x1b);
const bell = String.fromCharCode(0x07);
// Terminal escape sequences (CSI, OSC and two-character forms) go as a whole, so that no `[31m` is left behind.
const terminalSequences = new RegExp(
  `${escape}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${escape}]*(?:${bell}|${escape}\\\\)?|[@-Z\\\\-_])`, 'g');
const invisible = /[\u00AD\u061C\u115F\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g;
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** The text without characters that a terminal or a bidi renderer would act on; tabs and line feeds stay. */
export function cleanText(text: string): string {
  const printable = text.replace(terminalSequences, '').replace(/\r\n?/g, '\n');
  let out = '';
  for (const ch of printable) {
    const point = ch.codePointAt(0)!;
    const control = (point < 0x20 && ch !== '\n' && ch !== '\t') || (point >= 0x7f && point <= 0x9f);
    out += control ? ' ' : ch;
  }
  return out.replace(invisible, '').replace(loneSurrogates, '\uFFFD');
}

/** At most 80 characters of cleaned text on one line, for quoting back. */
export function quote(text: string, limit = 80): string {
  const line = cleanText(text).replace(/\s+/g, ' ').trim();
  return [...line].length <= limit ? line : `${[...line].slice(0, limit - 1).join('')}…`;
}

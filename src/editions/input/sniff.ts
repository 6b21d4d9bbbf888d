/** What a file is by its first bytes, whatever its name says. */

export type FileKind = 'zip' | 'text' | 'html' | 'utf16' | 'old_excel' | 'pdf' | 'binary' | 'empty';

/** `start` is the beginning of the file, a few hundred bytes or all of it. */
export function sniff(start: Uint8Array): FileKind {
  if (start.length === 0) return 'empty';
  const at = (n: number): number => start[n] ?? -1;
  if (at(0) === 0x50 && at(1) === 0x4b && [0x03, 0x05, 0x07].includes(at(2))) return 'zip';
  if ((at(0) === 0xff && at(1) === 0xfe) || (at(0) === 0xfe && at(1) === 0xff)) return 'utf16';
  if (at(0) === 0xd0 && at(1) === 0xcf && at(2) === 0x11 && at(3) === 0xe0) return 'old_excel';
  const text = Buffer.from(start.subarray(0, 1024)).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
  if (text.startsWith('%PDF')) return 'pdf';
  if (/^\s*(?:<!doctype html|<html|<head|<script|<!--)/i.test(text)) return 'html';
  if (text.trim() === '') return start.length <= 1024 ? 'empty' : 'binary';
  if (text.includes('\0')) return zeroesAlternate(start) ? 'utf16' : 'binary';
  return 'text';
}

/** UTF-16 of western text without its mark: every other byte is zero. */
function zeroesAlternate(bytes: Uint8Array): boolean {
  const some = bytes.subarray(0, 200);
  const zero = (first: number): number => some.filter((b, i) => i % 2 === first && b === 0).length;
  return Math.max(zero(0), zero(1)) > some.length * 0.4;
}

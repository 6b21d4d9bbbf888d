/** What is known of a code that was billed or should have been: in force, deleted, misprinted or unknown. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PtpRow } from '../catalog/schemas.ts';
import { quote } from '../claim/clean-text.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import { findLookAlike, isCodeForm, normaliseCode } from '../claim/procedure-code.ts';

export interface BilledCode {
  code: string;
  state: 'in_force' | 'not_in_force' | 'misprint' | 'unknown' | 'malformed';
  name?: string;
  /** What is wrong with the number, as the end of "97122 is ...". */
  problem?: string;
  sources: string[];
}

/** The state of one code on a date (today where the caller gave none). */
export function judgeCode(catalog: Catalog, text: string, date: IsoDate): BilledCode {
  const code = normaliseCode(text);
  const shown = quote(code, 20);
  const row = catalog.code.get(code);
  if (row) {
    const base = { code, name: row.name, sources: row.sources };
    if (isWithin(date, row.effective_from, row.effective_to)) return { ...base, state: 'in_force' };
    const when = row.effective_to !== undefined && date >= row.effective_to ? `ended on ${row.effective_to}` : `valid only from ${row.effective_from}`;
    return { ...base, state: 'not_in_force', problem: `not in force on ${date} (${when})` };
  }
  const gone = catalog.deleted.get(code);
  if (gone) {
    const base = { code, name: gone.name, sources: gone.sources };
    if (date < gone.deleted_on) return { ...base, state: 'in_force' };
    const now = gone.replaced_by.length > 0 ? `; now ${gone.replaced_by.join(' or ')}` : '';
    return { ...base, state: 'not_in_force', problem: `a code deleted on ${gone.deleted_on}${now}` };
  }
  const misprint = catalog.misprint.get(code);
  if (misprint) return { code, state: 'misprint', problem: `a number often printed or typed for ${misprint.meant.join(' or ')}, and no code in force`, sources: misprint.sources };
  const alike = findLookAlike(code);
  if (alike) return { code: shown, state: 'malformed', problem: `no procedure code: character ${alike.position} only looks like ${alike.looksLike}`, sources: ['hipaa-code-sets'] };
  if (!isCodeForm(code)) return { code: shown, state: 'malformed', problem: 'no procedure code: five characters are expected', sources: ['hipaa-code-sets'] };
  return { code, state: 'unknown', problem: 'in no table on hand, so whether it is valid is not known', sources: ['claimlint'] };
}

/** `97140, 97124` -> both codes, when someone names what was billed together; otherwise the one text. */
export function splitCodes(text: string): string[] {
  const parts = text.normalize('NFKC').split(/[\s,;/+&]+/).filter(Boolean);
  return parts.length > 1 && parts.every((part) => isCodeForm(normaliseCode(part))) ? [...new Set(parts.map(normaliseCode))] : [text];
}

/** The edit that is active between two codes, whichever is column one (indicator 9 is a withdrawn one). */
export function activePair(catalog: Catalog, a: string, b: string): PtpRow | undefined {
  return [`${a}/${b}`, `${b}/${a}`].map((key) => catalog.ptp.get(key)).find((row) => row !== undefined && row.indicator !== '9');
}

/** Our sentence on what tells two codes apart. */
export function differenceBetween(catalog: Catalog, a: string, b: string): { text: string; sources: string[] } | undefined {
  const row = catalog.confusionsOf.get(a)?.find((r) => r.other === b) ?? catalog.confusionsOf.get(b)?.find((r) => r.other === a);
  return row ? { text: row.difference, sources: row.sources } : undefined;
}

/** The codes that the words name, by number or by a term of the vocabulary, longest term first; a term right after a negation is left out. */
export function codesNamedIn(catalog: Catalog, words: string): string[] {
  const text = ` ${words.normalize('NFKC').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim()} `;
  const said = (term: string): boolean => {
    const at = text.indexOf(` ${term.toLowerCase()} `);
    const before = text.slice(0, Math.max(at, 0)).trim().split(' ').slice(-2);
    return at >= 0 && !before.some((word) => catalog.vocabulary.negation_cues.includes(word));
  };
  const numbers = catalog.codes.filter((row) => said(row.code)).map((row) => row.code);
  const named = catalog.vocabulary.terms.flatMap((term) => term.words.filter(said).map((word) => ({ code: term.code, length: word.length })));
  return [...new Set([...numbers, ...named.sort((a, b) => b.length - a.length).map((n) => n.code)])];
}

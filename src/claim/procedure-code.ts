/** Procedure codes: CPT category I, II and III and HCPCS Level II, always five characters, always a string. */

export type ProcedureCode = string;

/** Letters of other alphabets that look like a Latin letter or a digit; they are reported, never folded. */
const lookAlikes: Record<string, string> = {
  'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P', 'Ѕ': 'S', 'Т': 'T', 'Х': 'X', 'Ү': 'Y',
  'З': '3', 'б': '6', 'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X',
};

/** Trimmed, upper-cased and NFKC-folded (full-width forms), without blanks inside. */
export function normaliseCode(text: string): string {
  if (/^[0-9A-Z]+$/.test(text)) return text;
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** The first character of another alphabet that passes for a Latin one: `{ char, looksLike }`. */
export function findLookAlike(code: string): { char: string; looksLike: string; position: number } | undefined {
  for (const [index, char] of [...code].entries()) {
    const looksLike = lookAlikes[char];
    if (looksLike) return { char, looksLike, position: index + 1 };
  }
  return undefined;
}

/** True for five characters of a valid form: 97124, 0001F, 0552T, 0001U, 0002M, 0001A, G0283. */
export function isCodeForm(code: string): boolean {
  return /^(\d{5}|\d{4}[A-Z]|[A-V]\d{4})$/.test(code);
}

/** Which system and category the form belongs to. */
export function codeFormOf(code: string): { system: 'cpt' | 'hcpcs'; category?: 'I' | 'II' | 'III' } | undefined {
  if (/^\d{5}$/.test(code)) return { system: 'cpt', category: 'I' };
  if (/^\d{4}F$/.test(code)) return { system: 'cpt', category: 'II' };
  if (/^\d{4}T$/.test(code)) return { system: 'cpt', category: 'III' };
  if (/^\d{4}[A-Z]$/.test(code)) return { system: 'cpt' };
  if (/^[A-V]\d{4}$/.test(code)) return { system: 'hcpcs' };
  return undefined;
}

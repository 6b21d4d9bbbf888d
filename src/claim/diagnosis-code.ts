/** ICD-10-CM codes: the dot is optional on input and always printed. */

/** `m5450`, `M54.50`, full-width forms -> `M54.50`; text of another form comes back cleaned but undotted. */
export function normaliseDiagnosis(text: string): string {
  if (/^[0-9A-Z]{3}(\.[0-9A-Z]+)?$/.test(text)) return text;
  const bare = text.normalize('NFKC').replace(/[\s.]+/g, '').toUpperCase();
  return bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
}

/** A letter, a digit (an A in the QA codes of fiscal year 2026), a letter or digit, then up to four more. */
export function isDiagnosisForm(code: string): boolean {
  return /^[A-Z][0-9A][0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code);
}

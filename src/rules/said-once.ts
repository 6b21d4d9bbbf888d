/** What holds for every line of a claim is said once, for the claim. */
import type { Finding, NotChecked } from './run-rules.ts';

/** Fields that stand on the claim as a whole: a finding on them that all lines share is the claim's. */
const ofTheClaim = new Set(['diagnosis_codes', 'provider_type', 'rendering_npi', 'place_of_service', 'date_of_service', 'claim_date', 'referral_on_file', 'authorization_number', 'visit_number', 'first_treatment_date', 'year_to_date_therapy_amount']);

function once<T extends { line?: number }>(list: readonly T[], lines: number, key: (item: T) => string | undefined): T[] {
  if (lines < 2) return [...list];
  const keys = list.map(key);
  const count = new Map<string, number>();
  for (const k of keys) if (k !== undefined) count.set(k, (count.get(k) ?? 0) + 1);
  const said = new Set<string>();
  const out: T[] = [];
  list.forEach((item, i) => {
    const k = keys[i];
    if (k === undefined || count.get(k) !== lines) out.push(item);
    else if (!said.has(k)) {
      said.add(k);
      const { line: _line, ...whole } = item;
      out.push(whole as T);
    }
  });
  return out;
}

/** The findings of a claim of `lines` lines; one without `line` holds for all of them. */
export function findingsOnce(findings: readonly Finding[], lines: number): Finding[] {
  return once(findings, lines, (f) => (ofTheClaim.has(f.field) ? `${f.rule}\n${f.severity}\n${f.message}` : undefined));
}

export function notCheckedOnce(list: readonly NotChecked[], lines: number): NotChecked[] {
  return once(list, lines, (n) => `${n.rule}\n${n.matters}\n${n.because}`);
}

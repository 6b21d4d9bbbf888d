/** What a claim written as text says, before the caller's own arguments fill what it lacks. */
import type { ClaimLine } from '../claim/claim.ts';

export interface ClaimText {
  lines: ClaimLine[];
  diagnosis_codes?: string[];
  date_of_service?: string;
  place_of_service?: string;
  rendering_npi?: string;
  authorization_number?: string;
  provider_type?: string;
  payer?: string;
}

/** `08/15/2024`, `08 15 24`, `20240815` -> `2024-08-15`; anything else stays as it is, for the rule of dates to judge. */
export function isoFromForm(text: string): string {
  const t = text.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(t);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  const american = /^(\d{1,2})[/ .-](\d{1,2})[/ .-](\d{4}|\d{2})$/.exec(t);
  if (american) return `${american[3]!.length === 2 ? `20${american[3]}` : american[3]}-${american[1]!.padStart(2, '0')}-${american[2]!.padStart(2, '0')}`;
  return t;
}

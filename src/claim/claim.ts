/** A claim and its lines as the tools take them; field names are the contract's own. */
import type { IsoDate } from './iso-date.ts';

export interface ClaimLine {
  code: string;
  modifiers: string[];
  units?: number;
  minutes?: number;
  charge?: number;
  service_performed?: string;
  body_regions?: string[];
  separate_region_or_time?: boolean;
  diagnosis_pointers?: string[];
  date_of_service?: string;
  place_of_service?: string;
  rendering_npi?: string;
  provider_type?: string;
}

export interface Claim {
  lines: ClaimLine[];
  /** False when the caller did not say what else was billed that day (`other_lines` absent). */
  siblings_known: boolean;
  /** Set when only this line is asked about and the others are its siblings. */
  only_line?: number;
  payer?: string;
  provider_type?: string;
  date_of_service?: string;
  place_of_service?: string;
  /** undefined: not mentioned; []: the claim has none. */
  diagnosis_codes?: string[];
  total_timed_minutes?: number;
  authorization_number?: string;
  referral_on_file?: boolean;
  rendering_npi?: string;
  year_to_date_therapy_amount?: number;
  visit_number?: number;
  first_treatment_date?: string;
  claim_date?: string;
  today: IsoDate;
}

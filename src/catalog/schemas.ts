/** The row shapes of every file in catalog/: the one definition that the reader, the tests and the docs share. */
import { z } from 'zod';

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const optionalDate = z.union([z.literal(''), isoDate]).transform((v) => v || undefined);
const optionalText = z.string().transform((v) => v || undefined);
/** A `;`-separated cell. */
const list = z.string().transform((v) => v.split(';').map((s) => s.trim()).filter(Boolean));
/** A ` | `-separated cell of sentences. */
const sentences = z.string().transform((v) => v.split('|').map((s) => s.trim()).filter(Boolean));
const yesNo = z.enum(['yes', 'no']).transform((v) => v === 'yes');
const optionalInt = z.union([z.literal(''), z.string().regex(/^\d+$/)]).transform((v) => (v === '' ? undefined : Number(v)));
const int = z.string().regex(/^\d+$/).transform(Number);
const sources = list.refine((v) => v.length > 0, 'every row names at least one source id of sources.json');
/** V read in the source, W widely documented, M from memory (may advise, never an error). */
export const confidence = z.enum(['V', 'W', 'M']);
const fiveCharacters = z.string().regex(/^[0-9A-Z]{5}$/, 'a code has five characters');

export const codeGroups = [
  'supervised_modality', 'attended_modality', 'therapeutic_procedure', 'evaluation', 'acupuncture', 'needling',
  'osteopathic_manipulation', 'chiropractic_manipulation', 'education', 'remote_monitoring', 'office_visit', 'injection',
  'wound_care', 'strapping', 'speech_language', 'adaptive_behavior', 'testing', 'biofeedback', 'home_health',
  'supply', 'telephone_online', 'other',
] as const;

/** codes.csv */
export const codeRow = z.strictObject({
  code: fiveCharacters,
  system: z.enum(['cpt', 'hcpcs']),
  category: z.enum(['I', 'II', 'III', '']).transform((v) => v || undefined),
  name: z.string().min(3).max(90),
  description: z.string().min(10),
  group: z.enum(codeGroups),
  timed: yesNo,
  unit_minutes: optionalInt,
  /** This code is one unit however long; an add-on code carries the rest (97810, 97129, 97545 ...). */
  first_unit_only: yesNo,
  /** Units count areas, sections or extremities, not minutes or visits. */
  counted_by: z.enum(['minutes', 'visit', 'area', 'day', 'episode', 'month', 'report', 'item']),
  contact: optionalText,
  therapy_designation: z.enum(['always', 'sometimes', 'none', '']).transform((v) => v || undefined),
  hands_on: yesNo,
  one_per_day: yesNo,
  performed_by: optionalText,
  /** Whether a licensed massage therapist bills it: yes, payer_by_payer, contested, rarely, no. */
  massage_therapist: z.enum(['yes', 'payer_by_payer', 'contested', 'rarely', 'no']),
  documentation: sentences,
  effective_from: optionalDate,
  effective_to: optionalDate,
  sources,
  confidence,
});

/** confusions.csv: what a code is taken for. */
export const confusionRow = z.strictObject({ code: fiveCharacters, other: fiveCharacters, difference: z.string().min(10), sources });

/** deleted-codes.csv */
export const deletedCodeRow = z.strictObject({
  code: fiveCharacters, name: z.string().min(3), deleted_on: isoDate, replaced_by: list, advice: z.string().min(10), sources, confidence,
});

/** misprints.csv: a number that is printed or typed for another. `meant` in order of likelihood. */
export const misprintRow = z.strictObject({ number: fiveCharacters, meant: list, why: z.string().min(10), sources, confidence });

/** status-indicators.csv: Medicare physician fee schedule. */
export const statusRow = z.strictObject({
  code: fiveCharacters, status: z.string().regex(/^[A-Z]$/), pc_tc: int, multiple_procedure: int, bilateral: int, global_days: z.string(), sources,
});

/** mue-limits.csv */
export const mueRow = z.strictObject({ code: fiveCharacters, units: int, adjudication: z.enum(['1', '2', '3']), rationale: z.string(), sources });

/** ptp-edits.csv: NCCI pairs, practitioner services. */
export const ptpRow = z.strictObject({ column_one: fiveCharacters, column_two: fiveCharacters, indicator: z.enum(['0', '1', '9']), rationale: z.string(), sources });

/** add-on-codes.csv: an add-on code and the primary codes that it may follow. */
export const addOnRow = z.strictObject({ add_on: fiveCharacters, primary: list, sources, confidence });

/**
 * modifiers.csv. `valid_for` and `not_valid_for` hold selectors separated by `;`:
 * any | code:97124 | code:98940-98942 | group:office_visit | therapy:always | therapy:any | timed | hands_on | bilateral:1
 */
export const modifierRow = z.strictObject({
  modifier: z.string().regex(/^[0-9A-Z]{2}$/),
  name: z.string().min(3).max(90),
  description: z.string().min(10),
  /** discipline GP GO GN; assistant CQ CO; distinct 59 X{EPSU}; payment 25 22 50 52 53 76 77; liability GA GX GY GZ; ... `listed` is known but not curated. */
  kind: z.enum(['discipline', 'assistant', 'distinct', 'payment', 'threshold', 'side', 'purpose', 'chiropractic', 'liability', 'telehealth', 'listed']),
  /** Place on the line: 1 goes first. */
  order_rank: int,
  bypasses_ptp: yesNo,
  conflicts_with: list,
  valid_for: list,
  not_valid_for: list,
  why_not: optionalText,
  effective_from: optionalDate,
  effective_to: optionalDate,
  sources,
  confidence,
});

/** places-of-service.csv */
export const placeRow = z.strictObject({
  code: z.string().regex(/^\d{2}$/), name: z.string().min(3), setting: z.enum(['facility', 'non_facility', '']).transform((v) => v || undefined),
  telehealth: yesNo, note: optionalText,
  /** Hands-on care here is often refused for the place. */
  unlikely_for_hands_on: yesNo, sources,
});

/** diagnoses.csv: ICD-10-CM around hands-on care; a category row (not billable) names what completes it. */
export const diagnosisRow = z.strictObject({
  code: z.string().regex(/^[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?$/),
  name: z.string().min(3),
  /** Everyday words for it, `;`-separated, lower case. */
  words: list,
  billable: yesNo,
  /** A seventh character is needed; the rows listed carry A, D and S forms in more_specific. */
  needs_seventh_character: yesNo,
  /** none: sides do not apply; right, left, bilateral, unspecified. */
  side: z.enum(['none', 'right', 'left', 'bilateral', 'unspecified']),
  /** First date on which the code, as billable or as category, stands so. */
  billable_from: optionalDate,
  /** The day from which it is no longer billable (it became a category or was deleted). */
  billable_until: optionalDate,
  more_specific: list,
  /** Codes or code stems that may not stand beside it (Excludes1). */
  excludes: list,
  sources,
  confidence,
});

/** denial-codes.csv (CARC) and remark-codes.csv (RARC): number and dates are X12's, words ours. */
export const denialCodeRow = z.strictObject({
  code: z.string().regex(/^[A-Z]{0,3}\d{1,4}$/), meaning: z.string().min(5), usual_group: z.enum(['CO', 'PR', 'OA', 'PI', 'CR', '']).transform((v) => v || undefined),
  effective_from: optionalDate, effective_to: optionalDate, sources,
});

/** therapy-thresholds.csv: the yearly Medicare amount over which KX is wanted; PT and SLP together, OT by itself. */
export const thresholdRow = z.strictObject({ year: z.string().regex(/^\d{4}$/), amount: int, sources, confidence });

/** exclusive-codes.csv: codes of which one a day may stand for a patient. */
export const exclusiveRow = z.strictObject({ group: z.string().regex(/^[a-z_]+$/), codes: list, what: z.string().min(10), sources, confidence });

/** diagnosis-limits.csv: what a diagnosis does not support. `codes` holds selectors as in modifiers.csv; stems are beginnings of a code. */
export const diagnosisLimitRow = z.strictObject({ kind: z.enum(['external_cause', 'not_alone', 'manipulation']), stems: list, codes: list, why: z.string().min(10), sources, confidence });

/** reference-words.csv: what people call a row of a reference table, beside its name. */
export const referenceWordRow = z.strictObject({ kind: z.enum(['modifier', 'place_of_service', 'denial_code', 'remark_code']), code: z.string().min(1), words: list.refine((v) => v.length > 0, 'give at least one phrase'), sources });

/** taxonomies.csv */
export const taxonomyRow = z.strictObject({ code: z.string().regex(/^[0-9A-Z]{9}X$/), name: z.string().min(3), description: z.string().min(5), provider_type: optionalText, sources, confidence });

/** phrasings.csv: how people say that a service was done, in words of ours; NONE names no service, NOCODE one without a code. */
export const phrasingRow = z.strictObject({ code: z.string().regex(/^(?:\d{4}[0-9A-Z]|[A-V]\d{4}|NONE|NOCODE)$/), words: z.string().min(2) });

/** sources.json */
export const sourceEntry = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/), title: z.string(), publisher: z.string(), edition: z.string(), effective: isoDate,
  url: z.string().optional(), rank: z.enum(['national', 'payer', 'guidance', 'ours']),
});

/** editions.json: every data table, its edition and the half-open dates that it covers. */
export const editionEntry = z.strictObject({
  table: z.string(), edition: z.string(), name: z.string(), covers_from: isoDate, covers_to: isoDate.optional(),
  /** until_replaced: counts as covering later dates until a newer edition is imported (ICD-10-CM). */
  after: z.enum(['not_covered', 'until_replaced']), refresh_from: z.string(), source: z.string(),
});

const stated = { why: z.string().min(5), source: z.string(), confidence };
const useOf = z.enum(['medicare_edition', 'own_version', 'unknown', 'not_applicable']);

/** payers/<id>.json */
export const payerProfile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: z.string(),
  /** One of the ten payer kinds of the contract. */
  kind: z.enum(['medicare', 'medicare_advantage', 'medicaid', 'tricare', 'va_community_care', 'workers_comp', 'auto_pip', 'commercial', 'self_pay', 'unknown']),
  description: z.string(),
  /** Everyday names, lower case: "medicare part b", "l&i". */
  words: z.array(z.string()),
  /** Federal health care program: the 60-day rule, False Claims Act and exclusion apply. */
  federal: z.boolean(),
  unit_method: z.strictObject({
    method: z.enum(['cms', 'cpt_midpoint', 'unknown']), first_unit_minutes: z.number().int().optional(), max_timed_units_per_day: z.number().int().optional(), ...stated,
  }),
  ncci: z.strictObject({ use: useOf, ...stated }),
  mue: z.strictObject({ use: useOf, ...stated }),
  /** Whether Medicare's status indicators (B bundled, I invalid, N not covered) decide for this payer. */
  medicare_status: z.strictObject({ use: useOf, ...stated }),
  /** The same service under the payer's own code: 97014 -> G0283. */
  own_codes: z.array(z.strictObject({ code: fiveCharacters, use_instead: fiveCharacters, ...stated })),
  /** provider type -> does the payer take claims from them (or for their work). `depends`: plan or state decides. */
  recognises: z.record(z.string(), z.strictObject({ answer: z.enum(['yes', 'no', 'depends']), ...stated })),
  modifiers: z.strictObject({
    discipline: z.strictObject({ need: z.enum(['required', 'expected', 'not_used', 'unknown']), ...stated }),
    assistant: z.strictObject({ need: z.enum(['required', 'expected', 'not_used', 'unknown']), ...stated }),
    threshold: z.strictObject({ need: z.enum(['required', 'not_used', 'unknown']), ...stated }),
    active_treatment: z.strictObject({ need: z.enum(['required', 'not_used', 'unknown']), ...stated }),
  }),
  /** What the payer does not pay: for whom, from when. `providers` empty means whoever gives it; `except` lists codes that stay payable. */
  exclusions: z.array(z.strictObject({
    codes: z.array(z.string()), except: z.array(z.string()).optional(), providers: z.array(z.string()), from: isoDate.optional(), to: isoDate.optional(),
    /** refer: rulings differ, do not answer. */
    answer: z.enum(['excluded', 'refer']), ...stated,
  })),
  relaxation_massage: z.strictObject({ covered: z.enum(['yes', 'no', 'depends']), ...stated }),
  /** Referral, authorisation and visit rules. */
  limits: z.array(z.strictObject({
    kind: z.enum(['referral', 'authorization', 'visits', 'order', 'units_per_day', 'per_day']), providers: z.array(z.string()), codes: z.array(z.string()),
    /** The first visit number that needs it. */
    from_visit: z.number().int().optional(), max: z.number().int().optional(),
    /** Calendar days from the first treatment within which it holds. */
    within_days: z.number().int().optional(), text: z.string(), ...stated,
  })),
  timely_filing: z.strictObject({ days: z.number().int().optional(), calendar_years: z.number().int().optional(), rule: z.string(), ...stated }),
  appeal: z.strictObject({ days: z.number().int().optional(), rule: z.string(), ...stated }),
  /** `codes`: the codes that a note is about, where it is not about every hands-on service. */
  notes: z.array(z.strictObject({ about: z.string(), text: z.string(), source: z.string(), confidence, codes: z.array(z.string()).optional() })),
  confidence,
});

export type CodeRow = z.output<typeof codeRow>;
export type ConfusionRow = z.output<typeof confusionRow>;
export type DeletedCodeRow = z.output<typeof deletedCodeRow>;
export type MisprintRow = z.output<typeof misprintRow>;
export type StatusRow = z.output<typeof statusRow>;
export type MueRow = z.output<typeof mueRow>;
export type PtpRow = z.output<typeof ptpRow>;
/** `open_list`: the Medicare contractor may take primary codes beyond those listed. */
export type AddOnRow = z.output<typeof addOnRow> & { open_list?: boolean };
export type ModifierRow = z.output<typeof modifierRow>;
export type PlaceRow = z.output<typeof placeRow>;
export type DiagnosisRow = z.output<typeof diagnosisRow>;
export type DenialCodeRow = z.output<typeof denialCodeRow>;
export type ThresholdRow = z.output<typeof thresholdRow>;
export type ExclusiveRow = z.output<typeof exclusiveRow>;
export type DiagnosisLimitRow = z.output<typeof diagnosisLimitRow>;
export type ReferenceWordRow = z.output<typeof referenceWordRow>;
export type PhrasingRow = z.output<typeof phrasingRow>;
export type TaxonomyRow = z.output<typeof taxonomyRow>;
export type SourceEntry = z.output<typeof sourceEntry>;
/** `incomplete`: parts of the table are not imported, so what is not found in it is not known. */
export type EditionEntry = z.output<typeof editionEntry> & { incomplete?: boolean; imported?: boolean };
/** `origin`: the file of a profile of the user's own; the built-in ones have none. */
export type PayerProfile = z.output<typeof payerProfile> & { origin?: string };

/** provider-types.json */
export const providerTypeEntry = z.strictObject({
  id: z.string(), name: z.string(), discipline: z.enum(['GP', 'GO', 'GN']).nullable(), assistant: z.boolean(), words: z.array(z.string()), source: z.string(),
  /** Codes (and ranges) that the licence does not, or does not everywhere, carry. */
  outside_scope: z.array(z.strictObject({ codes: z.array(z.string()), level: z.enum(['warning', 'info']), why: z.string().min(10), source: z.string() })).optional(),
});
export type ProviderTypeEntry = z.output<typeof providerTypeEntry>;

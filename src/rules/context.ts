/** What a rule sees: one line of a claim, normalised and looked up, beside its siblings of the same day. */
import type { Catalog } from '../catalog/catalog.ts';
import { covers, editionName } from '../catalog/editions.ts';
import { catalogOn, type KnownCode } from '../catalog/imported.ts';
import type { CodeRow, PayerProfile } from '../catalog/schemas.ts';
import type { Claim, ClaimLine } from '../claim/claim.ts';
import { normaliseDiagnosis } from '../claim/diagnosis-code.ts';
import { isIsoDate, isWithin, type IsoDate } from '../claim/iso-date.ts';
import { resolvePayer } from '../claim/payer.ts';
import { normaliseCode } from '../claim/procedure-code.ts';
import { resolveProvider, type ResolvedProvider } from '../claim/provider-type.ts';
import type { Severity } from './define-rule.ts';

export interface LineView {
  /** Position in the claim, from 1. */
  number: number;
  line: ClaimLine;
  code: string;
  modifiers: string[];
  /** The code's row, in force or not; undefined when it is in no table on hand. */
  row?: CodeRow;
  /** What imported files know of a code that has no curated row. */
  known?: KnownCode;
  /** The day that the line is judged on: its date of service, else today. */
  date: IsoDate;
  /** As given, valid or not. */
  dateGiven?: string;
  provider?: ResolvedProvider;
  place?: string;
}

export interface ClaimContext {
  catalog: Catalog;
  claim: Claim;
  payer: PayerProfile;
  /** False when no payer was given or its name is not known. */
  payerKnown: boolean;
  views: LineView[];
  /** Normalised, dotted; undefined when not mentioned. */
  diagnoses?: string[];
}

export interface LineContext extends ClaimContext {
  view: LineView;
  /** The other lines of the same patient and day. */
  siblings: LineView[];
}

/** Normalise a claim and look its codes up once, for all rules. */
export function claimContext(catalog: Catalog, claim: Claim): ClaimContext {
  const payer = resolvePayer(catalog, claim.payer);
  const views = claim.lines.map((line, index) => lineView(catalog, claim, line, index + 1));
  const diagnoses = claim.diagnosis_codes?.map(normaliseDiagnosis).filter((code) => code !== '');
  return { catalog, claim: wholeClaim(claim), payer: payer.profile, payerKnown: payer.recognised, views, diagnoses };
}

/** One line, normalised and looked up; what it lacks is taken from the claim. */
export function lineView(catalog: Catalog, claim: Claim, line: ClaimLine, number: number): LineView {
  const code = normaliseCode(line.code);
  const given = (line.date_of_service ?? claim.date_of_service)?.trim();
  const date = given !== undefined && isIsoDate(given) ? given : claim.today;
  const tables = catalogOn(catalog, date);
  const row = tables.code.get(code);
  const known = row ? undefined : tables.known?.get(code);
  const provider = resolveProvider(catalog, line.provider_type ?? claim.provider_type);
  const place = (line.place_of_service ?? claim.place_of_service)?.normalize('NFKC').trim();
  return {
    // A blank place is no modifier.
    number, line: wholeLine(line), code, modifiers: line.modifiers.map(normaliseCode).filter((m) => m !== ''), row, known,
    date,
    dateGiven: given || undefined, provider, place: place ? place.padStart(2, '0') : undefined,
  };
}

// What every rule reads has all of its fields, in one order, given or not: sixty rules look at each line, and objects of
// one shape are looked at several times as fast.
function wholeLine(line: ClaimLine): ClaimLine {
  return {
    code: line.code, modifiers: line.modifiers, units: line.units, minutes: line.minutes, charge: line.charge, service_performed: line.service_performed,
    body_regions: line.body_regions, separate_region_or_time: line.separate_region_or_time, diagnosis_pointers: line.diagnosis_pointers, date_of_service: line.date_of_service,
    place_of_service: line.place_of_service, rendering_npi: line.rendering_npi, provider_type: line.provider_type,
  };
}

function wholeClaim(claim: Claim): Claim {
  return {
    lines: claim.lines, siblings_known: claim.siblings_known, only_line: claim.only_line, payer: claim.payer, provider_type: claim.provider_type,
    date_of_service: claim.date_of_service, place_of_service: claim.place_of_service, diagnosis_codes: claim.diagnosis_codes, total_timed_minutes: claim.total_timed_minutes,
    authorization_number: claim.authorization_number, referral_on_file: claim.referral_on_file, rendering_npi: claim.rendering_npi,
    year_to_date_therapy_amount: claim.year_to_date_therapy_amount, visit_number: claim.visit_number, first_treatment_date: claim.first_treatment_date,
    claim_date: claim.claim_date, today: claim.today,
  };
}

export function lineContext(claim: ClaimContext, view: LineView): LineContext {
  const { catalog, payer, payerKnown, views, diagnoses } = claim;
  // Every rule takes the editions in force on the line's own date.
  return { catalog: catalogOn(catalog, view.date), claim: claim.claim, payer, payerKnown, views, diagnoses, view, siblings: views.length === 1 ? [] : views.filter((other) => other !== view && other.date === view.date) };
}

/** What the code is called, for a message. */
export function nameOf(view: LineView): string {
  return view.row?.name ?? view.known?.name ?? 'a code in no table on hand';
}

/** True when the diagnoses on hand speak for the line's date; the embedded ones carry their own dates since October 2021. */
export function diagnosesAreCovered(context: LineContext): boolean {
  return isCovered(context, 'icd10cm') || (context.view.date >= '2021-10-01' && context.catalog.editionOf.get('icd10cm')?.imported !== true);
}

/** True when the whole ICD-10-CM list of the line's date is imported and does not have the code. */
export function lacksDiagnosis(context: LineContext, code: string): boolean {
  const { catalog, view } = context;
  const edition = catalog.editionOf.get('icd10cm');
  return catalog.imported?.complete.has('icd10cm') === true && isWithin(view.date, edition?.covers_from, edition?.covers_to) && !catalog.diagnosis.has(code);
}

/** True when a table's edition speaks for the line's date. */
export function isCovered(context: LineContext, table: string): boolean {
  return covers(context.catalog, table, context.view.date);
}

/** "the NCCI table of 2024Q3", with a word about its age when the date lies outside it. */
export function tableName(context: LineContext, table: string, name: string): string {
  const edition = `${name} ${editionName(context.catalog, table)}`;
  return isCovered(context, table) ? edition : `${edition} (the newest on hand; it does not cover ${context.view.date})`;
}

/** How strict a national edit is for this payer: its profile says whether it uses the Medicare edition. */
export function severityByUse(use: PayerProfile['ncci']['use']): Severity | undefined {
  return use === 'not_applicable' ? undefined : use === 'medicare_edition' ? 'error' : 'warning';
}

/** How strict a modifier is that the payer wants: an error only where a national rule requires it. */
export function severityByNeed(catalog: Catalog, stated: { need: 'required' | 'expected' | 'not_used' | 'unknown'; source: string }): Severity {
  return stated.need === 'required' && catalog.source.get(stated.source)?.rank === 'national' ? 'error' : 'warning';
}

/** Sources of rank national may carry an error; anything weaker is a warning, and what is from memory only advises. */
export function severityBySource(catalog: Catalog, stated: { source: string; confidence: 'V' | 'W' | 'M' }): Severity {
  if (stated.confidence === 'M') return 'info';
  return catalog.source.get(stated.source)?.rank === 'national' ? 'error' : 'warning';
}

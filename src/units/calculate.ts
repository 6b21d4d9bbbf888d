/** Units for a day's services as a reply: both methods side by side, what the payer uses, and what could not be computed. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import { editionSummary, type EditionSummary } from '../catalog/editions.ts';
import { quote } from '../claim/clean-text.ts';
import { resolvePayer, type ResolvedPayer } from '../claim/payer.ts';
import { findLookAlike, isCodeForm, normaliseCode } from '../claim/procedure-code.ts';
import { assistantShare, assistantShareUntimed } from './assistant.ts';
import { computeUnits, type TimedService, type UnitMethod, type UnitOptions, type UnitLine, type UnitResult } from './units.ts';

export const unitMethods = ['cms', 'cpt_midpoint'] as const;

export interface AssistedService extends TimedService { assistant_minutes?: number }
export interface UnitsRequest { services: AssistedService[]; method?: UnitMethod; payer?: string; total_timed_minutes?: number }
export interface UnitsQuestion { field: string; question: string; why: string }
export interface UnitsReply {
  [field: string]: unknown;
  summary: string;
  payer: string;
  results: UnitResult[];
  recommended_method?: { method: UnitMethod; because: string };
  not_computed?: { code: string; because: string }[];
  questions: UnitsQuestion[];
  edition: EditionSummary;
  sources: Citation[];
}

const methodNames: Record<UnitMethod, string> = { cms: 'the CMS 8-minute rule', cpt_midpoint: 'the CPT mid-point rule' };
/** Medicare Claims Processing Manual ch. 5 s. 20.2, and restatements of the CPT time rule. */
const methodSources: Record<UnitMethod, string> = { cms: 'claims-manual-ch5', cpt_midpoint: 'cpt-timed-midpoint' };

/** Units by the method asked for, or by both with `cms` first; a payer's own cap and first-unit rule apply to both. */
export function calculate(catalog: Catalog, request: UnitsRequest): UnitsReply {
  const services = request.services.map((s) => ({ code: normaliseCode(s.code), minutes: s.minutes }));
  const payer = resolvePayer(catalog, request.payer);
  const rule = payer.profile.unit_method;
  const options: UnitOptions = {
    ...(request.total_timed_minutes === undefined ? {} : { total_timed_minutes: request.total_timed_minutes }),
    ...(rule.first_unit_minutes === undefined ? {} : { first_unit_minutes: rule.first_unit_minutes }),
    ...(rule.max_timed_units_per_day === undefined ? {} : { max_timed_units_per_day: rule.max_timed_units_per_day }),
  };
  const both = unitMethods.map((method) => tidy(computeUnits(catalog, services, method, options)));
  const withShares = both.map((result) => withAssistant(catalog, request.services, result));
  const results = withShares.filter((r) => request.method === undefined || r.method === request.method);
  const differ = both[0]!.lines.some((line, i) => line.units !== both[1]!.lines[i]!.units);
  const notComputed = whatWasNotComputed(catalog, services);
  const recommended = rule.method === 'unknown' ? undefined : { method: rule.method, because: rule.why };
  const questions = questionsFor(payer, differ && request.method === undefined && !recommended);
  const assisted = request.services.some((s) => (s.assistant_minutes ?? 0) > 0);
  const sourceIds = [...(assisted ? ['cms-therapy-page'] : []), ...results.map((r) => methodSources[r.method]), ...(payer.recognised || recommended ? [rule.source] : [])];
  return {
    summary: summarise({ catalog, results, differ, payer, recommended, asked: request.method, notComputed }),
    payer: payer.profile.id,
    results,
    ...(recommended ? { recommended_method: recommended } : {}),
    ...(notComputed.length > 0 ? { not_computed: notComputed } : {}),
    questions,
    edition: editionSummary(catalog),
    sources: citations(catalog, sourceIds),
  };
}

/** On each service of which an assistant gave a part: whose units its units are. */
function withAssistant(catalog: Catalog, services: readonly AssistedService[], result: UnitResult): UnitResult {
  if (services.every((s) => s.assistant_minutes === undefined)) return result;
  const lines = result.lines.map((line, index): UnitLine => {
    const minutes = services[index]!.assistant_minutes;
    const row = catalog.code.get(line.code);
    if (minutes === undefined || !row || (row.therapy_designation !== 'always' && row.therapy_designation !== 'sometimes')) return line;
    const assistant = row.timed ? assistantShare(line.minutes, line.units, minutes) : assistantShareUntimed(line.minutes, minutes);
    return { ...line, assistant };
  });
  const shared = lines.flatMap((l) => (l.assistant && l.assistant.assistant_units > 0 ? [`${l.code} x ${l.assistant.assistant_units}`] : []));
  const note = shared.length > 0 ? `Of an assistant, with CQ (or CO in occupational therapy) behind GP or GO on lines of their own: ${shared.join(', ')}.` : 'None of these units needs CQ or CO.';
  return { ...result, lines, notes: [...result.notes, note], explanation: `${result.explanation} ${note}` };
}

/** Remainders of fractional minutes to two decimals, and unknown codes quoted safely. */
function tidy(result: UnitResult): UnitResult {
  return { ...result, lines: result.lines.map((line) => ({ ...line, code: quote(line.code, 20), why: quote(line.why, 400), remainder_minutes: Math.round(line.remainder_minutes * 100) / 100 })) };
}

function whatWasNotComputed(catalog: Catalog, services: readonly TimedService[]): { code: string; because: string }[] {
  return [...new Set(services.map((s) => s.code))].filter((code) => !catalog.code.has(code)).map((code) => ({ code: quote(code, 20), because: whyUnknown(catalog, code) }));
}

function whyUnknown(catalog: Catalog, code: string): string {
  const gone = catalog.deleted.get(code);
  if (gone) return `deleted on ${gone.deleted_on}${gone.replaced_by.length > 0 ? `; use ${gone.replaced_by.join(' or ')}` : ''}`;
  const misprint = catalog.misprint.get(code);
  if (misprint) return `not a code in force; often printed for ${misprint.meant.join(' or ')}`;
  const alike = findLookAlike(code);
  if (alike) return `character ${alike.position} looks like ${alike.looksLike} and is a letter of another alphabet`;
  return isCodeForm(code) ? 'not in the catalog, so whether it is timed is not known' : 'not a procedure code: five characters are expected';
}

function questionsFor(payer: ResolvedPayer, methodMatters: boolean): UnitsQuestion[] {
  const unrecognised = payer.given !== undefined && !payer.recognised && payer.profile.id === 'unknown' && payer.given.trim().toLowerCase() !== 'unknown';
  if (!methodMatters && !unrecognised) return [];
  const question = payer.recognised
    ? `Does this ${payer.profile.name} plan count units by the CMS 8-minute rule or by the CPT mid-point rule?`
    : unrecognised ? `"${quote(payer.given!)}" is not a payer on hand: which payer is billed, or what kind (Medicare, commercial, workers' compensation ...)?` : 'Which payer is billed, and does it count units by the CMS 8-minute rule or by the CPT mid-point rule?';
  return [{ field: 'payer', question, why: methodMatters ? 'The two methods give different units for these minutes.' : 'The payer decides the method and may cap the units of a day.' }];
}

interface SummaryParts { catalog: Catalog; results: UnitResult[]; differ: boolean; payer: ResolvedPayer; recommended?: { method: UnitMethod }; asked?: UnitMethod; notComputed: { code: string; because: string }[] }

function summarise({ catalog, results, differ, payer, recommended, asked, notComputed }: SummaryParts): string {
  const lead = results.find((r) => r.method === recommended?.method) ?? results[0]!;
  const other = results.find((r) => r !== lead);
  const untimed = lead.untimed_units > 0 ? ` and ${lead.untimed_units} untimed` : '';
  const sentences: string[] = [];
  if (other && !differ) sentences.push(`${tally(catalog, lead)}${untimed}, by either method.`);
  else if (other && recommended) sentences.push(`${tally(catalog, lead)}${untimed} by ${methodNames[lead.method]}, which ${payer.profile.name} uses; ${methodNames[other.method]} would give ${tally(catalog, other)}.`);
  else if (other) sentences.push(`${tally(catalog, lead)} by ${methodNames[lead.method]}, ${tally(catalog, other)} by ${methodNames[other.method]}${untimed ? `; ${lead.untimed_units} untimed by both` : ''}. Ask which of the two the payer uses.`);
  else sentences.push(`${tally(catalog, lead)}${untimed}, by ${methodNames[lead.method]}${asked && recommended && recommended.method !== asked ? `; ${payer.profile.name} uses ${methodNames[recommended.method]} instead` : ''}.`);
  if (lead.notes.length > 0) sentences.push(...lead.notes);
  if (notComputed.length > 0) sentences.push(`Not computed: ${notComputed.map((n) => `${n.code} (${n.because})`).join('; ')}.`);
  return sentences.join(' ');
}

/** `3 timed units (97110 x 2, 97112 x 1)`: timed codes only, and none of them listed when they are many. */
function tally(catalog: Catalog, result: UnitResult): string {
  const byCode = new Map<string, number>();
  for (const line of result.lines) {
    if (catalog.code.get(line.code)?.timed) byCode.set(line.code, (byCode.get(line.code) ?? 0) + line.units);
  }
  const units = `${result.total_units} timed ${result.total_units === 1 ? 'unit' : 'units'}`;
  return byCode.size === 0 || byCode.size > 12 ? units : `${units} (${[...byCode].map(([code, n]) => `${code} x ${n}`).join(', ')})`;
}

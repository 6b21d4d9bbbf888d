/** suggest_code_for_service: a session in words becomes candidate codes, claim lines, notes and questions. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import { editionSummary, type EditionSummary } from '../catalog/editions.ts';
import { catalogOn } from '../catalog/imported.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import { isIsoDate, type IsoDate } from '../claim/iso-date.ts';
import { resolvePayer } from '../claim/payer.ts';
import { resolveProvider } from '../claim/provider-type.ts';
import { negationsIn } from '../search/negation.ts';
import { foldText } from '../search/normalise.ts';
import { nearestTrade } from '../search/nearest-trade.ts';
import { saysAnyOf, withoutHarmless } from '../rules/relaxation-massage-billed.ts';
import { unitsByMethod, type UnitsByMethod } from '../units/units.ts';
import { billability } from './billability.ts';
import { buildLines, type SuggestedLine } from './lines.ts';
import { payerIn, providerIn } from './people.ts';
import { asksOfPay } from './pay-question.ts';
import { questionsOf, type Question } from './questions.ts';
import { readSession, type ReadService } from './read-services.ts';

export interface SuggestInput { service: string; minutes?: number; date_of_service?: string; payer?: string; provider_type?: string; place_of_service?: string; diagnosis_codes?: string[] }
export interface Note { about: string; text: string; sources: string[] }
export interface SuggestedService {
  text: string; minutes?: number;
  candidates: { code: string; name: string; confidence: 'strong' | 'possible' | 'weak'; score: number; matched: { text: string; meaning: string }[]; why: string; not_if?: string }[];
  ruled_out: { code: string; why: string }[]; billable: boolean; not_billable_because?: string;
}
export interface SuggestReply {
  summary: string; services: SuggestedService[]; excluded: { text: string; code?: string }[]; lines: SuggestedLine[];
  units: { cms?: UnitsByMethod; cpt_midpoint?: UnitsByMethod }; notes: Note[]; questions: Question[]; payer: string; edition: EditionSummary; sources: Citation[];
}

/** What was done decides, never what pays. Throws ArgumentError for a date that is no day. */
export function suggest(given: Catalog, input: SuggestInput, today: IsoDate): SuggestReply {
  const date = input.date_of_service?.trim() || today;
  if (!isIsoDate(date)) throw new ArgumentError(`"date_of_service" cannot be "${quote(date, 30)}"; it takes a calendar day written YYYY-MM-DD. Example: suggest_code_for_service {"service":"60 minutes of massage to the neck","date_of_service":"2024-08-15"}`);
  const catalog = catalogOn(given, date);
  const told = saidInText(catalog, input);
  const payer = resolvePayer(catalog, input.payer ?? told.payer);
  const provider = resolveProvider(catalog, input.provider_type ?? told.provider_type);
  const session = readSession(catalog, input.service, provider?.recognised ? provider.type : undefined);
  const notes: Note[] = notesOfText(catalog, told);
  const total = settleMinutes(catalog, session.services, input.minutes ?? session.total_minutes, notes, input.minutes === undefined && session.total_is_timed === true);
  const relaxing = saysDone(catalog, withoutHarmless(input.service, catalog.vocabulary.relaxation_harmless), catalog.vocabulary.relaxation_words) && !saysDone(catalog, input.service, catalog.vocabulary.treatment_words);
  const purposeUntold = payer.profile.kind !== 'self_pay' && !relaxing && (input.diagnosis_codes ?? []).length === 0 && !saysDone(catalog, input.service, catalog.vocabulary.treatment_words);
  const services = session.services.map((read): { read: ReadService; service: SuggestedService } => {
    const state = billability(catalog, read, { payer, provider, date, relaxing });
    notes.push(...state.notes);
    return { read, service: {
      text: quote(read.text), ...(read.minutes === undefined ? {} : { minutes: read.minutes }),
      candidates: candidatesOf(catalog, read), ruled_out: ruledOut(catalog, read, session.services),
      billable: state.billable, ...(state.because ? { not_billable_because: state.because } : {}),
    } };
  });
  const built = buildLines(catalog, services.map((s) => ({ read: s.read, billable: s.service.billable })), { payer: payer.profile, provider, total });
  notes.push(...built.notes, ...generalNotes(catalog, input, payer.profile.kind, payer.recognised, session.unknown_codes));
  const questions = questionsOf(catalog, { input, reads: session.services, payer, provider, totalOpen: total.open, ...(total.differs ? { differs: total.differs } : {}), purposeUntold, unknown: session.unknown_codes, unread: session.unread });
  const timed = session.services.filter((s) => s.minutes !== undefined && s.candidates[0]?.confidence === 'strong' && !s.noCode).map((s) => ({ code: s.candidates[0]!.code, minutes: s.minutes! }));
  const units = timed.length > 0 ? unitsByMethod(catalog, timed, total.cap === undefined ? {} : { total_timed_minutes: total.cap }) : {};
  const distinct = notes.filter((n, i) => notes.findIndex((o) => o.about === n.about && o.text === n.text) === i);
  const sourceIds = [...session.services.flatMap((s) => [...s.candidates.flatMap((c) => c.sources), ...(s.noCode ? [s.noCode.source] : [])]), ...notes.flatMap((n) => n.sources), ...built.lines.map(() => 'claims-manual-ch5')];
  return {
    summary: summaryOf(catalog, services.map((s) => s.service), session.services, built.lines, notes, questions), services: services.map((s) => s.service), excluded: session.excluded.map((e) => ({ text: quote(e.text), ...(e.code ? { code: e.code } : {}) })),
    lines: built.lines, units, notes: distinct, questions, payer: payer.profile.id, edition: editionSummary(catalog, input.date_of_service ? date : undefined), sources: citations(catalog, sourceIds),
  };
}

/** The payer and the provider type that the words name, where the arguments do not. */
export function saidInText(catalog: Catalog, input: SuggestInput): { payer?: string; provider_type?: string } {
  const payer = input.payer?.trim() ? undefined : payerIn(catalog, input.service);
  const provider_type = input.provider_type?.trim() ? undefined : providerIn(catalog, input.service);
  return { ...(payer ? { payer } : {}), ...(provider_type ? { provider_type } : {}) };
}

function notesOfText(catalog: Catalog, told: { payer?: string; provider_type?: string }): Note[] {
  return [
    ...(told.payer ? [{ about: 'payer', text: `Read from the words: the payer is ${catalog.payer.get(told.payer)!.name}.`, sources: ['claimlint'] }] : []),
    ...(told.provider_type ? [{ about: 'provider_type', text: `Read from the words: performed by a ${catalog.providerType.get(told.provider_type)!.name}.`, sources: ['claimlint'] }] : []),
  ];
}

/** True when one of the words stands in the text and is not denied ("no injury", "nobody had a prescription"). */
function saysDone(catalog: Catalog, text: string, words: readonly string[]): boolean {
  if (!saysAnyOf(text, words)) return false;
  const folded = foldText(text);
  const isNegated = negationsIn(text, catalog.vocabulary.negation_cues);
  return words.some((word) => {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const whole = !/[a-z0-9]/.test(folded[at - 1] ?? ' ') && !/[a-z0-9]/.test(folded[at + word.length] ?? ' ');
      if (whole && !isNegated(at, at + word.length)) return true;
    }
    return false;
  });
}

export interface SessionTotal { cap?: number; open: boolean; /** What the services add up to, where the session's minutes are others. */ differs?: { sum: number; total: number }; /** The text tells more timed minutes of its services than in all. */ contradicts?: true }

/** One service takes the session's minutes; several are held against them. */
function settleMinutes(catalog: Catalog, services: ReadService[], total: number | undefined, notes: Note[], timed: boolean): SessionTotal {
  if (total === undefined) return { open: false };
  if (services.length === 1) {
    const only = services[0]!;
    if (only.minutes !== undefined && only.minutes !== total) notes.push({ about: 'minutes', text: `The text says ${only.minutes} minutes and the session is given as ${total}; the smaller is used.`, sources: ['claims-manual-ch5'] });
    only.minutes = Math.min(only.minutes ?? total, total);
    return { open: false };
  }
  const known = services.filter((s) => s.minutes !== undefined);
  const sum = known.reduce((n, s) => n + s.minutes!, 0);
  const without = services.filter((s) => s.minutes === undefined);
  // "the rest was exercise": the session's time less what the others took.
  if (without.length === 1 && without[0]!.rest && total > sum) { without[0]!.minutes = total - sum; return { cap: total, open: false }; }
  if (without.length === 0) {
    if (sum > total) { notes.push({ about: 'minutes', text: `The services add up to ${sum} minutes and the session is given as ${total}; the smaller counts.`, sources: ['claims-manual-ch5'] }); return { cap: total, open: false, differs: { sum, total }, ...(timed && timedSum(catalog, known) > total ? { contradicts: true } : {}) }; }
    return { open: false, ...(timed && sum < total ? { differs: { sum, total } } : {}) };
  }
  return { cap: total, open: services.length > 1 };
}

/** The minutes of the services that are counted in minutes. */
function timedSum(catalog: Catalog, services: readonly ReadService[]): number {
  return services.filter((s) => catalog.code.get(s.candidates[0]?.code ?? '')?.timed).reduce((n, s) => n + s.minutes!, 0);
}

function candidatesOf(catalog: Catalog, read: ReadService): SuggestedService['candidates'] {
  if (read.noCode) return read.noCode.nearest.filter((c) => catalog.code.has(c)).map((code) => ({ code, name: catalog.code.get(code)!.name, confidence: 'weak' as const, score: 0.2, matched: read.matched, why: read.noCode!.answer }));
  return read.candidates.slice(0, 5).map((hit, index) => {
    const confusion = index === 0 ? catalog.confusionsOf.get(hit.code)?.[0] : undefined;
    return { code: hit.code, name: catalog.code.get(hit.code)?.name ?? '', confidence: hit.confidence, score: hit.score, matched: index === 0 ? read.matched : read.matched.slice(0, 1), why: hit.because, ...(read.contested && index === 0 ? { not_if: read.contested.why } : confusion ? { not_if: confusion.difference } : {}) };
  });
}

/** The tempting neighbours, nearest trade first. */
function ruledOut(catalog: Catalog, read: ReadService, all: readonly ReadService[]): { code: string; why: string }[] {
  const lead = read.candidates[0];
  if (!lead || read.noCode) return [];
  const inText = new Set(all.map((s) => s.candidates[0]?.code));
  return nearestTrade(catalog.confusionsOf.get(lead.code) ?? [], read.contested?.others).filter((c) => !inText.has(c.other)).slice(0, 5).map((c) => ({ code: c.other, why: c.difference }));
}

function generalNotes(catalog: Catalog, input: SuggestInput, kind: string, known: boolean, unknownCodes: string[]): Note[] {
  const notes: Note[] = [];
  if (asksOfPay(catalog, input.service)) {
    notes.push({ about: 'pay', text: 'claimlint does not rank codes by pay and does not help past an edit: what was done and documented decides the code. Choosing a code or a modifier for its payment misstates the service.', sources: ['ncci-manual-ch1', 'false-claims-act'] });
  }
  for (const code of unknownCodes) notes.push({ about: code, text: `${code} is in no table on hand; it is not judged.${catalog.misprint.has(code) ? ` It is often printed for ${catalog.misprint.get(code)!.meant.join(' or ')}.` : catalog.deleted.has(code) ? ` It was deleted; now ${catalog.deleted.get(code)!.replaced_by.join(' or ')}.` : ''}`, sources: ['claimlint'] });
  if (kind === 'self_pay') notes.push({ about: 'self_pay', text: 'The client pays: no insurance claim is made, and no edit or unit limit applies. A good faith estimate is due when it is booked ahead.', sources: ['good-faith-estimate'] });
  if (!known) notes.push({ about: 'payer', text: 'No payer is known, so payer rules (who may bill, modifiers, unit method) are not applied.', sources: ['claimlint'] });
  const bad = (input.diagnosis_codes ?? []).map((d) => d.toUpperCase()).filter((d) => catalog.diagnosis.get(d)?.billable === false && !catalog.diagnosis.get(d)?.needs_seventh_character);
  for (const code of bad) notes.push({ about: code, text: `${code} is not billable; it is completed by ${catalog.diagnosis.get(code)!.more_specific.join(', ')}.`, sources: ['icd10cm-fy2026'] });
  return notes;
}

function summaryOf(catalog: Catalog, services: SuggestedService[], reads: readonly ReadService[], lines: SuggestedLine[], notes: Note[], questions: Question[]): string {
  const pay = notes.some((n) => n.about === 'pay') ? ' Codes are not ranked by pay: what was done decides.' : '';
  const unknown = notes.filter((n) => n.text.includes('is in no table on hand')).map((n) => ` ${n.text}`).join('');
  if (services.length === 0) return `No service in these words that claimlint knows.${unknown}${pay} ${questions[0]?.question ?? 'Say what was done, with which technique or device.'}`;
  const told = lines.map((l) => `${l.code} x ${l.units}`).join(', ');
  const not = services.find((s) => !s.billable);
  if (lines.length > 0) return `${told}: ${lines.map((l) => catalog.code.get(l.code)?.name).join('; ')}.${not ? ` Not billable: ${not.not_billable_because}` : ''}${pay}${questions.length > 0 ? ` Ask: ${questions.slice(0, 2).map((q) => q.question).join(' ')}` : ''}`;
  if (not) return `Not billable: ${not.not_billable_because}${pay}`;
  const strong = services.flatMap((s, i) => (reads[i]!.noCode ? [] : s.candidates.slice(0, 1))).map((c) => `${c.code} (${c.name}, ${c.confidence})`);
  const none = notes.find((n) => n.text.includes('make no unit'));
  if (none) return `${none.text}${pay}`;
  const answer = reads.find((r) => r.noCode)?.noCode?.answer;
  return `${strong.length > 0 ? `Likely ${strong.join(', ')}; no claim line yet.` : (answer ?? 'Cannot tell yet.')}${pay} ${questions[0]?.question ?? ''}`.trim();
}

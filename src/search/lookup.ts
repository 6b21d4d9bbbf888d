/** lookup_cpt: a code told in full, or words for a service; a number is matched exactly or not at all. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations, type Citation } from '../catalog/citations.ts';
import { catalogOn } from '../catalog/imported.ts';
import { editionSummary, type EditionSummary } from '../catalog/editions.ts';
import type { CodeRow } from '../catalog/schemas.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import { isIsoDate, isWithin, type IsoDate } from '../claim/iso-date.ts';
import { codeFormOf, findLookAlike, isCodeForm, normaliseCode } from '../claim/procedure-code.ts';
import { importedMatches, importedFacts, matchOfKnown } from './imported-match.ts';
import { findPhrases } from './find-phrases.ts';
import { nearCodes } from './near-codes.ts';
import { nearestTrade } from './nearest-trade.ts';
import { relevantModifiers } from './relevant-modifiers.ts';
import { applyQueryDetails } from './selectors.ts';
import { searchCodes, type Confidence } from './search-codes.ts';

export interface CodeMatch {
  code: string; system: 'cpt' | 'hcpcs'; category?: string; name: string; description: string; timed: boolean; unit_minutes?: number; contact?: string;
  therapy_designation?: string; medicare_status?: string; mue?: { units: number; adjudication: string }; in_force: boolean; deleted_on?: string; replaced_by?: string[];
  often_confused_with: { code: string; difference: string }[]; performed_by?: string; documentation?: string[]; modifiers?: { modifier: string; when: string }[];
  /** False: only imported files know the code, and whether it is timed they do not say. */
  timed_known?: false;
  /** The words are the AMA's, from the user's licensed file. */
  licensed?: true;
  your_charge?: number;
  medicare?: { work_rvu: number; total_rvu_non_facility: number; total_rvu_facility: number; conversion_factor: number; edition: string };
  match: { kind: string; confidence: Confidence; score: number; because: string };
}
export interface LookupReply { found: boolean; summary: string; matches: CodeMatch[]; did_you_mean?: { code: string; because: string }[]; edition: EditionSummary; sources: Citation[]; /** The owner's notice that goes with licensed words. */ notice?: string }

export const adjudication = { 1: 'line', 2: 'date_policy', 3: 'date_clinical' } as const;

/** Look a code or a term up. Throws ArgumentError for a date that is no day. */
export function lookup(given: Catalog, input: { query: string; date_of_service?: string; limit?: number }, today: IsoDate): LookupReply {
  const date = input.date_of_service?.trim() || today;
  if (!isIsoDate(date)) throw new ArgumentError(`"date_of_service" cannot be "${quote(date, 30)}"; it takes a calendar day written YYYY-MM-DD. Example: lookup_cpt {"query":"97124","date_of_service":"2024-08-15"}`);
  const catalog = catalogOn(given, date);
  const code = normaliseCode(input.query);
  const reply = isCodeForm(code) || (findLookAlike(code) && code.length === 5) ? byCode(catalog, code, date) : byWords(catalog, input.query, input.limit ?? 5, date);
  return { ...reply, edition: editionSummary(catalog, input.date_of_service ? date : undefined), sources: citations(catalog, reply.matches.flatMap((m) => sourcesOf(catalog, m.code))), ...(reply.matches.some((m) => m.licensed) && catalog.imported?.notice ? { notice: catalog.imported.notice } : {}) };
}

function sourcesOf(catalog: Catalog, code: string): string[] {
  const row = catalog.code.get(code) ?? catalog.deleted.get(code);
  return [...(row?.sources ?? catalog.misprint.get(code)?.sources ?? catalog.known?.get(code)?.sources ?? []), ...(catalog.mue.get(code)?.sources ?? [])];
}

type Found = Omit<LookupReply, 'edition' | 'sources' | 'notice'>;

function byCode(catalog: Catalog, code: string, date: IsoDate): Found {
  const alien = findLookAlike(code);
  if (alien) return { found: false, summary: `The code has "${alien.char}" at position ${alien.position}, which only looks like "${alien.looksLike}"; type it again.`, matches: [] };
  const row = catalog.code.get(code);
  if (row) {
    const match = matchOf(catalog, row, date, { kind: 'code', confidence: 'strong', score: 1, because: 'the code itself' });
    return { found: true, summary: `${code}: ${row.name}. ${row.timed ? `Timed, ${row.unit_minutes} minutes a unit` : 'Not timed'}${match.in_force ? '' : `; not in force on ${date}`}.`, matches: [match] };
  }
  const deleted = catalog.deleted.get(code);
  const misprint = catalog.misprint.get(code);
  if (deleted || misprint) {
    const now = deleted?.replaced_by ?? misprint!.meant;
    const because = deleted ? `deleted; not valid from ${deleted.deleted_on}` : `a number often printed for another. ${misprint!.why}`;
    const in_force = deleted !== undefined && date < deleted.deleted_on;
    const match: CodeMatch = {
      code, ...(codeFormOf(code) ?? { system: 'cpt' as const }), name: deleted?.name ?? 'not a valid code', description: deleted?.advice ?? misprint!.why, timed: false, in_force,
      ...(deleted ? { deleted_on: deleted.deleted_on } : {}), replaced_by: now, often_confused_with: [], match: { kind: 'code', confidence: 'strong', score: 1, because },
    };
    return {
      found: true, summary: `${code} is ${in_force ? 'in force on that day but was later deleted' : deleted ? `deleted (from ${deleted.deleted_on})` : 'not a valid code: it is a known misprint'}. Use ${now.join(' or ') || 'no direct successor'} for what was done now.`,
      matches: [match], did_you_mean: now.map((c) => ({ code: c, because: `${catalog.code.get(c)?.name ?? 'a later code'}: ${because}` })),
    };
  }
  const known = catalog.known?.get(code);
  if (known) {
    const match = matchOfKnown(catalog, known, date, { kind: 'code', confidence: 'strong', score: 1, because: 'the code itself' });
    return { found: true, summary: `${code}: ${known.name}.${match.in_force ? '' : ` Not in force on ${date}.`} It is known from imported files alone; whether it is timed is not curated here.`, matches: [match] };
  }
  const near = nearCodes(catalog, code).map((c) => ({ code: c, because: `${catalog.code.get(c)!.name}; one digit away, not the same code` }));
  return { found: false, summary: `${code} is in no table on hand: it may not exist, or belong to a field that was not imported. Codes near it are a help for typing, not an answer.`, matches: [], ...(near.length > 0 ? { did_you_mean: near } : {}) };
}

function byWords(catalog: Catalog, query: string, limit: number, date: IsoDate): Found {
  // A code among the words stands for itself.
  const told = /\b(\d{4}[0-9A-Za-z]|[A-Va-v]\d{4})\b/.exec(query.normalize('NFKC'))?.[1];
  if (told && /^\d{5}$|[A-Za-z]/.test(told)) return withSuccessors(catalog, query, told.toUpperCase(), byCode(catalog, told.toUpperCase(), date), date);
  const number = normaliseCode(query);
  // "DRX9000" has the form of a code gone wrong and is the name of a device.
  if (/^(?=.*\d{3})[0-9A-Z]{3,7}$/.test(number) && !findPhrases(catalog, query).some((m) => m.corrections.length === 0)) {
    const near = nearCodes(catalog, number).map((c) => ({ code: c, because: `${catalog.code.get(c)!.name}; one character more, less or other than what was typed` }));
    return { found: false, matches: [], summary: `"${quote(number, 10)}" is not the form of a code: five digits, four digits and a letter, or a letter and four digits.`, ...(near.length > 0 ? { did_you_mean: near } : {}) };
  }
  const hits = applyQueryDetails(catalog, query, searchCodes(catalog, query, 25));
  const good = hits.filter((h) => h.confidence !== 'weak').slice(0, limit);
  const matches = good.map((h) => matchOf(catalog, catalog.code.get(h.code)!, date, { kind: h.kind, confidence: h.confidence, score: h.score, because: h.because }));
  // Curated codes first; imported ones fill what room is left.
  matches.push(...importedMatches(catalog, query, limit - matches.length, date));
  const noCode = findPhrases(catalog, query).find((m) => m.phrase.noCode)?.phrase.noCode;
  if (matches.length > 0 && !noCode) return { found: true, summary: `${matches[0]!.code}: ${matches[0]!.name}${matches.length > 1 ? `; also ${matches.slice(1).map((m) => m.code).join(', ')}` : ''}.`, matches };
  const weak = (noCode ? noCode.nearest.map((code) => ({ code, because: noCode.answer })) : hits.slice(0, limit).map((h) => ({ code: h.code, because: h.because }))).filter((h) => catalog.code.has(h.code));
  return {
    found: false, matches: [], summary: noCode ? noCode.answer : `No confident match for "${quote(query, 60)}". Name the technique or the device in clinical words.`,
    ...(weak.length > 0 ? { did_you_mean: weak } : {}),
  };
}

const asksForNew = /\b(?:old|former(?:ly)?|previous(?:ly)?|nowadays|now|today|current(?:ly)?|new|newer|replac\w*|instead|successor|equivalent|becomes?|became|turned into|changed to|updated?|used to|since deleted|what happened)\b/i;

/** "Old code 97001", "97762 orthotic checkout": asked in words for what a deleted code is now, its successors come first; asked whether it is valid, it comes alone. */
function withSuccessors(catalog: Catalog, query: string, code: string, found: Found, date: IsoDate): Found {
  const deleted = catalog.deleted.get(code);
  if (!deleted || date < deleted.deleted_on || /\b(?:valid|active|deleted|exist\w*|still|in force|billable)\b/i.test(query)) return found;
  const now = deleted.replaced_by.flatMap((c) => catalog.code.get(c) ?? []);
  const words = query.replace(code, ' ');
  if (now.length === 0 || (!asksForNew.test(words) && !searchCodes(catalog, words, 3).some((h) => h.confidence !== 'weak' && deleted.replaced_by.includes(h.code)))) return found;
  const because = `${code} was deleted, not valid from ${deleted.deleted_on}; now ${now.length === 1 ? 'this code' : `one of ${now.map((r) => r.code).join(', ')}`}`;
  return { ...found, matches: [...now.map((row) => matchOf(catalog, row, date, { kind: 'code', confidence: now.length === 1 ? 'strong' : 'possible', score: now.length === 1 ? 0.9 : 0.6, because })), ...found.matches] };
}

function matchOf(catalog: Catalog, row: CodeRow, date: IsoDate, match: CodeMatch['match']): CodeMatch {
  const mue = catalog.mue.get(row.code);
  const modifiers = relevantModifiers(catalog, row);
  return {
    code: row.code, system: row.system, ...(row.category ? { category: row.category } : {}), name: row.name, description: row.description, timed: row.timed,
    ...(row.unit_minutes ? { unit_minutes: row.unit_minutes } : {}), ...(row.contact ? { contact: row.contact } : {}), ...(row.therapy_designation ? { therapy_designation: row.therapy_designation } : {}),
    ...(catalog.status.has(row.code) ? { medicare_status: catalog.status.get(row.code)!.status } : {}), ...(mue ? { mue: { units: mue.units, adjudication: adjudication[mue.adjudication] } } : {}),
    in_force: isWithin(date, row.effective_from, row.effective_to),
    ...(row.effective_to ? { deleted_on: row.effective_to } : {}),
    often_confused_with: nearestTrade(catalog.confusionsOf.get(row.code) ?? []).slice(0, 6).map((c) => ({ code: c.other, difference: c.difference })),
    ...(row.performed_by ? { performed_by: row.performed_by } : {}), ...(row.documentation.length > 0 ? { documentation: row.documentation } : {}), ...(modifiers.length > 0 ? { modifiers } : {}), ...importedFacts(catalog, row.code), match,
  };
}

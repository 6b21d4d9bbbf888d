/** Look-ups in the reference tables: an exact code first, then words; another code is never given as if it were the one asked for. */
import { ArgumentError } from '../claim/argument-error.ts';
import { cleanText, quote } from '../claim/clean-text.ts';
import { isIsoDate, type IsoDate } from '../claim/iso-date.ts';
import { resolvePayer } from '../claim/payer.ts';
import { findLookAlike, normaliseCode } from '../claim/procedure-code.ts';
import type { Catalog } from './catalog.ts';
import { catalogOn } from './imported.ts';
import { citations, type Citation } from './citations.ts';
import { covers, editionName, editionSummary, type EditionSummary } from './editions.ts';
import { codeForms, nearCodes, readCodes, type ReadCode } from './reference-codes.ts';
import { diagnosisNeighbours, importedDiagnosisEntry, importedDiagnosisMatches, spelledOut } from './reference-diagnosis.ts';
import { entriesByCode, entriesOf, type ReferenceEntry, type ReferenceKind } from './reference-entries.ts';
import { matchWords, type ReferenceMatch, type ScoredEntry } from './reference-match.ts';
import { briefPayer } from './reference-payer.ts';

export { referenceKinds, type ReferenceKind } from './reference-entries.ts';

export interface ReferenceRequest { kind: ReferenceKind; query: string; date_of_service?: string; limit?: number; today: IsoDate }
export interface ReferenceHit { [field: string]: unknown; code: string; name: string; description: string; in_force: boolean; match: ReferenceMatch; sources: readonly string[] }
export interface ReferenceReply {
  [field: string]: unknown;
  summary: string;
  kind_of_reference: ReferenceKind;
  found: boolean;
  matches: ReferenceHit[];
  did_you_mean?: { code: string; because: string }[];
  /** Files of the user's payer profiles that could not be used. */
  left_out?: readonly { file: string; problem: string }[];
  /** Rows of the table, when all were asked for. */
  total?: number;
  as_of: IsoDate;
  edition: EditionSummary;
  sources: Citation[];
}

export const kindWords: Record<ReferenceKind, string> = {
  modifier: 'modifiers', place_of_service: 'places of service', diagnosis: 'diagnoses', denial_code: 'denial codes (CARC)', remark_code: 'remark codes (RARC)',
  provider_taxonomy: 'provider taxonomies', payer: 'payer profiles', edition: 'data tables',
};
const longTables: readonly ReferenceKind[] = ['diagnosis', 'denial_code', 'remark_code'];
const mostOfLongTable = 25;

interface Result { scored: ScoredEntry[]; near: { code: string; because: string }[]; read?: ReadCode; category?: string }

export function lookUpReference(given: Catalog, request: ReferenceRequest): ReferenceReply {
  const { kind } = request;
  const date = request.date_of_service ?? request.today;
  if (!isIsoDate(date)) {
    throw new ArgumentError(`date_of_service "${quote(date, 40)}" is not a calendar day. Accepted: a real date as YYYY-MM-DD. Example: { "kind": "${kind}", "query": "all", "date_of_service": "2026-03-01" }`);
  }
  const catalog = catalogOn(given, date);
  const query = cleanText(request.query).trim();
  const entries = entriesOf(catalog, kind, date);
  if (/^(all|\*)$/i.test(query)) return listAll(catalog, request, entries, date);
  const { scored, near, read, category } = find(catalog, kind, query, entries, date);
  const good = scored.filter((s) => s.match.confidence !== 'weak');
  const kept = good.slice(0, request.limit ?? Math.max(5, good.filter((s) => s.match.kind === 'code').length));
  const offers = good.length > 0 ? [] : [...near, ...scored.slice(0, 5).map((s) => ({ code: s.entry.code, because: `${quote(s.entry.name)}: ${s.match.because}` }))].slice(0, request.limit ?? 8);
  const summary = good.length > 0
    ? summariseFound(query, kept, good.length, read) + dateNote(catalog, kind, date)
    : summariseMissing(catalog, kind, query, offers, read, category);
  return {
    summary, kind_of_reference: kind, found: good.length > 0, matches: kept.map((s) => toHit(s, read)),
    ...(offers.length > 0 ? { did_you_mean: offers } : {}),
    as_of: date, edition: editionSummary(catalog, date),
    sources: citations(catalog, kept.length > 0 ? kept.flatMap((s) => s.entry.sources) : entries[0]?.sources ?? []),
  };
}

function listAll(catalog: Catalog, request: ReferenceRequest, table: readonly ReferenceEntry[], date: IsoDate): ReferenceReply {
  const { kind } = request;
  const entries = table.filter((e) => !isOnlyListed(e)).map((e) => (kind === 'payer' ? briefPayer(catalog, e) : e));
  const uncurated = table.length - entries.length;
  const kept = entries.slice(0, request.limit ?? (longTables.includes(kind) ? mostOfLongTable : entries.length));
  const match: ReferenceMatch = { kind: 'code', confidence: 'strong', score: 1, because: 'all were asked for' };
  const stale = entries.filter((e) => e.detail.out_of_date === true).map((e) => e.code);
  const about = kind === 'edition' ? stale.length > 0 ? ` Out of date on ${date}: ${stale.join(', ')}.` : ` None is out of date on ${date}.` : '';
  const rest = kept.length < entries.length ? `, the first ${kept.length} here; ask by code or words for the others` : '';
  const problems = kind === 'payer' ? catalog.payer_problems ?? [] : [];
  const brief = kind === 'payer' ? ' Ask for one by its id to see all of its facts.' : uncurated > 0 ? ` Another ${uncurated} are known to exist and not described; ask for one by its code.` : '';
  return {
    summary: `${entries.length} ${kindWords[kind]} on hand${rest}.${about}${brief}${problems.length > 0 ? ` Left out: ${problems.map((p) => `${quote(p.file, 60)} (${p.problem})`).join('; ')}.` : ''}`, kind_of_reference: kind, found: kept.length > 0,
    matches: kept.map((entry) => toHit({ entry, match })),
    ...(problems.length > 0 ? { left_out: problems } : {}),
    total: entries.length, as_of: date, edition: editionSummary(catalog, date), sources: citations(catalog, kept.flatMap((e) => e.sources)),
  };
}

/** A code that is known to exist and of which the catalog says nothing more: found by itself, never by words. */
function isOnlyListed(entry: ReferenceEntry): boolean {
  return entry.detail.modifier_kind === 'listed';
}

function find(catalog: Catalog, kind: ReferenceKind, query: string, entries: readonly ReferenceEntry[], date: IsoDate): Result {
  const byCode = entriesByCode(entries);
  const exact = (entry: ReferenceEntry, because = `${entry.code} is the code asked for`): ScoredEntry => ({ entry, match: { kind: 'code', confidence: 'strong', score: 1, because } });
  // The same list where nothing is left out, so that what was made ready for it is found again.
  const described = entries.some(isOnlyListed) ? entries.filter((entry) => !isOnlyListed(entry)) : entries;
  const { whole, among } = readCodes(kind, query, byCode);
  if (whole) {
    const entry = byCode.get(whole.code) ?? (kind === 'diagnosis' ? importedDiagnosisEntry(catalog, whole.code, date) ?? spelledOut(catalog, whole.code) : undefined);
    if (entry) return { scored: [exact(entry)], near: [], read: whole };
    if (kind !== 'diagnosis') return { scored: [], near: nearCodes(described, whole.code), read: whole };
    const { category, near } = diagnosisNeighbours(catalog, whole.code);
    const offers = near.slice(0, 8).map((row) => ({ code: row.code, because: whole.code.startsWith(row.code) ? `the category above it: ${quote(row.name)}` : `in the same category: ${quote(row.name)}` }));
    return { scored: [], near: offers.length > 0 ? offers : nearCodes(entries, whole.code), read: whole, ...(category ? { category: `${category.code} (${category.name})` } : {}) };
  }
  const named = kind === 'payer' ? payerMatch(catalog, query, byCode) : kind === 'edition' ? byCode.get(query.toLowerCase().replace(/[\s-]+/g, '_')) : undefined;
  const first = named === undefined ? among.map((read) => exact(byCode.get(read.code)!, `${read.code} stands in the query`)) : 'entry' in named ? [named] : [exact(named)];
  if (kind === 'payer' && first.length > 0) return { scored: first, near: [] };
  const words = matchWords(described, query, { ignored: codeForms[kind].ignored, guarded: catalog.vocabulary.guard_words, namesOnly: kind === 'payer' });
  if (kind === 'diagnosis') words.push(...importedDiagnosisMatches(catalog, query, new Set(words.map((w) => w.entry.code)), date));
  const seen = new Set(first.map((s) => s.entry.code));
  return { scored: [...dedupe(first), ...words.filter((s) => !seen.has(s.entry.code) && (first.length === 0 || s.match.confidence === 'strong'))], near: [] };
}

function dedupe(scored: readonly ScoredEntry[]): ScoredEntry[] {
  return [...new Map(scored.map((s) => [s.entry.code, s])).values()];
}

function payerMatch(catalog: Catalog, query: string, byCode: ReadonlyMap<string, ReferenceEntry>): ScoredEntry | undefined {
  const { profile, recognised } = resolvePayer(catalog, query);
  const folded = query.toLowerCase().replace(/[\s_]+/g, ' ').trim();
  const isId = profile.id.replace(/_/g, ' ') === folded;
  const entry = byCode.get(profile.id);
  if (!entry || (!recognised && !isId)) return undefined;
  if (isId) return { entry, match: { kind: 'code', confidence: 'strong', score: 1, because: `${profile.id} is the id asked for` } };
  if (profile.name.toLowerCase() === folded) return { entry, match: { kind: 'name', confidence: 'strong', score: 1, because: 'the words are its name' } };
  const whole = profile.words.includes(folded);
  return { entry, match: { kind: 'synonym', confidence: whole ? 'strong' : 'possible', score: whole ? 0.95 : 0.75, because: whole ? `"${quote(query)}" is another word for it` : `words for it stand in "${quote(query)}"` } };
}

/** Fields of the kind come after the common ones; a payer's own `kind` stands as the profile has it. */
function toHit({ entry, match }: ScoredEntry, read?: ReadCode): ReferenceHit {
  const group = read?.group && read.code === entry.code ? { group: read.group } : {};
  return { ...entry.detail, ...group, code: entry.code, name: entry.name, description: entry.description, in_force: entry.in_force, match, sources: [...new Set(entry.sources)] };
}

function summariseFound(query: string, kept: readonly ScoredEntry[], count: number, read?: ReadCode): string {
  const [first] = kept;
  if (!first) return '';
  if (kept.length > 1) return `${count} match "${quote(query)}"${count > kept.length ? `, the best ${kept.length} here` : ''}: ${kept.slice(0, 5).map((s) => `${s.entry.code} ${quote(s.entry.name)}`).join('; ')}.`;
  const { entry, match } = first;
  const group = read?.group ?? entry.detail.usual_group;
  const label = group ? `${String(group)}-${entry.code}` : entry.code;
  const told = entry.description.startsWith(entry.name) ? entry.description : `${entry.name}. ${entry.description}`;
  const standing = entry.in_force || entry.detail.table !== undefined ? '' : ' It is not in force on that date.';
  const doubt = match.kind === 'typo' || match.confidence === 'possible' ? ` (${match.because})` : '';
  return `${label}${doubt}: ${told.replace(/[.\s]+$/, '')}.${standing}`;
}

function summariseMissing(catalog: Catalog, kind: ReferenceKind, query: string, offers: readonly { code: string }[], read?: ReadCode, category?: string): string {
  const alike = /\s/.test(query) ? undefined : findLookAlike(query.toUpperCase());
  if (alike) return `"${quote(query)}" is not found: character ${alike.position} looks like ${alike.looksLike} and is a letter of another alphabet.`;
  const offer = offers.length > 0 ? ` Near it: ${offers.slice(0, 5).map((o) => o.code).join(', ')}.` : '';
  if (kind === 'diagnosis' && read) {
    if (catalog.imported?.complete.has('icd10cm')) return `${read.code} is no code of ICD-10-CM ${editionName(catalog, 'icd10cm')}, which is imported in full.${category ? ` The category above it is ${category}.` : ''}${offer}`;
    return `${read.code} is not in the embedded diagnosis table (${editionName(catalog, 'icd10cm')}, a part of ICD-10-CM around hands-on care); that does not make it invalid, so check it in the full list.${category ? ` The category above it is ${category}.` : ''}${offer}`;
  }
  if (catalog.code.has(normaliseCode(query))) return `${normaliseCode(query)} is a procedure code, not one of the ${kindWords[kind]}: ask lookup_cpt.`;
  const code = read?.code ?? query.toUpperCase().replace(/\s+/g, '');
  const elsewhere = kind === 'denial_code' && catalog.rarc.has(code) ? ` ${code} is a remark code: ask with kind remark_code.` : kind === 'remark_code' && catalog.carc.has(code.replace(/^(CO|PR|OA|PI|CR)-?/, '')) ? ' It is a denial code: ask with kind denial_code.' : '';
  return `${read ? read.code : `"${quote(query)}"`} is not among the ${kindWords[kind]} on hand.${elsewhere}${offer || (elsewhere ? '' : ' "all" lists the table.')}`;
}

/** Said where the list on hand does not speak for the day. */
function dateNote(catalog: Catalog, kind: ReferenceKind, date: IsoDate): string {
  return kind === 'diagnosis' && !covers(catalog, 'icd10cm', date) ? ` The list on hand (${editionName(catalog, 'icd10cm')}) does not cover ${date}.` : '';
}

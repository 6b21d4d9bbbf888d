/** Words to codes: the phrases of a query, its words against names and descriptions, and a total order. */
import type { Catalog } from '../catalog/catalog.ts';
import { findConcepts, type ConceptMatch } from './concepts.ts';
import { negationsIn } from './negation.ts';
import { descriptionHits, type DescriptionHit } from './description-hits.ts';
import { otherField } from './other-field.ts';
import { findPhrases, type PhraseMatch } from './find-phrases.ts';
import { stemOf, wordsOf } from './normalise.ts';
import { queryFamilyOf } from './query-families.ts';
import { settledAs } from './settling.ts';
import { familyOf } from './selector-families.ts';
import { verdictOf, type WordVerdict } from './word-evidence.ts';
import { withoutPeople } from './without-people.ts';

export type Confidence = 'strong' | 'possible' | 'weak';
export interface CodeHit { code: string; confidence: Confidence; score: number; kind: 'name' | 'synonym' | 'typo'; because: string; sources: string[]; /** By its words together, not by a name of the catalog. */ by_words?: true; /** Words of the phrase that led here. */ length?: number }

const base: Record<Confidence, number> = { strong: 0.9, possible: 0.6, weak: 0.3 };

/** What one phrase in the text says about each code it may mean, in the order of likelihood. */
export function hitsOfPhrase(match: PhraseMatch): CodeHit[] {
  const typo = match.corrections.length > 0;
  const edits = match.corrections.reduce((n, c) => n + c.edits, 0);
  const because = (meaning: string): string => `"${match.text}" is ${meaning}${typo ? ` (typo of ${match.corrections.map((c) => c.to).join(', ')})` : ''}`;
  const scoreOf = (confidence: Confidence): number => round(Math.max(0.05, base[confidence] + 0.02 * Math.min(4, match.phrase.stems.length - 1) - 0.03 * edits));
  const hits: CodeHit[] = match.phrase.meanings.map((m) => ({ code: m.code, confidence: m.strength, score: scoreOf(m.strength), kind: typo ? 'typo' : m.kind === 'name' ? 'name' : 'synonym', because: because(m.meaning), sources: [m.source], length: match.phrase.stems.length }));
  const contested = match.phrase.contested;
  if (contested) {
    const lead: Confidence = match.phrase.stems.includes(stemOf('massage')) ? 'strong' : 'possible';
    for (const [code, confidence] of [[contested.lead, lead], ...contested.others.map((c) => [c, lead === 'strong' ? 'possible' : 'weak'])] as [string, Confidence][]) {
      if (!hits.some((h) => h.code === code)) hits.push({ code, confidence, score: scoreOf(confidence), kind: typo ? 'typo' : 'synonym', because: `${because('a contested word')}. ${contested.why}`, sources: [contested.source], length: match.phrase.stems.length });
    }
  }
  return hits.sort(byScore);
}

/** The hits of a phrase, a contested one as what the words beside it say it was. */
function settledHits(query: string, match: PhraseMatch): CodeHit[] {
  const hits = hitsOfPhrase(match);
  const { contested } = match.phrase;
  const code = contested && settledAs(contested, `${query.slice(0, match.start)} ${query.slice(match.end)}`);
  if (!code || code === '97039') return hits;
  const lead = hits.find((h) => h.code === code)!;
  return [{ ...lead, confidence: 'strong', score: base.strong }, ...hits.filter((h) => h !== lead).map((h) => ({ ...h, confidence: 'weak' as const, score: base.weak }))];
}

/** Score first, then the code, so that the order is total. */
export function byScore(a: CodeHit, b: CodeHit): number {
  return b.score - a.score || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function hitOfConcept({ concept, words }: ConceptMatch): { hit: CodeHit; replaces: readonly string[] } {
  const because = `${words.map((w) => `"${w}"`).join(' and ')}: ${concept.meaning}`;
  return { hit: { code: concept.code, confidence: concept.strength, score: base[concept.strength], kind: 'synonym', because, sources: [concept.source], length: words.length }, replaces: concept.replaces ?? [] };
}

const heldByHand = /\bheld (?:on|over|against|by|to|at|in)\b|\bheld (?:the |an? |my |his |her )?(?:\w+ )?(?:probe|zapper|wand|electrode|device|applicator|pen|laser|thumbs?|pressure|stretch|position|hands?|beam|head|knot)\b/i;

/** The codes that a query means, best first; every hit says what led to it. */
export function searchCodes(catalog: Catalog, query: string, limit: number): CodeHit[] {
  const best = new Map<string, CodeHit>();
  const keep = (hit: CodeHit): void => {
    const old = best.get(hit.code);
    if (!old || hit.score > old.score) best.set(hit.code, hit);
  };
  // A word of another field ("curriculum") among many that tell of a service together is a word of that service.
  if (otherField(catalog, query) !== undefined && !speaksPlainly(verdictOf(catalog, query))) return [];
  const cues = catalog.vocabulary.negation_cues;
  // What a hand holds was not withheld.
  const isNegated = negationsIn(query, heldByHand.test(query) ? cues.filter((cue) => cue !== 'held') : cues);
  const own = withoutPeople(catalog, query);
  const matches = findPhrases(catalog, own).filter((match) => !isNegated(match.start, match.end));
  const phrases = matches.flatMap((match) => settledHits(query, match));
  const told = findConcepts(catalog, own).map(hitOfConcept);
  const replaced = new Set(told.flatMap((t) => t.replaces));
  for (const hit of phrases) if (!replaced.has(hit.code) || told.some((t) => t.hit.code === hit.code)) keep(hit);
  // Everyday words count where no name of a service stands, or where they tell it apart from that name.
  const named = [...best.values()].some((h) => h.confidence === 'strong');
  for (const { hit, replaces } of told) if (!named || replaces.some((c) => phrases.some((p) => p.code === c))) keep(hit);
  for (const hit of descriptionHits(catalog, query)) if (!best.has(hit.code)) keep(hitOfDescription(hit));
  addWords(catalog, withoutNegated(query, isNegated), best, matches.filter((m) => m.phrase.contested));
  return [...best.values()].sort(byScore).slice(0, limit);
}

/** A look-up is short: the word that a code is never told without in a session ("wound", "group") may be missing, at a price. */
const barring = 5;

/** True where the words beside a contested name tell of one of the codes that it may mean. */
const settles = ({ phrase: { contested } }: PhraseMatch, beside: WordVerdict): boolean => beside.confidence !== 'weak' && beside.telling > 0 && beside.score >= 7 && [contested!.lead, ...contested!.others].includes(beside.code!);
const speaksPlainly = (verdict: WordVerdict): boolean => verdict.confidence !== 'weak' && verdict.telling >= 3 && verdict.score >= 15;

/** How far the words together have to stand above a name of so many words to go before it. */
const outdoes = (length: number): number => 4 + 2 * length;
/** How far they have to stand above another code that is named as plainly. */
const tells = { strong: 3, possible: 5 };

/**
 * What the words of the query say together: it decides where no name of a service stands and among the codes of an open
 * name, goes before a name of one or two words that all the others speak against ("exercise tracker set up"), and between
 * two services named ("vasopneumatic sleeve with ice") it says which the query is about.
 */
function addWords(catalog: Catalog, query: string, best: Map<string, CodeHit>, contested: readonly PhraseMatch[]): void {
  const verdict = verdictOf(catalog, query, { barring });
  if (verdict.code === undefined) return;
  const related = (code: string): boolean => code === verdict.code || familyOf(verdict.code!)?.includes(code) === true || queryFamilyOf(verdict.code!)?.includes(code) === true;
  const sure = [...best.values()].filter((h) => h.confidence === 'strong');
  const above = (h: CodeHit): number => verdict.score - verdict.scoreOf(h.code);
  const asFamily = isOfFamily(verdict, related);
  if (sure.length > 0) {
    if (sure.some((h) => related(h.code))) {
      if (verdict.confidence !== 'weak') for (const h of sure) if (!related(h.code) && (h.length ?? 9) <= 2 && above(h) >= tells[verdict.confidence]) best.set(h.code, { ...h, confidence: 'possible', score: 0.5 });
      return;
    }
    if ((verdict.confidence !== 'strong' && !asFamily) || !sure.every((h) => h.length !== undefined && above(h) >= outdoes(h.length))) return;
    for (const h of sure) best.set(h.code, { ...h, confidence: 'weak', score: 0.3 });
  }
  // A name that is all of the query stays as open as the catalog has it, and so does a contested one where nothing beside it decides.
  const open = [...best.values()].some((h) => h.confidence === 'possible' && h.length !== undefined && h.length >= wordsOf(query).filter((w) => w.text.length > 3).length)
    || contested.some((c) => !settles(c, verdictOf(catalog, query.toLowerCase().replace(c.text.toLowerCase(), ' '))));
  for (const hit of verdict.hits) {
    const old = best.get(hit.code);
    const told: CodeHit = (open && hit.confidence === 'strong') || (asFamily && verdict.confidence === 'weak' && hit.code === verdict.code) ? { ...hit, confidence: 'possible', score: 0.55 } : hit;
    if (!old || told.score > old.score) best.set(hit.code, old && told.confidence !== 'weak' ? { ...told, because: old.because } : (old ?? told));
  }
}

/** True where the words leave open which of a family it is, and leave nothing else. */
function isOfFamily(verdict: WordVerdict, related: (code: string) => boolean): boolean {
  if (verdict.score < 6 || verdict.telling === 0) return false;
  return verdict.score - verdict.mostBut(related) >= 3;
}

/** The query without the words that it denies. */
function withoutNegated(query: string, isNegated: (start: number, end: number) => boolean): string {
  const words = wordsOf(query);
  const left = words.filter((w) => !isNegated(w.start, w.end));
  return left.length === words.length ? query : left.map((w) => query.slice(w.start, w.end)).join(' ');
}

/** Words of the query that stand in a code's own name and description: never more than possible. */
function hitOfDescription({ code, shared, share }: DescriptionHit): CodeHit {
  const confidence: Confidence = share === 1 && shared.length >= 2 ? 'possible' : 'weak';
  return { code, confidence, score: round(base[confidence] - 0.2 + 0.1 * share + 0.01 * Math.min(5, shared.length)), kind: 'name', because: `its description has ${shared.map((w) => `"${w}"`).join(', ')}`, sources: ['claimlint'] };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

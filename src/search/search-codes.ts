/** Words to codes: the phrases of a query, its words against names and descriptions, and a total order. */
import type { Catalog } from '../catalog/catalog.ts';
import { findConcepts, type ConceptMatch } from './concepts.ts';
import { negationsIn } from './negation.ts';
import { descriptionHits, type DescriptionHit } from './description-hits.ts';
import { otherField } from './other-field.ts';
import { findPhrases, type PhraseMatch } from './find-phrases.ts';
import { stemOf } from './normalise.ts';
import { withoutPeople } from './without-people.ts';

export type Confidence = 'strong' | 'possible' | 'weak';
export interface CodeHit { code: string; confidence: Confidence; score: number; kind: 'name' | 'synonym' | 'typo'; because: string; sources: string[] }

const base: Record<Confidence, number> = { strong: 0.9, possible: 0.6, weak: 0.3 };

/** What one phrase in the text says about each code it may mean, in the order of likelihood. */
export function hitsOfPhrase(match: PhraseMatch): CodeHit[] {
  const typo = match.corrections.length > 0;
  const edits = match.corrections.reduce((n, c) => n + c.edits, 0);
  const because = (meaning: string): string => `"${match.text}" is ${meaning}${typo ? ` (typo of ${match.corrections.map((c) => c.to).join(', ')})` : ''}`;
  const scoreOf = (confidence: Confidence): number => round(Math.max(0.05, base[confidence] + 0.02 * Math.min(4, match.phrase.stems.length - 1) - 0.03 * edits));
  const hits: CodeHit[] = match.phrase.meanings.map((m) => ({ code: m.code, confidence: m.strength, score: scoreOf(m.strength), kind: typo ? 'typo' : m.kind === 'name' ? 'name' : 'synonym', because: because(m.meaning), sources: [m.source] }));
  const contested = match.phrase.contested;
  if (contested) {
    const lead: Confidence = match.phrase.stems.includes(stemOf('massage')) ? 'strong' : 'possible';
    for (const [code, confidence] of [[contested.lead, lead], ...contested.others.map((c) => [c, lead === 'strong' ? 'possible' : 'weak'])] as [string, Confidence][]) {
      if (!hits.some((h) => h.code === code)) hits.push({ code, confidence, score: scoreOf(confidence), kind: typo ? 'typo' : 'synonym', because: `${because('a contested word')}. ${contested.why}`, sources: [contested.source] });
    }
  }
  return hits.sort(byScore);
}

/** Score first, then the code, so that the order is total. */
export function byScore(a: CodeHit, b: CodeHit): number {
  return b.score - a.score || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

function hitOfConcept({ concept, words }: ConceptMatch): { hit: CodeHit; replaces: readonly string[] } {
  const because = `${words.map((w) => `"${w}"`).join(' and ')}: ${concept.meaning}`;
  return { hit: { code: concept.code, confidence: concept.strength, score: base[concept.strength], kind: 'synonym', because, sources: [concept.source] }, replaces: concept.replaces ?? [] };
}

/** The codes that a query means, best first; every hit says what led to it. */
export function searchCodes(catalog: Catalog, query: string, limit: number): CodeHit[] {
  const best = new Map<string, CodeHit>();
  const keep = (hit: CodeHit): void => {
    const old = best.get(hit.code);
    if (!old || hit.score > old.score) best.set(hit.code, hit);
  };
  if (otherField(catalog, query) !== undefined) return [];
  const isNegated = negationsIn(query, catalog.vocabulary.negation_cues);
  const phrases = findPhrases(catalog, withoutPeople(catalog, query)).filter((match) => !isNegated(match.start, match.end)).flatMap((match) => hitsOfPhrase(match));
  const told = findConcepts(catalog, withoutPeople(catalog, query)).map(hitOfConcept);
  const replaced = new Set(told.flatMap((t) => t.replaces));
  for (const hit of phrases) if (!replaced.has(hit.code) || told.some((t) => t.hit.code === hit.code)) keep(hit);
  // Everyday words count where no name of a service stands, or where they tell it apart from that name.
  const named = [...best.values()].some((h) => h.confidence === 'strong');
  for (const { hit, replaces } of told) if (!named || replaces.some((c) => phrases.some((p) => p.code === c))) keep(hit);
  for (const hit of descriptionHits(catalog, query)) if (!best.has(hit.code)) keep(hitOfDescription(hit));
  return [...best.values()].sort(byScore).slice(0, limit);
}

/** Words of the query that stand in a code's own name and description: never more than possible. */
function hitOfDescription({ code, shared, share }: DescriptionHit): CodeHit {
  const confidence: Confidence = share === 1 && shared.length >= 2 ? 'possible' : 'weak';
  return { code, confidence, score: round(base[confidence] - 0.2 + 0.1 * share + 0.01 * Math.min(5, shared.length)), kind: 'name', because: `its description has ${shared.map((w) => `"${w}"`).join(', ')}`, sources: ['claimlint'] };
}

function round(n: number): number {
  return Math.round(n * 100) / 100;
}

/** What of the words around a service decides its code: regions, discipline, counts, sizes, who stood by. */
import type { Catalog } from '../catalog/catalog.ts';
import { isCurrent, tellsWhoStayed } from '../search/attendance.ts';
import { applySelectors } from '../search/selectors.ts';
import { sureOfAbbreviation } from './bare-minutes.ts';
import { disciplineIn, inDiscipline, isManipulation, manipulationBy } from './discipline.ts';
import { isReinserted } from './needle-sets.ts';
import { isOfficeVisit, visitBy, visitWords } from './office-visits.ts';
import type { Part, ReadService } from './read-services.ts';
import type { Sentence } from './sentences.ts';
import type { Standing } from './standing.ts';
import { regionsIn } from './text-words.ts';
import { toldOfIt } from './told-of-it.ts';

export interface FinishAbout { parts: readonly Part[]; standing(start: number, end: number): Standing; said: string; abbreviated: number; short: boolean; other_field: string | undefined; provider: string | undefined }

/** Regions, counts and what else of the words around a service decides its code. */
export function finishService(catalog: Catalog, service: ReadService, text: string, folded: string, sentences: readonly Sentence[], { said, abbreviated, short, other_field, provider, parts, standing }: FinishAbout): void {
  if (service.candidates.length > 0 || service.noCode) service.text = said.slice(service.start, service.end).trim();
  const own = sentences.filter((s) => service.places.some((p) => s.start <= p.end && s.end > p.start));
  service.regions = regionsIn(catalog, own.map((s) => text.slice(s.start, s.end)).join(' '));
  sureOfAbbreviation(service, abbreviated);
  if (isReinserted(folded)) service.reinserted = true;
  service.candidates = inDiscipline(service.candidates, disciplineIn(own.map((s) => text.slice(s.start, s.end)).join(' ')) ?? provider ?? disciplineIn(text));
  service.candidates = manipulationBy(service.candidates, text, provider);
  // "Restricted at C5, T4 and L5. Diversified adjustment at those levels": where it was stands before.
  const before = service.regions.length === 0 && own[0] ? sentences.slice(Math.max(0, sentences.indexOf(own[0]) - 1), sentences.indexOf(own[0])) : [];
  // "IFC to the back for 15 minutes. She went to see another patient.": who stood by is told behind.
  const next = own[0] && isCurrent(service.candidates[0]?.code) ? sentences.slice(sentences.indexOf(own.at(-1)!) + 1).slice(0, 1).filter((s) => tellsWhoStayed.test(s.folded)) : [];
  service.candidates = visitBy(service.candidates, folded);
  const lead = service.candidates[0]?.code;
  const around = isOfficeVisit(lead) ? visitWords(text, toldOfIt(text, service, sentences, parts, standing), sentences) : isManipulation(lead) ? toldOfIt(text, service, sentences, parts, standing) : short ? text : [...before, ...own, ...next].map((s) => text.slice(s.start, s.end)).join(' ');
  service.candidates = applySelectors(catalog, around, service.candidates, service.minutes, service.area);
  // Teaching the use of a thing is not the thing.
  if (service.minutes !== undefined && catalog.code.get(service.candidates[0]?.code ?? '')?.group === 'supply') service.candidates = service.candidates.map((c) => ({ ...c, confidence: c.confidence === 'strong' ? 'possible' as const : c.confidence, score: Math.min(c.score, 0.6) }));
  if (other_field !== undefined) service.candidates = service.candidates.map((c) => ({ ...c, confidence: 'weak' as const, score: Math.min(c.score, 0.3) }));
}


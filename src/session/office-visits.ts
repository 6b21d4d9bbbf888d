/** A doctor's visit beside another service, told in everyday words: a separate exam, decisions, medicine looked after; and whether the patient was new. */
import type { Catalog } from '../catalog/catalog.ts';
import { foldText } from '../search/normalise.ts';
import type { CodeHit } from '../search/search-codes.ts';
import { isNewIn } from '../search/visit-levels.ts';
import { manipulationTrade } from './manipulations.ts';
import type { Item } from './read-items.ts';
import type { ReadService } from './read-services.ts';
import type { Sentence } from './sentences.ts';

const isVisit = (code: string | undefined): boolean => code !== undefined && /^992(?:0[2-5]|1[1-5])$/.test(code);
/** Providers who have no office visits of their own. */
const never = /therapist|trainer|assistant|pathologist|acupunct|massage|aide/;

const mayVisit = /decision|\bmdm\b|e\/m|e&m|\bexam|\bvisit|\bov\b|evaluation and management|refill|inhaler|\bpills?\b|\bmed(?:s|ication)|\blabs?\b|antibiotic|insulin|prescription|blood pressure|consult|appointment|statin|thyroid|diabetes|asthma|medicine/;
/** A visit in so many words. */
const named = /\b(?:low|moderate|mod|high|straight-?\s?forward)[\s-](?:level |complexity )?(?:medical )?(?:decision[\s-]?making|mdm)\b|\b(?:decision[\s-]?making|mdm)\b|\be\/m\b|\be&m\b|\bevaluation and management\b|\b(?:separate(?:ly)?|significant(?:ly)?|distinct|(?:its|as) own|additional)\b(?: (?:and|identifiable|separate|full|focused|problem|medical|doctor's|office))* (?:exam\w*|visit|office visit|ov|consult\w*|appointment)\b|\b(?:new|established|est) (?:patient|pt) (?:exam\w*|visit|consult\w*|ov)\b|\b(?:level|lvl)[\s-]?(?:[1-5]|two|three|four|five) (?:established |est |new )?(?:patient )?(?:office )?(?:visit|exam|ov)\b|\boffice visit\b/;
/** Of those who adjust: an exam done anew. */
const examined = /\b(?:re-?exam(?:ination|ined)?|examined (?:\w+ ){0,4}(?:new|separate)\w*|(?:new|initial) (?:\w+ )?exam(?:ination)?|(?:do|dc|md|doctor'?s?|physician) visit(?=[^.;]{0,40}\b(?:new|established|est)\b)|history (?:and|&|taking and) (?:physical )?exam(?:ination)?)\b/;
/** Medicine looked after beside hands-on care. */
const managed = /\b(?:refill(?:ed|s)?|changed|adjusted|increased|decreased|raised|lowered|started|stopped|renewed|switched|reviewed|wrote|prescribed|went over|managed|checked|discussed|talked (?:about|over))\b[^.;]{0,30}?\b(?:inhaler|meds?|medications?|medicines?|pills?|prescriptions?|insulin|antibiotics?|statin|labs?|thyroid|diabetes|asthma|blood pressure (?:pills?|meds?|medic\w+))\b/;

/** Puts one visit where the text tells of it; `isNegated` of a place that was not done here and now. */
export function addVisits(catalog: Catalog, text: string, folded: string, sentences: readonly Sentence[], items: Item[], isNegated: (start: number, end: number) => boolean, provider: string | undefined): void {
  if (provider !== undefined && never.test(provider)) return;
  if (!mayVisit.test(folded) || items.some((i) => i.number && isVisit(i.hits[0]?.code))) return;
  const trade = manipulationTrade(text, provider);
  const cues = [named, ...(trade ? [examined] : []), ...(trade === 'osteopathic' || provider === 'physician' ? [managed] : [])];
  for (const cue of cues) {
    for (const sentence of sentences) {
      const m = mayVisit.test(sentence.folded) ? cue.exec(sentence.folded) : null;
      if (!m) continue;
      const start = sentence.start + m.index;
      const end = start + m[0].length;
      if (isNegated(start, end) || items.some((i) => i.start < end && i.end > start && i.hits[0]?.confidence === 'strong')) continue;
      for (const item of items.filter((i) => !i.number && ((i.start < end && i.end > start) || isVisit(i.hits[0]?.code)))) items.splice(items.indexOf(item), 1);
      const said = text.slice(start, end);
      const code = isNewIn(folded) ? '99203' : '99213';
      const hit: CodeHit = { code, confidence: 'strong', score: 0.85, kind: 'synonym', because: `"${said}": a visit; minutes or decisions choose its level`, sources: ['claimlint'] };
      if (catalog.code.has(code)) items.push({ start, end, text: said, plain: true, number: false, settled: true, hits: [hit], matched: [{ text: said, meaning: 'an office visit; minutes or decisions choose its level' }] });
      items.sort((a, b) => a.start - b.start);
      return;
    }
  }
}

/** A visit's candidates with new or known put right by the whole text. */
export function visitBy(candidates: readonly CodeHit[], folded: string): CodeHit[] {
  const lead = candidates[0];
  if (!lead || !isVisit(lead.code) || lead.because.startsWith('the code ')) return [...candidates];
  const isNew = isNewIn(folded);
  if (isNew === undefined || isNew === lead.code.startsWith('9920')) return [...candidates];
  return [{ ...lead, code: isNew ? '99203' : '99213' }, ...candidates.slice(1).filter((c) => !isVisit(c.code))];
}

/** The words for a visit and, told elsewhere, how much was decided. */
export function visitWords(text: string, own: string, sentences: readonly Sentence[]): string {
  const more = sentences.filter((s) => /decision|\bmdm\b|\b(?:level|lvl)[\s-]?(?:[1-5]|two|three|four|five)\b/.test(s.folded)).map((s) => text.slice(s.start, s.end));
  return [own, isNewIn(foldText(own)) === undefined && isNewIn(foldText(text)) ? 'new patient' : '', ...more].join(' ');
}

/** One visit a day: the surest stands. */
export function oneVisit(services: readonly ReadService[]): ReadService[] {
  const visits = services.filter((s) => isVisit(s.candidates[0]?.code) && !s.candidates[0]!.because.startsWith('the code '));
  if (visits.length < 2) return [...services];
  const best = [...visits].sort((a, b) => (b.candidates[0]!.score ?? 0) - (a.candidates[0]!.score ?? 0))[0]!;
  return services.filter((s) => s === best || !visits.includes(s));
}

/** True of the codes of which minutes or decisions choose the level. */
export const isOfficeVisit = isVisit;

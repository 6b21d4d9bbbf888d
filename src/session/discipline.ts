/** Evaluations by the discipline of who did them: each has codes of its own. Source: facts of the catalog's codes, CMS therapy code list. */
import type { CodeHit } from '../search/search-codes.ts';

/** Low, moderate and high complexity, and the re-evaluation. */
export const evaluations: Readonly<Record<string, readonly string[]>> = {
  physical_therapist: ['97161', '97162', '97163', '97164'],
  occupational_therapist: ['97165', '97166', '97167', '97168'],
  athletic_trainer: ['97169', '97170', '97171', '97172'],
};

/** The candidates with an evaluation of another discipline put into that of the provider; other codes stay. */
export function inDiscipline(candidates: readonly CodeHit[], provider: string | undefined): CodeHit[] {
  const own = evaluations[provider ?? ''];
  const lead = candidates[0];
  const of = lead && Object.values(evaluations).find((codes) => codes.includes(lead.code));
  if (!own || !lead || !of) return [...candidates];
  const code = own[of.indexOf(lead.code)]!;
  // A re-evaluation is one code once the discipline is known.
  const sure = of.indexOf(lead.code) === 3 && lead.confidence === 'possible' ? { confidence: 'strong' as const, score: 0.85 } : {};
  return [{ ...lead, code, ...sure }, ...candidates.slice(1).filter((c) => c.code !== code && !(of !== own && of.includes(c.code)))];
}

const chiropractic = ['98940', '98941', '98942', '98943'];
const osteopathic = ['98925', '98926', '98927', '98928', '98929'];

/** True of the codes of which a count of regions chooses. */
export const isManipulation = (code: string | undefined): boolean => code !== undefined && code !== '98943' && (chiropractic.includes(code) || osteopathic.includes(code));

/** A manipulation by who gave it: a chiropractor's has other codes than an osteopath's. The count of regions is read after this. */
export function manipulationBy(candidates: readonly CodeHit[], text: string, provider: string | undefined): CodeHit[] {
  const lead = candidates[0];
  if (!lead) return [];
  const osteopath = /\bosteopath|\bOMT\b|\bOMM\b|\bDO\b/.test(text) && !/\bchiro/i.test(text);
  const chiro = provider === 'chiropractor' || /\bchiro|\bDC\b/i.test(text);
  const to = osteopathic.includes(lead.code) && chiro && !osteopath ? chiropractic : chiropractic.slice(0, 3).includes(lead.code) && osteopath ? osteopathic : undefined;
  if (!to) return [...candidates];
  return [{ ...lead, code: to[0]! }, ...candidates.slice(1).filter((c) => !chiropractic.includes(c.code) && !osteopathic.includes(c.code))];
}

/** The discipline that the words of an evaluation name; short forms only in capitals, since "pt" is the patient. */
export function disciplineIn(text: string): string | undefined {
  if (/\bOT\b|\boccupational therap/i.test(text.replace(/\bot\b/g, ''))) return 'occupational_therapist';
  if (/\b(?:ATC|AT)\b/.test(text) || /\bathletic train/i.test(text)) return 'athletic_trainer';
  return /\bPT\b/.test(text) || /\bphysical therap/i.test(text) ? 'physical_therapist' : undefined;
}

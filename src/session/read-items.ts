/** The words of a session that name a service, each with the codes that it may mean; what was not done stands apart. */
import type { Catalog } from '../catalog/catalog.ts';
import { findConcepts } from '../search/concepts.ts';
import { findPhrases, type PhraseMatch } from '../search/find-phrases.ts';
import type { Contested, NoCode } from '../search/lexicon.ts';
import { hitsOfPhrase, type CodeHit } from '../search/search-codes.ts';
import { foldText } from '../search/normalise.ts';
import { withoutPeople } from '../search/without-people.ts';
import { addEvaluations } from './evaluations.ts';
import { addManipulations, adjustsThing, thingAdjusted } from './manipulations.ts';
import { addVisits } from './office-visits.ts';
import { asksOfPay } from './pay-question.ts';
import type { Sentence } from './sentences.ts';
import type { Standing } from './standing.ts';
import { type Denied, type OpenList, type Span, takeBack } from './taken-back.ts';

export interface Item {
  start: number; end: number; text: string; hits: CodeHit[]; matched: { text: string; meaning: string }[];
  /** Named as a service is named on a bill, not by a detail of it ("therapeutic exercise", not "leg press"). */
  plain: boolean;
  /** By its own name ("therapeutic activities"). */
  named?: boolean;
  /** A code number in the text. */
  number: boolean;
  /** Told in everyday words, not named. */
  concept?: true;
  /** Its own reader has chosen among the codes of its kind. */
  settled?: true;
  contested?: Contested; noCode?: NoCode;
}
export interface ReadItems { items: Item[]; excluded: { text: string; code?: string }[]; unknown_codes: string[]; /** Codes that the text says were not given. */ denied: ReadonlySet<string>; /** What was said and then taken back. */ taken_back: Span[] }

/** Their words leave a question (attended? how many regions?) and are still a service's name. */
const families = new Set(['supervised_modality', 'attended_modality', 'evaluation', 'chiropractic_manipulation', 'osteopathic_manipulation', 'needling', 'acupuncture', 'office_visit']);

/** `standing` tells of any place whether it was done here and now; what was not stands in `excluded`. `provider`: the type of who did it, where known. */
export function readItems(catalog: Catalog, text: string, sentences: readonly Sentence[], standing: (start: number, end: number) => Standing, lists: readonly OpenList[] = [], provider?: string): ReadItems {
  const items: Item[] = [];
  const excluded: ReadItems['excluded'] = [];
  const unknown = new Set<string>();
  const isNegated = (start: number, end: number): boolean => standing(start, end) !== 'done';
  const denied: Denied[] = [];
  const exclude = (said: string, code?: string, place?: Span): void => {
    if (code && place && standing(place.start, place.end) === 'not_done') denied.push({ code, ...place });
    if (!excluded.some((e) => e.code !== undefined && e.code === code)) excluded.push({ text: said, ...(code ? { code } : {}) }); };
  for (const m of text.normalize('NFKC').length === text.length ? text.matchAll(/\b(\d{5}|\d{4}[A-Z]|[A-V]\d{4})\b/g) : []) {
    const code = m[0].toUpperCase();
    const [start, end] = [m.index, m.index + m[0].length];
    const row = catalog.code.get(code);
    if (!row) { if (/^(9|G|S|0\d{3}T)/.test(code)) unknown.add(code); continue; }
    if (isNegated(start, end)) { exclude(m[0], code); continue; }
    items.push({ start, end, text: m[0], plain: true, number: true, hits: [{ code, confidence: 'strong', score: 1, kind: 'name', because: `the code ${code} is named`, sources: row.sources }], matched: [{ text: m[0], meaning: `the code itself: ${row.name}` }] });
  }
  const own = withoutPeople(catalog, text);
  for (const match of findPhrases(catalog, own)) {
    if (items.some((i) => match.start < i.end && match.end > i.start)) continue;
    const said = text.slice(match.start, match.end);
    const hits = hitsOfPhrase(match);
    if (hits[0]?.code === '98940' && (adjustsThing.test(text.slice(match.start, match.end + 50)) || (/^adj/i.test(said) && (thingAdjusted.test(text.slice(Math.max(0, match.start - 30), match.start)) || ofCurrent.test(text.slice(Math.max(0, match.start - 90), match.start)))))) continue;
    if (match.phrase.contested && /^hand therap/i.test(said)) continue;
    if (/^-free\b/i.test(text.slice(match.end))) { exclude(said, hits[0]?.code); continue; }
    if (isNegated(match.start, match.end) && !(standing(match.start, match.end) === 'aide' && hits.some((h) => needsNobody(catalog, h.code)))) { exclude(said, hits[0]?.code, match); continue; }
    const kinds = new Set(match.phrase.meanings.filter((m) => m.strength === 'strong').map((m) => m.kind));
    items.push({
      start: match.start, end: match.end, text: said, hits, number: false, matched: [{ text: said, meaning: meaningOf(match) }],
      plain: match.phrase.contested !== undefined || match.phrase.noCode !== undefined || kinds.has('name') || kinds.has('technique') || kinds.has('abbreviation') || /^[A-Z]{2,4}$/.test(said) || (hits[0]?.code === '97124' && /massage$/i.test(said)) || (!/^(?:heat|cold)$/i.test(said) && families.has(catalog.code.get(hits[0]?.code ?? '')?.group ?? '')),
      ...(kinds.has('name') ? { named: true } : {}), ...(match.phrase.contested ? { contested: match.phrase.contested } : {}), ...(match.phrase.noCode ? { noCode: match.phrase.noCode } : {}),
    });
  }
  items.sort((a, b) => a.start - b.start);
  for (const sentence of sentences) for (const clause of clausesOf(text, sentence)) addConcepts(catalog, text, own.slice(clause.start, clause.end), clause, items, isNegated, exclude);
  const folded = foldText(text);
  addManipulations(catalog, text, folded, sentences, items, isNegated, provider);
  // "Chiropractic: no adjustment today": the trade alone is no service where it was denied.
  if (denied.some((d) => d.code === '98940')) for (let i = items.length - 1; i >= 0; i--) if (/^chiropractic$/i.test(items[i]!.text)) items.splice(i, 1);
  addEvaluations(catalog, text, folded, sentences, items, isNegated, provider);
  addVisits(catalog, text, folded, sentences, items, isNegated, provider);
  dropGroupsOwn(text, items);
  // "97124 or 97140 for trigger point release?": the words say what was done, the numbers only ask.
  if (items.some((i) => !i.number)) for (let i = items.length - 1; i >= 0; i--) if (items[i]!.number && (/^\s*(?:,|or|vs\.?|versus)\s+(?:or\s+)?\d{5}/i.test(text.slice(items[i]!.end)) || /\d{5}\s*,?\s*(?:or|vs\.?|versus)\s+$/i.test(text.slice(0, items[i]!.start)))) items.splice(i, 1);
  // "My plan pays 97140 better, can I bill that for 45 minutes of Swedish?": what was done is told in words, the number is what is hoped for.
  if (items.some((i) => i.number) && items.some((i) => !i.number && i.hits[0]?.confidence === 'strong') && asksOfPay(catalog, text)) for (let i = items.length - 1; i >= 0; i--) if (items[i]!.number && !billedAs.test(text.slice(items[i]!.end))) items.splice(i, 1);
  const taken_back = takeBack(text, items, denied, lists);
  return { taken_back, denied: new Set(denied.map((d) => d.code)), items: items.sort((a, b) => a.start - b.start || a.end - b.end), excluded, unknown_codes: [...unknown].sort() };
}

/** Behind a number that stands for what was done: its units or minutes. */
const billedAs = /^\s*(?:[:(,=-]\s*)?(?:x\s*)?\d{1,3}\s*(?:u\b|units?\b|min|['′]|\))|^\s*x\s*\d|^\s*(?:for|of) \d/i;

/** "Stim pads on, therapist beside her adjusting": what runs through electrodes is adjusted. */
const ofCurrent = /\b(?:e-?stim|stim|stimulation|electrodes?|nmes|current|intensity|hz|ma)\b[^.;\n]*$/i;

/** A modality that is left running or lying on is done whoever sits by. */
function needsNobody(catalog: Catalog, code: string | undefined): boolean {
  return catalog.code.get(code ?? '')?.group === 'supervised_modality';
}

/** What a group did is the group's: "group of three for exercise, 40 minutes" is no exercise beside it. */
function dropGroupsOwn(text: string, items: Item[]): void {
  const ofGroups = new Set(['97110', '97112', '97113', '97116', '97530', '97535']);
  for (const group of items.filter((i) => i.hits[0]?.code === '97150' && i.hits[0].confidence === 'strong')) {
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i]!;
      if (!ofGroups.has(item.hits[0]?.code ?? '') || item.start < group.start) continue;
      const between = text.slice(group.end, item.start).toLowerCase();
      const after = text.slice(item.end, item.end + 60).toLowerCase().split(/[.,;]|\b(?:plus|then|and)\b/)[0]!;
      if (!/[.;\n]|\b(?:then|plus|after that|followed by|and (?:then )?\d+)\b/.test(between) && !/\b(?:alone|one[- ]on[- ]one|individually|by (?:him|her)self)\b/.test(after)) items.splice(i, 1);
    }
  }
}

/** A sentence parted where one service is followed by the next; the whole where nothing follows. */
function clausesOf(text: string, sentence: Sentence): { start: number; end: number }[] {
  const cuts = [...text.slice(sentence.start, sentence.end).toLowerCase().matchAll(/\b(?:and then|then|followed by|after that|afterwards|plus)\b/g)].map((m) => sentence.start + m.index);
  return [sentence.start, ...cuts].map((start, i) => ({ start, end: cuts[i] ?? sentence.end }));
}

/** Codes that say who or what else was there, and so stand before the name of what was done. */
const tellsApart = new Set(['97150', '97552', '97550', '97813', '98943', '97164', '97168', '97172']);

/** A service told in everyday words, where its words name none, or name the ones that it is told apart from. */
function addConcepts(catalog: Catalog, text: string, own: string, sentence: { start: number; end: number }, items: Item[], isNegated: (start: number, end: number) => boolean, exclude: (said: string, code?: string) => void): void {
  for (const found of findConcepts(catalog, own)) {
    const { concept } = found;
    const [start, end] = [sentence.start + found.start, sentence.start + found.end];
    // A style without a code of its own is not a massage by another name.
    if ((concept.code === '97124' || concept.code === '97140') && items.some((i) => i.noCode)) continue;
    const inSentence = items.filter((i) => i.start >= sentence.start && i.end <= sentence.end);
    const told = inSentence.filter((i) => i.hits[0]?.confidence === 'strong' || i.noCode !== undefined);
    const replaced = told.filter((i) => concept.replaces?.includes(i.hits[0]?.code ?? '') && !i.number && (!i.named || tellsApart.has(concept.code)));
    // What the sentence names in so many words stands, unless the concept is there to tell it apart.
    if (told.some((i) => i.hits[0]?.code === concept.code) || told.length > replaced.length || (replaced.length === 0 && inSentence.some((i) => i.number))) continue;
    if (isNegated(start, end) && replaced.length === 0) { exclude(text.slice(start, Math.min(end, start + 60)), concept.code); continue; }
    const gone = new Set([...replaced, ...inSentence.filter((i) => i.hits[0]?.confidence !== 'strong' && i.noCode === undefined && i.start < end && i.end > start)]);
    for (let i = items.length - 1; i >= 0; i--) if (gone.has(items[i]!)) items.splice(i, 1);
    const because = `${found.words.map((w) => `"${w}"`).join(' and ')}: ${concept.meaning}`;
    const score = concept.strength === 'strong' ? 0.9 : 0.6;
    items.push({ start, end, text: text.slice(start, end), plain: concept.strength === 'strong', number: false, concept: true, hits: [{ code: concept.code, confidence: concept.strength, score, kind: 'synonym', because, sources: [concept.source] }], matched: [{ text: text.slice(start, end), meaning: concept.meaning }] });
    items.sort((a, b) => a.start - b.start);
  }
}

function meaningOf(match: PhraseMatch): string {
  const { phrase } = match;
  const meaning = phrase.noCode ? `${phrase.noCode.name}: no code of its own` : phrase.contested ? 'contested: massage or manual therapy' : (phrase.meanings.find((m) => m.strength === 'strong') ?? phrase.meanings[0]!).meaning;
  return match.corrections.length > 0 ? `${meaning} (typo of ${match.corrections.map((c) => c.to).join(', ')})` : meaning;
}

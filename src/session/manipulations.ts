/** What was adjusted, told in any words: the spine ("cracked my neck, then my low back"), a joint outside it ("put my ankle back where it belongs"), or nothing nearer ("adj per usual"). */
import type { Catalog } from '../catalog/catalog.ts';
import { spinePlace } from '../search/spine-regions.ts';
import type { CodeHit } from '../search/search-codes.ts';
import { asAdjective, endsPlaces, leftOut, limbPlace, chiropracticWords, limbTold, limbTool, manipulating, mayManipulate, toldOf } from './manipulation-cues.ts';
import type { Item } from './read-items.ts';
import type { Sentence } from './sentences.ts';

export type Trade = 'chiropractic' | 'osteopathic';
interface Span { start: number; end: number }

/** By whom a text's manipulations are: its words or the type of who gave the care; undefined where neither says. */
export function manipulationTrade(text: string, provider: string | undefined): Trade | undefined {
  if (/\bchiro/i.test(text) || /\bDC\b|\bD\.C\.|\bCMT\b/.test(text)) return 'chiropractic';
  if (/\bosteopath/i.test(text) || /\bOM[TM]\b|\bD\.?O\.?\b(?! NOT)/.test(text)) return 'osteopathic';
  return provider === 'chiropractor' || chiropracticWords.test(text) ? 'chiropractic' : undefined;
}

const codes = new Set(['98940', '98941', '98942', '98943', '98925', '98926', '98927', '98928', '98929']);
/** As far as the words of one telling go apart. */
const reach = 160;

/** Puts the manipulations that a text tells of in place of the words for them; only where the trade is known. */
export function addManipulations(catalog: Catalog, text: string, folded: string, sentences: readonly Sentence[], items: Item[], isNegated: (start: number, end: number) => boolean, provider: string | undefined): void {
  if (!mayManipulate.test(folded)) return;
  const trade = manipulationTrade(text, provider);
  if (!trade || !catalog.code.has('98940')) return;
  for (const sentence of sentences) {
    if (!mayManipulate.test(sentence.folded)) continue;
    const cues = cuesIn(folded, sentence, isNegated, items);
    for (const item of items.filter((i) => isReference(folded, i, sentence))) items.splice(items.indexOf(item), 1);
    if (cues.length === 0) continue;
    const spine: Span[] = [];
    const limbs: Span[] = [];
    for (const [i, cue] of cues.entries()) {
      const others = items.filter((o) => o.start >= sentence.start && o.start < sentence.end && !codes.has(o.hits[0]?.code ?? '') && (o.plain || o.hits[0]?.confidence === 'strong'));
      const places = placesOf(folded, cue, cues[i - 1]?.end ?? sentence.start, cues[i + 1]?.start ?? sentence.end, others);
      spine.push(...places.spine.filter((p) => !isNegated(p.start, p.end)).flatMap((p) => [p, cue]));
      limbs.push(...places.limbs.filter((p) => !isNegated(p.start, p.end)).map((p) => span([p, cue])));
    }
    const untold = spine.length === 0 && limbs.length === 0;
    const replaced = items.filter((i) => codes.has(i.hits[0]?.code ?? '') && !i.number && i.start >= sentence.start && i.start < sentence.end);
    if (untold && (replaced.length > 0 || !isBare(folded, cues[0]!, sentence))) continue;
    // "CMT plus the left wrist": what is named beside a joint stands; "chiropractic adjustment of the shoulder" is of the joint alone.
    for (const item of replaced) if (spine.length > 0 || (limbs.length > 0 && !isBeside(folded, item, limbs[0]!)) || !/omt|osteo|chiropract|cmt|spin/i.test(item.text)) items.splice(items.indexOf(item), 1);
    const add = (at: Span, code: string, sure: boolean, meaning: string): void => {
      const said = text.slice(at.start, at.end);
      for (const item of items.filter((i) => !i.number && i.hits[0]?.confidence !== 'strong' && i.start < at.end && i.end > at.start)) items.splice(items.indexOf(item), 1);
      const hit: CodeHit = { code, confidence: sure ? 'strong' : 'possible', score: sure ? 0.9 : 0.6, kind: 'synonym', because: `"${said.slice(0, 60)}": ${meaning}`, sources: ['ncci-manual-ch11'] };
      items.push({ ...at, text: said, plain: true, number: false, settled: true, hits: [hit], matched: [{ text: said, meaning }] });
    };
    if (trade === 'osteopathic') { add(untold ? cues[0]! : span([...spine, ...limbs]), '98925', !untold, 'osteopathic manipulation; the number of body regions decides'); continue; }
    if (spine.length > 0 || untold) add(untold ? cues[0]! : span(spine), '98940', !untold, 'chiropractic adjustment; the number of spinal regions decides');
    if (limbs.length > 0) add(limbs[0]!, '98943', true, 'adjustment outside the spine');
  }
  items.sort((a, b) => a.start - b.start);
}

/** Named with something that joins it to the place, or away from it. */
function isBeside(folded: string, item: Item, limb: Span): boolean {
  return item.hits[0]?.code !== '98943' && item.end < limb.end && /[+,;&]|\b(?:and|plus|then|also)\b/.test(folded.slice(item.end, limb.end)) && !/^ (?:of|to|for) /.test(folded.slice(item.end));
}

const span = (list: readonly Span[]): Span => ({ start: Math.min(...list.map((s) => s.start)), end: Math.max(...list.map((s) => s.end)) });

function cuesIn(folded: string, sentence: Sentence, isNegated: (start: number, end: number) => boolean, items: readonly Item[]): Span[] {
  return [...folded.slice(sentence.start, sentence.end).matchAll(manipulating)].map((m) => ({ start: sentence.start + m.index, end: sentence.start + m.index + m[0].length })).filter((cue) => {
    if (isNegated(cue.start, cue.end) || items.some((i) => i.start < cue.end && i.end > cue.start && !codes.has(i.hits[0]?.code ?? '') && i.hits[0]?.confidence === 'strong')) return false;
    return !adjustsThing.test(folded.slice(cue.start, cue.end + 50)) && !refersTo(folded, cue);
  });
}

function refersTo(folded: string, { start, end }: Span): boolean {
  return asAdjective.test(folded.slice(end, end + 14)) || toldOf.test(folded.slice(Math.max(0, start - 30), start));
}

function isReference(folded: string, item: Item, sentence: Sentence): boolean {
  return codes.has(item.hits[0]?.code ?? '') && !item.number && /^adjust\w*$/i.test(item.text) && item.start >= sentence.start && item.start < sentence.end && refersTo(folded, item);
}

/** The places told with a cue: those behind it to where something else begins, else those before it. */
function placesOf(folded: string, cue: Span, from: number, to: number, others: readonly Item[]): { spine: Span[]; limbs: Span[] } {
  const next = Math.min(to, cue.end + reach, ...others.filter((o) => o.start >= cue.end).map((o) => o.start));
  const stop = endsPlaces.exec(folded.slice(cue.end, next));
  // "putting my left ankle back": the place stands inside.
  const behind = [cue.start, stop ? cue.end + stop.index : next] as const;
  const found = placesIn(folded, ...behind);
  if (found.spine.length > 0 || found.limbs.length > 0) return found;
  const last = Math.max(from, cue.start - reach, ...others.filter((o) => o.end <= cue.start).map((o) => o.end));
  const all = placesIn(folded, last, cue.start);
  const nearest = [...all.spine, ...all.limbs].reduce((end, p) => Math.max(end, p.end), 0);
  const between = folded.slice(nearest, cue.start);
  return nearest > 0 && between.length <= 34 && !/[;]|\b(?:pain|sore|stiff|tender|ach\w+|restricted in)\b/.test(between) ? all : { spine: [], limbs: [] };
}

function placesIn(folded: string, from: number, to: number): { spine: Span[]; limbs: Span[] } {
  const piece = folded.slice(from, to);
  const spans = (pattern: RegExp): Span[] => [...piece.matchAll(pattern)].map((m) => ({ start: from + m.index, end: from + m.index + m[0].length }));
  const told = (s: Span): boolean => limbTold.test(folded.slice(s.end, s.end + 24)) || leftOut.test(folded.slice(s.end, s.end + 24));
  const limbs = spans(limbPlace).filter((l) => !told(l) && !limbTool.test(folded.slice(Math.max(0, l.start - 32), l.start)));
  return { spine: spans(spinePlace).filter((s) => !told(s)), limbs };
}

/** "Adj per usual", "pt adjusted, felt better": the patient was adjusted, and no more is said. */
function isBare(folded: string, cue: Span, { start, end }: Sentence): boolean {
  if (!/^adj|^chiro|^manip|^hvla/.test(folded.slice(cue.start, cue.end))) return false;
  const before = folded.slice(start, cue.start);
  const after = folded.slice(cue.end, end);
  return /(?:^|[,:;(-]|\b(?:pt|patient|client|was|got|were|i|we|he|she|him|her|them|dr\.? \w+|tx|rx|o|p|then|and|full|usual|same|chiro)\.?)\s*$/.test(before) && /^\s*(?:$|[.,;:)+/&-]|(?:per|as|the|with|w\/|w|today|well|done|given|performed|same|pt|patient|and|but|felt|tol\w*|without|him|her|them|me|again|both|x|only|prone|supine|side)\b)/.test(after);
}

/** "adjusting the seat", "adjusted loads set by set": things are adjusted too. */
export const adjustsThing = /^adj\w*\s+(?:(?:well |nicely |poorly |slowly |better |ok )?(?:to (?:the |a |his |her |my |its )?(?:new |bright |dark )?(?!c\d|t\d|l\d|neck|back|spine|cerv|thor|lumb|left|right|atlas|sacr|pelv|shoulder|wrist|ankle|knee|rib|hip|elbow|si\b)[a-z]+ing\b|to (?:the |a |his |her |my )?new\b)|(?:(?:the|his|her|my|its|their|a)\s+)?(?:\w+\s+)?(?:seat|loads?|weights?|resistance|machine|height|chair|walker|brace|straps?|pads?|harness|pillow|settings?|intensity|splint|table|bolster|orthosis|cane|crutch(?:es)?|program|goals?|plan|dose|speed|incline|band|footplates?|foot ?rests?|meds?|medications?|insulin|inhaler|prosthesis|socket|bike|desk|workstation|axle|hep|home program|treatment|routine|pace|grip|posture|technique|form|blinds|lights?|lighting|music|volume|temperature|covers|drap(?:e|ing)|sleeves?|shoes?)\b)/i;

/** Before the word: "wheelchair adjusted", "straps were adjusted". */
export const thingAdjusted = /\b(?:(?:wheel)?chair|walker|braces?|splints?|orthos[ie]s|orthotics?|seat|straps?|cane|crutches|prosthes[ie]s|socket|axle|loads?|resistance|program|goals?|plan|hep|foot ?(?:rests?|plates?)|cushion|bike|settings?|speed|incline|dose)\s+(?:(?:was|were|is|are|got|then|and|re-?fitted and)\s+)*$/i;

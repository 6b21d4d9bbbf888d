/** Evaluations by a therapist or trainer, told by name or in shorthand: whose, first or anew, and how complex. */
import type { Catalog } from '../catalog/catalog.ts';
import { complexityIn } from '../search/evaluation-levels.ts';
import type { CodeHit } from '../search/search-codes.ts';
import { disciplineIn, evaluations } from './discipline.ts';
import type { Item } from './read-items.ts';
import type { Sentence } from './sentences.ts';

const who = '(?:(?:a|an|the|his|her|my|your|our) )?(?:pt|ot|otr|at|atc|at/l|p\\.t\\.|o\\.t\\.|physical therap\\w+|physio\\w*|occupational therap\\w+|athletic train\\w+|hand therap\\w+)(?:\'s)?';
const act = '(?:eval(?:uation|uated|uating|s)?|assess(?:ment|ed)|exam(?:ination|ined)?|ie)';
/** "PT eval", "initial evaluation by OT", "AT re-exam", "re-eval". */
const telling = new RegExp(`\\b${who}[\\s,:-]+(?:(?:did|made|completed|performed|gave|initial|progress|formal|follow-?up|low|moderate|mod|high|complexity|complex|an?|the|my|his|her|full|new)[\\s-]+){0,4}(re-?\\s?)?${act}\\b|\\b(?:initial|low|moderate|mod|high)(?:[\\s-](?:complexity|complex|level))?\\s+${act}\\b|\\b(re-?\\s?)(?:eval(?:uation|uated|s)?|assess(?:ment|ed)|exam(?:ination|ined)?)\\b`, 'g');
/** Looked at, and no evaluation of this kind. */
const other = /\b(?:functional capacity|fce|work ?(?:site|place)|home|ergonomic|driving|swallow\w*|speech|wheelchair|seating|cognitive|medical|eye|vision|hearing|gait|manual muscle|strength|pain|self)[\s-]*(?:re-?\s?)?(?:eval\w*|assess\w*|exam\w*)$/;
const after = /^\s*(?:and management|by (?:dr|the (?:doctor|surgeon|md)|ortho\w*|md|his doctor|her doctor)|of (?:the )?(?:home|work ?(?:site|place)|wheelchair))/;
const firsts = new Set(Object.values(evaluations).flat());

/** Cheap: without one of these no sentence tells of an evaluation. */
const hint = /eval|assess|exam|\bie\b/;

/** Puts each told evaluation in place of the words that only hint at it, where its discipline is known. */
export function addEvaluations(catalog: Catalog, text: string, folded: string, sentences: readonly Sentence[], items: Item[], isNegated: (start: number, end: number) => boolean, provider: string | undefined): void {
  if (!hint.test(folded)) return;
  for (const sentence of sentences) {
    if (!hint.test(sentence.folded)) continue;
    for (const m of sentence.folded.matchAll(telling)) {
      const start = sentence.start + m.index;
      const end = start + m[0].length;
      if (other.test(m[0]) || after.test(folded.slice(end)) || isNegated(end - 4, end)) continue;
      const own = disciplineIn(text.slice(sentence.start, sentence.end)) ?? (provider && evaluations[provider] ? provider : disciplineIn(text));
      const codes = evaluations[own ?? ''];
      const near = items.filter((i) => i.start < end && i.end > start);
      if (!codes || items.some((i) => i.settled && i.start >= sentence.start && i.start < sentence.end && firsts.has(i.hits[0]!.code)) || near.some((i) => i.number || (i.hits[0]?.confidence === 'strong' && !firsts.has(i.hits[0].code)))) continue;
      const anew = (m[1] ?? m[2]) !== undefined;
      const level = anew ? undefined : complexityIn(sentence.folded);
      const code = codes[anew ? 3 : (level ?? 0)]!;
      if (!catalog.code.has(code) || (!anew && near.length === 0 && level === undefined && !/eval|\bie$/.test(m[0]))) continue;
      for (const item of items.filter((i) => !i.number && i.start >= sentence.start && i.start < sentence.end && firsts.has(i.hits[0]?.code ?? ''))) items.splice(items.indexOf(item), 1);
      for (const item of near) if (items.includes(item)) items.splice(items.indexOf(item), 1);
      const said = text.slice(start, end);
      const hit: CodeHit = { code, confidence: anew || level !== undefined ? 'strong' : 'possible', score: anew || level !== undefined ? 0.9 : 0.6, kind: 'synonym', because: `"${said}": ${catalog.code.get(code)!.name}`, sources: ['ncci-manual-ch11'] };
      items.push({ start, end, text: said, plain: true, number: false, settled: true, hits: [hit], matched: [{ text: said, meaning: catalog.code.get(code)!.name }] });
    }
  }
  items.sort((a, b) => a.start - b.start);
}

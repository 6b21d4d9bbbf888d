/** The phrases of the catalog, ready to be found in a text: each word or technique and what it leads to. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { stemOf, wordsOf } from './normalise.ts';

export type Contested = Vocabulary['contested'][number];
export type NoCode = Vocabulary['no_code'][number];
export interface Meaning { code: string; meaning: string; kind: 'name' | 'synonym' | 'technique' | 'abbreviation'; strength: 'strong' | 'possible' | 'weak'; source: string }
/** `content`: the words behind `stems`, unstemmed. */
export interface Phrase { words: string; stems: string[]; content: string[]; meanings: Meaning[]; contested?: Contested; noCode?: NoCode }

export interface Lexicon {
  /** First stem -> phrases, longest first. */
  byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** Second stem -> phrases of two or more words, longest first. */
  bySecond: ReadonlyMap<string, readonly Phrase[]>;
  /** Every word that stands in a phrase, for typo correction. */
  vocabulary: readonly string[];
  words: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  stop: ReadonlySet<string>;
  guard: ReadonlySet<string>;
  /** Words for parts of the body, and words that negate. */
  regions: ReadonlySet<string>;
  negations: ReadonlySet<string>;
  /** Misspelling -> word. */
  misspellings: ReadonlyMap<string, string>;
  /** Stems of words that say where and why, and name no service. */
  body: ReadonlySet<string>;
  /** Short forms that are words of plain English as well. */
  alsoEnglish: ReadonlySet<string>;
}

/** Words that may leave a phrase without changing it; a title such as `pt` in "pt eval" may not. */
const functionWords = new Set(['a', 'an', 'the', 'of', 'to', 'on', 'in', 'at', 'for', 'by', 'and', 'or']);

/** Words that choose within a family of codes; misspelt, they are put right like a service's own. */
const selectorWords = ['regions', 'region', 'areas', 'muscles', 'muscle', 'spinal', 'complexity', 'moderate', 'extremity', 'attended', 'unattended', 'group', 'groups', 'established', 'electrical', 'stimulation', 'electricity', 'current', 'injection', 'needles', 'chiropractor', 'therapist', 'caregiver', 'wound', 'couples', 'couple', 'husband'];

/** How the meaning of a make, a method or a name of the trade begins in the catalog. */
const tradeName = /^(?:in the trade|by its make or method): /;

/** By the curated rows, which catalogs of different dates share. */
const built = new WeakMap<Catalog['codes'], Lexicon>();

/** The lexicon of a catalog, built once. The same whatever the order of the catalog's rows. */
export function lexiconOf(catalog: Catalog): Lexicon {
  let lexicon = built.get(catalog.codes);
  if (!lexicon) built.set(catalog.codes, (lexicon = build(catalog)));
  return lexicon;
}

function build(catalog: Catalog): Lexicon {
  const { vocabulary } = catalog;
  const stop = new Set(vocabulary.stop_words);
  const phrases = new Map<string, Phrase>();
  const phraseOf = (words: string): Phrase => {
    const content = wordsOf(words).filter((w) => !functionWords.has(w.text));
    const kept = content.length > 0 ? content : wordsOf(words);
    const stems = kept.map((w) => w.stem);
    const key = stems.join(' ');
    const found = phrases.get(key) ?? { words, stems, content: kept.map((w) => w.text), meanings: [] };
    phrases.set(key, found);
    return found;
  };
  for (const term of vocabulary.terms) {
    for (const words of term.words) {
      const { meanings } = phraseOf(words);
      const same = meanings.find((m) => m.code === term.code);
      const strength = term.strength ?? 'strong';
      if (!same) meanings.push({ code: term.code, meaning: term.meaning, kind: term.kind, strength, source: term.source });
      // Two spellings of one phrase: the plainer meaning stands.
      else if (same.strength !== 'strong' && strength === 'strong') Object.assign(same, { meaning: term.meaning, kind: term.kind, strength, source: term.source });
    }
  }
  const named = new Set(vocabulary.terms.map((t) => t.code));
  // No word is a misspelling of a name of the trade: "ultralight" is not "UltraMIST".
  const common = (phrase: Phrase): boolean => phrase.contested !== undefined || phrase.noCode !== undefined || phrase.meanings.some((m) => !tradeName.test(m.meaning));
  for (const row of catalog.codes) {
    if (!named.has(row.code)) phraseOf(row.name).meanings.push({ code: row.code, meaning: row.name, kind: 'name', strength: 'possible', source: row.sources[0]! });
  }
  for (const entry of vocabulary.contested) for (const words of entry.words) phraseOf(words).contested = entry;
  for (const entry of vocabulary.no_code) for (const words of entry.words) phraseOf(words).noCode = entry;
  const byFirst = new Map<string, Phrase[]>();
  const bySecond = new Map<string, Phrase[]>();
  const vocabularyWords = new Set<string>();
  for (const phrase of phrases.values()) {
    phrase.meanings.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
    push(byFirst, phrase.stems[0]!, phrase);
    if (phrase.stems.length > 1) push(bySecond, phrase.stems[1]!, phrase);
    if (common(phrase)) for (const word of wordsOf(phrase.words)) if (/^[a-z]{4,}$/.test(word.text) && !stop.has(word.text)) vocabularyWords.add(word.text);
  }
  for (const list of [...byFirst.values(), ...bySecond.values()]) list.sort((a, b) => b.stems.length - a.stems.length || (a.words < b.words ? -1 : 1));
  for (const word of selectorWords) vocabularyWords.add(word);
  const stems = new Set([...phrases.values()].flatMap((p) => p.stems).concat(selectorWords.map(stemOf)));
  const regions = new Set(Object.values(vocabulary.body_regions).flat().flatMap((w) => w.split(' ')));
  const negations = new Set(vocabulary.negation_cues.flatMap((w) => w.split(' ')));
  const guard = new Set([...catalog.ordinary_words.split('\n'), ...vocabulary.guard_words, ...vocabulary.stop_words, ...regions, ...negations, ...vocabulary.relaxation_words.flatMap((w) => w.split(/[ -]/)), ...vocabulary.treatment_words.flatMap((w) => w.split(' '))]);
  return { byFirst, bySecond, vocabulary: [...vocabularyWords].sort(), words: vocabularyWords, stems, stop, guard, regions, negations, misspellings: new Map(Object.entries(vocabulary.misspellings)), body: new Set(vocabulary.body_words.map(stemOf)), alsoEnglish: new Set(vocabulary.also_english) };
}

function push(map: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const list = map.get(key);
  if (list) list.push(phrase);
  else map.set(key, [phrase]);
}

export { stemOf };

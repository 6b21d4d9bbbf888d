/** The vocabulary's words for the people of a session, made into patterns once. */
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';

export interface PeopleWords {
  /** Alternations, ready to stand inside a larger pattern. */
  patients: string; clinicians: string; therapists: string; caregivers: string; places: string;
  kinds: ReadonlySet<string>; bodyKinds: ReadonlySet<string>; groupNext: ReadonlySet<string>;
  notGroups: RegExp; otherGroups: RegExp; behaviour: RegExp;
  disciplines: readonly { id: string; pattern: RegExp }[];
  /** Patterns that other files build from these words, by their flags and source. */
  made: Map<string, Map<string, RegExp>>;
}

const ready = new WeakMap<Vocabulary, PeopleWords>();

const escaped = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map((w) => w.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|');

export function peopleWordsOf(vocabulary: Vocabulary): PeopleWords {
  let words = ready.get(vocabulary);
  if (!words) {
    const p = vocabulary.participants;
    // "2 pt gait" is a pattern of steps and "pt" one patient: only "pts" are counted.
    const counted = p.patients.filter((w) => w !== 'pt');
    words = {
      patients: `(?:pts|(?:${escaped(counted)})s?)`, clinicians: `(?:${escaped(p.clinicians)})s?`,
      // "Two pts" are patients: a number of clinicians needs a longer word.
      therapists: `(?:${escaped(p.clinicians.filter((w) => w !== 'pt'))})s?`, caregivers: `(?:${escaped(p.caregivers)})s?`, places: `(?:${escaped(p.away_places)})`,
      kinds: new Set(p.group_kinds), bodyKinds: new Set(p.body_kinds), groupNext: new Set(p.group_next),
      notGroups: new RegExp(`(?<![a-z])(?:${escaped(p.not_groups)})(?:s|es)?(?![a-z])`, 'g'),
      otherGroups: new RegExp(`(?<![a-z])(?:${escaped(p.other_groups)})s?(?![a-z])`), behaviour: new RegExp(`(?<![a-z])(?:${escaped(p.behaviour_words)})s?(?![a-z])`),
      disciplines: Object.entries(p.disciplines).map(([id, names]) => ({ id, pattern: new RegExp(`(?<![a-z])(?:${escaped(names)})(?![a-z])`) })),
      made: new Map(),
    };
    ready.set(vocabulary, words);
  }
  return words;
}

/** A pattern with the words of the vocabulary in place of PATIENTS, CLINICIANS, THERAPISTS, CAREGIVERS, PLACES and NUM; each is made once. */
export function patternOf(words: PeopleWords, source: string, flags = ''): RegExp {
  const all = words.made.get(flags) ?? words.made.set(flags, new Map()).get(flags)!;
  let made = all.get(source);
  if (!made) {
    const full = source.replace(/PATIENTS|CLINICIANS|THERAPISTS|CAREGIVERS|PLACES|NUM/g, (name) => (name === 'NUM' ? num : words[name.toLowerCase() as 'patients' | 'clinicians' | 'therapists' | 'caregivers' | 'places']));
    all.set(source, (made = new RegExp(full, flags)));
  }
  made.lastIndex = 0;
  return made;
}

const num = '(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|[2-9]|[1-4]\\d|several|multiple|many|a few|a couple(?: of)?|a bunch of|a handful of|a dozen|half a dozen|both)';

const numbers: Record<string, number> = { two: 2, both: 2, 'a couple': 2, 'a couple of': 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, fifteen: 15, twenty: 20, 'half a dozen': 6 };

/** The number that a word says; words of no exact number ("several") are three or more. */
export function numberOf(word: string): number {
  return numbers[word] ?? (/^\d+$/.test(word) ? Number(word) : 3);
}

/** The vocabulary's word lists about standing, found in a text: the longest phrase at each place, once. */
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { type Token, tokensOf } from './clauses.ts';

export type StandingLists = Vocabulary['standing'];
export type CueKind = Exclude<keyof StandingLists, 'persons' | 'doing' | 'events' | 'aches' | 'able' | 'helping' | 'harmless' | 'harmless_verbs' | 'aides' | 'aide_verbs' | 'equipment' | `heads_${string}`>;
/** A cue from one token to the one after its last. */
export interface Cue { kind: CueKind; from: number; to: number; words: string }

interface Phrase { kind: CueKind; words: readonly string[] }
export interface Ready {
  /** By their first word, or their first two where they have two; the words that begin one of two. */
  byStart: ReadonlyMap<string, readonly Phrase[]>;
  leads: ReadonlySet<string>;
  sets: Readonly<Record<'persons' | 'doing' | 'events' | 'aches' | 'able' | 'helping' | 'harmless' | 'aides' | 'aide_verbs' | 'equipment', ReadonlySet<string>>>;
  harmlessVerbs: readonly (readonly string[])[];
  heads: ReadonlyMap<string, Head>;
}
export type Head = 'not_done' | 'planned' | 'past' | 'elsewhere' | 'done';

/** Earlier kinds stand before later ones where two lists hold the same words. */
const kinds: readonly CueKind[] = ['plain', 'denied_that', 'equipment_down', 'denied_behind', 'denied_ahead', 'denied_either', 'denied_command', 'past_always', 'past_day', 'past_ahead', 'past_clause', 'planned_clause', 'planned_behind', 'planned_ahead', 'planned_either', 'elsewhere_ahead', 'elsewhere_clause', 'alone_clause', 'asked_ahead', 'asked_question', 'asked_behind', 'booked_ahead', 'booked_behind'];
const built = new WeakMap<Vocabulary, Ready>();

export function readyOf(vocabulary: Vocabulary): Ready {
  const old = built.get(vocabulary);
  if (old) return old;
  const lists = vocabulary.standing;
  const byStart = new Map<string, Phrase[]>();
  const leads = new Set<string>();
  for (const kind of kinds) {
    for (const phrase of lists[kind].flatMap(kind === 'denied_behind' ? withAuxiliary : (p) => [p])) {
      const words = wordsIn(phrase);
      const start = words.length > 1 ? `${words[0]} ${words[1]}` : words[0]!;
      if (words.length > 1) leads.add(words[0]!);
      (byStart.get(start) ?? byStart.set(start, []).get(start)!).push({ kind, words });
    }
  }
  // The sort is stable, so that of two equally long phrases the earlier kind stays first.
  for (const list of byStart.values()) list.sort((a, b) => b.words.length - a.words.length);
  const heads = new Map<string, Head>();
  for (const head of ['not_done', 'planned', 'past', 'elsewhere', 'done'] as const) for (const words of lists[`heads_${head}`]) if (!heads.has(words)) heads.set(wordsIn(words).join(' '), head);
  const set = (list: readonly string[]): ReadonlySet<string> => new Set(list);
  const made: Ready = {
    byStart, leads, heads, harmlessVerbs: lists.harmless_verbs.map(wordsIn),
    sets: { persons: set(lists.persons), doing: set(lists.doing), events: set(lists.events), aches: set(lists.aches), able: set(lists.able), helping: set(lists.helping), harmless: set(lists.harmless), aides: set(lists.aides), aide_verbs: set(lists.aide_verbs), equipment: set(lists.equipment) },
  };
  built.set(vocabulary, made);
  return made;
}

/** "not needed" stands for "was not needed", "wasn't needed" too. */
function withAuxiliary(phrase: string): string[] {
  if (!phrase.startsWith('not ')) return [phrase];
  const said = phrase.slice(4);
  return [phrase, ...['was', 'were', 'is', 'are', 'has', 'have', 'had'].flatMap((aux) => [`${aux} not ${said}`, `${aux}n't ${said}`, `${aux} not been ${said}`])];
}

function wordsIn(phrase: string): string[] {
  return tokensOf(phrase).map((t) => t.text);
}

/** The cues of a text in its order; none stands inside another. */
export function cuesIn({ byStart, leads }: Ready, tokens: readonly Token[]): Cue[] {
  const out: Cue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { text, mark } = tokens[i]!;
    if (mark) continue;
    const next = leads.has(text) ? tokens[i + 1]?.text : undefined;
    const found = (next === undefined ? undefined : byStart.get(`${text} ${next}`)?.find(({ words }) => words.every((word, k) => tokens[i + k]?.text === word && !tokens[i + k]!.mark))) ?? byStart.get(text)?.[0];
    if (!found) continue;
    out.push({ kind: found.kind, from: i, to: i + found.words.length, words: found.words.join(' ') });
    i += found.words.length - 1;
  }
  return out;
}

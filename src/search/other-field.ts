/** Texts of other fields (imaging, animals, kitchens): decided by weighing their words against words of care. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { wordsOf, type Word } from './normalise.ts';

type Lists = Vocabulary['out_of_domain_words'];
type Kind = Lists['fields'][number]['kind'];
type Care = keyof Lists['care'] | 'body';
/** What a phrase does where it stands: a word of a field, half of a pair, a word of care, or a cue. */
type Role =
  | { is: 'field'; kind: Kind; weight: number }
  | { is: 'half'; pair: number; side: 'one' | 'with' }
  | { is: 'care'; list: Care }
  | { is: 'before' | 'after' | 'job' | 'elsewhere' };
interface Phrase { words: readonly string[]; roles: Role[] }
interface Pair { kind: Kind; within: number }
interface Ready { byFirst: ReadonlyMap<string, readonly Phrase[]>; pairs: readonly Pair[] }
interface Mention { phrase: Phrase; from: number; to: number }

const weights = { sure: 3, word: 1, pair: 2 };
/** A cause, a job or a result of a test is a third of a subject. */
const aside = 1 / 3;
/** What each list of care says against a field; patients and pain are in a scan's text too, and treatments in a vet's. */
const against: Record<Kind, Record<Care, number>> = {
  everyday: { service: 3, plain: 1, people: 2, complaint: 2, body: 0.5 },
  medical: { service: 3, plain: 1.4, people: 0, complaint: 0, body: 0 },
  animal: { service: 1, plain: 0.9, people: 1, complaint: 1, body: 0 },
};
const mostOfOneList = 2;
const code = /\b(?:\d{5}|\d{4}T|[A-V]\d{4})\b/g;
/** Words that may stand inside a phrase: "walking her dog". */
const small = new Set(['a', 'an', 'the', 'my', 'her', 'his', 'their', 'our', 'your', 'of', 'this', 'that', 'these', 'those', 'some']);
const turns = new Set(['today', 'then', 'now', 'but', 'so']);
const reach = { before: 8, after: 5 };

const ready = new WeakMap<Lists, Ready>();

/** The word that says so most plainly: "fetal", "dough"; undefined where care is what the text is about. */
export function otherField(catalog: Catalog, text: string): string | undefined {
  const { byFirst, pairs } = readyOf(catalog.vocabulary);
  const words = wordsOf(text);
  const mentions = mentionsIn(byFirst, words);
  const breaks = breaksOf(text, words);
  const found: Record<Kind, Map<string, number>> = { everyday: new Map(), medical: new Map(), animal: new Map() };
  const keep = (kind: Kind, said: string, weight: number): void => void found[kind].set(said, Math.max(found[kind].get(said) ?? 0, weight));
  const said = ({ phrase }: Mention): string => phrase.words.join(' ');
  for (const mention of mentions) {
    for (const role of mention.phrase.roles) if (role.is === 'field') keep(role.kind, said(mention), role.weight * (isAside(mentions, mention, breaks, words) ? aside : 1));
  }
  for (const [one, other, kind] of pairsIn(mentions, pairs, breaks)) {
    keep(kind, `${said(one)} ${said(other)}`, weights.pair * ([one, other].some((m) => isAside(mentions, m, breaks, words)) ? aside : 1));
  }
  const kinds = (Object.keys(found) as Kind[]).filter((kind) => found[kind].size > 0);
  if (kinds.length === 0) return undefined;
  const care = careIn(catalog, text, mentions, breaks);
  for (const kind of kinds) {
    const other = [...found[kind].values()].reduce((a, b) => a + b, 0);
    // Thirds that add up to one are one.
    if (other < 1 - 1e-9 || other <= careAgainst(care, kind) + 1e-9) continue;
    return [...found[kind]].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  }
  return undefined;
}

/** How strongly a text's words of care speak against a field of this kind; a list counts twice at most. */
function careAgainst(care: ReadonlyMap<Care, number>, kind: Kind): number {
  return [...care].reduce((sum, [list, n]) => sum + against[kind][list] * Math.min(n, list === 'body' ? 1 : mostOfOneList), 0);
}

function careIn(catalog: Catalog, text: string, mentions: readonly Mention[], breaks: readonly number[]): Map<Care, number> {
  const seen = new Map<Phrase, [Care, number]>();
  for (const mention of mentions) {
    for (const role of mention.phrase.roles) {
      if (role.is !== 'care') continue;
      const elsewhere = mentions.some((m) => m.to < mention.from && mention.from - m.to <= reach.before && breaks[m.from] === breaks[mention.from] && m.phrase.roles.some((r) => r.is === 'elsewhere'));
      seen.set(mention.phrase, [role.list, Math.max(seen.get(mention.phrase)?.[1] ?? 0, elsewhere ? aside : 1)]);
    }
  }
  const care = new Map<Care, number>();
  for (const [list, n] of seen.values()) care.set(list, (care.get(list) ?? 0) + n);
  if ((text.match(code) ?? []).some((c) => catalog.code.has(c))) care.set('service', (care.get('service') ?? 0) + 1);
  return care;
}

/** True for a cause, a job, a history, a plan or a result: its cue stands near, in the same clause. */
function isAside(mentions: readonly Mention[], mention: Mention, breaks: readonly number[], words: readonly Word[]): boolean {
  let first = mention.from;
  while (first > 0 && mention.from - first < reach.before && breaks[first - 1]! >> 8 === breaks[mention.from]! >> 8 && !turns.has(words[first - 1]!.text)) first -= 1;
  return mentions.some((m) => {
    const sameClause = breaks[m.from] === breaks[mention.from];
    if (m.to < mention.from && m.from >= first) return m.phrase.roles.some((r) => r.is === 'job' || (r.is === 'before' && sameClause));
    return m.from > mention.to && m.from - mention.to <= reach.after && sameClause && m.phrase.roles.some((r) => r.is === 'after');
  });
}

function pairsIn(mentions: readonly Mention[], pairs: readonly Pair[], breaks: readonly number[]): [Mention, Mention, Kind][] {
  const out: [Mention, Mention, Kind][] = [];
  const halves = mentions.flatMap((m) => m.phrase.roles.flatMap((r) => (r.is === 'half' ? [{ m, ...r }] : [])));
  for (const a of halves) {
    if (a.side !== 'one') continue;
    for (const b of halves) {
      if (b.side !== 'with' || b.pair !== a.pair || b.m === a.m || breaks[a.m.from] !== breaks[b.m.from]) continue;
      const { within, kind } = pairs[a.pair]!;
      const gap = a.m.from < b.m.from ? b.m.from - a.m.to : a.m.from - b.m.to;
      if (gap <= within) out.push([a.m, b.m, kind]);
    }
  }
  return out;
}

/** For each word its sentence (in the high bits) and its clause in it. */
function breaksOf(text: string, words: readonly Word[]): number[] {
  let [sentence, clause] = [0, 0];
  return words.map((word, i) => {
    const between = i === 0 ? '' : text.slice(words[i - 1]!.end, word.start);
    if (/[.;!?\n]/.test(between)) [sentence, clause] = [sentence + 1, 0];
    else if (/[,:()]| [-–—/] |—/.test(between)) clause = Math.min(255, clause + 1);
    return (sentence << 8) | clause;
  });
}

/** The phrases of the text, longest first at each place; they never overlap. */
function mentionsIn(byFirst: Ready['byFirst'], words: readonly Word[]): Mention[] {
  const forms = words.map(({ text }) => { const own = text.endsWith("'s") ? text.slice(0, -2) : text; return own.length > 3 && own.endsWith('s') ? [own, own.slice(0, -1)] : [own]; });
  const out: Mention[] = [];
  for (let i = 0; i < words.length; i++) {
    let best: Mention | undefined;
    for (const form of forms[i]!) {
      for (const phrase of byFirst.get(form) ?? []) {
        if (best && phrase.words.length <= best.phrase.words.length) break;
        const to = endOf(phrase, forms, i);
        if (to !== undefined) { best = { phrase, from: i, to }; break; }
      }
    }
    if (best) { out.push(best); i = best.to; }
  }
  return out;
}

function endOf(phrase: Phrase, forms: readonly string[][], from: number): number | undefined {
  let at = from;
  for (let k = 1; k < phrase.words.length; k++) {
    at += 1;
    while (forms[at] && !forms[at]!.includes(phrase.words[k]!) && small.has(forms[at]![0]!)) at += 1;
    if (!forms[at]?.includes(phrase.words[k]!)) return undefined;
  }
  return at;
}

function readyOf({ out_of_domain_words: lists, body_regions }: Vocabulary): Ready {
  const old = ready.get(lists);
  if (old) return old;
  const phrases = new Map<string, Phrase>();
  const pairs: Pair[] = [];
  const add = (all: readonly string[], role?: Role): void => {
    for (const said of all) {
      const words = wordsOf(said).map((w) => w.text);
      const phrase = phrases.get(words.join(' ')) ?? { words, roles: [] };
      phrases.set(words.join(' '), phrase);
      if (role) phrase.roles.push(role);
    }
  };
  for (const { kind, sure, words, pairs: own } of lists.fields) {
    add(sure, { is: 'field', kind, weight: weights.sure });
    add(words, { is: 'field', kind, weight: weights.word });
    for (const pair of own) {
      add(pair.one, { is: 'half', pair: pairs.length, side: 'one' });
      add(pair.with, { is: 'half', pair: pairs.length, side: 'with' });
      pairs.push({ kind, within: pair.within });
    }
  }
  for (const [list, words] of Object.entries(lists.care) as [Care, string[]][]) add(words, { is: 'care', list });
  add(Object.values(body_regions).flat(), { is: 'care', list: 'body' });
  for (const [is, words] of [['before', lists.background.before], ['after', lists.background.after], ['job', lists.background.jobs], ['elsewhere', lists.background.elsewhere]] as const) add(words, { is });
  add(lists.harmless);
  for (const said of lists.harmless) phrases.get(wordsOf(said).map((w) => w.text).join(' '))!.roles = [];
  const byFirst = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) (byFirst.get(phrase.words[0]!) ?? byFirst.set(phrase.words[0]!, []).get(phrase.words[0]!)!).push(phrase);
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  const made = { byFirst, pairs };
  ready.set(lists, made);
  return made;
}

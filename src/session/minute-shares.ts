/** Times told by other times: "half of it", "the rest was exercise", "twice as long as the ultrasound", "split evenly"; worked out as equations over one whole. */
import { barePartsIn, filling, type BarePart } from './bare-parts.ts';
import { splitPlaces, type SplitPlace } from './even-splits.ts';
import { asideInClause, softInClause, takesTime } from './minute-cues.ts';
import type { Duration } from './minutes.ts';
import type { Standing } from './standing.ts';
import { referredTime } from './share-references.ts';
import { mayShare } from './share-words.ts';
import { termsIn, type Term } from './share-terms.ts';

export interface ShareAbout { standing(start: number, end: number): Standing; /** True for a time beside a service that has no minutes on a claim. */ untimed(d: Duration): boolean; /** Times of what was not done as treatment here. */ undone: readonly Duration[] }

const near = 0.6;
const least = 3;
const sum = (list: readonly { minutes: number }[]): number => list.reduce((all, d) => all + d.minutes, 0);
const needsWhole = (t: Term): boolean => t.kind !== 'relation' && t.kind !== 'split';

/** The whole that shares are taken of; `sure` where the text calls it one. */
interface Whole { minutes: number; duration?: Duration; sure: boolean; timed: boolean }

/** The times with the shares that can be worked out, none overlapping; the given ones where nothing follows from the words. */
export function withShares(text: string, folded: string, read: readonly Duration[], about: ShareAbout): Duration[] {
  const given = [...read].sort((a, b) => a.start - b.start);
  const terms = mayShare(folded) ? usable(folded, termsIn(folded), given, about) : [];
  const whole = given.some((d) => (d.total && !d.aside) || folded[d.end] === ':' || isOfWhole(folded, d)) || saidTotal.test(folded);
  if (terms.length === 0 && !whole) return given;
  for (const whole of wholesOf(folded, terms, given)) {
    const solved = solve(text, folded, terms, given, whole, about);
    if (solved) return solved;
  }
  return given;
}

/** Of this session, whether treatment or not; "all but ten" denies nothing. */
function isHere(standing: Standing, term?: Term): boolean {
  return term?.kind === 'less' || (standing !== 'planned' && standing !== 'past');
}

/** "Forty minutes of it were massage": a part of a whole told before. */
function isOfWhole(folded: string, d: Duration): boolean {
  return d.within === true && /^\s*of\s+(?:it|that|those|which|them)\b/.test(folded.slice(d.end, d.end + 12));
}

/** "45 altogether", "Timed = 31": a whole without its unit, taken where numbers of the text make it up. */
const saidTotal = /(?<![\d.:/$#])(?<n>\d{2,3})\s+(?:altogether|in all|all told|total)\b|\b(?:total|timed|altogether|in all)\s*[:=]\s*(?<n2>\d{2,3})(?=\s*(?:[,.;\n]|$|\bmin))/;

/** Shares of what was done here; a number of minutes that stands at their place tells the time itself. */
function usable(folded: string, terms: readonly Term[], given: readonly Duration[], about: ShareAbout): Term[] {
  return terms.filter((t) => isHere(about.standing(t.start, t.end), t) && !given.some((d) => t.start < d.end && t.end > d.start && t.told === undefined && t.kind !== 'relation' && t.kind !== 'less' && !d.total) && !(t.kind === 'rest' && given.some((d) => d.start >= t.end && d.start - t.end < 12 && /^\s*(?:,|was|were|for|=|:|of)?\s*(?:about\s+)?$/.test(folded.slice(t.end, d.start)))));
}

/** What may be the whole, the likeliest first. */
function wholesOf(folded: string, terms: readonly Term[], given: readonly Duration[]): Whole[] {
  const told = terms.find((t) => t.told !== undefined)?.told;
  const of = (d: Duration, sure: boolean): Whole => ({ minutes: d.minutes, duration: d, sure, timed: d.total_kind === 'timed' || /\btimed\b/.test(d.text) });
  if (told !== undefined) {
    const same = given.find((d) => d.minutes === told && !d.within);
    return [same ? of(same, true) : { minutes: told, sure: true, timed: true }];
  }
  const totals = given.filter((d) => d.total && !d.aside);
  if (totals.length > 0) {
    const timed = totals.filter((d) => d.total_kind === 'timed').sort((a, b) => b.minutes - a.minutes);
    return [...timed, ...totals.filter((d) => d.total_kind !== 'timed').sort((a, b) => b.minutes - a.minutes)].map((d) => of(d, true));
  }
  const parts = given.filter((d) => !d.aside && !d.within);
  const ofWhole = terms.filter(needsWhole);
  const most = [...parts].sort((a, b) => b.minutes - a.minutes || a.start - b.start)[0];
  const inside = most && (folded[most.end] === ':' || given.some((d) => isOfWhole(folded, d) && d.start > most.end));
  const before = most && !most.segment && (inside || (ofWhole.length > 0 && (parts.length === 1 || ofWhole.every((t) => t.start > most.start)))) ? [of(most, false)] : [];
  const said = saidTotal.exec(folded)?.groups;
  return [...before, ...(said ? [{ minutes: Number(said['n'] ?? said['n2']), sure: false, timed: true }] : []), { minutes: 0, sure: false, timed: false }];
}

interface Told { term: Term; minutes: number; places: SplitPlace[]; aside: boolean; soft: boolean }

/** The given times with the shares of one whole; undefined where the equations do not agree with it. */
function solve(text: string, folded: string, all: readonly Term[], given: readonly Duration[], whole: Whole, about: ShareAbout): Duration[] | undefined {
  const known = whole.minutes > 0;
  let terms = all.filter((t) => known || !needsWhole(t));
  if (terms.length === 0 && !known) return undefined;
  const inTerm = (d: Duration): boolean => terms.some((t) => (t.kind === 'relation' || t.kind === 'less') && d.start >= t.start && d.end <= t.end);
  const splits = new Map<Term, { places: SplitPlace[]; of: Term | Duration | undefined }>();
  for (const term of terms.filter((t) => t.kind === 'split')) {
    const made = splitOf(folded, term, terms, given);
    if (made) splits.set(term, made);
  }
  const swallowed = new Set<unknown>([...splits.values()].map((s) => s.of));
  terms = terms.filter((t) => (t.kind === 'split' ? splits.has(t) : !swallowed.has(t) && !(t.kind === 'rest' && /^\s*(?:was |were |got )?(?:split|divided|shared)\b/.test(folded.slice(t.end)))));
  if (terms.filter((t) => t.kind === 'rest').length > 1) terms = terms.filter((t) => t.kind !== 'rest' || !t.open);
  const isPart = (d: Duration): boolean => d !== whole.duration && !d.total && !d.aside && (!d.within || isOfWhole(folded, d)) && !inTerm(d) && !swallowed.has(d) && !(whole.timed && about.untimed(d));
  const parts = given.filter(isPart);
  const ofIt = parts.some((d) => d.within);
  if (terms.length === 0 && !ofIt && sum(parts) > whole.minutes - 2) return undefined;
  const bare = barePartsIn(folded, [...given, ...all]).filter((b) => isHere(about.standing(b.start, b.end)) && (!known || b.minutes < whole.minutes));
  const rests = terms.some((t) => t.kind === 'rest' || (t.kind === 'split' && (splits.get(t)!.of as Term | undefined)?.kind === 'rest'));
  const taken = new Set<BarePart>(known && (rests || terms.some((t) => t.kind === 'less')) ? bare.filter((b) => b.sure) : []);
  const values = new Map<Term, number>();
  const before = (at: number): number => sum(parts.filter((d) => d.start < at)) + sum([...taken].filter((b) => b.start < at)) + [...values].filter(([t]) => t.start < at).reduce((n, [, v]) => n + v, 0);
  const times = (): { start: number; end: number; minutes: number }[] => [...parts, ...bare, ...[...values].map(([t, minutes]) => ({ start: t.start, end: t.end, minutes }))];
  for (let round = 0; round <= terms.length; round++) {
    for (const term of terms) {
      if (values.has(term) || term.kind === 'scope' || term.kind === 'rest') continue;
      const scope = terms.filter((t) => t.kind === 'scope' && t.start < term.start && !/[.;\n]/.test(folded.slice(t.end, term.start))).at(-1);
      if (term.kind === 'less') values.set(term, whole.minutes + term.plus!);
      else if (term.kind === 'fraction') values.set(term, term.factor! * (scope ? whole.minutes - before(scope.start) : term.left ? whole.minutes - before(term.start) : whole.minutes));
      else if (term.kind === 'relation') {
        const to = referredTime(folded, term, times());
        if (!to) continue;
        const found = bare.find((b) => b.start === to.start);
        if (found) taken.add(found);
        values.set(term, term.factor! * to.minutes + term.plus!);
      }
      else if (splits.get(term)!.of !== undefined && 'minutes' in splits.get(term)!.of!) values.set(term, (splits.get(term)!.of as Duration).minutes);
      else if (splits.get(term)!.of === undefined && known) values.set(term, whole.minutes);
    }
  }
  terms = terms.filter((t) => t.kind !== 'relation' || values.has(t));
  const asides = whole.timed ? [] : [...given.filter((d) => d.aside), ...about.undone].filter((d) => (!whole.duration || d.start > whole.duration.start) && takesTime.test(folded.slice(Math.max(0, d.start - 40), d.end + 40)));
  const bareAsides = [...taken].filter((b) => isAside(folded, b));
  const used = (): number => sum(parts) + sum([...taken].filter((b) => !(whole.timed && bareAsides.includes(b)))) + [...values.values()].reduce((n, v) => n + v, 0);
  const open = terms.filter((t) => !values.has(t) && t.kind !== 'scope');
  if (open.length > 1) return undefined;
  if (open.length === 1) {
    const left = whole.minutes - used() - sum(asides);
    if (!known || left < least || left >= whole.minutes || (open[0]!.open && !whole.sure && values.size === 0)) return undefined;
    values.set(open[0]!, left);
  }
  else if (known && used() < whole.minutes - near) for (const b of filling(bare.filter((b) => !taken.has(b)), whole.minutes - used()) ?? []) taken.add(b);
  if ([...values.values()].some((v) => v < 1) || (values.size === 0 && taken.size === 0 && !ofIt)) return undefined;
  if (known && values.size > 0 && used() > whole.minutes + near) return undefined;
  if (known && !whole.sure && ([0, sum(asides)].every((more) => Math.abs(used() + more - whole.minutes) > near) || parts.length + taken.size + values.size + splits.size < 2)) return undefined;
  if (known && values.size === 0 && (Math.abs(used() - whole.minutes) > near || parts.length + taken.size < 2)) return undefined;
  const toldNow = [...values].map(([term, minutes]): Told => ({ term, minutes, places: splits.get(term)?.places ?? [], ...asideOf(folded, term, about) }));
  const wholeSplit = [...splits.values()].map((s) => s.of).find((o): o is Duration => o !== undefined && 'minutes' in o);
  return placed(text, given.filter((d) => !inTerm(d) && !(swallowed.has(d) && d !== whole.duration && (known || d !== wholeSplit || parts.length > 0))), toldNow, [...taken].map((b) => ({ ...b, aside: isAside(folded, b) })), whole.duration ?? wholeSplit, parts);
}

/** The list that a time is parted over, and what is parted: a rest, a time beside it, or the whole. */
function splitOf(folded: string, term: Term, terms: readonly Term[], given: readonly Duration[]): { places: SplitPlace[]; of: Term | Duration | undefined } | undefined {
  const sentence = Math.max(folded.lastIndexOf('\n', term.start - 1), folded.lastIndexOf('. ', term.start), folded.lastIndexOf(';', term.start)) + 1;
  const rest = terms.find((t) => (t.kind === 'rest' || t.kind === 'fraction') && t.end <= term.start && t.start >= sentence && term.start - t.end < 30);
  const beside = given.filter((d) => !d.aside && d.end <= term.start && d.start >= sentence).at(-1);
  const inside = beside && !rest && term.start - beside.end < 60;
  const from = inside && /^[\s:,]*(?:of|on|for)?\s*$/.test(folded.slice(beside.end, term.start)) ? sentence : inside ? beside.end : sentence;
  const places = splitPlaces(folded, term, from, inside && from === sentence ? beside.start : term.start);
  if (places.length === 0) return undefined;
  return { places, of: rest ?? (inside ? beside : undefined) };
}

function isAside(folded: string, { start, end }: { start: number; end: number }): boolean {
  const clause = `${/[^.;:\n,]*$/.exec(folded.slice(Math.max(0, start - 40), start))![0]} ~ ${/^[^.;\n,]{0,50}/.exec(folded.slice(end))![0]}`;
  return takesTime.test(clause) || asideInClause.test(clause);
}

/** What the words behind a share say of it: no treatment, or hardly one. */
function asideOf(folded: string, term: Term, about: ShareAbout): { aside: boolean; soft: boolean } {
  if (term.kind !== 'less' && about.standing(term.start, term.end) !== 'done') return { aside: true, soft: false };
  const behind = /^[^.;\n,]{0,60}/.exec(folded.slice(term.end))![0];
  if (asideInClause.test(behind) || /\binterpret\w*/.test(behind)) return { aside: true, soft: false };
  return { aside: softInClause.test(behind), soft: softInClause.test(behind) };
}

/** Where the words stand that a share is of: behind it at the start of its clause, ahead of it after a verb or at its end. */
function sideOf(folded: string, { start, end, kind }: Term): Duration['words'] {
  const before = folded.slice(Math.max(0, start - 24), start);
  const after = folded.slice(end, end + 12);
  const ends = /^\s*(?:[.,;:)\n]|$|(?:and|but|then|while|period|comma)\b)/.test(after);
  if (/\b(?:took|lasted|ran|got|had|needed|received|used|filled)\s+(?:about\s+|up\s+)?$/.test(before)) return 'ahead';
  if (kind === 'relation') return ends || /\b(?:for|was|were)\s+(?:about\s+)?$/.test(before) || !/[.,;:\n]\s*$/.test(before) ? 'ahead' : undefined;
  if (!ends && /(?:^|[.;:,\n(>-]\s{0,3}|\b(?:and|then|for|with|but|while)\s)$/.test(before)) return 'behind';
  return undefined;
}

function placed(text: string, given: readonly Duration[], shares: readonly Told[], bare: readonly (BarePart & { aside: boolean })[], whole: Duration | undefined, parts: readonly Duration[]): Duration[] {
  const out = given.map((d) => (d === whole && !d.total ? { ...d, total: true } : parts.includes(d) && d.within ? { ...d, within: false } : d));
  const put = (start: number, to: number, minutes: number, more: Partial<Duration>): void => {
    const end = Math.min(to, ...out.filter((d) => d.start > start && d.start < to).map((d) => d.start));
    if (end <= start || out.some((d) => start < d.end && end > d.start)) return;
    out.push({ minutes: Math.round(minutes * 100) / 100, start, end, text: text.slice(start, end), total: false, each: false, aside: false, ...more });
  };
  for (const b of bare) put(b.start, b.end, b.minutes, b.aside ? { aside: true } : { words: b.words });
  for (const { term, minutes, places, aside, soft } of shares) {
    const words = sideOf(text.toLowerCase(), term);
    const about = { share: true as const, ...(words ? { words } : {}), ...(aside ? { aside: true } : {}), ...(soft ? { soft: true } : {}) };
    if (places.length === 0) put(term.start, term.end, minutes, about);
    for (const place of places) put(place.start, place.end, minutes / places.length, { share: true, words: place.words });
  }
  const told = out.filter((d) => !d.total && !d.aside && !d.within);
  const kind = whole && Math.abs(sum(told) - whole.minutes) < near ? 'timed' as const : undefined;
  return out.map((d) => (d.total && whole && d.start === whole.start ? { ...d, total_kind: kind ?? d.total_kind ?? 'session' } : d)).sort((a, b) => a.start - b.start);
}

/** Times that stand beside no service, given to the service that they belong to: "... to the neck and back. 30 minutes.", "17 minutes of that". */
import type { Catalog } from '../catalog/catalog.ts';
import { lexiconOf } from '../search/lexicon.ts';
import { wordsOf } from '../search/normalise.ts';
import { codeOf, isPlain, type Judged } from './judge-segment.ts';
import type { Part } from './read-services.ts';
import { namesNoService } from './text-words.ts';
import { tellsEnough, verdictInSession } from './words-needed.ts';

/** More of what was told before. */
const moreOfIt = /^\s*(?:more )?(?:of (?:it|the same|that|this)|more(?! of (?!it\b|that\b|this\b|the same\b))|again|like that|just like that|total on (?:it|that))\b/i;

/** Leads from a pause to more of what was done before it. */
const resumed = /\b(?:resumed|picked (?:it |things )?(?:back )?up(?: again)?|same (?:work|thing|again)|back (?:at|to) it|carried on|continued)\b[^.;,]{0,24}$/i;

const plainWords = new Set('left right upper lower both bilateral bilaterally side sides again more another additional further same mid anterior posterior lateral medial muscle muscles region regions area areas spine soft tissue morning afternoon evening later each other it of them full hands on face to face contact whole time took spent all lasted long wall clock watch technique techniques work therapy treatment session these those start finish one-on-one direct total hands-on nothing else done same both halves me my him her us patient client pt resumed went interrupted break until till began begin started starting start stopped stop finished finishing finish ended ending quit quitting wrapped off ran kept going lasted straight nonstop continuous continuously without letup let-up pause interruption interruptions stopping back inside shut turned switched part bit portion piece mon tues wed thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** The words of a segment that name neither a region nor a time: a service that claimlint does not know; '' where they are many. */
export function unreadWords(catalog: Catalog, clause: string): string | undefined {
  const known = namesNoService(catalog);
  const { body } = lexiconOf(catalog);
  const words = wordsOf(clause).filter((w) => !/^\d/.test(w.text) && w.text.length > 1 && !known.has(w.text) && !body.has(w.stem) && !plainWords.has(w.text) && !/^(?:min|mins|minutes?|hours?|hrs?)$/.test(w.text));
  return words.length > 0 && words.length <= 6 ? clause.replace(/\s+/g, ' ').replace(/^[\s,;.]+|[\s,;.]+$/g, '') : words.length === 0 ? undefined : '';
}

/** The words that a time stands among, up to the next comma on both sides, without the time itself. */
export function besideTime(text: string, { segment: { start, end, duration } }: Part): string {
  if (!duration) return text.slice(start, end);
  const before = text.slice(start, duration.start).split(/[,;()]/).at(-1)!;
  const after = text.slice(duration.end, end).split(/[,;()]/)[0]!;
  return `${before} ${after}`;
}

/** The parts with each loose time at the service before it, or else the one behind it. */
export function withLooseTimes(catalog: Catalog, text: string, given: readonly Part[]): Part[] {
  const parts = given.map((p) => ({ ...p }));
  /** Where a loose time went, for one that follows it ("8:30 to 10:00 and 10:20 to 11:45"). */
  const went = new Map<Part, Part>();
  for (const [at, part] of parts.entries()) {
    const { duration } = part.segment;
    if (!duration) continue;
    const again = moreOfIt.test(text.slice(duration.end)) && parts.slice(0, at).some((p) => p.judged.length > 0);
    if (part.judged.length === 0 && duration.segment && resumed.test(text.slice(part.segment.start, duration.start))) {
      const last = parts.slice(0, at).findLast((p) => p.judged.length > 0);
      if (last) { part.judged = last.judged.slice(0, 1).map((j) => ({ ...j, timed: true })); continue; }
    }
    const beside = part.judged.length === 0 ? onlyBeside(text, parts, at) : undefined;
    if (beside) { give(catalog, text, part, beside); continue; }
    if (!again && (part.judged.length > 0 || unreadWords(catalog, besideTime(text, part)) !== undefined)) continue;
    const open = (p: Part): boolean => p.judged.length > 0 && p.segment.duration === undefined;
    const here = parts.slice(0, at).filter((p) => p.sentence === part.sentence && p.judged.length > 0);
    // In its own sentence a second time of one service adds to it, which the merging does.
    if (here.some((p) => p.segment.duration !== undefined) && !again) continue;
    if (again && here.length > 0) {
      // "another 10 minutes of it": more of the service before, whatever the words behind name.
      part.judged = here.at(-1)!.judged.slice(0, 1).map((j) => ({ ...j, timed: true }));
      continue;
    }
    const to = surest(here.filter(open)) ?? surest(before(parts, at).filter(open)) ?? parts.slice(at + 1).find((p) => open(p) && p.strength === 'strong');
    const withLast = parts[at - 1]?.sentence === part.sentence ? went.get(parts[at - 1]!) : undefined;
    if (withLast && !to && duration.segment) { part.judged = withLast.judged.slice(0, 1).map((j) => ({ ...j, timed: true })); continue; }
    const only = to ? undefined : onlyService(parts);
    if (to) {
      give(catalog, text, part, to);
      went.set(part, to);
    }
    else if (only && duration.segment && here.length === 0 && unreadWords(catalog, besideTime(text, part)) === undefined) part.judged = [{ ...only, timed: true }];
  }
  return moveFromShaky(catalog, text, parts);
}

/** The only service that the text tells of, where its time came in pieces ("10:00 to 10:25 ... 10:35 to 11:00"). */
function onlyService(parts: readonly Part[]): Judged | undefined {
  const told = parts.flatMap((p) => p.judged.slice(0, 1));
  return told.length > 0 && new Set(told.map((j) => codeOf(j.item))).size === 1 && told.every((j) => isPlain(j.item)) ? told[0] : undefined;
}

/** The one open service of the time's sentence, next to it. */
function onlyBeside(text: string, parts: readonly Part[], at: number): Part | undefined {
  const part = parts[at]!;
  const told = parts.filter((p) => p.sentence === part.sentence && p.judged.length > 0);
  // "squeeze the putty and do the little clips for fourteen": two pieces of one service.
  const last = parts[at - 1];
  if (last?.sentence === part.sentence && last.judged.length > 0 && !last.segment.duration && (last.judged[0]!.words === undefined || last.judged[0]!.words >= 7) && /^\s*(?:,|and|&|,\s*and|next)?\s*$/.test(text.slice(last.segment.end, part.segment.start)) && part.segment.duration!.end >= part.segment.end - 2) return last;
  const only = told.length === 1 ? told[0]! : undefined;
  return only && only.segment.duration === undefined && Math.abs(parts.indexOf(only) - at) === 1 && (only.strength === 'strong' || only.judged[0]!.words === undefined) ? only : undefined;
}

/** The parts of the sentence before this one that tells most plainly of a service, not further back than four; the nearer the better. */
function before(parts: readonly Part[], at: number): Part[] {
  const sentences = [...new Set(parts.slice(0, at).map((p) => p.sentence))].filter((s) => s !== parts[at]!.sentence).reverse().slice(0, 4);
  const worth = sentences.map((s, back) => Math.max(0, ...parts.filter((p) => p.sentence === s).flatMap((p) => p.judged.map((j) => (j.words === undefined ? named : Math.min(atMost, j.words))))) - perSentence * back);
  const best = Math.max(...worth);
  return best > 0 ? parts.filter((p) => p.sentence === sentences[worth.indexOf(best)]) : [];
}

/** What a name counts for, and the most that words count. */
const named = 16;
const atMost = 15;
/** A service told a sentence further back is less likely the one that a time is of. */
const perSentence = 4;

function surest(parts: readonly Part[]): Part | undefined {
  const weight = (p: Part): number => (p.strength === 'strong' ? 100 : 0) + (p.judged[0]!.words ?? 50);
  return [...parts].sort((a, b) => weight(b) - weight(a) || a.segment.start - b.segment.start)[0];
}

/** What words say is surer beside a time, and with the words that stood with it. */
function surerNow(catalog: Catalog, text: string, from: Part, to: Part): Judged[] {
  const [lead, ...others] = to.judged;
  if (lead?.words === undefined || lead.item.hits[0]?.confidence !== 'possible' || to.segment.items.length > 0) return to.judged;
  const both = [from, to].sort((a, b) => a.segment.start - b.segment.start).map(({ segment: { start, end, duration } }) => (duration ? `${text.slice(start, duration.start)} ${text.slice(duration.end, end)}` : text.slice(start, end)));
  const verdict = verdictInSession(catalog, both.join(' '), true);
  if (verdict.confidence !== 'strong' || verdict.code !== codeOf(lead.item) || !tellsEnough(catalog, verdict)) return to.judged;
  return [{ ...lead, words: verdict.score, item: { ...lead.item, hits: [{ ...lead.item.hits[0]!, confidence: 'strong', score: 0.8 }, ...lead.item.hits.slice(1)] } }, ...others];
}

function give(catalog: Catalog, text: string, from: Part, to: Part): void {
  to.judged = surerNow(catalog, text, from, to);
  to.segment = { ...to.segment, duration: from.segment.duration! };
  to.judged = to.judged.map((j, i) => (i === 0 ? { ...j, timed: true } : j));
  const { duration: _, ...rest } = from.segment;
  from.segment = rest;
  from.judged = [];
}

/** One service named without a time, and times beside words that hardly name one: they belong together. */
function moveFromShaky(catalog: Catalog, text: string, parts: Part[]): Part[] {
  const timed = parts.filter((p) => p.segment.duration);
  const isShaky = (p: Part): boolean => !p.segment.items.some((i) => i.plain) && p.judged.every((j) => (j.words ?? 0) < 9 && j.item.hits[0]?.confidence !== 'strong');
  const shaky = timed.filter((p) => p.judged.length > 0 && isShaky(p));
  const codes = new Set(timed.flatMap((p) => p.judged.slice(0, 1).map((j) => codeOf(j.item))));
  const named = parts.filter((p) => !p.segment.duration && p.judged[0] && isPlain(p.judged[0].item) && p.judged[0].words === undefined && catalog.code.get(codeOf(p.judged[0].item))?.timed && !codes.has(codeOf(p.judged[0].item)));
  if (new Set(named.map((p) => codeOf(p.judged[0]!.item))).size !== 1 || (shaky.length !== 1 && !timed.every(isShaky))) return parts;
  const from = shaky.length === 1 ? shaky : timed;
  const lead = named[0]!.judged[0]!;
  from.forEach((part, i) => {
    if (i === 0) give(catalog, text, part, named[0]!);
    else part.judged = [{ ...lead, timed: true }];
  });
  return parts;
}

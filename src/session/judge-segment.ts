/** Which code a part of a sentence tells of: a service named plainly first, then details, then what its words say together. */
import type { Catalog } from '../catalog/catalog.ts';
import { familyOf } from '../search/selector-families.ts';
import { settledAs } from '../search/settling.ts';
import type { WordVerdict } from '../search/word-evidence.ts';
import { byScore, type CodeHit } from '../search/search-codes.ts';
import type { Item } from './read-items.ts';
import type { Segment } from './segments.ts';
import { asSettled } from './settled.ts';
import { tellsEnough } from './words-needed.ts';

/** A service that a segment tells of; `shared` where others of the same segment have a part of its time. */
export interface Judged { item: Item; others: Item[]; timed: boolean; shared?: boolean; /** By its words together alone: what they say. */ words?: number }

/** The lead of an item, or what it is where it has no code. */
export const codeOf = (item: Item): string => (item.noCode ? `none:${item.noCode.name}` : (item.hits[0]?.code ?? ''));
/** Named in so many words: by name, technique, code number, or as something without a code. */
export const isPlain = (item: Item): boolean => item.plain && (item.hits[0]?.confidence === 'strong' || item.noCode !== undefined || item.contested !== undefined);

/** The services of a segment, the one that its time belongs to first; [] where its words name none. */
export function judgeSegment(catalog: Catalog, text: string, segment: Segment, verdict: WordVerdict, besides: (item: Item) => WordVerdict): Judged[] {
  const { items, duration } = segment;
  const plain = withoutSettled(text, items.filter(isPlain));
  const isTimed = (item: Item): boolean => catalog.code.get(item.hits[0]?.code ?? '')?.timed === true || item.noCode !== undefined || item.contested !== undefined;
  const decided = plain.length > 0 && plain.every((i) => i.contested) ? settles(catalog, text, segment, plain[0]!, besides) : undefined;
  if (decided) return [{ item: decided, others: items.filter((i) => i !== plain[0]), timed: duration !== undefined }];
  const sibling = siblingOf(plain, verdict);
  if (sibling) return [{ item: sibling, others: items.filter((i) => !isPlain(i) && i.hits[0]?.code === sibling.hits[0]!.code), timed: duration !== undefined }];
  // What reaches beyond the part ("neck traction 12 min, by hand") has words that the part lacks.
  const whole = plain.every((i) => i.end <= segment.end);
  if (plain.length > 0 && !(whole && tellsEnough(catalog, verdict) && outdone(plain, verdict))) {
    const leads = distinct(plain);
    const lead = duration && leads.length > 1 ? nearest(text, mostNamed(plain, leads.filter(isTimed).length > 0 ? leads.filter(isTimed) : leads), segment) : leads[0]!;
    const others = leads.filter((i) => i !== lead);
    const shares = (o: Item): boolean => isTimed(o) && !o.contested && !o.noCode && joined(text, lead, o);
    const shared = duration !== undefined && isTimed(lead) && !lead.contested && !lead.noCode && others.some(shares);
    const of = (item: Item): Item[] => items.filter((i) => i !== item && (codeOf(i) === codeOf(item) || (!isPlain(i) && i.hits.some((h) => h.code === item.hits[0]?.code))));
    return [
      { item: lead, others: of(lead), timed: duration !== undefined, ...(shared ? { shared } : {}) },
      ...besideIt(catalog, plain, items).map((o) => ({ item: o, others: [], timed: false })),
      ...others.filter((o) => !isTimed(o) || duration === undefined || (shared && shares(o))).map((o) => ({ item: o, others: of(o), timed: false, ...(shared && shares(o) ? { shared } : {}) })),
    ];
  }
  const item = items.find((i) => i.settled) ?? fromDetails(catalog, text, segment, verdict, besides);
  if (!item) return [];
  // A name beside the words that may mean it bears them out.
  const borneOut = items.some((i) => i.hits.some((h) => h.code === item.hits[0]?.code || familyOf(item.hits[0]?.code ?? '')?.includes(h.code)));
  const modality = catalog.code.get(codeOf(item))?.group === 'supervised_modality' ? distinct(items.filter((i) => i !== item && i.hits[0]?.confidence === 'strong' && i.hits[0].code !== codeOf(item) && catalog.code.get(i.hits[0].code)?.group === 'supervised_modality')) : [];
  return [
    { item, others: items.filter((i) => i !== item && i.hits.some((h) => h.code === item.hits[0]?.code)), timed: duration !== undefined, ...(items.includes(item) ? {} : { words: verdict.score + (borneOut ? 8 : 0) }) },
    ...modality.map((m) => ({ item: m, others: [], timed: false })),
  ];
}

/** "Stim pads left running with a moist heat pack on top": of two modalities one is left open by its name, and stands all the same. */
function besideIt(catalog: Catalog, plain: readonly Item[], items: readonly Item[]): Item[] {
  const isModality = (i: Item): boolean => catalog.code.get(i.hits[0]?.code ?? '')?.group === 'supervised_modality';
  if (!plain.some(isModality)) return [];
  return distinct(items.filter((i) => i.plain && !isPlain(i) && isModality(i) && !plain.some((p) => p.hits.some((h) => h.code === i.hits[0]!.code))));
}

/** A contested word beside words that say which it was ("tool-assisted soft tissue work", "deep tissue with kneading"): that one. */
function settles(catalog: Catalog, text: string, { start, end }: Segment, item: Item, besides: (item: Item) => WordVerdict): Item | undefined {
  const words = `${text.slice(start, item.start)} ${text.slice(item.end, end)}`;
  const code = settledAs(item.contested!, words);
  if (code) return asSettled(catalog, item, code, words);
  const verdict = besides(item);
  const { contested, ...rest } = item;
  if (verdict.confidence !== 'strong' || verdict.telling < 2 || verdict.score < 12 || ![contested!.lead, ...contested!.others].includes(verdict.code!)) return undefined;
  return { ...rest, hits: [{ ...verdict.hits[0]!, confidence: 'strong', score: 0.8 }, ...item.hits.filter((h) => h.code !== verdict.code).map((h) => ({ ...h, confidence: 'weak' as const, score: 0.2 }))] };
}

/** "Deep tissue, which today was pressure on the trigger points": a contested name is a detail of the one of its codes that is named beside it. */
function withoutSettled(text: string, plain: readonly Item[]): readonly Item[] {
  if (!plain.some((i) => i.contested)) return plain;
  const named = plain.filter((i) => !i.contested);
  const codes = new Set(named.map(codeOf));
  const [code] = codes;
  const isOf = (item: Item): boolean => (item.contested!.lead === code || item.contested!.others.includes(code!)) && !named.some((n) => joined(text, item, n));
  return codes.size === 1 && plain.every((i) => !i.contested || isOf(i)) ? named : plain;
}

/** Codes of one kind, of which the words beside the name choose: with current or first, of what kind of training, which limb. */
const kinds: readonly ReadonlySet<string>[] = [['97810', '97813'], ['90901', '90912'], ['97760', '97761', '97763'], ['29580', '29581'], ['29581', '29584'], ['98940', '98943'], ['97035', '97610'], ['97032', 'G0281'], ['97014', 'G0281'], ['G0283', 'G0281'], ['97014', 'G0329'], ['98960', '98961', '98962'], ['97026', 'S8948'], ['97024', 'G0329'], ['97024', '97035']].map((codes) => new Set(codes));

/** How far the words have to stand above the named code, where not 2.5: current is told in a word or two, an extremity seldom goes without the spine. */
const clearBy: Readonly<Record<string, number>> = { 97810: 1.5, 98940: 5 };

/** The one service of a segment as the code of its kind that all its words together speak for. */
function siblingOf(plain: readonly Item[], verdict: WordVerdict): Item | undefined {
  const named = plain[0];
  const code = named?.hits[0]?.code;
  if (!code || plain.some((i) => i.number || i.settled || i.noCode || i.contested || i.hits[0]!.code !== code) || verdict.code === undefined || verdict.code === code) return undefined;
  if (verdict.telling === 0 || verdict.score - verdict.scoreOf(code) < (clearBy[code] ?? 2.5) || verdict.score < 9 || !kinds.some((k) => k.has(code) && k.has(verdict.code!))) return undefined;
  const words = verdict.words.map((w) => `"${w}"`).join(', ');
  return { ...named, hits: [{ ...verdict.hits[0]!, confidence: 'strong', score: 0.85 }, ...named.hits.filter((h) => h.code !== verdict.code).map((h) => ({ ...h, confidence: 'weak' as const, score: 0.3 }))], matched: [...named.matched, { text: named.text, meaning: `of its kind the one that its words together tell of: ${words}` }] };
}

/** True where all the words together speak so much for another code that a name among them is a detail ("EMG biofeedback of the pelvic floor"). */
function outdone(plain: readonly Item[], verdict: WordVerdict): boolean {
  if (verdict.confidence !== 'strong') return false;
  return plain.every((item) => !item.number && !item.settled && !item.noCode && !item.contested && item.hits[0]?.code !== verdict.code && !familyOf(verdict.code!)?.includes(item.hits[0]!.code) && verdict.score - verdict.scoreOf(item.hits[0]!.code) >= (item.concept ? 4 : 4 + 3 * item.text.split(/\s+/).length));
}

/** One item for each code, the surest naming of each. */
function distinct(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (const item of items) {
    const at = out.findIndex((o) => codeOf(o) === codeOf(item));
    if (at < 0) out.push(item);
    else if ((item.hits[0]?.score ?? 0) > (out[at]!.hits[0]?.score ?? 0) && !out[at]!.number) out[at] = item;
  }
  return out;
}

/** The services that most of the names are of: "massage: kneading, strokes, friction" is massage. */
function mostNamed(plain: readonly Item[], leads: readonly Item[]): Item[] {
  const count = (lead: Item): number => plain.filter((i) => codeOf(i) === codeOf(lead)).length;
  const most = Math.max(...leads.map(count));
  return leads.filter((lead) => count(lead) === most);
}

/** Of several timed services the one whose name stands nearest to the time, with nothing that parts them between. */
function nearest(text: string, items: readonly Item[], { duration }: Segment): Item {
  const cost = (item: Item): number => {
    const between = item.end <= duration!.start ? text.slice(item.end, duration!.start) : text.slice(duration!.end, item.start);
    return between.length + 25 * (between.match(/[,;+/&]|\band\b|\bthen\b/gi)?.length ?? 0);
  };
  return [...items].sort((a, b) => cost(a) - cost(b) || a.start - b.start)[0]!;
}

/** "massage and myofascial release", "MT/TE": named side by side. */
function joined(text: string, a: Item, b: Item): boolean {
  const between = text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)).toLowerCase();
  return /^\s*(?:and|&|\+|\/|,|, and|with|plus)\s*(?:some |light |a little |gentle )?$/.test(between);
}

/** How much words beside a time have to say to be asked about, where others are told by as much or they are too few to be sure. */
const alikeFrom = 5.5;

/** Details ("step-ups") and everyday words together: the code that they speak for most. */
function fromDetails(catalog: Catalog, text: string, segment: Segment, verdict: WordVerdict, besides: (item: Item) => WordVerdict): Item | undefined {
  const { items } = segment;
  const strong = items.filter((i) => i.hits[0]?.confidence === 'strong' && !(isPlain(i) && i.hits[0].code !== verdict.code));
  const top = verdict.code;
  const agreeing = strong.filter((i) => i.hits[0]!.code === top);
  if (agreeing.length > 0 && (verdict.confidence === 'strong' || agreeing.length >= strong.length - agreeing.length)) return agreeing[0]!;
  const speaksAgainst = verdict.confidence === 'strong' && strong.every((i) => verdict.score - verdict.scoreOf(i.hits[0]!.code) >= 5);
  if (strong.length > 0 && !speaksAgainst && (strong.every((i) => i.hits[0]!.code === strong[0]!.hits[0]!.code) || verdict.confidence !== 'strong')) return strong[0]!;
  // "She dressed, paid her copay and rebooked": an open word among everyday talk.
  if (strong.length === 0 && items.length > 0 && !items.some(isPlain) && (top === undefined || verdict.scoreOf('NONE') > verdict.score - 1) && verdict.scoreOf('NONE') - Math.max(...items.flatMap((i) => i.hits.map((h) => verdict.scoreOf(h.code)))) >= 1) return undefined;
  // Beside a time something was done: of codes that the words speak for alike the first, to be asked about.
  const alike = segment.duration !== undefined && items.length === 0 && verdict.telling > 0 && (verdict.confidence === 'weak' || !tellsEnough(catalog, verdict)) && verdict.score >= alikeFrom;
  if (top === undefined || (!alike && (verdict.confidence === 'weak' || !tellsEnough(catalog, verdict))) || (items.length > 0 && verdict.score < 7)) return strong[0] ?? items[0];
  const possible = items.find((i) => i.hits.some((h) => h.code === top));
  // An open name stays open unless the words beside it decide.
  const others = (possible?.hits ?? []).filter((h) => h.code !== top);
  const decided = verdict.confidence === 'strong' && verdict.telling > 0 && !possible?.contested && others.every((h) => verdict.score - verdict.scoreOf(h.code) >= (segment.duration ? 6 : 9));
  if (possible && possible.hits.length > 1 && !decided && (besides(possible).code !== top || besides(possible).confidence === 'weak')) return possible;
  if (possible?.hits[0]?.code === top && verdict.confidence !== 'strong') return possible;
  const hits: CodeHit[] = verdict.hits.map((hit, i) => (alike && i === 0 ? { ...hit, confidence: 'possible', score: 0.55 } : { ...hit }));
  for (const hit of possible?.hits ?? []) if (!hits.some((h) => h.code === hit.code)) hits.push({ ...hit, score: Math.min(hit.score, 0.5) });
  const words = verdict.words.map((w) => `"${w}"`).join(', ');
  const [start, end] = [segment.start, segment.end];
  return { start, end, text: text.slice(start, end).trim(), plain: verdict.confidence === 'strong', number: false, hits: hits.sort(byScore), matched: [{ text: text.slice(start, end).trim().slice(0, 80), meaning: `its words together: ${words}` }], ...(possible?.contested ? { contested: possible.contested } : {}) };
}

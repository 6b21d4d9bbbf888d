/** How large the wounds of a text are: sides ("6 x 5 and 7 x 4 cm", "five by three"), square centimetres, and totals. */
import { withDigits } from '../search/told-numbers.ts';

interface Told { start: number; end: number; area: number; total: boolean }

const num = '(\\d{1,3}(?:\\.\\d{1,2})?|\\.\\d)';
const unit = '(cm|mm|centimet(?:er|re)s?|inch(?:es)?)';
const sides = new RegExp(`(?<![\\d.:/])${num}\\s*${unit}?\\s*(?:long\\s*|in length\\s*)?(?:x|by|×|\\*)\\s*${num}\\s*${unit}?(?:\\s*(?:wide\\s*)?(?:x|by|×|\\*)\\s*${num}\\s*${unit}?)?(?![\\d%])`, 'g');
const lengthAndWidth = new RegExp(`(?:\\b(?:l|length)(?: is| of)?\\W{0,3}${num}\\s*(?:cm)?\\W+(?:and )?(?:a )?(?:w|width)(?: is| of)?\\W{0,3}${num}\\s*(?:cm)?)|(?:${num}\\s*(?:cm|centimet(?:er|re)s?)\\s*(?:long|in length)\\W+(?:and |by )?${num}\\s*(?:cm|centimet(?:er|re)s?)?\\s*(?:wide|across|in width))`, 'g');
const square = /(?<![\d.])(\d{1,3}(?:\.\d{1,2})?)\s*(?:-\s*)?(?:sq(?:uare)?\.?[\s-]*(?:cms?\b|cent\w+)|sqcm|cm\s?\^?2\b|cm²|cms?\s+sq(?:uared?)?\b|cent\w+\s+squared)/g;

/** Words beside a measure that make it another day's, a bound, or the size of something else than the wound. */
const notTheWound = /\b(?:last (?:week|visit|time)|was|were|previous(?:ly)?|prior|initial(?:ly)?|down from|compared (?:to|with)|yesterday|(?<!(?:removed|debrided|debridement|slough|tissue|excised|done|performed|curette|scalpel|scissors|forceps|worked) )over|under|up to|more than|less than|larger than|smaller than|greater than|exceed\w*|above|below|first|each further|every further|additional|another|post[- ]?(?:debridement)?|after debridement|undermin\w*|tunnel\w*|girth|circumference|goal|closed|healed)\s*(?:it )?(?:was |measured |the |by |of |at |:|=)*\s*$/;
const ofAThing = /^\s*(?:cm\s*)?(?:\w+ )?(?:gauze|pads?|dressing|border|sheet|mepilex|allevyn|hydrocolloid|tegaderm|sets?|reps?|lbs?|kg|times|minutes?|mins?|weeks?|days?|daily|a (?:day|week)|electrodes?|holds?|sec\w*)\b|^\s*(?:last (?:week|visit|time)|before today|previously|yesterday|at (?:the )?(?:eval\w*|start of care|intake))\b/;
const total = /\b(?:totals?|totalling|totaling|together|altogether|combined|in all|all told|sum|aggregate)\b/;
const ofWounds = /\b(?:wounds?|ulcers?|measur\w*|siz\w*|incision\w*|sores?|spots?|slough\w*|debrid\w*|areas?|bed|site|sites|injur\w*|necro\w*|fibrin\w*|tissue|black foam|foam|vac|pico|snap|heel|sacr\w*|cocc\w*|shin|l x w|burn|eschar|dehisc\w*|belly|abdom\w*)\b/;

/** A sentence of sides and measures alone: "R 6x4, L 3x3." */
const measuresAlone = /^(?:\W|\d|\b(?:r|l|rt|lt|right|left|one|other|is|was|and|cm|it)\b)+$/;

/** The measures of a text made of digits, in order. */
function measuresIn(text: string): Told[] {
  const out: Told[] = [];
  const add = (start: number, end: number, area: number): void => {
    const clause = /[^.;|\n]*$/.exec(text.slice(Math.max(0, start - 60), start))![0];
    const after = text.slice(end, end + 30);
    if (area <= 0 || area > 900 || notTheWound.test(clause) || ofAThing.test(after)) return;
    out.push({ start, end, area: Math.round(area * 100) / 100, total: total.test(clause.slice(-28)) || /^\W*(?:in )?(?:total|all|altogether|combined|together)\b/.test(after) });
  };
  for (const m of text.matchAll(square)) add(m.index, m.index + m[0].length, Number(m[1]));
  for (const m of text.matchAll(lengthAndWidth)) add(m.index, m.index + m[0].length, Number(m[1] ?? m[3]) * Number(m[2] ?? m[4]));
  for (const m of text.matchAll(sides)) {
    const end = m.index + m[0].trimEnd().length;
    if (out.some((o) => m.index < o.end && end > o.start)) continue;
    const said = m[6] ?? m[4] ?? m[2];
    const around = text.slice(text.lastIndexOf('\n', m.index) + 1).slice(0, 400);
    const nextHasUnit = new RegExp(`^[\\s,;&]*(?:and|\\+)?\\s*[a-z\\s]{0,20}${num}\\s*(?:x|by)\\s*${num}\\s*cm`).test(text.slice(end, end + 60));
    if (!said && !nextHasUnit && !ofWounds.test(around) && !measuresAlone.test(text.replace(sides, ' '))) continue;
    const scale = said?.startsWith('mm') ? 0.01 : said?.startsWith('inch') ? 6.45 : 1;
    const area = Number(m[1]) * Number(m[3]) * scale;
    const clause = /[^.;|\n]*$/.exec(text.slice(Math.max(0, m.index - 50), m.index))![0];
    const many = /\b(?:each|apiece|ea)\b/.test(`${clause.slice(-12)} ${text.slice(end, end + 12)}`) ? Number(/\b([2-5])\b(?!\s*(?:x|by|cm|\.))/.exec(clause)?.[1] ?? 2) : /\bboth\b(?!.*\d)/.test(clause) ? 2 : 1;
    add(m.index, end, area * many);
  }
  return out.sort((a, b) => a.start - b.start);
}

/** What the measures come to: the total where one is told; an area that was worked on rather than the sides of the whole wound; else the sum of all. */
function sumOf(text: string, told: readonly Told[]): number | undefined {
  if (told.length === 0) return undefined;
  const isSquare = (t: Told): boolean => /sq|2$|²/.test(text.slice(t.start, t.end)) && !/x|by|\*|×/.test(text.slice(t.start, t.end));
  const whole = told.filter((t) => t.total && isSquare(t)).at(-1);
  if (whole) return whole.area;
  const products = told.filter((t) => !isSquare(t));
  const sum = products.reduce((n, t) => n + t.area, 0);
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.6, 0.04 * b);
  // "6 x 3 = 18 cm2" tells one area twice.
  const squares = told.filter((t) => isSquare(t) && !products.some((p) => near(t.area, p.area)) && !near(t.area, sum));
  const distinct = (list: readonly Told[]): number => list.filter((t, i) => !list.slice(0, i).some((o) => o.area === t.area && text.slice(o.end, t.start).includes('.'))).reduce((n, t) => n + t.area, 0);
  return Math.round(100 * distinct(squares.length > 0 ? squares : products.length > 0 ? products : told)) / 100;
}

/** The folded text with its numbers as digits: "three point five by four" is "3.5 by 4". */
const inDigits = (folded: string): string => withDigits(folded).replace(/(\d) point (\d)/g, '$1.$2');

/** The square centimetres that a folded piece of text tells; undefined where it tells none. */
export function areaIn(folded: string): number | undefined {
  const text = inDigits(folded);
  return /\d/.test(text) ? sumOf(text, measuresIn(text)) : undefined;
}

/** "Debrided 50 % of the wound bed": the part of the wound that was worked on, as a fraction. */
export function partWorkedOn(folded: string): number {
  const m = /\b(?:debrid|remov|excis|sharp)\w*[^.;]{0,50}?\b(?:(\d{1,2})\s?(?:%|percent) of|(half) (?:of )?)\s*(?:the |its |this )?(?:\w+ )?(?:wound|ulcer|bed|surface|base|area)\b/.exec(folded);
  return m ? (m[2] ? 0.5 : Number(m[1]) / 100) : 1;
}

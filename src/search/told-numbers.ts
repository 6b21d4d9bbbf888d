/** Counts, times and areas told in words, digits or short forms ("five reg", "a quarter hour", "7 x 9 cm"), for readers that choose a code by them. */

const spelled = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const ordinals: Record<string, string> = { second: '2nd', third: '3rd', fourth: '4th', fifth: '5th', sixth: '6th' };
const numberWord = new RegExp(`\\b(?:(${Object.keys(tens).join('|')})(?:[\\s-]?(${spelled.slice(1, 10).join('|')}))?|(${spelled.join('|')}))\\b`, 'g');

/** The folded text with number words as digits and parts of an hour as minutes. */
export function withDigits(folded: string): string {
  return folded
    .replace(/\bone hundred(?: and)?\b|\ba hundred\b/g, '100')
    .replace(numberWord, (_, ten: string | undefined, unit: string | undefined, small: string | undefined) => String(ten ? tens[ten]! + (unit ? spelled.indexOf(unit) : 0) : spelled.indexOf(small!)))
    .replace(/\b(?:second|third|fourth|fifth|sixth)\b/g, (w) => ordinals[w]!)
    .replace(/\b(?:an? |1 )?hour and (?:a )?half\b/g, '90 minutes')
    .replace(/\b(?:(?:a|1) )?quarter[\s-]+(?:of an )?hours?\b/g, '15 minutes')
    .replace(/\b(?:(?:a|1) )?half[\s-]+(?:an? )?hours?\b/g, '30 minutes')
    .replace(/\b(?:an|1) hour\b|\b1 hr\b|\b1h\b/g, '60 minutes');
}

/** The minutes told, the largest where several are; of a range its upper end. */
export function minutesTold(text: string): number | undefined {
  const all = [...text.matchAll(/\b(\d{1,3})(?:\s*(?:-|to|or)\s*(\d{1,3}))?\s*-?\s*(?:minutes?|mins?|min)\b/g)].map((m) => Number(m[2] ?? m[1]));
  return all.length > 0 ? Math.max(...all) : undefined;
}

/** How many of something: "five reg", "3-4 areas", "region count 5", "regions: 3", "regions x3"; of a range its upper end. */
export function counterOf(what: string): (text: string) => number | undefined {
  const before = new RegExp(`\\b(\\d{1,2})(?:\\s*(?:-|to|or|/)\\s*(\\d{1,2}))?(?:\\s+or\\s+more|\\+)?[\\s-]+(?:(?:different|separate|spinal|spine|body|vertebral|other|of the|adult|diabetic|asthma|stroke|copd)\\s+)*(?:${what})\\b`);
  const after = new RegExp(`\\b(?:${what})\\b(?:\\s+(?:count|number|treated|adjusted|needled|manipulated|total|involved))?\\s*(?:x|:|=|\\(|-|is|was|of|,)?\\s*(\\d{1,2})(?:\\s*(?:-|to)\\s*(\\d{1,2}))?(?!\\d|\\s*(?:min|mm|cm|%|x))`);
  return (text) => {
    const m = before.exec(text) ?? after.exec(text);
    return m ? Number(m[2] ?? m[1]) : undefined;
  };
}

const unit = '(?:square|sq\\.?|cm2|cm\\^2|cm²|cm|centimet(?:er|re)s?)';
const size = /\b(\d{1,3}(?:\.\d+)?)\s*(?:cm)?\s*(?:x|by|×)\s*(\d{1,3}(?:\.\d+)?)/;
const above = /(?:\b(?:over|more than|greater than|above|larger than|bigger than|exceeding|beyond|at least|gt)|>|≥)\s*(?:the first )?(\d{1,3})/;
const upTo = new RegExp(`(?:\\b(?:under|less than|up to|below|smaller than|at most|within|lt|(?:not|no|isn't|never) (?:over|above|more than|larger than|bigger than|greater than|beyond|exceeding))|<=?|≤)\\s*(\\d{1,3})|\\b(\\d{1,3})\\s*${unit}?[\\s.]*(?:cm|centimet(?:er|re)s?)?\\s*(?:or|and) (?:less|under|smaller|below)`);
const plain = new RegExp(`\\b(\\d{1,3}(?:\\.\\d+)?)[\\s-]*${unit}`);

/** The wound's area in square centimetres against a limit: true when larger. */
export function isLarger(text: string, limit: number): boolean | undefined {
  const least = /\b(?:not|no|isn't|never) (?:over|above|more than|larger than|bigger than|greater than|beyond|exceed\w*)/.test(text) ? null : above.exec(text);
  if (least && Number(least[1]) >= limit) return true;
  const most = upTo.exec(text);
  if (most && Number(most[1] ?? most[2]) <= limit) return false;
  const sides = size.exec(text);
  if (sides) return Number(sides[1]) * Number(sides[2]) > limit;
  const told = plain.exec(text);
  return told ? Number(told[1]) > limit : undefined;
}

/** Numbers as people write them, in digits and in words ("twenty five", "forty-five", "fourty", "a hundred and ten"). */

const ones = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const teens = ['ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const misspelt: Record<string, number> = { fiften: 15, fifeteen: 15, fiveteen: 15, fithteen: 15, forteen: 14, fourtheen: 14, eightteen: 18, twelf: 12, tweleve: 12, tweny: 20, twnety: 20, thrity: 30, thirdy: 30, fourty: 40, fourthy: 40, fivety: 50, fifthy: 50, ninty: 90, ninetey: 90 };
const values: Record<string, number> = {
  a: 1, an: 1, couple: 2, hundred: 100, ...misspelt,
  ...Object.fromEntries([...ones.map((w, i) => [w, i + 1]), ...teens.map((w, i) => [w, i + 10]), ...tens.map((w, i) => [w, (i + 2) * 10])]),
};

const tensSource = `(?:${[...tens, ...Object.keys(misspelt).filter((w) => misspelt[w]! >= 20)].join('|')})`;
const teensSource = `(?:${[...teens, ...Object.keys(misspelt).filter((w) => misspelt[w]! < 20)].join('|')})`;
const onesSource = `(?:${ones.join('|')})`;
const belowHundred = `(?:${tensSource}(?:[\\s-]?${onesSource}(?![a-z]))?|${teensSource}|${onesSource})`;

/** One to nine, and ten to twelve: the hours of a clock. */
export const hourWordSource = `(?:${[...ones, 'ten', 'eleven', 'twelve'].join('|')})`;
/** Number words, no digits. */
export const wordNumberSource = `(?:(?:a|one)\\s+hundred(?:\\s+(?:and\\s+)?${belowHundred})?|${belowHundred})`;
/** Digits or words, bounded on the left; "97110", "6/15" and "2:15" give no number. */
export const numberSource = `(?:(?<!\\d[.:/,]?)(?:\\d{1,4}(?:\\.\\d{1,2})?|\\.\\d{1,2})|\\b${wordNumberSource})`;

/** The value of what `numberSource` took; NaN where it is no number. */
export function numberValue(said: string): number {
  if (/^[\d.]/.test(said)) return Number(said);
  let sum = 0;
  for (const word of said.split(/[\s-]+/)) {
    if (word === 'and' || word === '') continue;
    const known = values[word] ?? joined(word);
    sum = word === 'hundred' ? Math.max(sum, 1) * 100 : sum + known;
  }
  return sum;
}

/** "twentyfive". */
function joined(word: string): number {
  const ten = tens.find((t) => word.startsWith(t));
  return ten ? values[ten]! + (values[word.slice(ten.length)] ?? NaN) : NaN;
}

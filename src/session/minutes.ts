/** Durations in a text: "45 min", "an hour and a half", "1.5 hrs", "45'", "three 15-minute segments", "1:05 to 1:50". */
import { foldText } from '../search/normalise.ts';

export interface Duration { minutes: number; start: number; end: number; text: string; /** "60 min session", "total of 45 minutes". */ total: boolean; /** "15 min each". */ each: boolean }

const units = '(?:minutes?|mins?|min\\.?|minuets?|minuts?|mintues?|mn)';
const hours = '(?:hours?|hrs?|hr\\.?|h)';
const words: Record<string, number> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, eight: 8, ten: 10, twelve: 12, fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 };
const numberWord = '(?:one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)';
const compound = `(?:(?:twenty|thirty|forty|fifty)[\\s-](?:one|two|three|four|five|six|eight))`;

function value(text: string): number {
  const parts = text.split(/[\s-]+/);
  if (parts.length === 2) return (words[parts[0]!] ?? 0) + (words[parts[1]!] ?? 0);
  return words[text] ?? Number(text);
}

const patterns: { pattern: RegExp; minutes(m: RegExpExecArray): number }[] = [
  // Clock times: 1:05 to 1:50, 10:00-10:45.
  { pattern: /\b(\d{1,2}):(\d{2})\s*(?:am|pm|a\.m\.|p\.m\.)?\s*(?:to|-|until|till)\s*(\d{1,2}):(\d{2})\s*(?:am|pm|a\.m\.|p\.m\.)?/g, minutes: (m) => { let d = Number(m[3]) * 60 + Number(m[4]) - Number(m[1]) * 60 - Number(m[2]); if (d <= 0) d += 720; return d; } },
  { pattern: new RegExp(`\\b(\\d+|${numberWord})\\s+(\\d+)[\\s-]*${units}\\s+(?:segments?|blocks?|sessions?|intervals?|sets?)`, 'g'), minutes: (m) => value(m[1]!) * Number(m[2]) },
  { pattern: new RegExp(`\\b(\\d+|${numberWord}|an?)\\s*${hours}\\s+(?:and\\s+)?a\\s+half\\b`, 'g'), minutes: (m) => value(m[1]!) * 60 + 30 },
  { pattern: new RegExp(`\\b(?:an?|one)\\s+and\\s+a\\s+half\\s+${hours}\\b`, 'g'), minutes: () => 90 },
  { pattern: new RegExp(`\\b(?:a\\s+)?half(?:\\s+of)?\\s+(?:an?\\s+)?${hours}\\b|\\bhalf-hour\\b`, 'g'), minutes: () => 30 },
  { pattern: new RegExp(`\\b(?:three\\s+quarters\\s+of\\s+an\\s+hour)\\b`, 'g'), minutes: () => 45 },
  { pattern: new RegExp(`\\b(?:a\\s+)?quarter\\s+(?:of\\s+an\\s+)?${hours}\\b`, 'g'), minutes: () => 15 },
  { pattern: new RegExp(`\\b(\\d+(?:\\.\\d+)?|${numberWord}|an?)[\\s-]*${hours}\\s*(?:and\\s+|,\\s*)?(\\d+|${compound}|${numberWord})[\\s-]*${units}\\b`, 'g'), minutes: (m) => value(m[1]!) * 60 + value(m[2]!) },
  { pattern: new RegExp(`\\b(\\d+(?:\\.\\d+)?)[\\s-]*${hours}\\b|\\b(${numberWord}|an?)[\\s-]+${hours}\\b`, 'g'), minutes: (m) => value(m[1] ?? m[2]!) * 60 },
  { pattern: new RegExp(`\\b(\\d+(?:\\.\\d+)?)[\\s-]*${units}(?![a-z])|\\b(${compound}|${numberWord})[\\s-]+${units}(?![a-z])`, 'g'), minutes: (m) => value(m[1] ?? m[2]!) },
  { pattern: /\b(\d{1,3})\s?['′](?![a-z0-9])/g, minutes: (m) => Number(m[1]) },
];

/** Every duration in the order of the text, none overlapping; nothing longer than a day. */
export function readMinutes(text: string): Duration[] {
  const folded = foldText(text);
  const found: Duration[] = [];
  for (const { pattern, minutes } of patterns) {
    pattern.lastIndex = 0;
    for (let m = pattern.exec(folded); m !== null; m = pattern.exec(folded)) {
      const [start, end] = [m.index, m.index + m[0].length];
      const amount = Math.round(minutes(m) * 100) / 100;
      if (!(amount > 0) || amount > 1440 || found.some((f) => start < f.end && end > f.start)) continue;
      const before = folded.slice(Math.max(0, start - 24), start);
      const after = folded.slice(end, end + 28);
      found.push({
        minutes: amount, start, end, text: text.slice(start, end),
        total: /\b(?:total|altogether|in all|session of|visit of|appointment of)\s*(?:of|was|time|:|=)?\s*(?:about\s+)?$/.test(before) || /^\s*(?:in\s+)?(?:total|altogether|in all|in total)\b/.test(after) || /^\s*(?:long\s+)?(?:session|visit|appointment|booking)\b/.test(after) || /^\s*(?:of\s+)?(?:treatment|therapy)?\s*:/.test(after),
        each: /^\s*(?:of\s+)?(?:each|apiece)\b/.test(after),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

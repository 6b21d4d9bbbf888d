/** Readers of remote monitoring: set-up, organ and days of the device, minutes of management. */
import type { Chosen } from './query-families.ts';
import { further, said, some } from './query-stages.ts';
import { counterOf, minutesTold } from './told-numbers.ts';

const organs: [RegExp, string, string][] = [[/\b(?:resp\w*|breath\w*|inhal\w*|lungs?|asthma|copd|cough\w*|spiromet\w*|pulm\w*|oxygen)\b/, '98976', '98984'], [/\b(?:mood|depress\w*|anxi\w*|cbt|cognitive[\s-]behavio\w*|behavio\w*|psych\w*|mental|sleep|insomnia|stress|craving\w*)\b/, '98978', '98986'], [/\b(?:msk|musculo\w*|joints?|knees?|motion|movement|exercis\w*|back|shoulders?|hips?|ortho\w*|hep|gait|muscles?|pain)\b/, '98977', '98985']];
const dayCount = counterOf('days?|d');

export function choosesMonitoring(text: string, lead: string): Chosen | undefined {
  const setUp = said(/\bset[\s-]?(?:ting )?up\b|\bonboard\w*|\binstall\w*|\bdownload\w*|\benrol\w*|\bsigned (?:\w+ )?up\b|\b(?:got|put|loaded) (?:\w+ ){0,5}(?:app|tracker) (?:on|onto)\b|\bexplain\w* (?:\w+ ){0,4}(?:app|device|tracker|sensor|wearable|it)\b|\bonce (?:per|an|for) (?:the )?episode\b|\b(?:taught|teach\w*|educat\w*|show\w*) (?:\w+ ){0,4}(?:app|device|tracker|sensor|wearable)\b/, text);
  const device = ['98976', '98977', '98978', '98984', '98985', '98986'];
  const managed = said(/\b(?:manage\w*|treatment management|reviewed?|went over|looked (?:at|over)|rang|phoned|talked|call(?:ed)?|interactive|data review|contact|20 minutes|10 minutes)\b/, text);
  if (setUp && !/\bafter (?:the )?set/.test(text)) return some(['98975'], `"${setUp}"`);
  if (managed && !device.includes(lead)) {
    const more = said(further, text);
    if (more && lead !== '98975') return some(['98981'], `"${more}"`);
    const n = minutesTold(text);
    if (n !== undefined && lead !== '98975') return n >= 40 ? some(['98980', '98981'], `${n} minutes`) : some([n >= 20 ? '98980' : '98979'], `${n} minutes`);
    return lead === '' || lead === '98975' ? undefined : some(['98980', '98979'], 'the minutes of the month are not told');
  }
  if (!device.includes(lead)) return undefined;
  const organ = organs.find(([p]) => p.test(text)) ?? organs.find(([, long, short]) => long === lead || short === lead)!;
  const days = [...text.matchAll(/\b(\d{1,2})\s*(?:-|to|or|through)?\s*(\d{1,2})?\+?\s*(?:or more )?days?\b/g)].map((m) => Number(m[2] ?? m[1])).filter((n) => n < 30 || !/\b30[\s-]*days? (?:period|cycle|month)|(?:of|in|per|every|out of|over) (?:the |a |any )?30\b/.test(text));
  const n = days[0] ?? dayCount(text);
  if (n === undefined) return some([organ[1], organ[2]], 'the days of data are not told');
  return some([n >= 16 ? organ[1] : organ[2]], `${n} days`);
}

/** How far along a service is told to be: its first part, or what comes after it; and what readers of a query share. */
import type { Chosen } from './query-families.ts';

export const some = (codes: string[], by: string): Chosen => ({ codes, by });
export const said = (pattern: RegExp, text: string): string | undefined => pattern.exec(text)?.[0];

/** The text without what it says it was not: "not a re-evaluation". */
export const withoutDenied = (text: string): string => text.replace(/\b(?:not|no|without|rather than|instead of|nor|isn't|wasn't)\s+(?:an?\s+|the\s+|for\s+(?:an?\s+|the\s+)?)?[a-z]+(?:-[a-z]+)*/g, ' ');
const time = '(?:\\d+[\\s-]*)?(?:minutes?|mins?|min|hours?|hrs?|h|units?|increments?|blocks?|sets?|round|time slot|segment|sq|square|cm2?)\\b';
export const further = new RegExp([
  `\\b(?:additional|further|extra|xtra|added|another|subsequent|following|next)\\s+(?:\\w+\\s+){0,2}?${time}`, `\\b(?:1|\\d+|a few|some) more\\s+(?:\\w+\\s+){0,2}?${time}`, `\\b\\d+\\s+(?:\\w+\\s+)?(?:minutes?|mins?|hours?) (?:more|extra|further|longer|added)\\b`,
  '\\bmore (?:minutes|time)\\b', '\\bhours? [3-9]\\b', '\\beach (?:additional|further|extra|added)\\b', '\\badd[\\s-]?ons?\\b', "\\badd'?t?n?l\\b", '\\+\\s?(?:15|20|30)\\b', '\\b(?:on top of|after|past|beyond|over|following|in addition to|added to|besides|behind) (?:the |that |her |his |my )?(?:1st|first|initial|opening)\\b',
  `\\b(?:[2-9](?:nd|rd|th)|last) (?:set|round|${time}|[\\s-]*(?:15|20|30|60)\\b)`, '\\bminutes? (?:1[6-9]|2[0-9]|3[0-9]|4[0-9])\\b', '\\bmins? (?:1[6-9]|2[0-9]|3[0-9]|4[0-9])\\s*(?:-|to)', '\\b(?:16|31)\\s*(?:-|to|through)\\s*(?:30|45|60)\\b', '\\b(?:beyond|past|after) (?:the )?(?:15|20|30|60|120|2 h)',
  '\\b(?:new|fresh) (?:set|needles)\\b|\\bre-?insert|\\bneedles? (?:put in|inserted|placed) again\\b|\\badditional\\b', '\\bcontinu(?:ed|ation)\\b.*\\b(?:after|past|beyond)\\b',
].join('|'));
const denied = /\b(?:no|not|without|never) (?:an? |any )?(?:additional|further|extra|more|add[\s-]?on|another|second|2nd)\b/;
const first = /\b(?:first|1st|initial|opening|minutes? 1\s*(?:-|to)|start(?:ed|ing)?)\b/;

/** What is told of the stage: the first part of the time or area, or what comes after it. */
export function furtherOrFirst(text: string, lead: string, base: string, next: string): Chosen | undefined {
  const more = denied.test(text) ? undefined : said(further, text);
  if (more) return some([next], `"${more}"`);
  const start = said(first, text);
  if (start) return some([base], `"${start}"`);
  // Without a word of more time, the add-on is not what was asked for.
  return lead === next && !/\beach\b/.test(text) ? some([base], 'no further time or area is told of') : undefined;
}

/** The pages: one for everything that the catalog and the rules hold, well-formed, and the same every time. */
import { expect, it } from 'vitest';
import { codePage } from '../../src/guides/code-page.ts';
import { editionsPage } from '../../src/guides/editions-page.ts';
import { table } from '../../src/guides/markdown.ts';
import { modifierPage } from '../../src/guides/modifier-page.ts';
import { payerPage } from '../../src/guides/payer-page.ts';
import { ruleIds, rulePage, rulesPage } from '../../src/guides/rule-pages.ts';
import { rules } from '../../src/rules/index.ts';
import { testCatalog as catalog } from '../catalog/test-catalog.ts';

const today = '2026-11-23';
const kinds: [string, readonly string[], (value: string) => string | undefined][] = [
  ['code', [...catalog.code.keys(), ...catalog.deleted.keys(), ...catalog.misprint.keys()], (v) => codePage(catalog, v, today)],
  ['modifier', [...catalog.modifier.keys()], (v) => modifierPage(catalog, v, today)],
  ['payer', [...catalog.payer.keys()], (v) => payerPage(catalog, v)],
  ['rule', ruleIds, (v) => rulePage(catalog, v)],
];
it.each(kinds)('every %s has a page', (_, values, make) => {
  expect(values.length).toBeGreaterThan(10);
  for (const value of values) {
    const text = make(value)!;
    expect(text, value).toMatch(/^# /);
    expect(text.split('\n')[0], value).toContain(value);
    expect(text, value).not.toMatch(/undefined|\[object|NaN|\bnull\b|group:/);
    expect(text, value).toMatch(/\n## Sources\n\n- /);
    expect(make(value)).toBe(text);
  }
});
it.each([['code', '99999', codePage(catalog, '99999', today)], ['code in words', 'massage', codePage(catalog, 'massage', today)], ['modifier', 'ZZ', modifierPage(catalog, 'ZZ', today)], ['payer', 'nobody', payerPage(catalog, 'nobody')], ['rule', 'no-rule', rulePage(catalog, 'no-rule')]])('an unknown %s (%s) has none', (_, __, text) => expect(text).toBeUndefined());

it.each<[string, string | undefined, (string | RegExp)[]]>([
  ['97124', codePage(catalog, '97124', today), ['| Timed | yes, 15 minutes a unit |', '| Unit limit (MUE) | 4, judged for the day, by clinical judgement |', /\*\*97140\*\*: /, 'unit limits 2024Q3']],
  ['97001', codePage(catalog, '97001', today), ['| In force | no, deleted from 2017-01-01 |', '| Use now | 97161 or 97162 or 97163 |']],
  ['97122', codePage(catalog, '97122', today), ['| Use now | 97112 or 97140 |']],
  ['59', modifierPage(catalog, '59', today), ['**Not together with**: XE, XP, XS, XU', 'never one with indicator 0', 'office visit codes']],
  ['medicare', payerPage(catalog, 'medicare'), ['8-minute rule', /massage therapist\*\*: no\./, /Timely filing \| .*calendar year/]],
  ['fl_pip', payerPage(catalog, 'fl_pip'), [/97124.* from 2013-01-01\*\*: not covered/, '97140 given by massage therapist', 'rulings differ']],
  ['ptp-pair-never-allowed', rulePage(catalog, 'ptp-pair-never-allowed'), ['**CO-236**', 'fires, manual therapy and massage to Medicare', 'At most `error`']],
  ['editions', editionsPage(catalog, today), [/\| ncci_ptp \| 2024Q3 \| 2024-07-01 \| 2024-10-01 \| 1521 \| embedded \| yes \|/]],
])('%s says what it must', (_, text, expected) => { for (const part of expected) expect(text).toEqual(typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part)); });

it('the list of rules has them all', () => { for (const rule of rules) expect(rulesPage()).toContain(`| \`${rule.id}\` | ${rule.severity} | `); });
it('a bar in a cell does not make a column', () => expect(table(['a'], [['x|y'], [undefined], [0]])).toBe('| a |\n| --- |\n| x\\|y |\n|  |\n| 0 |'));

/** Which window of a PTP pair is in force on a date: a table of days around each border. */
import { describe, expect, it } from 'vitest';
import { windowOn } from '../../src/editions/ptp-in-force.ts';
import { PRIOR_TO_1996, type PtpWindow } from '../../src/editions/ptp-pair.ts';

const w = (from: string, to: string | undefined, indicator: PtpWindow['indicator']): PtpWindow => ({ from, ...(to && { to }), indicator, rationale: '' });

const cases: [what: string, windows: PtpWindow[], days: [date: string, indicator: string | undefined][]][] = [
  ['deleted: in force on the deletion date, not the day after', [w('2018-07-01', '2026-06-30', '1')],
    [['2018-06-30', undefined], ['2018-07-01', '1'], ['2026-06-30', '1'], ['2026-07-01', undefined]]],
  ['never deleted', [w('2018-07-01', undefined, '0')], [['2018-06-30', undefined], ['2018-07-01', '0'], ['2999-12-31', '0']]],
  ['in existence prior to 1996', [w(PRIOR_TO_1996, '2001-12-31', '1')], [['1990-01-01', '1'], ['1995-12-31', '1'], ['2002-01-01', undefined]]],
  ['withdrawn from its own start', [w('2020-01-01', '2020-01-01', '9')], [['2019-12-31', undefined], ['2020-01-01', undefined], ['2020-01-02', undefined]]],
  ['9 without a deletion date was never in force either', [w('2020-01-01', undefined, '9')], [['2020-01-01', undefined], ['2024-01-01', undefined]]],
  ['began and was deleted on one day: in force that day', [w('2020-01-01', '2020-01-01', '1')], [['2019-12-31', undefined], ['2020-01-01', '1'], ['2020-01-02', undefined]]],
  ['deleted before it began: never in force', [w('2020-01-01', '2019-12-31', '1')], [['2019-12-31', undefined], ['2020-01-01', undefined]]],
  ['taken away and brought back, with a gap', [w('1996-01-01', '2001-12-31', '1'), w('2005-07-01', undefined, '0')],
    [['2001-12-31', '1'], ['2002-01-01', undefined], ['2005-06-30', undefined], ['2005-07-01', '0']]],
  ['the indicator changed at a quarter', [w('1996-01-01', '2019-12-31', '0'), w('2020-01-01', undefined, '1')], [['2019-12-31', '0'], ['2020-01-01', '1']]],
  ['overlapping: the later start wins while it lasts', [w('2010-01-01', undefined, '1'), w('2015-01-01', '2016-12-31', '0')],
    [['2014-12-31', '1'], ['2015-01-01', '0'], ['2016-12-31', '0'], ['2017-01-01', '1']]],
  ['a 9 within another window does not end it', [w('2010-01-01', undefined, '1'), w('2020-01-01', '2020-01-01', '9')], [['2020-01-01', '1']]],
  ['one start, two ends: the one that lasts longer', [w('2010-01-01', '2010-01-01', '0'), w('2010-01-01', undefined, '1')], [['2010-01-01', '1'], ['2010-01-02', '1']]],
  ['the same days twice: the stricter indicator', [w('2010-01-01', undefined, '1'), w('2010-01-01', undefined, '0')], [['2010-01-01', '0']]],
  ['no window at all', [], [['2024-07-01', undefined]]],
];

describe('the window in force', () => {
  it.each(cases)('%s', (_, windows, days) => {
    for (const [date, indicator] of days) {
      expect(windowOn(windows, date)?.indicator, date).toBe(indicator);
      expect(windowOn(windows.toReversed(), date), `${date}, windows in the other order`).toEqual(windowOn(windows, date));
    }
  });
});

/** Lines that hold more minutes than the session. */
import type { LineView } from './context.ts';
import { defineRule, finding, notApplicable, notChecked, pass } from './define-rule.ts';

export const minutesExceedSession = defineRule({
  id: 'minutes-exceed-session',
  severity: 'error',
  acrossLines: true,
  what: 'The timed lines of the day add up to more minutes than the session had.',
  why: 'No minute counts for two one-on-one services; overlapping minutes are billed twice.',
  sources: ['ncci-manual-ch11', 'claims-manual-ch5'],
  check({ claim, payer, payerKnown, view, views, siblings }) {
    if (!view.row?.timed) return notApplicable(`${view.code} is not a timed code on hand`);
    const total = claim.total_timed_minutes;
    if (total === undefined) return notChecked('the timed minutes of the session were not given', ['total_timed_minutes']);
    if (new Set(views.map((v) => v.date)).size > 1) return notChecked('the claim has several days and one total of minutes', ['total_timed_minutes']);
    if (view.line.minutes === undefined) return notChecked('no minutes were given', ['minutes']);
    const allTimed = [view, ...siblings].filter((v) => v.row?.timed);
    const timed = allTimed.filter((v) => v.line.minutes !== undefined).sort((a, b) => a.number - b.number);
    const sum = timed.reduce((n, v) => n + v.line.minutes!, 0);
    if (sum <= total) return timed.length === allTimed.length ? pass : notChecked('not every timed line has its minutes', ['minutes']);
    // Said once for the day, on its first timed line.
    if (claim.only_line === undefined && timed[0] !== view) return pass;
    // A line that names nobody says nothing of a second clinician.
    const named = (of: (v: LineView) => string | undefined): number => new Set(timed.map(of).filter((name) => name !== undefined && name !== '')).size;
    const people = Math.max(named((v) => v.line.rendering_npi?.trim()), named((v) => v.modifiers.find((m) => /^G[PON]$/.test(m))));
    const certain = people <= 1 && payerKnown && payer.kind !== 'self_pay';
    return finding({
      field: 'total_timed_minutes', severity: certain ? 'error' : 'warning',
      message: `The timed lines add up to ${sum} minutes and the session had ${total}.${people > 1 ? ' Several clinicians or disciplines are named; each has minutes of its own.' : ''}`,
      fix: 'Correct the minutes from the record; each minute counts for one service.', data: { sum, total_timed_minutes: total },
    });
  },
  examples: [
    { name: '60 minutes of lines in a session of 45', line: { code: '97124', units: 2, minutes: 30, payer: 'medicare', total_timed_minutes: 45, other_lines: [{ code: '97110', minutes: 30 }] }, outcome: 'finding' },
    { name: 'lines that fit', line: { code: '97124', units: 2, minutes: 30, payer: 'medicare', total_timed_minutes: 60, other_lines: [{ code: '97110', minutes: 30 }] }, outcome: 'pass' },
    { name: 'a hot pack beside it does not count', line: { code: '97124', units: 3, minutes: 45, payer: 'medicare', total_timed_minutes: 45, other_lines: [{ code: '97010', minutes: 15 }] }, outcome: 'pass' },
    { name: 'no total', line: { code: '97124', units: 2, minutes: 30 }, outcome: 'not_checked' },
  ],
});

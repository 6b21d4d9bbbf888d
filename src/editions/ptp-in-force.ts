/** Which window of a PTP pair is in force on a date. */
import type { IsoDate } from '../claim/iso-date.ts';
import type { PtpWindow } from './ptp-pair.ts';

/**
 * The window in force on the date, or undefined. An edit is in force on its deletion date and not on the day after it;
 * indicator 9 was never in force. Where several windows cover the date, the one that began last wins; of those that
 * began on one day, the one that ends last (never deleted is last), then the stricter indicator.
 */
export function windowOn(windows: readonly PtpWindow[], date: IsoDate): PtpWindow | undefined {
  let best: PtpWindow | undefined;
  for (const window of windows) {
    if (window.indicator === '9' || date < window.from || (window.to !== undefined && date > window.to)) continue;
    if (best === undefined || supersedes(window, best)) best = window;
  }
  return best;
}

function supersedes(a: PtpWindow, b: PtpWindow): boolean {
  if (a.from !== b.from) return a.from > b.from;
  if (a.to !== b.to) return a.to === undefined || (b.to !== undefined && a.to > b.to);
  return a.indicator < b.indicator;
}

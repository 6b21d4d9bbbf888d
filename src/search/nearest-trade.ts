/** The order in which neighbours of a code are told: the codes that people around a hands-on session take for each other first. */
import type { ConfusionRow } from '../catalog/schemas.ts';

const trade = ['97140', '97124', '97112', '97110', '97530', '97010', '97035', 'G0283', '97014', '97032'];

/** Confusions by nearness of trade, then by code; `first` goes before all. */
export function nearestTrade(rows: readonly ConfusionRow[], first: readonly string[] = []): ConfusionRow[] {
  const rank = (code: string): number => (first.includes(code) ? -1 : trade.includes(code) ? trade.indexOf(code) : trade.length);
  return [...rows].sort((a, b) => rank(a.other) - rank(b.other) || (a.other < b.other ? -1 : 1));
}

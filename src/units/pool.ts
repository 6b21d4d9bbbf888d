/** The CMS method: minutes of all 15-minute codes of the day pooled (Pub. 100-04 ch. 5 s. 20.2, the 8-minute rule). */

export interface PoolLine { minutes: number; units: number; remainder: number; why: string }

/**
 * Units that a number of pooled minutes makes, by the manual's chart:
 * 1 = 8-22, 2 = 23-37, 3 = 38-52, 4 = 53-67, 5 = 68-82, 6 = 83-97, 7 = 98-112, 8 = 113-127, and so on.
 */
export function unitsOfMinutes(total: number): number {
  return total < 8 ? 0 : Math.floor((total + 7) / 15);
}

/**
 * Share the day's units among the services: each code its whole 15-minute units, then one unit at a time to the largest
 * remainder. `order` breaks ties, so that the order in which lines are written never matters.
 */
export function poolUnits(services: readonly { minutes: number; order: string }[], pooledMinutes?: number): PoolLine[] {
  const sum = services.reduce((total, s) => total + s.minutes, 0);
  const total = Math.min(sum, pooledMinutes ?? sum);
  const lines: PoolLine[] = services.map((s) => ({ minutes: s.minutes, units: Math.floor(s.minutes / 15), remainder: s.minutes % 15, why: '' }));
  const allowed = unitsOfMinutes(total);
  let given = lines.reduce((n, line) => n + line.units, 0);
  const extra = new Set<number>();
  const ranked = lines.map((_, i) => i).sort((a, b) =>
    lines[b]!.remainder - lines[a]!.remainder || services[b]!.minutes - services[a]!.minutes || (services[a]!.order < services[b]!.order ? -1 : services[a]!.order > services[b]!.order ? 1 : a - b));
  for (const index of ranked) {
    if (given >= allowed || lines[index]!.remainder === 0) break;
    lines[index]!.units += 1;
    extra.add(index);
    given += 1;
  }
  // A session total smaller than the lines: units come off the smallest remainders first.
  for (const index of [...ranked].reverse()) {
    while (given > allowed && lines[index]!.units > 0) {
      lines[index]!.units -= 1;
      given -= 1;
    }
  }
  lines.forEach((line, i) => { line.why = workingOf(line, extra.has(i), services.length, total, allowed); });
  return lines;
}

function workingOf(line: PoolLine, tookExtra: boolean, count: number, total: number, allowed: number): string {
  const whole = Math.floor(line.minutes / 15);
  const parts = `${line.minutes} minutes: ${whole} whole ${whole === 1 ? 'unit' : 'units'} and ${line.remainder} left over`;
  if (count === 1) return `${parts}; ${total} minutes in all make ${allowed} ${allowed === 1 ? 'unit' : 'units'}${total < 8 ? ', since under 8 minutes nothing is billed' : ''}`;
  if (tookExtra) return `${parts}; one of the day's ${allowed} units goes to this remainder`;
  if (line.units < whole) return `${parts}; the session's ${total} minutes make only ${allowed} units in all`;
  return line.remainder > 0 ? `${parts}; the day's ${allowed} units are used up by larger remainders or whole units` : parts;
}

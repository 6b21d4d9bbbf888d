/** Units of timed codes by the two methods in use: the CMS pool and the CPT mid-point. */
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeRow } from '../catalog/schemas.ts';
import type { AssistantShare } from './assistant.ts';
import { poolUnits, unitsOfMinutes } from './pool.ts';

export type UnitMethod = 'cms' | 'cpt_midpoint';
export interface TimedService { code: string; minutes: number }
export interface UnitLine { code: string; minutes: number; units: number; remainder_minutes: number; why: string; assistant?: AssistantShare }
export interface UnitResult { method: UnitMethod; total_units: number; untimed_units: number; lines: UnitLine[]; explanation: string; pooled_minutes?: number; notes: string[] }
export interface UnitOptions {
  /** The session's timed minutes; the pool is never larger. */
  total_timed_minutes?: number;
  /** A payer that wants a full 15 minutes for the day's first unit (some networks). */
  first_unit_minutes?: number;
  /** A payer's cap of timed units a day. */
  max_timed_units_per_day?: number;
}

/** True for a 15-minute therapy code whose minutes CMS pools; first-unit, add-on and 10-, 20-, 30-, 60-minute codes stand alone. */
export function isPooled(catalog: Catalog, row: CodeRow): boolean {
  return row.timed && row.unit_minutes === 15 && !row.first_unit_only && !catalog.addOn.has(row.code) && row.group !== 'acupuncture';
}

/** Minutes that a unit needs by the mid-point rule: more than half of it (15 -> 8, 20 -> 11, 30 -> 16, 60 -> 31, 120 -> 61). */
export function midpointOf(unitMinutes: number): number {
  return Math.floor(unitMinutes / 2) + 1;
}

/** Units of one code by itself: whole units, and one more when the rest passes the mid-point. */
export function midpointUnits(minutes: number, unitMinutes: number): number {
  const whole = Math.floor(minutes / unitMinutes);
  return whole + (minutes - whole * unitMinutes >= midpointOf(unitMinutes) ? 1 : 0);
}

/**
 * Units for the services of one patient and day.
 * `lines` stand in the order given, with 0 units too; `total_units` counts timed units, `untimed_units` the others.
 * Source: Medicare Claims Processing Manual ch. 5 s. 20.2 (cms); the CPT time rule (cpt_midpoint).
 */
export function computeUnits(catalog: Catalog, services: readonly TimedService[], method: UnitMethod, options: UnitOptions = {}): UnitResult {
  const notes: string[] = [];
  const lines: UnitLine[] = services.map((s) => ({ code: s.code, minutes: s.minutes, units: 0, remainder_minutes: 0, why: '' }));
  const pooled: number[] = [];
  const alone = new Map<string, UnitLine[]>();
  let untimed = 0;
  lines.forEach((line, index) => {
    const row = catalog.code.get(line.code);
    if (!row) line.why = `${line.code} is not in the catalog, so its units are not computed`;
    else if (!row.timed) {
      line.units = 1;
      untimed += 1;
      line.why = 'not a timed code: one unit whatever the minutes, and its minutes are left out of the pool';
    } else if (isPooled(catalog, row) && method === 'cms') pooled.push(index);
    else alone.set(row.code, [...(alone.get(row.code) ?? []), line]);
  });
  for (const [code, same] of alone) unitsAlone(catalog, catalog.code.get(code)!, same);
  const poolMinutes = sharePool(lines, pooled, options, notes);
  if (method === 'cpt_midpoint' && options.total_timed_minutes !== undefined) capByMidpoint(catalog, lines, options.total_timed_minutes, notes);
  payerLimits(catalog, lines, options, notes);
  const total = lines.reduce((n, line) => n + line.units, 0) - untimed;
  return {
    method, total_units: total, untimed_units: untimed, lines, notes,
    explanation: explain(method, total, untimed, poolMinutes, pooled.length, notes),
    ...(poolMinutes === undefined ? {} : { pooled_minutes: poolMinutes }),
  };
}

/** A code by itself; given on several lines, its minutes count together and the units go to the lines that hold them. */
function unitsAlone(catalog: Catalog, row: CodeRow, lines: readonly UnitLine[]): void {
  const unit = row.unit_minutes ?? 15;
  const minutes = lines.reduce((n, line) => n + line.minutes, 0);
  const units = row.first_unit_only ? (minutes >= midpointOf(unit) ? 1 : 0) : midpointUnits(minutes, unit);
  const why = row.first_unit_only ? whyFirstUnit(catalog, row, units) : whyAlone(minutes, unit, units);
  let left = units;
  lines.forEach((line, position) => {
    const whole = Math.floor(line.minutes / unit);
    line.units = row.first_unit_only ? Math.min(left, 1) : position === lines.length - 1 ? left : Math.min(left, whole);
    left -= line.units;
    line.remainder_minutes = row.first_unit_only ? Math.max(0, line.minutes - unit) : line.minutes - whole * unit;
    line.why = lines.length > 1 ? `${row.code} is given ${lines.length} times, ${minutes} minutes together; ${why}` : why;
  });
}

function whyFirstUnit(catalog: Catalog, row: CodeRow, units: number): string {
  const unit = row.unit_minutes ?? 15;
  const addOns = catalog.addOnsOf.get(row.code) ?? [];
  const more = addOns.length > 0 ? `; time beyond the first ${unit} minutes goes on ${addOns.join(' or ')}` : '';
  return units === 1 ? `a first-unit code: 1 unit however long${more}` : `a first-unit code that needs at least ${midpointOf(unit)} minutes${more}`;
}

function whyAlone(minutes: number, unit: number, units: number): string {
  const whole = Math.floor(minutes / unit);
  const rest = minutes - whole * unit;
  const parts = `${minutes} minutes by itself: ${whole} whole of ${unit} and ${rest} left over`;
  return rest === 0 ? parts : `${parts}, ${units > whole ? 'past' : 'short of'} the mid-point (a unit needs ${midpointOf(unit)})`;
}

/** One pool entry a code: the same code given twice is one service of the day. */
function sharePool(lines: UnitLine[], pooled: readonly number[], options: UnitOptions, notes: string[]): number | undefined {
  if (pooled.length === 0) return undefined;
  const byCode = new Map<string, number[]>();
  for (const index of pooled) byCode.set(lines[index]!.code, [...(byCode.get(lines[index]!.code) ?? []), index]);
  const entries = [...byCode].map(([code, indexes]) => ({ order: code, indexes, minutes: indexes.reduce((n, i) => n + lines[i]!.minutes, 0) }));
  const sum = entries.reduce((n, e) => n + e.minutes, 0);
  const total = Math.min(sum, options.total_timed_minutes ?? sum);
  if (options.total_timed_minutes !== undefined && options.total_timed_minutes !== sum) {
    notes.push(`The services add up to ${sum} timed minutes and the session is given as ${options.total_timed_minutes}; the smaller, ${total}, counts.`);
  }
  const shared = poolUnits(entries, total);
  entries.forEach((entry, i) => {
    const result = shared[i]!;
    let left = result.units;
    entry.indexes.forEach((index, position) => {
      const line = lines[index]!;
      const last = position === entry.indexes.length - 1;
      line.units = last ? left : Math.min(left, Math.floor(line.minutes / 15));
      left -= line.units;
      line.remainder_minutes = line.minutes % 15;
      line.why = entry.indexes.length > 1 ? `${line.code} is given ${entry.indexes.length} times, ${entry.minutes} minutes together; ${result.why}` : result.why;
    });
  });
  return total;
}

/** A session shorter than its lines: the timed units come down to what the minutes allow, smallest remainder first. */
function capByMidpoint(catalog: Catalog, lines: UnitLine[], totalMinutes: number, notes: string[]): void {
  const timed = lines.filter((line) => { const row = catalog.code.get(line.code); return row !== undefined && isPooled(catalog, row); });
  const sum = timed.reduce((n, line) => n + line.minutes, 0);
  if (sum === totalMinutes || timed.length === 0) return;
  notes.push(`The services add up to ${sum} timed minutes and the session is given as ${totalMinutes}; the smaller counts, and no minute counts twice.`);
  if (totalMinutes > sum) return;
  let over = timed.reduce((n, line) => n + line.units, 0) - midpointUnits(totalMinutes, 15);
  for (const line of [...timed].sort((a, b) => a.remainder_minutes - b.remainder_minutes || (a.code < b.code ? -1 : 1))) {
    while (over > 0 && line.units > 0) { line.units -= 1; over -= 1; line.why += `; the session's ${totalMinutes} minutes do not hold it`; }
  }
}

function payerLimits(catalog: Catalog, lines: UnitLine[], options: UnitOptions, notes: string[]): void {
  const timed = lines.filter((line) => catalog.code.get(line.code)?.timed === true);
  const minutes = timed.reduce((n, line) => n + line.minutes, 0);
  if (options.first_unit_minutes !== undefined && minutes < options.first_unit_minutes && timed.some((line) => line.units > 0)) {
    for (const line of timed) {
      if (line.units > 0) line.why += `; under this payer's ${options.first_unit_minutes} minutes for the first unit, so none`;
      line.units = 0;
    }
    notes.push(`This payer wants ${options.first_unit_minutes} minutes for the first unit; ${minutes} minutes make none.`);
  }
  const cap = options.max_timed_units_per_day;
  if (cap === undefined) return;
  let over = timed.reduce((n, line) => n + line.units, 0) - cap;
  if (over > 0) notes.push(`This payer takes at most ${cap} timed units a day.`);
  for (const line of [...timed].sort((a, b) => a.minutes - b.minutes || (a.code < b.code ? -1 : 1))) {
    const before = line.units;
    while (over > 0 && line.units > 0) { line.units -= 1; over -= 1; }
    if (line.units < before) line.why += `; ${before} before this payer's cap of ${cap} a day`;
  }
}

function explain(method: UnitMethod, total: number, untimed: number, poolMinutes: number | undefined, pooledCount: number, notes: string[]): string {
  const units = `${total} timed ${total === 1 ? 'unit' : 'units'}`;
  const rest = untimed > 0 ? ` Beside them ${untimed} untimed ${untimed === 1 ? 'unit' : 'units'}.` : '';
  const first = method === 'cms'
    ? poolMinutes === undefined ? `CMS method: no minutes to pool; ${units}.`
      : `CMS 8-minute rule: ${poolMinutes} pooled minutes of ${pooledCount} ${pooledCount === 1 ? 'service' : 'services'} make ${unitsOfMinutes(poolMinutes)} ${unitsOfMinutes(poolMinutes) === 1 ? 'unit' : 'units'}; ${units} in all.`
    : `CPT mid-point rule: each code by itself, a unit when more than half of its time is passed; ${units} in all.`;
  return [first + rest, ...notes].join(' ');
}

export interface UnitsByMethod { total: number; by_code: Record<string, number> }

/** Timed units by one method for a claim check, codes sorted; the others of `services` are left out. */
export function timedUnits(catalog: Catalog, services: readonly TimedService[], method: UnitMethod, options: UnitOptions = {}): UnitsByMethod {
  const timed = services.filter((s) => catalog.code.get(s.code)?.timed === true);
  const result = computeUnits(catalog, timed, method, options);
  const by_code: Record<string, number> = {};
  for (const code of timed.map((s) => s.code).sort()) by_code[code] = 0;
  for (const line of result.lines) by_code[line.code]! += line.units;
  return { total: result.total_units, by_code };
}

/** Timed units by both methods. */
export function unitsByMethod(catalog: Catalog, services: readonly TimedService[], options: UnitOptions = {}): { cms: UnitsByMethod; cpt_midpoint: UnitsByMethod } {
  return { cms: timedUnits(catalog, services, 'cms', options), cpt_midpoint: timedUnits(catalog, services, 'cpt_midpoint', options) };
}

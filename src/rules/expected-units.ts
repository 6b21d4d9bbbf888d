/** The units that a line's minutes make, by both methods, among the timed lines of its day. */
import { isPooled, midpointUnits, timedUnits, type UnitMethod } from '../units/units.ts';
import { unitsOfMinutes } from '../units/pool.ts';
import { onceFor } from '../claim/once-for.ts';
import type { LineContext } from './context.ts';

export interface UnitBounds {
  method: UnitMethod;
  /** What the minutes make by the method. */
  expected: number;
  /** More than this fails whatever the other lines were. */
  most: number;
  /** Fewer than this is short whatever the other lines were. */
  least: number;
}

/** Bounds by one method; undefined when the line has no minutes or the code is not timed. */
export function unitBounds(context: LineContext, method: UnitMethod): UnitBounds | undefined {
  const { catalog, view, siblings, claim, payer } = context;
  const { row, line } = view;
  if (!row?.timed || line.minutes === undefined) return undefined;
  const options = { first_unit_minutes: payer.unit_method.first_unit_minutes, max_timed_units_per_day: payer.unit_method.max_timed_units_per_day };
  const unit = row.unit_minutes ?? 15;
  if (method === 'cpt_midpoint' || !isPooled(catalog, row)) {
    const expected = timedUnits(catalog, [{ code: view.code, minutes: line.minutes }], method, options).total;
    return { method, expected, most: expected, least: expected };
  }
  const minutes = line.minutes;
  const pool = siblings.filter((s) => s.row && isPooled(catalog, s.row));
  const known = claim.siblings_known && pool.every((s) => s.line.minutes !== undefined);
  const services = [{ code: view.code, minutes }, ...(known ? pool.map((s) => ({ code: s.code, minutes: s.line.minutes! })) : [])];
  const total = claim.total_timed_minutes;
  const result = timedUnits(catalog, services, 'cms', { ...options, ...(known && total !== undefined ? { total_timed_minutes: total } : {}) });
  const ownTotal = pool.filter((s) => s.code === view.code).reduce((n, s) => n + (s.line.units ?? 0), 0);
  const expected = Math.max(0, (result.by_code[view.code] ?? 0) - ownTotal);
  const floor = Math.floor(minutes / unit);
  const ceiling = minutes % unit === 0 ? floor : floor + 1;
  if (!known) return { method, expected: total === undefined ? midpointUnits(minutes, unit) : Math.min(midpointUnits(minutes, unit), unitsOfMinutes(total)), most: ceiling, least: floor };
  const billed = [view, ...pool].reduce((n, v) => n + (v.line.units ?? 0), 0);
  // A session longer than its lines holds services that earned no unit: their minutes may have carried this one.
  const sum = services.reduce((n, s) => n + s.minutes, 0);
  if (total !== undefined && total > sum && billed <= unitsOfMinutes(total)) {
    const given = view.line.units ?? expected;
    return { method, expected: Math.max(expected, Math.min(given, ceiling)), most: ceiling, least: floor };
  }
  if (minutes % 15 === 0 || !pool.some((s) => s.line.minutes! % 15 === minutes % 15)) return { method, expected, most: expected, least: expected };
  // Where remainders tie, either line may take the unit; both may not, and a line asked about alone then yields.
  const units = view.line.units ?? expected;
  if (billed <= result.total && units >= floor && units <= ceiling) return { method, expected: units, most: units, least: units };
  if (billed <= result.total) return { method, expected, most: Math.max(expected, ceiling), least: floor };
  const yielding = claim.only_line === undefined ? expected : Math.min(expected, Math.max(floor, (view.line.units ?? 0) - (billed - result.total)));
  return { method, expected: yielding, most: yielding, least: floor };
}

/** The bounds that decide for this payer: its own method, or both when its method is unknown. Several rules ask for them. */
export const boundsForPayer = onceFor((context: LineContext): UnitBounds[] => {
  const method = context.payer.unit_method.method;
  const methods: UnitMethod[] = method === 'unknown' ? ['cms', 'cpt_midpoint'] : [method];
  return methods.flatMap((m) => unitBounds(context, m) ?? []);
});

export const methodWords: Record<UnitMethod, string> = { cms: 'the CMS 8-minute rule', cpt_midpoint: 'the CPT mid-point rule' };

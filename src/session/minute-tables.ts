/** Tables in a text: a column of minutes under its heading, a flow sheet with a column for each day of which only today's counts. */
import type { Duration } from './minutes.ts';

export interface TableTime { start: number; end: number; minutes: number; total: boolean }
export interface ReadTables { /** The text, of the same length, with the headings, marks, other columns and rows of another day blank. */ text: string; times: TableTime[] }

interface Cell { start: number; end: number; said: string }

const minuteHeading = /^(?:(?:timed |total |tx |treatment )?(?:min|mins|minutes|min\.|time|time \(min\)|minutes spent|duration|dur\.?|duration \(min\)))$/i;
const dayHeading = /^(?:\d{1,2}\/\d{1,2}(?:\/\d{2,4})?(?:\s+\(?today\)?)?|\(?today\)?(?:\s+\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)?|(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\w*|(?:visit|tx|session|day|wk|week)\s?#?\d{1,2})$/i;
const totalRow = /^(?:grand |timed |tot(?:al)? )?(?:total|totals|tot|sum|timed|ttm|ttt)\b/i;
const minutesIn = /^(\d{1,3})(?:\s?(?:min|mins|minutes|m|'))?$/i;

/** Undefined in a text without tables. */
export function readTables(text: string): ReadTables | undefined {
  if (!/\n/.test(text) || !/\||\t| {3}/.test(text)) return undefined;
  const lines = linesOf(text);
  const blanks: { start: number; end: number }[] = [];
  const times: TableTime[] = [];
  for (let at = 0; at < lines.length; at++) {
    const heading = columnOf(lines[at]!);
    if (!heading) continue;
    let rows = 0;
    for (let row = at + 1; row < lines.length; row++, rows++) {
      const cells = lines[row]!.cells;
      if (cells.every((c) => /^[-:=\s]*$/.test(c.said))) { blanks.push(...marks(lines[row]!)); continue; }
      if (cells.length < 2) break;
      readRow(lines[row]!, heading, blanks, times);
    }
    if (rows > 0) { blanks.push({ start: lines[at]!.start, end: lines[at]!.end }); at += rows; }
  }
  if (times.length === 0) return undefined;
  let out = text;
  for (const { start, end } of blanks) out = out.slice(0, start) + ' '.repeat(end - start) + out.slice(end);
  return { text: out, times };
}

/** The times of a text with those of its tables in their places. */
export function withTables(text: string, read: readonly Duration[], tables: ReadTables | undefined): Duration[] {
  if (!tables) return [...read];
  const own = tables.times.map(({ start, end, minutes, total }): Duration => ({ minutes, start, end, text: text.slice(start, end), total, each: false, aside: false, ...(total ? { total_kind: 'timed' as const } : { words: 'ahead' as const }) }));
  return [...read.filter((d) => !own.some((o) => d.start < o.end && d.end > o.start)), ...own].sort((a, b) => a.start - b.start);
}

interface Line { start: number; end: number; piped: boolean; cells: Cell[] }
interface Column { /** Place from the left among all cells, or from the right in a flow sheet. */ at: number; days: number; piped: boolean }

function linesOf(text: string): Line[] {
  const out: Line[] = [];
  for (const m of text.matchAll(/[^\n]+/g)) {
    const piped = (m[0].match(/\|/g)?.length ?? 0) > 1;
    const inner = piped ? m[0].replace(/^\s*\|/, (s) => ' '.repeat(s.length)).replace(/\|\s*$/, (s) => ' '.repeat(s.length)) : m[0];
    const cells: Cell[] = [];
    const add = (from: number, to: number): void => {
      const said = inner.slice(from, to);
      const start = m.index + from + (said.length - said.trimStart().length);
      cells.push({ start, end: start + said.trim().length, said: said.trim() });
    };
    if (piped) { let from = 0; for (const cut of [...inner.matchAll(/\|/g), { index: inner.length }]) { add(from, cut.index); from = cut.index + 1; } }
    else for (const cell of inner.matchAll(/\S+(?: \S+)*/g)) add(cell.index, cell.index + cell[0].length);
    out.push({ start: m.index, end: m.index + m[0].length, piped, cells });
  }
  return out;
}

/** The column that a line of headings names: minutes, or today among days. */
function columnOf({ cells, piped }: Line): Column | undefined {
  if (cells.length < 2) return undefined;
  const days = cells.map((c, i) => (dayHeading.test(c.said) ? i : -1)).filter((i) => i >= 0);
  if (days.length > 1 && days.length >= cells.length - 1) {
    const today = days.find((i) => /today/i.test(cells[i]!.said)) ?? days.at(-1)!;
    return { at: days.at(-1)! - today, days: days.length, piped };
  }
  const minutes = cells.findIndex((c) => minuteHeading.test(c.said));
  return minutes > 0 && cells.length > 1 && cells.every((c) => !/^\d/.test(c.said)) ? { at: minutes, days: 0, piped } : undefined;
}

function readRow(line: Line, column: Column, blanks: { start: number; end: number }[], times: TableTime[]): void {
  const { cells } = line;
  const label = cells[0]!.said;
  const add = (cell: Cell): boolean => {
    const m = minutesIn.exec(cell.said);
    if (!m || Number(m[1]) === 0) return false;
    times.push({ start: cell.start, end: cell.end, minutes: Number(m[1]), total: totalRow.test(label) });
    return true;
  };
  blanks.push(...marks(line));
  if (column.days === 0) {
    const cell = column.piped ? cells[column.at] : cells.at(-1);
    if (cell) add(cell);
    return;
  }
  const values = cells.slice(-column.days);
  const own = cells.length > column.days ? values[values.length - 1 - column.at] : undefined;
  const done = own !== undefined && add(own);
  // A row without minutes today was not done.
  if (!done) blanks.push({ start: line.start, end: line.end });
  else for (const cell of values) if (cell !== own) blanks.push(cell);
}

/** The strokes that part the cells of a line. */
function marks({ start, end, piped, cells }: Line): { start: number; end: number }[] {
  if (!piped) return [];
  const edges = [start, ...cells.flatMap((c) => [c.start, c.end]), end];
  return edges.flatMap((edge, i) => (i % 2 === 0 ? [{ start: edge, end: edges[i + 1]! }] : []));
}

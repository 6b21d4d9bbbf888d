/** The distinct windows of a PTP table, numbered as they come, and written in a settled order. */
import { isIsoDate } from '../claim/iso-date.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { PtpWindow } from './ptp-pair.ts';

/** Texts numbered in the order in which they are first seen. */
class Names {
  readonly list: string[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #refuse: (text: string, number: number) => string | undefined;

  /** `refuse` says why a new text cannot be taken. */
  constructor(refuse: (text: string, number: number) => string | undefined) {
    this.#refuse = refuse;
  }

  number(text: string): number {
    let n = this.#numberOf.get(text);
    if (n === undefined) {
      const reason = this.#refuse(text, this.list.length);
      if (reason !== undefined) throw new RangeError(reason);
      n = this.list.push(text) - 1;
      this.#numberOf.set(text, n);
    }
    return n;
  }
}

/** More than these would be no PTP table. A key of four numbers stays exact in a double: 2^16 * 2^16 * 10 * 2^16 < 2^53. */
const MOST_DATES = 0xffff;
const MOST_RATIONALES = 0xffff;

export class WindowList {
  readonly #dates = new Names((date, n) => (!isIsoDate(date) ? 'a PTP row needs dates written YYYY-MM-DD' : n >= MOST_DATES ? 'a PTP table has a few hundred dates, not tens of thousands' : undefined));
  readonly #rationales = new Names((_, n) => (n > MOST_RATIONALES ? 'a PTP table has a few rationales, not tens of thousands' : undefined));
  readonly #numberOf = new Map<number, number>();
  readonly #windows: PtpWindow[] = [];

  /** The number of the window of a row. */
  add(row: PtpWindow): number {
    const from = this.#dates.number(row.from);
    const to = row.to === undefined ? 0 : this.#dates.number(row.to) + 1;
    const rationale = this.#rationales.number(row.rationale);
    const key = ((from * (MOST_DATES + 1) + to) * 10 + Number(row.indicator)) * (MOST_RATIONALES + 1) + rationale;
    let n = this.#numberOf.get(key);
    if (n === undefined) {
      n = this.#windows.push(windowOf(row)) - 1;
      this.#numberOf.set(key, n);
    }
    return n;
  }

  /** For each window by its number, its place in the settled order: by first day, last day (never deleted is last), indicator, rationale. */
  ranks(): Uint32Array {
    const ranks = new Uint32Array(this.#windows.length);
    for (const [rank, n] of this.#sorted().entries()) ranks[n] = rank;
    return ranks;
  }

  /** Writes the dates, the rationales and the windows in the settled order. */
  write(out: ByteWriter): void {
    const dates = this.#dates.list.toSorted();
    const rationales = this.#rationales.list.toSorted();
    out.varint(dates.length);
    for (const date of dates) out.varint(Number(date.replaceAll('-', '')));
    out.varint(rationales.length);
    for (const rationale of rationales) out.text(rationale);
    const [dateAt, rationaleAt] = [dates, rationales].map((list) => new Map(list.map((text, place) => [text, place]))) as [Map<string, number>, Map<string, number>];
    for (const n of this.#sorted()) {
      const { from, to, indicator, rationale } = this.#windows[n]!;
      out.varint(dateAt.get(from)!);
      out.varint(to === undefined ? 0 : dateAt.get(to)! + 1);
      out.varint(Number(indicator));
      out.varint(rationaleAt.get(rationale)!);
    }
  }

  #sorted(): number[] {
    return [...this.#windows.keys()].sort((a, b) => compareWindows(this.#windows[a]!, this.#windows[b]!));
  }
}

function windowOf({ from, to, indicator, rationale }: PtpWindow): PtpWindow {
  return to === undefined ? { from, indicator, rationale } : { from, to, indicator, rationale };
}

/** By first day, last day (never deleted is last), indicator and rationale. */
export function compareWindows(a: PtpWindow, b: PtpWindow): number {
  return compare(a.from, b.from) || compare(a.to ?? '~', b.to ?? '~') || compare(a.indicator, b.indicator) || compare(a.rationale, b.rationale);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

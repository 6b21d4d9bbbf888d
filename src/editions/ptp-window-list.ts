/** The distinct windows of a PTP table, numbered as they come, and written in a settled order. */
import { isIsoDate } from '../claim/iso-date.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { PtpWindow } from './ptp-pair.ts';

/** Texts numbered in the order in which they are first seen. */
class Names {
  readonly #list: string[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #refuse: (text: string, number: number) => string | undefined;

  /** `refuse` says why a new text cannot be taken. */
  constructor(refuse: (text: string, number: number) => string | undefined) {
    this.#refuse = refuse;
  }

  number(text: string): number {
    let n = this.#numberOf.get(text);
    if (n === undefined) {
      const reason = this.#refuse(text, this.#list.length);
      if (reason !== undefined) throw new RangeError(reason);
      n = this.#list.push(text) - 1;
      this.#numberOf.set(text, n);
    }
    return n;
  }

  /** The texts in order, each with its place. */
  places(): Map<string, number> {
    return new Map(this.#list.toSorted().map((text, place) => [text, place]));
  }
}

/** Places of dates and of rationales take half a word each; a PTP table has hundreds of the one and a dozen of the other. */
const HALF = 0x10000;

export class WindowList {
  readonly #dates = new Names((date, n) => (!isIsoDate(date) ? 'a PTP row needs dates written YYYY-MM-DD' : n >= HALF - 1 ? 'a PTP table has a few hundred dates, not tens of thousands' : undefined));
  readonly #rationales = new Names((_, n) => (n >= HALF ? 'a PTP table has a few rationales, not tens of thousands' : undefined));
  readonly #numberOf = new Map<number, number>();
  readonly #windows: PtpWindow[] = [];

  /** The number of the window of a row. */
  add(row: PtpWindow): number {
    const from = this.#dates.number(row.from);
    const to = row.to === undefined ? 0 : this.#dates.number(row.to) + 1;
    const rationale = this.#rationales.number(row.rationale);
    const key = ((from * HALF + to) * 10 + Number(row.indicator)) * HALF + rationale;
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

  /** Two words a window in the settled order: place of the first day and of the last day + 1 (0 for none); indicator and place of the rationale. */
  words(): number[] {
    const [dateAt, rationaleAt] = [this.#dates.places(), this.#rationales.places()];
    return this.#sorted().flatMap((n) => {
      const { from, to, indicator, rationale } = this.#windows[n]!;
      return [dateAt.get(from)! * HALF + (to === undefined ? 0 : dateAt.get(to)! + 1), Number(indicator) * HALF + rationaleAt.get(rationale)!];
    });
  }

  /** Writes the dates and the rationales, in the order of their places. */
  writeNames(out: ByteWriter): void {
    const [dates, rationales] = [this.#dates.places(), this.#rationales.places()];
    out.varint(dates.size);
    for (const date of dates.keys()) out.varint(Number(date.replaceAll('-', '')));
    out.varint(rationales.size);
    for (const rationale of rationales.keys()) out.text(rationale);
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

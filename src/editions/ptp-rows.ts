/** Rows of the CMS PTP table from the cells of a text or a sheet: a notice and a title, the header, then an edit a line. */
import { quote } from '../claim/clean-text.ts';
import { KnownCells, readCode, readDay, readIndicator, readRationale, wrongCell } from './ptp-cells.ts';
import { columnsOf, isPtpHeader, nameOfColumn, type PtpColumn, type PtpColumns } from './ptp-columns.ts';
import { PRIOR_TO_1996, type PtpRowIn } from './ptp-pair.ts';

/** The file is not the PTP table in a layout that is known; the message says what it is instead. */
export class PtpLayoutError extends Error {
  override readonly name = 'PtpLayoutError';
}

/** A row that could not be read; `column` is named as CMS names it, or `all`. */
export interface UnreadableRow {
  line: number;
  column: string;
  reason: string;
}

export interface PtpReadResult {
  /** Rows read. */
  rows: number;
  unreadable_count: number;
  /** The first ten of them. */
  unreadable: UnreadableRow[];
  /** The copyright notice of the file. */
  notice?: string;
  /** The text ends in the middle of a row, so that part of the file is missing. */
  cut_short: boolean;
}

/** Lines of notice and title, and of the header; published files have two and four. */
const MOST_LINES_BEFORE = 60;
const UNREADABLE_KEPT = 10;
/** Published tables have about fifteen; a column with more than these is no rationale. */
const MOST_RATIONALES = 1000;

export class PtpRows {
  readonly #onRow: (row: PtpRowIn) => void;
  readonly #header: string[][] = [];
  #columns: PtpColumns | undefined;
  #linesBefore = 0;
  #notice: string | undefined;
  #rows = 0;
  #unreadableCount = 0;
  readonly #unreadable: UnreadableRow[] = [];
  readonly #codes = new KnownCells(readCode);
  readonly #days = new KnownCells(readDay);
  readonly #indicators = new KnownCells(readIndicator);
  readonly #rationales = new KnownCells(readRationale, MOST_RATIONALES);

  constructor(onRow: (row: PtpRowIn) => void) {
    this.#onRow = onRow;
  }

  /** Rows read so far. */
  get rows(): number {
    return this.#rows;
  }

  /** True once the first line of the header has come. */
  get inHeader(): boolean {
    return this.#header.length > 0;
  }

  /** True once a line has come after the header: a line is a row from then on. */
  get inRows(): boolean {
    return this.#columns !== undefined;
  }

  /** Takes the cells of a line; `closed` is false for one whose quotes do not close, and which was split without regard to them. */
  take(line: number, cells: readonly string[], closed = true): void {
    if (this.#columns === undefined && !this.#isFirstRow(cells)) return;
    if (!closed) this.#refuse(line, 'all', 'has a quote that is not closed');
    else if (!cells.every(isBlank)) this.#takeRow(line, cells, this.#columns!);
  }

  /** Takes the last line of a text that has no line end: where it is not whole, the text was cut short. */
  takeUnended(line: number, cells: readonly string[], closed = true): PtpReadResult {
    const unreadableBefore = this.#unreadableCount;
    const rationale = cells[this.#columns?.rationale ?? -1];
    const partial = rationale !== undefined && this.#rationales.isBeginning(rationale);
    this.take(line, cells, closed);
    return { ...this.end(), cut_short: partial || this.#unreadableCount > unreadableBefore };
  }

  /** What was read, after the last line. Throws `PtpLayoutError` where there was no header or no row after it. */
  end(): PtpReadResult {
    if (this.#header.length === 0) throw noHeader();
    if (this.#rows + this.#unreadableCount === 0) throw new PtpLayoutError('This has the header of the PTP table and no row after it: the file was cut short. Download it again.');
    return { rows: this.#rows, unreadable_count: this.#unreadableCount, unreadable: this.#unreadable, ...(this.#notice !== undefined && { notice: this.#notice }), cut_short: false };
  }

  /** False while the line belongs to what stands before the rows. */
  #isFirstRow(cells: readonly string[]): boolean {
    if (this.#header.length > 0 && !(isBlank(cells[0]) && isBlank(cells[1]))) {
      const columns = columnsOf(this.#header);
      if ('missing' in columns) throw new PtpLayoutError(`This begins like the PTP table but has no column ${columns.missing.join(', ')}: its layout is not one that claimlint knows.`);
      this.#columns = columns;
      return true;
    }
    if (++this.#linesBefore > MOST_LINES_BEFORE) throw noHeader();
    if (this.#header.length > 0 || isPtpHeader(cells)) this.#header.push([...cells]);
    else this.#notice ??= noticeIn(cells);
    return false;
  }

  #takeRow(line: number, cells: readonly string[], columns: PtpColumns): void {
    const { count } = columns;
    if (cells.length < count || (cells.length > count && !cells.slice(count).every(isBlank))) return this.#refuse(line, 'all', `has ${cells.length} cells; ${count} are expected`);
    const column_one = this.#codes.of(cells[columns.one]!);
    if (column_one === undefined) return this.#refuse(line, 'one', wrongCell.code(cells[columns.one]!));
    const column_two = this.#codes.of(cells[columns.two]!);
    if (column_two === undefined) return this.#refuse(line, 'two', wrongCell.code(cells[columns.two]!));
    const first = this.#days.of(cells[columns.from]!);
    const from = columns.prior >= 0 && isPrior(cells[columns.prior]!, first) ? PRIOR_TO_1996 : first;
    if (from === undefined || from === '') return this.#refuse(line, 'from', wrongCell.day(cells[columns.from]!));
    const to = this.#days.of(cells[columns.to]!);
    if (to === undefined) return this.#refuse(line, 'to', wrongCell.lastDay(cells[columns.to]!));
    const indicator = this.#indicators.of(cells[columns.indicator]!);
    if (indicator === undefined) return this.#refuse(line, 'indicator', wrongCell.indicator(cells[columns.indicator]!));
    const rationale = columns.rationale < 0 ? '' : this.#rationales.of(cells[columns.rationale]!);
    if (rationale === undefined) return this.#refuse(line, 'rationale', wrongCell.rationale());
    this.#rows++;
    this.#onRow(to === '' ? { column_one, column_two, from, indicator, rationale } : { column_one, column_two, from, to, indicator, rationale });
  }

  #refuse(line: number, column: PtpColumn | 'all', reason: string): void {
    if (this.#unreadableCount++ < UNREADABLE_KEPT) this.#unreadable.push({ line, column: column === 'all' ? column : nameOfColumn(column), reason });
  }
}

/** `*` in column 3: older than 1996, whatever stand-in the date column has; a later date there is the row's own and counts. */
function isPrior(cell: string, first: string | undefined): boolean {
  return (cell === '*' || cell.trim() === '*') && first !== undefined && first <= '1996-01-01';
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell === '' || cell === '\u001a' || cell.trim() === '';
}

function noticeIn(cells: readonly string[]): string | undefined {
  const cell = cells.find((c) => /copyright/i.test(c));
  return cell === undefined ? undefined : quote(cell, 1000);
}

function noHeader(): PtpLayoutError {
  return new PtpLayoutError('This is not the PTP table: no line begins with Column 1 and Column 2. Import the file as CMS publishes it, such as ccipra-v322r0-f1.zip.');
}

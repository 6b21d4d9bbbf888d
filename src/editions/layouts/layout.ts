/** What a reader of one published layout is, and what it gives. */
import { quote } from '../../claim/clean-text.ts';
import type { Grid, GridRow, TextFile } from '../input/grid.ts';
import type { TableName } from '../table-file.ts';

/** The beginning of a file: enough to tell which table it is. */
export interface Head { names: readonly string[]; sheet: boolean; text: string; lines: string[]; rows: GridRow[] }

export interface UnreadRow { file: string; line: number; column: string; reason: string }

/** Rows that could not be read: all counted, the first ten kept. */
export class Unread {
  count = 0;
  lastLine = 0;
  readonly first: UnreadRow[] = [];
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  add(line: number, column: string, reason: string): void {
    this.count += 1;
    this.lastLine = line;
    if (this.first.length < 10) this.first.push({ file: this.file, line, column, reason });
  }
}

export interface ReadRows {
  /** Under its key, the fields of a row. */
  rows: Map<string, string[]>;
  /** Rows of the file that were read; more than keys where several make one. */
  count: number;
  facts?: Record<string, string>;
  /** The piece of the table that this file is, where it comes in several. */
  part?: string;
}

/** A layout that CMS, the AMA or a practice uses. `read` gets rows or text, as `form` says. */
export interface Layout {
  table: TableName;
  /** "the MUE table for practitioners" */
  what: string;
  form: 'grid' | 'lines';
  delimiter?: ',' | '\t';
  fits(head: Head): boolean;
  /** A fitting file that is another one of its family than claimlint uses: why, in words. */
  refuses?(head: Head): string | undefined;
  /** The edition as its names or its text tell it. */
  editionOf(head: Head): string | undefined;
  read(source: { grid: Grid; text: TextFile }, head: Head, unread: Unread): ReadRows;
}

/** A procedure code of a cell; a spreadsheet may have made a number of it. */
export function codeOf(cell: string | undefined, sheet: boolean): string | undefined {
  const text = (cell ?? '').toUpperCase();
  const whole = sheet && /^\d{1,4}$/.test(text) ? text.padStart(5, '0') : text;
  return /^(\d{4}[0-9A-Z]|[A-Z]\d{4})$/.test(whole) ? whole : undefined;
}

/** A cell for a message: cleaned and short. */
export function shown(cell: string | undefined): string {
  return cell === undefined || cell === '' ? 'is empty' : `is "${quote(cell, 30)}"`;
}

/** The place of the first row that a test holds for, among the first rows. */
export function headerAt(rows: readonly GridRow[], test: (cells: string[]) => boolean, within = 30): number {
  return rows.slice(0, within).findIndex((row) => test(row.cells));
}

export function isBlank(row: GridRow): boolean {
  return row.cells.every((c) => c === '');
}

/** Rows of a table made into its body, and parts of a table that come in several files put together. */
import { join } from 'node:path';
import { openTable } from './open-table.ts';
import { buildRowTable, RowTable } from './row-table.ts';
import { DamagedTable, fileNameOf, type TableName } from './table-file.ts';
import { buildWordIndex } from './word-index.ts';
import type { ReadRows } from './layouts/layout.ts';

/** The fields that words are looked for in; tables without have no index of words. */
const described: Partial<Record<TableName, number[]>> = { hcpcs: [0, 1], icd10cm: [1, 2], cpt: [0, 1, 2] };
const parts: Partial<Record<TableName, string[]>> = { cpt: ['long', 'medium', 'short'] };

/** The body of a table of rows. */
export function compileRows(table: TableName, rows: ReadonlyMap<string, readonly string[]>): Uint8Array {
  const fields = described[table];
  return buildRowTable(rows, fields === undefined ? undefined : (sorted) => buildWordIndex(sorted.map(([, row]) => fields.map((f) => row[f] ?? '').join(' '))));
}

/** A body and what its header says of it. */
export interface Compiled { body: Uint8Array; rows: number; origin: string[]; parts?: string[]; parts_of?: number; facts?: Record<string, string>; notes: string[] }

export interface Merged { rows: Map<string, string[]>; count: number; origin: string[]; parts?: string[]; parts_of?: number; facts?: Record<string, string> }

/** The pieces given, over what the store holds of the same edition where the table comes in parts. */
export function mergeParts(pieces: readonly ReadRows[], table: TableName, edition: string, folder: string): Merged {
  const all = parts[table];
  const facts = Object.assign({}, ...pieces.map((p) => p.facts ?? {})) as Record<string, string>;
  const told = Object.keys(facts).length > 0 ? { facts } : {};
  if (all === undefined) {
    // A file given twice, or a text and its spreadsheet: the later one stands.
    const last = pieces.at(-1)!;
    return { rows: last.rows, count: last.count, origin: [], ...told };
  }
  const held = heldRows(table, edition, folder);
  const rows = held?.rows ?? new Map<string, string[]>();
  const fresh = new Set(pieces.map((p) => p.part));
  for (const piece of pieces) {
    const place = all.indexOf(piece.part!);
    for (const row of rows.values()) row[place] = '';
    for (const [key, fields] of piece.rows) {
      const row = rows.get(key) ?? all.map(() => '');
      row[place] = fields[place]!;
      rows.set(key, row);
    }
  }
  for (const [key, row] of rows) if (row.every((f) => f === '')) rows.delete(key);
  const present = all.filter((p) => fresh.has(p) || held?.parts.includes(p));
  return { rows, count: rows.size, origin: held?.origin ?? [], parts: present, parts_of: all.length, facts: { ...held?.facts, ...facts } };
}

function heldRows(table: TableName, edition: string, folder: string): { rows: Map<string, string[]>; parts: string[]; origin: string[]; facts: Record<string, string> } | undefined {
  try {
    const open = openTable(join(folder, fileNameOf(table, edition)));
    try {
      const rows = new Map([...new RowTable(open.read).entries()].map(([key, row]) => [key, [...row]]));
      return { rows, parts: open.header.parts ?? [], origin: open.header.origin, facts: open.header.facts ?? {} };
    } finally {
      open.close();
    }
  } catch (error) {
    // A damaged edition is replaced as if it were not there.
    if (error instanceof DamagedTable || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

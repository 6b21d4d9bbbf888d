/** What the store holds, as `claimlint data status` tells it. */
import type { IsoDate } from '../claim/iso-date.ts';
import { listStore, type StoredTable } from './store.ts';
import { tableWords } from './table-words.ts';

export interface TableStatus {
  table: string; name: string; edition: string; covers_from: string; covers_to?: string; rows: number; unread: number; bytes: number; file: string; origin: string[]; imported_on: string;
  parts?: string[]; missing_parts?: number;
  /** Today lies after its dates and the store has no newer edition. */
  stale: boolean;
  refresh_from: string;
}
export interface StoreStatus { folder: string; tables: TableStatus[]; damaged: { file: string; bytes: number; why: string }[] }

/** Every table and every damaged file; with `whole`, after checking each file's hash. */
export function storeStatus(folder: string, today: IsoDate, whole = false): StoreStatus {
  const { tables, damaged } = listStore(folder, whole);
  return { folder, tables: tables.map((t) => statusOf(t, tables, today)), damaged: damaged.map(({ file, bytes, why }) => ({ file, bytes, why })) };
}

function statusOf({ header: h, bytes, file }: StoredTable, all: readonly StoredTable[], today: IsoDate): TableStatus {
  const newest = !all.some((o) => o.header.table === h.table && o.header.covers_from > h.covers_from);
  const missing = h.parts_of === undefined ? 0 : h.parts_of - (h.parts?.length ?? 0);
  return {
    table: h.table, name: tableWords[h.table].name, edition: h.edition, covers_from: h.covers_from, ...(h.covers_to === undefined ? {} : { covers_to: h.covers_to }), rows: h.rows, unread: h.unread, bytes, file,
    origin: h.origin, imported_on: h.imported_on, ...(h.parts ? { parts: h.parts } : {}), ...(missing > 0 ? { missing_parts: missing } : {}),
    stale: newest && h.covers_to !== undefined && today >= h.covers_to, refresh_from: tableWords[h.table].refresh_from,
  };
}

/** Parts of the pair table put together with those that the store holds of the same edition, as one compiled table. */
import { join } from 'node:path';
import { TableDamaged } from './byte-reader.ts';
import type { Compiled } from './compile-rows.ts';
import { ptpParts } from './layouts/ptp.ts';
import { openTable, type OpenTable } from './open-table.ts';
import type { PtpBuilder } from './ptp-builder.ts';
import { openPtpTable } from './ptp-table.ts';
import type { Piece } from './read-pieces.ts';
import { DamagedTable, fileNameOf } from './table-file.ts';

/** The table of the parts given and held. Parts of an older release of the edition are left out and named. */
export function compilePairs(pieces: readonly Piece[], builder: PtpBuilder, folder: string): Compiled {
  const { table, edition } = pieces[0]!;
  const notes: string[] = [];
  const release = pieces.map((p) => p.release ?? '').sort().at(-1)!;
  let present = new Set(pieces.map((p) => p.part!));
  let origin = [...new Set(pieces.map((p) => p.origin))];
  const held = openHeld(join(folder, fileNameOf(table, edition)));
  try {
    const complete = present.has('all') || ptpParts.every((p) => present.has(p));
    if (held && !complete) {
      const heldParts = held.header.parts ?? [];
      if ((held.header.facts?.release ?? '') === release) {
        const old = openPtpTable(held.read, held.header.body_bytes);
        for (const column_one of old.columnOnes()) for (const pair of old.pairsOf(column_one)) for (const window of pair.windows) builder.add({ column_one, column_two: pair.column_two, ...window });
        present = new Set([...present, ...heldParts]);
        origin = [...new Set([...held.header.origin, ...origin])];
      } else notes.push(`The parts ${heldParts.join(', ')} in the store are of release ${held.header.facts?.release ?? 'unknown'} and were left out.`);
    }
  } catch (error) {
    if (!(error instanceof DamagedTable || error instanceof TableDamaged)) throw error;
    notes.push(`What the store held of ${edition} is damaged and was left out.`);
  } finally {
    held?.close();
  }
  const parts = present.has('all') ? ptpParts : ptpParts.filter((p) => present.has(p));
  const missing = ptpParts.filter((p) => !parts.includes(p));
  if (missing.length > 0) notes.push(`${missing.length === 1 ? 'Part' : 'Parts'} ${missing.join(', ')} of ${ptpParts.length} ${missing.length === 1 ? 'is' : 'are'} missing: pairs of the codes in ${missing.length === 1 ? 'it' : 'them'} are not known. Import ${missing.length === 1 ? 'it' : 'them'} too; what is in stays.`);
  const body = builder.finish();
  const rows = openPtpTable((position, length) => body.subarray(position, position + length), body.length).row_count;
  return { body, rows, origin, parts, parts_of: ptpParts.length, ...(release === '' ? {} : { facts: { release } }), notes };
}

function openHeld(path: string): OpenTable | undefined {
  try {
    return openTable(path);
  } catch (error) {
    if (error instanceof DamagedTable || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

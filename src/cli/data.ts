/** `claimlint data`: import official files, and tell, check or remove what the data folder holds. */
import { parseArgs } from 'node:util';
import { nearestWord } from '../claim/edit-distance.ts';
import { quote } from '../claim/clean-text.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import type { Imported } from '../editions/import-files.ts';
import { storeStatus, type TableStatus } from '../editions/status.ts';
import { listStore, removeFiles } from '../editions/store.ts';
import { storeErrorOf, StoreError } from '../editions/store-error.ts';
import { tableNames } from '../editions/table-file.ts';
import { progressLine } from './progress.ts';

/** What the edge of the program gives this command. */
export interface DataEdge {
  folder(): string;
  today(): IsoDate;
  now(): number;
  /** Overwrites a line of the terminal; absent where there is none. */
  overwrite?(text: string): void;
}
export interface DataTerminal { out(text: string): void; raw(text: string): void; err(text: string): void }

const usage = [
  'Usage: claimlint data import FILE... [--edition E]   the files of CMS or the AMA as downloaded: .zip, .txt, .csv, .xlsx',
  '       claimlint data status                         what is there, for which dates, stale or damaged',
  '       claimlint data verify                         the same, after reading every file through',
  '       claimlint data remove TABLE [--edition E]',
  'Options: --data FOLDER --json',
].join('\n');

/** Exit status: 0 fine, 1 a damaged file is there, 2 wrong usage or a file that was not imported. */
export async function dataCommand(args: readonly string[], edge: DataEdge, terminal: DataTerminal): Promise<number> {
  const fail = (problem: string): number => { terminal.err(`claimlint data: ${problem}`); return 2; };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, strict: true, options: { json: { type: 'boolean' }, help: { type: 'boolean' }, edition: { type: 'string' } } });
  } catch {
    return fail(`it takes --edition, --json and --data.\n${usage}`);
  }
  const { values, positionals: [act, ...words] } = parsed;
  if (values.help || act === undefined) { terminal.raw(usage); return values.help ? 0 : 2; }
  const folder = edge.folder();
  const json = values.json === true;
  try {
    switch (act) {
      case 'import': return words.length === 0 ? fail(`name the files to import.\n${usage}`) : await importCommand(words, folder, { ...(values.edition === undefined ? {} : { edition: values.edition }), json }, edge, terminal);
      case 'status': case 'verify': return words.length > 0 ? fail(`${act} takes no further words.\n${usage}`) : status(folder, act === 'verify', json, edge, terminal);
      case 'remove': return words.length !== 1 ? fail(`name one table: ${tableNames.join(', ')}.`) : remove(words[0]!, values.edition, folder, json, terminal);
      default: {
        const near = nearestWord(act, ['import', 'status', 'verify', 'remove']);
        return fail(`unknown word "${quote(act, 40)}".${near ? ` Did you mean "${near}"?` : ''}\n${usage}`);
      }
    }
  } catch (error) {
    const told = storeErrorOf(error, folder);
    if (told instanceof StoreError) return fail(told.message);
    throw error;
  }
}

async function importCommand(paths: string[], folder: string, { edition, json }: { edition?: string; json: boolean }, edge: DataEdge, terminal: DataTerminal): Promise<number> {
  const { importFiles } = await import('../editions/import-files.ts');
  const line = progressLine(edge.overwrite?.bind(edge), () => edge.now());
  const result = await importFiles(paths, { folder, today: edge.today(), ...(edition === undefined ? {} : { edition }), onProgress: (p) => line.tell(p.file, p.done, p.total, p.rows) });
  line.end();
  if (json) terminal.raw(JSON.stringify({ folder, imported: result.imported.map(({ header: { body_bytes: _bytes, sha256: _hash, ...header }, ...rest }) => ({ ...header, ...rest })), failed: result.failed }, null, 2));
  else {
    for (const done of result.imported) terminal.out(tellImported(done));
    for (const failed of result.failed) terminal.err(`claimlint data import: ${failed.message}${failed.unread.map(tellUnread).join('')}`);
    if (result.imported.length > 0) terminal.out(`In ${folder}.`);
  }
  return result.failed.length > 0 ? 2 : 0;
}

function tellImported({ header: h, unread, notes }: Imported): string {
  const span = `${h.covers_from} ${h.covers_to === undefined ? 'on' : `to before ${h.covers_to}`}`;
  const lost = h.unread > 0 ? ` ${h.unread} ${h.unread === 1 ? 'row' : 'rows'} could not be read and ${h.unread === 1 ? 'is' : 'are'} left out:${unread.map(tellUnread).join('')}` : '';
  return `${h.table} ${h.edition}: ${h.rows.toLocaleString('en-US')} rows, for ${span}.${lost}${notes.map((n) => `\n  ${n}`).join('')}`;
}

function tellUnread(row: { file: string; line: number; column: string; reason: string }): string {
  return `\n  ${row.file}, line ${row.line}, ${row.column}: ${row.reason}`;
}

function status(folder: string, whole: boolean, json: boolean, edge: DataEdge, terminal: DataTerminal): number {
  const found = storeStatus(folder, edge.today(), whole);
  if (json) terminal.raw(JSON.stringify(found, null, 2));
  else {
    for (const table of found.tables) terminal.out(tellTable(table));
    for (const bad of found.damaged) terminal.out(`${bad.file}: DAMAGED, ${bad.why}. It is left aside; import the official file again.`);
    if (found.tables.length + found.damaged.length === 0) terminal.out(`Nothing is imported; the embedded tables are used. Import files of CMS with: claimlint data import FILE...`);
    else if (whole && found.damaged.length === 0) terminal.out('Every file is whole.');
    terminal.out(`In ${folder}.`);
  }
  return found.damaged.length > 0 ? 1 : 0;
}

function tellTable(t: TableStatus): string {
  const span = t.covers_to === undefined ? `from ${t.covers_from}` : `${t.covers_from} to before ${t.covers_to}`;
  const size = t.bytes < 1048576 ? `${Math.max(1, Math.round(t.bytes / 1024))} KB` : `${(t.bytes / 1048576).toFixed(1)} MB`;
  const parts = t.missing_parts === undefined ? '' : `\n  INCOMPLETE: it has ${t.parts!.join(', ')}; ${t.missing_parts} more to import`;
  const stale = t.stale ? `\n  STALE: get a newer one from ${t.refresh_from}` : '';
  return `${t.table} ${t.edition}  (${t.name})\n  ${span}; ${t.rows.toLocaleString('en-US')} rows, ${size}, imported ${t.imported_on} from ${t.origin.join(', ')}${t.unread > 0 ? `, ${t.unread} rows left out` : ''}${parts}${stale}`;
}

function remove(table: string, edition: string | undefined, folder: string, json: boolean, terminal: DataTerminal): number {
  if (!(tableNames as readonly string[]).includes(table)) {
    const near = nearestWord(table, tableNames);
    terminal.err(`claimlint data: there is no table "${quote(table, 40)}".${near ? ` Did you mean "${near}"?` : ''} Tables: ${tableNames.join(', ')}.`);
    return 2;
  }
  const { tables, damaged } = listStore(folder);
  const wanted = [...tables, ...damaged].filter((t) => t.file.startsWith(`${table}.`) && (edition === undefined || t.file === `${table}.${edition}.claimlint`));
  if (wanted.length === 0) {
    terminal.err(`claimlint data: the data folder has no ${table}${edition === undefined ? '' : ` of edition ${quote(edition, 30)}`}. \`claimlint data status\` tells what it has.`);
    return 2;
  }
  removeFiles(wanted);
  if (json) terminal.raw(JSON.stringify({ folder, removed: wanted.map((t) => t.file) }, null, 2));
  else terminal.out(`Removed ${wanted.map((t) => t.file).join(', ')}.`);
  return 0;
}

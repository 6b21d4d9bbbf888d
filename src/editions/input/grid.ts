/** A text or spreadsheet as rows of cells with their line numbers, the same for comma, tab and xlsx. */
import { parse } from 'csv-parse/sync';
import { ImportError } from './import-error.ts';
import type { InputFile } from './input-file.ts';
import { refuse } from './input-file.ts';
import { sniff } from './sniff.ts';

export interface GridRow { line: number; cells: string[] }
export interface Grid { rows: GridRow[]; sheet: boolean }
export interface TextFile { text: string; endsWhole: boolean }

/** More than any single table of CMS but the pair table, which is read as it streams. */
const mostText = 256 * 1024 ** 2;
const mostSheet = 64 * 1024 ** 2;

async function gather(file: InputFile, most: number, onBytes?: (n: number) => void): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of file.chunks()) {
    total += chunk.length;
    if (total > most) throw new ImportError(`${file.name} has more than ${most / 1048576} MB; no table of its kind is that large.`);
    parts.push(chunk);
    onBytes?.(chunk.length);
  }
  return Buffer.concat(parts);
}

/** The first bytes, enough to tell what the file is. */
export async function readStart(file: InputFile, most = 65_536): Promise<string> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of file.chunks()) {
    parts.push(chunk);
    if ((total += chunk.length) >= most) break;
  }
  const bytes = Buffer.concat(parts).subarray(0, most);
  refuse(sniff(bytes), file.name);
  return decode(bytes, true);
}

/** The whole text; UTF-8 with or without its mark, else Windows-1252, which CMS still uses. */
export async function readText(file: InputFile, onBytes?: (n: number) => void): Promise<TextFile> {
  const bytes = await gather(file, mostText, onBytes);
  refuse(sniff(bytes), file.name);
  // Files of DOS descent end with a Ctrl-Z.
  const ctrlZ = bytes.at(-1) === 0x1a;
  const text = decode(ctrlZ ? bytes.subarray(0, -1) : bytes, false);
  return { text, endsWhole: ctrlZ || /[\r\n]$/.test(text) };
}

function decode(all: Uint8Array, cut: boolean): string {
  const marked = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf;
  const bytes = marked ? all.subarray(3) : all;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Rows of a comma- or tab-separated text; quoted cells may hold line breaks. */
export function gridOfText(text: string, name: string, delimiter: ',' | '\t'): Grid {
  try {
    const parsed = parse(text, { delimiter, quote: delimiter === ',' ? '"' : null, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, info: true, bom: true }) as unknown as { record: string[]; info: { lines: number } }[];
    let last = 0;
    return { sheet: false, rows: parsed.map(({ record, info }) => { const line = last + 1; last = info.lines; return { line, cells: record.map((c) => c.trim()) }; }) };
  } catch (error) {
    const line = (error as { lines?: number }).lines;
    throw new ImportError(`${name} is not a whole table of ${delimiter === ',' ? 'commas' : 'tabs'}${line === undefined ? '' : ` (it breaks at line ${line})`}: a quotation mark is open to the end. Download it again.`);
  }
}

/** Rows of the first sheet that has any. */
export async function gridOfSheet(file: InputFile, onBytes?: (n: number) => void): Promise<Grid> {
  const bytes = await gather(file, mostSheet, onBytes);
  const { listZip } = await import('./read-zip.ts');
  // The spreadsheet is a zip of its own: the same limits hold for it.
  (await listZip(bytes, file.name)).close();
  const { default: readSheets } = await import('read-excel-file/universal');
  let sheets;
  try {
    sheets = await readSheets(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer, { trim: false, parseNumber: String } as never);
  } catch {
    throw new ImportError(`${file.name} is not a spreadsheet that can be read. Download it again, or import the .zip or text of the same table.`);
  }
  const sheet = (sheets as { data: unknown[][] }[]).find((s) => s.data.length > 0);
  if (!sheet) throw new ImportError(`${file.name} is a spreadsheet without rows.`);
  return { sheet: true, rows: sheet.data.map((cells, i) => ({ line: i + 1, cells: cells.map(cellText) })) };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** One text or spreadsheet to import: a file as given, or a file inside a zip as CMS ships it. */
import { createReadStream, openSync, readSync, closeSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { quote } from '../../claim/clean-text.ts';
import { ImportError } from './import-error.ts';
import { listZip } from './read-zip.ts';
import { sniff, type FileKind } from './sniff.ts';

export interface InputFile {
  /** For messages: `a.zip` or `a.zip, a.TXT`. */
  name: string;
  /** Names that may tell the edition, the inner one first. */
  names: string[];
  /** The file as the user gave it. */
  origin: string;
  kind: 'text' | 'sheet';
  bytes: number;
  chunks(): AsyncIterable<Uint8Array>;
}

const mostBytes = 1024 ** 3;

/** Every file of `path` that may hold a table, texts before spreadsheets, larger ones first. Throws ImportError when there is none. */
export async function openInput(path: string): Promise<{ files: InputFile[]; close(): void }> {
  const origin = quote(basename(path), 60);
  let start: Buffer;
  let bytes: number;
  try {
    const found = statSync(path);
    if (!found.isFile()) throw new ImportError(`"${quote(path)}" is not a file. Give the file as CMS ships it, such as ccipra-v322r0-f1.zip.`);
    bytes = found.size;
    start = beginning(path);
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`"${quote(path)}" cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`);
  }
  const kind = sniff(start);
  if (kind === 'zip') return openArchive(path, origin);
  refuse(kind, origin);
  if (/\.zip$/i.test(path)) throw new ImportError(`${origin} is named .zip and is not one. Download it again.`);
  if (/\.xlsx$/i.test(path)) throw new ImportError(`${origin} is named .xlsx and is not a spreadsheet. Download it again, or import the .zip that it came in.`);
  if (bytes > mostBytes) throw new ImportError(`${origin} has ${Math.round(bytes / 1048576)} MB; no file of CMS is that large.`);
  return { files: [{ name: origin, names: [basename(path)], origin, kind: 'text', bytes, chunks: () => createReadStream(path, { highWaterMark: 1 << 18 }) }], close() {} };
}

async function openArchive(path: string, origin: string): Promise<{ files: InputFile[]; close(): void }> {
  const zip = await listZip(path, origin);
  try {
    const names = zip.entries.map((e) => e.name);
    if (names.includes('[Content_Types].xml') && names.some((n) => n.startsWith('xl/'))) {
      const bytes = statSync(path).size;
      zip.close();
      return { files: [{ name: origin, names: [basename(path)], origin, kind: 'sheet', bytes, chunks: () => createReadStream(path) }], close() {} };
    }
    if (/\.xlsx$/i.test(path)) throw new ImportError(`${origin} is named .xlsx and holds no spreadsheet. Download it again, or import the .zip that it came in.`);
    const fitting = zip.entries.filter((e) => e.bytes > 0 && /\.(txt|csv|tsv|xlsx)$/i.test(e.name) && !/(?:^|\/)(?:__MACOSX\/|\.)/.test(e.name));
    if (fitting.length === 0) throw new ImportError(`${origin} holds no .txt, .csv or .xlsx file.${zip.entries.some((e) => /\.zip$/i.test(e.name)) ? ' It holds further zip files: unpack it and import those.' : ''}`);
    const rank = (e: { name: string }): number => (/\.xlsx$/i.test(e.name) ? 1 : 0);
    fitting.sort((a, b) => rank(a) - rank(b) || b.bytes - a.bytes || (a.name < b.name ? -1 : 1));
    const files = fitting.map((e): InputFile => {
      const inner = e.name.split('/').at(-1)!;
      return { name: `${origin}, ${quote(inner, 60)}`, names: [inner, basename(path)], origin, kind: rank(e) === 1 ? 'sheet' : 'text', bytes: e.bytes, chunks: e.chunks };
    });
    return { files, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Throws ImportError for content that is no table, whatever the file is called. */
export function refuse(kind: FileKind, name: string): void {
  const why: Partial<Record<FileKind, string>> = {
    empty: 'is empty. Download it again.',
    html: 'is a web page, not a file of data: CMS and the AMA ask to accept a licence first. Open the link in a browser, accept the licence, and import what is then downloaded.',
    utf16: 'is in UTF-16, as Excel saves "Unicode text". Import it as CMS ships it, or save it as CSV UTF-8.',
    old_excel: 'is a spreadsheet of the old .xls kind. Save it as .xlsx or CSV, or import the .zip that CMS ships.',
    pdf: 'is a PDF. Import the .zip, .txt, .csv or .xlsx of the same page.',
    binary: 'is neither text nor a spreadsheet nor a zip. Import the file as CMS ships it.',
  };
  if (why[kind] !== undefined) throw new ImportError(`${name} ${why[kind]}`);
}

function beginning(path: string): Buffer {
  const out = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  try {
    return out.subarray(0, readSync(file, out, 0, out.length, 0));
  } finally {
    closeSync(file);
  }
}

/** The form of one file of the store: a magic, a checked header in JSON, and the table's body. */
import { newSha256 } from './sha256.ts';
import type { IsoDate } from '../claim/iso-date.ts';

/** The tables that official files are compiled into. */
export const tableNames = ['ncci_ptp', 'ncci_ptp_hospital', 'mue', 'status', 'hcpcs', 'icd10cm', 'add_on_codes', 'cpt', 'fees'] as const;
export type TableName = (typeof tableNames)[number];

export interface TableHeader {
  table: TableName;
  edition: string;
  /** Half-open dates of service that the edition was published for. */
  covers_from: IsoDate;
  covers_to?: IsoDate;
  /** Names of the files that it was made of. */
  origin: string[];
  rows: number;
  /** Rows that could not be read and were left out. */
  unread: number;
  imported_on: IsoDate;
  /** For a table published in several files: which are in, and how many there are. */
  parts?: string[];
  parts_of?: number;
  /** What the files say beside their rows: release, copyright notice, conversion factor. */
  facts?: Record<string, string>;
  body_bytes: number;
  sha256: string;
}

/** A file of the store that is not whole or not one; `message` says in words what is wrong. */
export class DamagedTable extends Error {
  override readonly name = 'DamagedTable';
}

const magic = 'CLAIMLINT-TABLE\n';
const version = 1;
/** Magic, version, length of the header, SHA-256 of the header. */
const fixedBytes = magic.length + 4 + 4 + 32;
const longestHeader = 256 * 1024;

export function sha256(bytes: Uint8Array): Buffer {
  return newSha256().update(bytes).digest();
}

/** What stands before the body. */
export function encodeHeader(header: TableHeader): Buffer {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const fixed = Buffer.alloc(fixedBytes);
  fixed.write(magic, 0, 'latin1');
  fixed.writeUInt32LE(version, magic.length);
  fixed.writeUInt32LE(json.length, magic.length + 4);
  sha256(json).copy(fixed, magic.length + 8);
  return Buffer.concat([fixed, json]);
}

/** Reads and checks the header by position. Throws DamagedTable. `body` is where the body begins. */
export function decodeHeader(read: (position: number, length: number) => Uint8Array, fileBytes: number): { header: TableHeader; body: number } {
  if (fileBytes < fixedBytes) throw new DamagedTable('it is shorter than a header');
  const fixed = Buffer.from(read(0, fixedBytes));
  if (fixed.toString('latin1', 0, magic.length) !== magic) throw new DamagedTable('it is not a table of claimlint');
  const found = fixed.readUInt32LE(magic.length);
  if (found !== version) throw new DamagedTable(`it has version ${found} and this claimlint reads version ${version}; import the official file again`);
  const length = fixed.readUInt32LE(magic.length + 4);
  if (length > longestHeader || fixedBytes + length > fileBytes) throw new DamagedTable('its header is cut short');
  const json = Buffer.from(read(fixedBytes, length));
  if (!sha256(json).equals(fixed.subarray(magic.length + 8, fixedBytes))) throw new DamagedTable('its header does not match its checksum');
  const header = JSON.parse(json.toString('utf8')) as TableHeader;
  const body = fixedBytes + length;
  if (fileBytes !== body + header.body_bytes) throw new DamagedTable(`it has ${fileBytes} bytes and should have ${body + header.body_bytes}`);
  return { header, body };
}

/** The file of an edition; an edition is a short plain word by then. */
export function fileNameOf(table: string, edition: string): string {
  return `${table}.${edition}.claimlint`;
}

/** True for a name that can stand in a file name on every system: 2026Q3, FY2026, 2024-07. */
export function isEditionName(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._-]{0,31}$/.test(text) && !text.endsWith('.');
}

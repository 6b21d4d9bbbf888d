/** The part of a compiled PTP table that is held in memory: codes, where rows begin, and the dictionary of windows. */
import type { IsoDate } from '../claim/iso-date.ts';
import { ByteReader, readExactly, TableDamaged, type ReadAt } from './byte-reader.ts';
import { murmur3 } from './murmur3.ts';
import { FORMAT_VERSION, INDEX_COUNTS, MAGIC, PREFIX_LENGTH, ROW_CHECK_LENGTH } from './ptp-format.ts';
import type { ModifierIndicator, PtpWindow } from './ptp-pair.ts';

export interface PtpIndex {
  rowCount: number;
  pairCount: number;
  columnOnes: Uint32Array;
  columnTwos: Uint32Array;
  /** Where each column one's row begins in the data, and where the last one ends. */
  rowStarts: Uint32Array;
  /** Where the data begins in the whole. */
  dataStart: number;
  /** The windows of a set by its number, made anew at each call. */
  windowsOfSet(set: number): PtpWindow[];
}

/** Reads and checks the index. */
export function readPtpIndex(read: ReadAt, length: number): PtpIndex {
  const prefix = readPrefix(read, length);
  const bytes = readExactly(read, PREFIX_LENGTH, prefix.indexLength);
  if (murmur3(bytes, 0, bytes.length, FORMAT_VERSION) !== prefix.check) throw new TableDamaged('The PTP table is damaged: its index does not fit its check.');
  return parseIndex(bytes, length);
}

function readPrefix(read: ReadAt, length: number): { indexLength: number; check: number } {
  if (length < PREFIX_LENGTH) throw new TableDamaged('The PTP table ends early: it is shorter than its own head.');
  const prefix = new ByteReader(readExactly(read, 0, PREFIX_LENGTH));
  if (prefix.word() !== MAGIC) throw new TableDamaged('This is not a compiled PTP table.');
  const version = prefix.word();
  if (version !== FORMAT_VERSION) throw new TableDamaged(`The PTP table is in format ${version}; this program reads format ${FORMAT_VERSION}. Import the CMS files again.`);
  const [indexLength, check] = [prefix.word(), prefix.word()];
  if (indexLength > length - PREFIX_LENGTH) throw new TableDamaged('The PTP table ends early: it was cut short or is damaged.');
  return { indexLength, check };
}

function parseIndex(bytes: Uint8Array, length: number): PtpIndex {
  const reader = new ByteReader(bytes);
  const [dataLength, rowCount, pairCount, oneCount, twoCount, windowCount, setCount] = reader.words(INDEX_COUNTS) as unknown as [number, number, number, number, number, number, number];
  const dataStart = PREFIX_LENGTH + bytes.length;
  if (dataStart + dataLength !== length) throw new TableDamaged(`The PTP table should have ${dataStart + dataLength} bytes and has ${length}: it was cut short or is damaged.`);
  const columnOnes = reader.words(oneCount);
  const rowStarts = reader.words(oneCount + 1);
  const columnTwos = reader.words(twoCount);
  checkRowStarts(rowStarts, dataLength);
  const dates = Array.from({ length: reader.varint() }, () => isoDate(reader.varint()));
  const rationales = Array.from({ length: reader.varint() }, () => reader.text());
  const windows = readWindows(reader, windowCount);
  const sets = readSets(reader, setCount);

  const windowAt = (n: number): PtpWindow => {
    const [from, to, indicator, rationale] = [windows[4 * n]!, windows[4 * n + 1]!, String(windows[4 * n + 2]) as ModifierIndicator, rationales[windows[4 * n + 3]!]!];
    return to === 0 ? { from: dates[from]!, indicator, rationale } : { from: dates[from]!, to: dates[to - 1]!, indicator, rationale };
  };
  const windowsOfSet = (set: number): PtpWindow[] => {
    if (set >= setCount) throw new TableDamaged('The PTP table is damaged: a pair has a set of windows that the index does not have.');
    const found: PtpWindow[] = [];
    for (let i = sets.starts[set]!; i < sets.starts[set + 1]!; i++) found.push(windowAt(sets.windows[i]!));
    return found;
  };
  return { rowCount, pairCount, columnOnes, columnTwos, rowStarts, dataStart, windowsOfSet };
}

function checkRowStarts(starts: Uint32Array, dataLength: number): void {
  let good = starts[0] === 0 && starts.at(-1) === dataLength;
  for (let i = 1; i < starts.length; i++) good &&= starts[i]! > starts[i - 1]! + ROW_CHECK_LENGTH;
  if (!good) throw new TableDamaged('The PTP table is damaged: its rows do not lie one behind the other.');
}

/** Four numbers a window: from, to + 1 or 0, indicator, rationale. */
function readWindows(reader: ByteReader, count: number): Uint32Array {
  reader.ask(count * 4);
  const windows = new Uint32Array(count * 4);
  for (let i = 0; i < windows.length; i++) windows[i] = reader.varint();
  return windows;
}

/** The sets one behind the other, and where each begins. */
function readSets(reader: ByteReader, count: number): { starts: Uint32Array; windows: number[] } {
  reader.ask(count);
  const starts = new Uint32Array(count + 1);
  const windows: number[] = [];
  for (let set = 0; set < count; set++) {
    for (let left = reader.varint(); left > 0; left--) windows.push(reader.varint());
    starts[set + 1] = windows.length;
  }
  return { starts, windows };
}

function isoDate(number: number): IsoDate {
  const digits = String(number).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

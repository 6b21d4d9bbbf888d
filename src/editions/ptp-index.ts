/** The part of a compiled PTP table that is held in memory: codes, where the blocks of pairs begin, and the windows. */
import { createHash } from 'node:crypto';
import type { IsoDate } from '../claim/iso-date.ts';
import { ByteReader, readExactly, TableDamaged, type ReadAt } from './byte-reader.ts';
import { FORMAT_VERSION, MAGIC, PREFIX_LENGTH, PREFIX_WORDS_LENGTH } from './ptp-format.ts';
import type { ModifierIndicator, PtpWindow } from './ptp-pair.ts';

export interface PtpIndex {
  rowCount: number;
  pairCount: number;
  /** The codes' numbers, sorted; so are the column twos. */
  columnOnes: Uint32Array;
  columnTwos: Uint32Array;
  /** The first block of each column one, and the end. */
  firstBlock: Uint32Array;
  /** The place of each block's first column two. */
  firstTwo: Uint32Array;
  /** Where each block begins in the data, and the end; and where the data begins in the whole. */
  blockStarts: Uint32Array;
  dataStart: number;
  /** The windows of a set by its number, made anew at each call. */
  windowsOfSet(set: number): PtpWindow[];
}

/** Reads and checks the index of a table of `length` bytes. */
export function readPtpIndex(read: ReadAt, length: number): PtpIndex {
  if (length < PREFIX_LENGTH) throw new TableDamaged('The PTP table ends early: it is shorter than its own head.');
  const prefixBytes = Uint8Array.from(readExactly(read, 0, PREFIX_LENGTH));
  const prefix = new ByteReader(prefixBytes);
  if (prefix.word() !== MAGIC) throw new TableDamaged('This is not a compiled PTP table.');
  const version = prefix.word();
  if (version !== FORMAT_VERSION) throw new TableDamaged(`The PTP table is in format ${version}; this program reads format ${FORMAT_VERSION}. Import the CMS files again.`);
  const [indexLength, dataLength] = [prefix.word(), prefix.word()];
  const whole = PREFIX_LENGTH + indexLength + dataLength;
  if (whole !== length) throw new TableDamaged(`The PTP table should have ${whole} bytes and has ${length}: it was cut short or is damaged.`);
  // A copy, which starts at a whole word: the lists of the index stay in it, and what `read` gave may be used again.
  const bytes = new Uint8Array(readExactly(read, PREFIX_LENGTH, indexLength));
  const check = createHash('sha256').update(prefixBytes.subarray(0, PREFIX_WORDS_LENGTH)).update(bytes).digest();
  if (check.compare(prefixBytes, PREFIX_WORDS_LENGTH) !== 0) throw new TableDamaged('The PTP table is damaged: its index does not fit its check.');
  return parseIndex(new ByteReader(bytes), PREFIX_LENGTH + indexLength);
}

function parseIndex(reader: ByteReader, dataStart: number): PtpIndex {
  const [rowCount, pairCount, ones, blocks, twos, windowCount, setCount, setWindowCount] = Array.from({ length: 8 }, () => reader.word()) as [number, number, number, number, number, number, number, number];
  const columnOnes = reader.words(ones);
  const firstBlock = reader.words(ones + 1);
  const firstTwo = reader.words(blocks);
  const blockStarts = reader.words(blocks + 1);
  const columnTwos = reader.words(twos);
  const windows = reader.words(windowCount * 2);
  const setStarts = reader.words(setCount + 1);
  const setWindows = reader.words(setWindowCount);
  const dates = Array.from({ length: reader.varint() }, () => isoDate(reader.varint()));
  const rationales = Array.from({ length: reader.varint() }, () => reader.text());

  const windowAt = (window: number): PtpWindow => {
    const [days, rest] = [windows[window * 2]!, windows[window * 2 + 1]!];
    const [from, to] = [dates[days >>> 16]!, days & 0xffff];
    const [indicator, rationale] = [String(rest >>> 16) as ModifierIndicator, rationales[rest & 0xffff]!];
    return to === 0 ? { from, indicator, rationale } : { from, to: dates[to - 1]!, indicator, rationale };
  };
  const windowsOfSet = (set: number): PtpWindow[] => {
    if (set >= setCount) throw new TableDamaged('The PTP table is damaged: a pair has a set of windows that the index does not have.');
    const found: PtpWindow[] = [];
    for (let i = setStarts[set]!; i < setStarts[set + 1]!; i++) found.push(windowAt(setWindows[i]!));
    return found;
  };
  return { rowCount, pairCount, columnOnes, columnTwos, firstBlock, firstTwo, blockStarts, dataStart, windowsOfSet };
}

function isoDate(number: number): IsoDate {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

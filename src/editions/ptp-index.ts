/** The part of a compiled PTP table that is held in memory: codes, where the blocks of pairs begin, and the windows. */
import { newSha256 } from './sha256.ts';
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
  /** Reads the set of a pair; its windows are made anew at each call. */
  readSet(reader: ByteReader): PtpWindow[];
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
  const check = newSha256().update(prefixBytes.subarray(0, PREFIX_WORDS_LENGTH)).update(bytes).digest();
  if (check.compare(prefixBytes, PREFIX_WORDS_LENGTH) !== 0) throw new TableDamaged('The PTP table is damaged: its index does not fit its check.');
  return parseIndex(new ByteReader(bytes), PREFIX_LENGTH + indexLength);
}

function parseIndex(index: ByteReader, dataStart: number): PtpIndex {
  const [rowCount, pairCount, ones, blocks, twos, windowCount, setCount, setWindowCount] = Array.from({ length: 8 }, () => index.word()) as [number, number, number, number, number, number, number, number];
  const columnOnes = index.words(ones);
  const firstBlock = index.words(ones + 1);
  const firstTwo = index.words(blocks);
  const blockStarts = index.words(blocks + 1);
  const columnTwos = index.words(twos);
  const windows = index.words(windowCount * 2);
  const setStarts = index.words(setCount + 1);
  const setWindows = index.words(setWindowCount);
  const dates = Array.from({ length: index.varint() }, () => isoDate(index.varint()));
  const rationales = Array.from({ length: index.varint() }, () => index.text());

  const windowAt = (window: number): PtpWindow => {
    if (window >= windowCount) throw new TableDamaged('The PTP table is damaged: a pair has a window that the index does not have.');
    const [days, rest] = [windows[window * 2]!, windows[window * 2 + 1]!];
    const [from, to] = [dates[days >>> 16]!, days & 0xffff];
    const [indicator, rationale] = [indicators[rest >>> 16]!, rationales[rest & 0xffff]!];
    return to === 0 ? { from, indicator, rationale } : { from, to: dates[to - 1]!, indicator, rationale };
  };
  const readSet = (reader: ByteReader): PtpWindow[] => {
    const found: PtpWindow[] = [];
    const number = reader.varint();
    if (number === 0) for (let left = reader.varint(); left > 0; left--) found.push(windowAt(reader.varint()));
    else if (number > setCount) throw new TableDamaged('The PTP table is damaged: a pair has a set of windows that the index does not have.');
    else for (let i = setStarts[number - 1]!; i < setStarts[number]!; i++) found.push(windowAt(setWindows[i]!));
    return found;
  };
  return { rowCount, pairCount, columnOnes, columnTwos, firstBlock, firstTwo, blockStarts, dataStart, readSet };
}

/** By its own number, so that a look-up makes no text. */
const indicators: Readonly<Record<number, ModifierIndicator>> = { 0: '0', 1: '1', 9: '9' };

function isoDate(number: number): IsoDate {
  const digits = String(number);
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

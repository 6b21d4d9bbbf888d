/**
 * How a compiled PTP table lies in its bytes. Words are four bytes, little-endian; varints are LEB128.
 *
 *     prefix   MAGIC, FORMAT_VERSION, length of the index, check of the index (murmur3, seed FORMAT_VERSION)
 *     index    words: length of the data; counts of rows, pairs, column ones, column twos, windows, sets
 *              words: the column ones, sorted; where each one's row begins in the data, and the end; the column twos, sorted
 *              varints and text: the dates (YYYYMMDD) with their count, the rationales with their count, the windows
 *              (from, to + 1 or 0 for none, indicator, rationale; places in the lists before), then the sets (count,
 *              windows), the most frequent first
 *     data     one row for each column one: check of the row (murmur3, seed the column one's number), then for each
 *              pair, by column two: places since the column two before, less one; the place of its set of windows
 *
 * The index is held in memory while a table is open; rows are read when they are asked for.
 */

/** "PTPc" as a little-endian word. */
export const MAGIC = 0x63505450;
export const FORMAT_VERSION = 1;
/** Bytes of the prefix: four words. */
export const PREFIX_LENGTH = 16;
/** Bytes of the check at the head of a row: one word. */
export const ROW_CHECK_LENGTH = 4;
/** Words at the head of the index: the length of the data and six counts. */
export const INDEX_COUNTS = 7;

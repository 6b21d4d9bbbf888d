/**
 * How a compiled PTP table lies in its bytes. Words are four bytes, little-endian; varints are LEB128.
 *
 *     prefix   words: MAGIC, FORMAT_VERSION, length of the index, length of the data; SHA-256 of these words and the index
 *     index    words: the counts of rows, pairs, column ones, blocks, column twos, windows, sets, windows of all sets
 *              words: the column ones, sorted; the first block of each, and the end; the first column two of each block;
 *              where each block begins in the data, and the end; the column twos, sorted; two words a window (place of
 *              the first day * 2^16 + place of the last day + 1 or 0; indicator * 2^16 + place of the rationale); where
 *              each set begins in the windows of all sets, and the end; the windows of all sets
 *              the dates (count, then YYYYMMDD, varints), the rationales (count, then length and UTF-8)
 *     data     blocks of at most BLOCK_PAIRS pairs of one column one: a check (murmur3, seed the block's number), then for
 *              each pair, by column two: places since the column two before, less one (not for the first); the number of
 *              its set plus one, or 0, the count and the windows themselves for a rare one
 *
 * The index is held in memory while a table is open; a block is read, and checked, when a pair in it is asked for. Sets
 * of windows are numbered by how often they occur, so that most pairs take two bytes; a rare set, of a pair with a
 * history of its own, is written with the pair.
 */

/** "PTPc" as a little-endian word. */
export const MAGIC = 0x63505450;
export const FORMAT_VERSION = 1;
/** Bytes of the words at the head of the prefix, and of the whole prefix. */
export const PREFIX_WORDS_LENGTH = 16;
export const PREFIX_LENGTH = 48;
/** Small enough that a look-up reads, checks and scans little; large enough that the list of blocks stays short. */
export const BLOCK_PAIRS = 64;
/** Bytes of the check at the head of a block: one word. */
export const BLOCK_CHECK_LENGTH = 4;

/** A stream of bytes cut into lines, with a limit on how long an unfinished one may grow. */

/** Gives each whole line to `take`, without its end; false when a line is longer than `most` bytes, and then no more is read. */
export function createLineReader(most: number, take: (line: string) => void): (chunk: Buffer) => boolean {
  // Kept in pieces until the line ends: joining them at every chunk would copy a long line over and over.
  let pieces: Buffer[] = [];
  let size = 0;
  let over = false;
  return (chunk) => {
    let from = 0;
    while (!over) {
      const end = chunk.indexOf(0x0a, from);
      const piece = chunk.subarray(from, end < 0 ? undefined : end);
      size += piece.length;
      over = size > most;
      if (over) break;
      pieces.push(piece);
      if (end < 0) return true;
      const line = (pieces.length === 1 ? piece : Buffer.concat(pieces)).toString('utf8');
      pieces = [];
      size = 0;
      from = end + 1;
      take(line);
    }
    pieces = [];
    return false;
  };
}

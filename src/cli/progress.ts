/** A line of progress on a terminal, for what takes over a second: how much, how many rows, how long still. */

export interface ProgressLine {
  tell(file: string, done: number, total: number, rows: number): void;
  end(): void;
}

const quietMs = 1000;
const everyMs = 100;

/** `write` overwrites the line; without it (no terminal) nothing is ever told. */
export function progressLine(write: ((text: string) => void) | undefined, now: () => number): ProgressLine {
  const began = now();
  let last = 0;
  let shown = 0;
  let file = '';
  let fileBegan = began;
  return {
    tell(name, done, total, rows) {
      if (!write) return;
      const at = now();
      if (name !== file) { file = name; fileBegan = at; }
      if (at - began < quietMs || at - last < everyMs) return;
      last = at;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const left = share > 0.02 ? `, about ${Math.ceil(((at - fileBegan) * (1 - share)) / share / 1000)} s left` : '';
      const text = `${name}: ${Math.floor(share * 100)}%${rows > 0 ? `, ${rows.toLocaleString('en-US')} rows` : ''}${left}`;
      write(`\r${text.padEnd(shown)}`);
      shown = text.length;
    },
    end() {
      if (write && shown > 0) write(`\r${' '.repeat(shown)}\r`);
      shown = 0;
    },
  };
}

/** The clock of the HTTP server: for times, limits and logs, never for an answer. */

/** Milliseconds that only ever grow. */
export function ticks(): number {
  return performance.now();
}

export function timestamp(): string {
  return new Date(Date.now()).toISOString();
}

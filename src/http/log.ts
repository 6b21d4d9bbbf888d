/** Structured logs on stderr, one JSON object a line: what happened and how long it took, never what was asked. */
import { timestamp } from './clock.ts';

export interface Log { (level: 'info' | 'warn' | 'error', event: string, fields?: Record<string, string | number | boolean | undefined>): void; flush(): void }

/** Lines are gathered for a moment, so that a busy server does not wait for each. */
export function createLog(write: (text: string) => void): Log {
  let waiting: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const text = waiting.join('');
    waiting = [];
    write(text);
  };
  const log: Log = (level, event, fields = {}) => {
    waiting.push(`${JSON.stringify({ time: timestamp(), level, event, ...fields })}\n`);
    if (waiting.length >= 256) flush();
    else timer ??= setTimeout(flush, 50).unref();
  };
  log.flush = flush;
  return log;
}

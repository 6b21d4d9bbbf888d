/** The server over standard input and output: one JSON-RPC message a line, and nothing else ever reaches stdout. */
import { dispatch } from './dispatch.ts';
import { createLineReader } from './line-reader.ts';
import { createMethods, type Loaded } from './methods.ts';

/** Bytes of one message. */
const longest = 10 * 1024 * 1024;

export function serveStdio(load: () => Promise<Loaded>): void {
  const methods = createMethods(load, (tool, cause) => void process.stderr.write(`claimlint: ${tool}: ${cause instanceof Error ? cause.name : 'failure'}\n`));
  const inFlight = new Set<Promise<void>>();
  /** Requests under way, and whether the client still waits for the answer. */
  const wanted = new Map<unknown, boolean>();

  const answer = async (message: unknown): Promise<void> => {
    const { id, method, params } = (message ?? {}) as { id?: unknown; method?: unknown; params?: { requestId?: unknown } };
    if (method === 'notifications/cancelled') {
      if (wanted.has(params?.requestId)) wanted.set(params?.requestId, false);
      return;
    }
    if (id !== undefined) wanted.set(id, true);
    const { body } = await dispatch(methods, message);
    const cancelled = wanted.get(id) === false;
    wanted.delete(id);
    // What cannot be told to belong to a request gets no answer: clients take none without an id.
    if (body !== undefined && !cancelled && !body.startsWith('{"jsonrpc":"2.0","id":null,')) process.stdout.write(`${body}\n`);
  };
  const read = createLineReader(longest, (line) => {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      return;
    }
    const work = answer(message).finally(() => inFlight.delete(work));
    inFlight.add(work);
  });

  // The host may close its end at any time; that is a normal end. What was asked before is still answered.
  process.stdin.on('end', () => void Promise.all(inFlight).then(() => process.stdout.write('', () => process.exit(0))));
  process.stdin.on('error', () => process.exit(0));
  process.stdout.on('error', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.on('SIGINT', () => process.exit(0));
  process.stdin.on('data', (chunk: Buffer) => {
    if (read(chunk)) return;
    // There is no id to answer to, and a client that waits for one would wait for ever.
    process.stderr.write(`claimlint: a message on standard input is longer than ${longest} bytes; the server ends.\n`);
    process.exit(1);
  });
}

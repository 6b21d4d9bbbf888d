/** `claimlint serve --http`: starts the server, and on SIGTERM finishes what is in flight before it ends. */
import type { Loaded } from '../mcp/methods.ts';
import { createLog } from './log.ts';
import { readOptions, usage } from './options.ts';
import { startServer } from './server.ts';

export interface Streams { out(text: string): void; err(text: string): void }

export async function serveHttp(args: readonly string[], load: () => Promise<Loaded>, environment: Record<string, string | undefined>, streams: Streams): Promise<void> {
  const options = await readOptions(args, environment).catch((error: unknown) => {
    throw new Error(`serve: ${error instanceof Error ? error.message : 'the options cannot be read'} (claimlint serve --http --help tells the options.)`, { cause: error });
  });
  if (!options) return streams.out(`${usage}\n`);
  const log = createLog(streams.err);
  const server = await startServer(options, load, log);
  let stopping = false;
  const stop = (signal: string): void => {
    // A second signal does not wait any more.
    if (stopping) process.exit(1);
    stopping = true;
    void server.stop(signal).then(() => {
      log.flush();
      process.exit(0);
    });
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

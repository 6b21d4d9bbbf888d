/** The body of a request as text, up to a limit, whether its length was announced or not. */
import type { IncomingMessage } from 'node:http';
import type { Refusal } from './refusal.ts';

const tooLarge = (limit: number): Refusal => ({ status: 413, message: `The body is over ${Math.round(limit / 1024)} KiB: send less.`, headers: { connection: 'close' } });

/** Undefined when the client went away. What is over the limit is read past for a while, so that the client sees the answer. */
export function readBody(request: IncomingMessage, limit: number): Promise<string | Refusal | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > limit * 8) return resolve(tooLarge(limit));
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (size > limit * 8) resolve(tooLarge(limit));
      else chunks.length = 0;
    });
    request.on('end', () => {
      if (size > limit) return resolve(tooLarge(limit));
      try {
        resolve(new TextDecoder('utf-8', { fatal: true }).decode(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)));
      } catch {
        resolve({ status: 400, code: -32700, message: 'The body is not UTF-8 text.' });
      }
    });
    request.on('error', () => resolve(undefined));
    request.on('close', () => resolve(undefined));
  });
}

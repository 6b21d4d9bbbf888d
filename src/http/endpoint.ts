/** The MCP endpoint: one POST, one JSON-RPC message, one JSON reply; nothing is kept between requests. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dispatch, type Answer } from '../mcp/dispatch.ts';
import type { Methods } from '../mcp/methods.ts';
import { errorCodes } from '../mcp/protocol-error.ts';
import type { Access } from './access.ts';
import { ticks } from './clock.ts';
import { checkMedia, type Doors } from './guard.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createRateLimit } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { refuse, send, type Refusal } from './refusal.ts';

interface Parts { methods: Methods; access: Access; metrics: Metrics; log: Log | undefined; tools: ReadonlySet<string>; rateLimit: number; bodyLimit: number; doors: Doors }

/** Wrong tokens a minute from one address. */
const guesses = 30;

export function createEndpoint({ methods, access, metrics, log, tools, rateLimit, bodyLimit, doors }: Parts): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const limit = createRateLimit(rateLimit);
  const wrongTokens = createRateLimit(guesses, guesses);

  /** Who asks, or what stands against the request before its body is read. */
  const admit = async (request: IncomingMessage): Promise<{ client: string } | { refusal: Refusal }> => {
    if (request.method !== 'POST') return no({ status: 405, message: 'Send one JSON-RPC message by POST; there is no stream to GET and no session to DELETE.', headers: { allow: 'POST, OPTIONS' } });
    const caller = await access.check(request);
    if ('refusal' in caller) {
      // A right token passes whoever guesses beside it: behind one address there can be many.
      const seconds = caller.refusal.status === 401 ? wrongTokens.take(access.addressOf(request), ticks()) : 0;
      return seconds > 0 ? no(tooMany(seconds)) : caller;
    }
    const seconds = limit.take(caller.client, ticks());
    if (seconds > 0) return no(tooMany(seconds));
    const wrong = checkMedia(request.headers);
    return wrong ? no(wrong) : caller;
  };

  return async (request, response) => {
    const began = ticks();
    if (request.headers.origin !== undefined) allowPage(response, request.headers.origin);
    if (request.method === 'OPTIONS' && request.headers.origin !== undefined) return preflight(response);
    const done = (status: number, answer?: Answer): void => {
      const [first] = answer?.calls ?? [];
      // Only words that the program itself knows are logged: a method or a tool's name can be anything.
      log?.(status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info', 'request', {
        status, method: first && methods.has(first.method) ? first.method : undefined, tool: typeof first?.tool === 'string' && tools.has(first.tool) ? first.tool : undefined,
        outcome: first?.outcome, ms: Math.round((ticks() - began) * 100) / 100,
      });
    };
    const turnAway = (refusal: Refusal): void => { refuse(response, refusal); done(refusal.status); };

    const caller = await admit(request);
    if ('refusal' in caller) return turnAway(caller.refusal);
    const body = await readBody(request, bodyLimit);
    if (body === undefined) return done(499);
    if (typeof body === 'object') return turnAway(body);
    let message: unknown;
    try {
      message = JSON.parse(body);
    } catch {
      return turnAway({ status: 400, code: errorCodes.parse, message: 'The body is not JSON.' });
    }
    // A batch counts as what it holds.
    if (Array.isArray(message)) for (let more = 1; more < message.length; more += 1) {
      const seconds = limit.take(caller.client, ticks());
      if (seconds > 0) return turnAway(tooMany(seconds));
    }
    const header = (name: string): string | undefined => { const value = request.headers[name]; return typeof value === 'string' ? value : undefined; };
    const called = ticks();
    const answer = await dispatch(methods, message, { version: header('mcp-protocol-version'), method: header('mcp-method'), name: header('mcp-name') });
    for (const call of answer.calls) metrics.call(call, (ticks() - called) / 1000);
    send(response, answer.status, answer.body);
    done(answer.status, answer);
  };

  function allowPage(response: ServerResponse, origin: string): void {
    if (doors.origins.has(origin.toLowerCase())) response.setHeader('access-control-allow-origin', origin).setHeader('vary', 'Origin').setHeader('access-control-expose-headers', 'WWW-Authenticate, Retry-After');
  }
}

function preflight(response: ServerResponse): void {
  send(response, 204, undefined, { 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'Authorization, Content-Type, Accept, MCP-Protocol-Version, Mcp-Method, Mcp-Name', 'access-control-max-age': '3600' });
}

function no(refusal: Refusal): { refusal: Refusal } {
  return { refusal };
}

function tooMany(seconds: number): Refusal {
  return { status: 429, message: `Too many requests: wait ${seconds} s.`, headers: { 'retry-after': String(seconds) } };
}

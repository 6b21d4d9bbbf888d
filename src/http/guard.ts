/** What is judged of a request before its body is read: where it claims to come from, and what it says it sends. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Refusal } from './refusal.ts';

export interface Doors {
  /** True when only this machine can reach the server. */
  loopback: boolean;
  /** Host names beside this machine's own, without a port, in lower case. */
  hosts: ReadonlySet<string>;
  /** Origins of web pages that may call, such as `https://app.example.com`. */
  origins: ReadonlySet<string>;
}

const localNames = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/**
 * A web page can make a browser call a server of this machine, or of the network, under a name of its own (DNS
 * rebinding). So the Host must be a name of ours; an address in numbers cannot be rebound and passes beyond loopback.
 */
export function checkOrigin(headers: IncomingHttpHeaders, doors: Doors): Refusal | undefined {
  const host = hostName(headers.host);
  const known = host !== undefined && (localNames.has(host) || doors.hosts.has(host) || (!doors.loopback && isAddress(host)));
  if (!known) return { status: 403, message: 'The Host header is not a name of this server. Whoever runs it can allow it with --allowed-host.' };
  if (headers.origin === undefined || doors.origins.has(headers.origin.toLowerCase())) return undefined;
  const page = originHost(headers.origin);
  if (doors.loopback && page !== undefined && localNames.has(page)) return undefined;
  return { status: 403, message: 'This Origin may not call. Whoever runs the server can allow it with --allowed-origin.' };
}

/** Only JSON goes in and out. */
export function checkMedia(headers: IncomingHttpHeaders): Refusal | undefined {
  const accept = headers.accept;
  if (accept !== undefined && !accept.split(',').some(takesJson)) return { status: 406, message: 'Replies are JSON: send Accept: application/json, text/event-stream' };
  if ((headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase() !== 'application/json') return { status: 415, message: 'Send the request as Content-Type: application/json' };
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return { status: 415, message: 'A compressed body is not read: send it plain.' };
  return undefined;
}

function takesJson(range: string): boolean {
  const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  return (type === '*/*' || type === 'application/*' || type === 'application/json') && !parameters.some((p) => /^q=0(\.0*)?$/.test(p));
}

/** `example.com:8080` -> `example.com`; undefined when it is no host. */
export function hostName(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i.exec(header)?.[1]?.toLowerCase();
}

function originHost(origin: string): string | undefined {
  return hostName(/^https?:\/\/([^/]+)$/i.exec(origin)?.[1]);
}

function isAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/** True for the addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

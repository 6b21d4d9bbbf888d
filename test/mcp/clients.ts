/** The official clients of both protocol eras, connected to the built file over stdio or to a server of the test over HTTP. */
import { fileURLToPath } from 'node:url';
import { Client as ModernClient, StreamableHTTPClientTransport as ModernHttp } from '@modelcontextprotocol/client';
import { StdioClientTransport as ModernStdio } from '@modelcontextprotocol/client/stdio';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

export const built = fileURLToPath(new URL('../../dist/claimlint.mjs', import.meta.url));
export const environment = { PATH: process.env.PATH!, CLAIMLINT_TODAY: '2026-11-23' };
const who = { name: 'test', version: '0' };
const command = { command: process.execPath, args: [built], env: environment };

/** What the tests ask of a client; both have it. */
export type AnyClient = Pick<Client, 'listTools' | 'callTool' | 'listResources' | 'listResourceTemplates' | 'readResource' | 'listPrompts' | 'getPrompt' | 'complete' | 'close' | 'getServerVersion' | 'getServerCapabilities' | 'getInstructions'>;

export const kinds = ['handshake over stdio', 'handshake over HTTP', '2026-07-28 over stdio', '2026-07-28 over HTTP', 'automatic over stdio', 'automatic over HTTP'] as const;
export type Kind = (typeof kinds)[number];

export async function connected(kind: Kind, url: string): Promise<AnyClient> {
  const overHttp = kind.endsWith('HTTP');
  if (kind.startsWith('handshake')) {
    const client = new Client(who);
    await client.connect(overHttp ? new StreamableHTTPClientTransport(new URL(url)) as never : new StdioClientTransport(command));
    return client;
  }
  const client = new ModernClient(who, { versionNegotiation: { mode: kind.startsWith('automatic') ? 'auto' : { pin: '2026-07-28' } } });
  await client.connect(overHttp ? new ModernHttp(new URL(url)) : new ModernStdio(command));
  return client as unknown as AnyClient;
}

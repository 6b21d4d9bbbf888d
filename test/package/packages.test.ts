/** What hosts install, made once and used as they use it: the desktop bundle, the plugin, the npm package. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMcpConfigForManifest, unpackExtension, type McpbManifestAny } from '@anthropic-ai/mcpb';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tools } from '../../tools/index.ts';
import { pkg, root } from './package-json.ts';

const checkout = fileURLToPath(root);
const built = join(checkout, 'dist', 'claimlint.mjs');
const mcpb = join(checkout, 'node_modules', '@anthropic-ai', 'mcpb', 'dist', 'cli', 'cli.js');
const scratch = mkdtempSync(join(tmpdir(), 'claimlint-packages-'));
const out = join(scratch, 'out');
const unpacked = join(scratch, 'unpacked');
const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const filesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) => statSync(join(folder, f)).isFile()).map((f) => f.split(sep).join('/')).sort();

beforeAll(async () => {
  execFileSync(process.execPath, [join(checkout, 'src', 'build', 'package.mjs'), '--out', out]);
  await unpackExtension({ mcpbPath: join(out, 'claimlint.mcpb'), outputDir: unpacked, silent: true });
}, 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

type Reply = Record<string, any>;
interface Started { client: Client; stderr(): string }

/** A server started as a host starts it: nothing of this process's environment but what is given. */
async function start(config: { command: string; args?: string[]; env?: Record<string, string> }): Promise<Started> {
  expect(config.command).toBe('node');
  const transport = new StdioClientTransport({ command: process.execPath, args: config.args ?? [], env: { CLAIMLINT_TODAY: '2026-11-23', ...config.env }, stderr: 'pipe' });
  let stderr = '';
  transport.stderr!.on('data', (chunk: Buffer) => { stderr += chunk.toString(); });
  const client = new Client({ name: 'host', version: '0' });
  await client.connect(transport);
  return { client, stderr: () => stderr };
}
async function ask({ client }: Started, name: string, args: Record<string, unknown>): Promise<Reply> {
  const result = await client.callTool({ name, arguments: args });
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
  return result.structuredContent as Reply;
}

describe('the desktop bundle', () => {
  const manifest = (): McpbManifestAny => JSON.parse(read(unpacked, 'manifest.json')) as McpbManifestAny;
  /** As Claude Desktop makes it from the manifest, by the code of the bundle's own specification. */
  const config = async (userConfig: Record<string, string> = {}) => (await getMcpConfigForManifest({ manifest: manifest(), extensionPath: unpacked, systemDirs: {}, userConfig, pathSeparator: sep }))!;
  const line = { code: '97140', modifiers: ['GP'], units: 2, minutes: 30, diagnosis_codes: ['M54.2'], date_of_service: '2024-08-15', other_lines: [] };

  it('is one file with its manifest, icon and licence, of at most 1.5 MB', () => {
    expect(filesOf(unpacked)).toEqual(['LICENSE', 'NOTICE', 'icon.png', 'manifest.json', 'server/claimlint.mjs']);
    expect(statSync(join(out, 'claimlint.mcpb')).size).toBeLessThanOrEqual(1.5 * 1024 * 1024);
    expect(readFileSync(join(unpacked, 'server', 'claimlint.mjs')).equals(readFileSync(built))).toBe(true);
  });

  it('passes mcpb validate, and a manifest with an unknown key does not', () => {
    expect(spawnSync(process.execPath, [mcpb, 'validate', join(unpacked, 'manifest.json')], { encoding: 'utf8' })).toMatchObject({ status: 0, stdout: expect.stringContaining('validation passes') });
    mkdirSync(join(scratch, 'flawed'));
    writeFileSync(join(scratch, 'flawed', 'manifest.json'), JSON.stringify({ ...manifest(), colour: 'green' }));
    expect(spawnSync(process.execPath, [mcpb, 'validate', join(scratch, 'flawed', 'manifest.json')], { encoding: 'utf8' }).status).toBe(1);
  });

  // What a host hands over for a setting that was left empty: the placeholder itself, or an empty text.
  it.each([['left out', undefined], ['empty', { payer: '', provider_type: '', data_folder: '', payers_folder: '' }]])('answers the first question of README with all settings %s', async (_, settings) => {
    const { env } = await config(settings);
    expect(Object.values(env!).every((v) => v === '' || v.startsWith('${user_config.'))).toBe(true);
    const server = await start(await config(settings));
    const steps = /## Claude Desktop in three steps\n([^]*?)\n## /.exec(read(checkout, 'README.md'))![1]!;
    const [question, tool] = [/Ask it: "([^"]+)"/.exec(steps)![1]!, /calls `([a-z_]+)`/.exec(steps)![1]!];
    const answer = [...steps.matchAll(/^ +> (.*)$/gm)].map((m) => m[1]).join(' ');
    expect(steps).toContain('`dist/claimlint.mcpb`');
    expect((await server.client.listTools()).tools.map((t) => t.name)).toEqual(manifest().tools!.map((t) => t.name));
    const reply = await ask(server, tool, { service: question });
    expect(reply.summary).toBe(answer);
    expect(reply.defaults_used).toBeUndefined();
    expect(server.stderr()).toBe('');
    await server.client.close();
  });

  it('uses the settings that were filled in', async () => {
    const folder = join(scratch, 'payers');
    mkdirSync(folder);
    const [, profile] = [...read(checkout, 'README.md').matchAll(/```json\n(\{\n[^]*?"id": "acme_health"[^]*?)\n```/g)][0]!;
    writeFileSync(join(folder, 'acme.json'), profile!);
    const server = await start(await config({ payer: 'Acme Health', provider_type: 'LMT', payers_folder: folder, data_folder: join(scratch, 'data') }));
    const reply = await ask(server, 'check_claim_line', line);
    expect(reply.defaults_used).toEqual({ payer: 'acme_health', provider_type: 'massage_therapist' });
    expect(reply.summary).toMatch(/From your settings.*payer acme_health, provider type massage_therapist/);
    expect(reply.findings.map((f: Reply) => f.rule)).toContain('provider-not-recognized-by-payer');
    expect(await ask(server, 'check_claim_line', { ...line, payer: 'medicare', provider_type: 'PT' })).toMatchObject({ payer: 'medicare' });
    expect(server.stderr()).toBe('');
    await server.client.close();
  });

  it('a setting that is no payer is told once on stderr and left out', async () => {
    const server = await start(await config({ payer: 'medicar' }));
    for (let i = 0; i < 2; i += 1) expect((await ask(server, 'check_claim_line', line)).payer).toBe('unknown');
    expect(server.stderr().match(/CLAIMLINT_PAYER "medicar" is no payer.*Did you mean "medicare"/g)).toHaveLength(1);
    await server.client.close();
  });
});

it('the registry entry has the version of package.json', () => expect(JSON.parse(read(out, 'server.json'))).toMatchObject({ name: pkg.mcpName, version: pkg.version }));

describe('the plugin', () => {
  const plugin = join(out, 'plugin');
  it('has its files where Claude Code looks for them', () => {
    expect(filesOf(plugin)).toEqual(['.claude-plugin/icon.png', '.claude-plugin/marketplace.json', '.claude-plugin/plugin.json', '.mcp.json', 'LICENSE', 'NOTICE', 'server/claimlint.mjs', 'skills/claimlint/SKILL.md']);
  });
  it('starts from wherever it is put', async () => {
    const moved = join(scratch, 'a folder with blanks');
    cpSync(plugin, moved, { recursive: true });
    const { claimlint } = (JSON.parse(read(moved, '.mcp.json')) as { mcpServers: { claimlint: { command: string; args: string[] } } }).mcpServers;
    const server = await start({ ...claimlint, args: claimlint.args.map((a) => a.replace('${CLAUDE_PLUGIN_ROOT}', moved)) });
    expect((await server.client.listTools()).tools.map((t) => t.name)).toEqual(tools.map((t) => t.name));
    await server.client.close();
  });
});

describe('the npm package', () => {
  const run = (program: 'npm' | 'npx', args: string[], cwd: string): string => execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: { PATH: process.env.PATH!, HOME: scratch, npm_config_cache: join(scratch, 'npm-cache'), npm_config_update_notifier: 'false' } });

  it('npm pack: few files, nothing to install, and npx runs it', () => {
    const [packed] = JSON.parse(run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', scratch], checkout)) as { filename: string; files: { path: string; mode: number }[] }[];
    expect(packed!.files.map((f) => f.path).sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'NOTICE', 'README.md', 'dist/claimlint.mjs', 'package.json']);
    expect(packed!.files.find((f) => f.path === 'dist/claimlint.mjs')!.mode & 0o111).not.toBe(0);
    expect(pkg.dependencies).toBeUndefined();
    const home = join(scratch, 'project');
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{}');
    // Offline and with an empty cache, so that whatever it would need from a registry fails.
    run('npm', ['install', '--ignore-scripts', '--offline', '--no-audit', '--no-fund', join(scratch, packed!.filename)], home);
    expect(readdirSync(join(home, 'node_modules')).filter((f) => !f.startsWith('.'))).toEqual(['claimlint']);
    const said = run('npx', ['--offline', '--no', 'claimlint', 'lookup', '97124'], home);
    expect(said).toMatch(/97124.*\n?.*15 minutes a unit/);
    expect(createHash('sha256').update(readFileSync(join(home, 'node_modules', 'claimlint', 'dist', 'claimlint.mjs'))).digest('hex')).toBe(createHash('sha256').update(readFileSync(built)).digest('hex'));
  }, 60_000);
});

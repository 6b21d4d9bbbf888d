/** What is generated for the hosts, before it is packed: registry entry, plugin, skill, icon. */
import { readFileSync } from 'node:fs';
import { crc32, inflateSync } from 'node:zlib';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { desktopManifest, privacy } from '../../src/build/desktop-manifest.ts';
import { icon } from '../../src/build/icon.ts';
import { inShort } from '../../src/build/package-json.ts';
import { pluginFiles } from '../../src/build/plugin.ts';
import { registryEntry, registrySchema } from '../../src/build/registry-entry.ts';
import { tools } from '../../tools/index.ts';
import { pkg, root } from './package-json.ts';

const sha = 'a'.repeat(64);
const atHome = { ...pkg, repository: { type: 'git', url: 'git+https://github.com/claimlint/claimlint.git' } };

describe('the registry entry', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  const valid = ajv.compile(JSON.parse(readFileSync(new URL('server-json.schema.json', import.meta.url), 'utf8')) as object);
  const entry = registryEntry(pkg, sha) as Record<string, any>;

  it.each([['without a repository', pkg, ['npm']], ['with one', atHome, ['npm', 'mcpb']]])('fits the schema %s', (_, source, kinds) => {
    const made = registryEntry(source, sha) as Record<string, any>;
    expect(valid(made), JSON.stringify(valid.errors)).toBe(true);
    expect(made.packages.map((p: { registryType: string }) => p.registryType)).toEqual(kinds);
  });
  it.each([
    ['a description of 101 characters', { description: 'x'.repeat(101) }], ['a name without an owner', { name: 'claimlint' }], ['no version', { version: undefined }],
    ['a package of any version', { packages: [{ ...entry.packages[0], version: 'latest' }] }], ['a package without a transport', { packages: [{ ...entry.packages[0], transport: undefined }] }],
    ['a setting without a name', { packages: [{ ...entry.packages[0], environmentVariables: [{ description: 'x' }] }] }], ['a short hash', { packages: [{ ...entry.packages[0], fileSha256: 'abc' }] }],
    ['a remote without an address', { remotes: [{ type: 'sse' }] }], ['an address that is none', { websiteUrl: 'not a url' }],
  ])('%s would not fit', (_, change) => expect(valid(JSON.parse(JSON.stringify({ ...entry, ...change })))).toBe(false));
  it('says what package.json says', () => {
    expect(entry).toMatchObject({ $schema: registrySchema, name: pkg.mcpName, version: pkg.version });
    expect(entry.packages[0]).toMatchObject({ identifier: pkg.name, version: pkg.version });
    // npx runs the program that is named like the package.
    expect(Object.keys(pkg.bin)).toEqual([pkg.name]);
    // The registry gives a namespace to its owner on GitHub only.
    expect(pkg.mcpName).toMatch(new RegExp(`^io\\.github\\.[a-z0-9-]+/${pkg.name}$`));
  });
  it('and the bundle of a release', () => {
    const made = registryEntry(atHome, sha) as Record<string, any>;
    expect(made.repository).toEqual({ url: 'https://github.com/claimlint/claimlint', source: 'github' });
    expect(made.packages[1]).toMatchObject({ identifier: `https://github.com/claimlint/claimlint/releases/download/v${pkg.version}/claimlint.mcpb`, fileSha256: sha });
  });
});

describe('the desktop manifest', () => {
  const manifest = desktopManifest(pkg, tools) as Record<string, any>;
  it('lists every tool in its order', () => expect(manifest.tools).toEqual(tools.map(({ name, description }) => ({ name, description }))));
  it('asks for each setting once, and requires none', () => {
    const { env } = manifest.server.mcp_config as { env: Record<string, string> };
    expect(Object.values(env)).toEqual(Object.keys(manifest.user_config).map((key) => `\${user_config.${key}}`));
    expect(Object.keys(env).sort()).toEqual(['CLAIMLINT_DATA', 'CLAIMLINT_PAYER', 'CLAIMLINT_PAYERS', 'CLAIMLINT_PROVIDER']);
    for (const setting of Object.values(manifest.user_config) as { required: boolean; description: string }[]) expect(setting).toMatchObject({ required: false, description: expect.stringMatching(/empty/i) });
  });
  it('says what becomes of data', () => expect(manifest.long_description).toContain(privacy));
  it('names the repository only where there is one', () => {
    expect(manifest.repository).toBeUndefined();
    expect(desktopManifest(atHome, tools).repository).toEqual({ type: 'git', url: 'https://github.com/claimlint/claimlint' });
  });
  it('has a short description of one sentence', () => expect(inShort(pkg).length).toBeLessThanOrEqual(100));
});

describe('the plugin', () => {
  const files = pluginFiles(pkg, tools, readFileSync(new URL('src/build/skill.md', root), 'utf8'));
  const skill = files['skills/claimlint/SKILL.md']!;
  it('keeps .mcp.json at its root and starts the server that lies in it', () => expect(JSON.parse(files['.mcp.json']!)).toEqual({ mcpServers: { claimlint: { command: 'node', args: ['${CLAUDE_PLUGIN_ROOT}/server/claimlint.mjs'] } } }));
  it('is its own marketplace', () => {
    const marketplace = JSON.parse(files['.claude-plugin/marketplace.json']!) as { plugins: { name: string; source: string }[] };
    expect(marketplace.plugins).toEqual([{ name: JSON.parse(files['.claude-plugin/plugin.json']!).name, source: './', description: pkg.description }]);
  });
  it.each(tools.map((t) => t.name))('%s keeps a name that Claude Code takes', (name) => expect(`mcp__plugin_${pkg.name}_${pkg.name}__${name}`.length).toBeLessThanOrEqual(128));
  it('the skill has a name and says when to use it', () => {
    const [, front] = /^---\n([^]*?)\n---\n/.exec(skill)!;
    expect(front!.split('\n').map((l) => l.split(':')[0])).toEqual(['name', 'description']);
    expect(front).toContain(`name: ${pkg.name}`);
    expect(/description: (.*)/.exec(front!)![1]!.length).toBeLessThanOrEqual(1024);
  });
  it('the skill names every tool, and nothing that is not there', () => {
    for (const tool of tools) expect(skill).toContain(`- \`${tool.name}\`: ${tool.description.slice(0, 20)}`);
    const known = new Set([...tools.map((t) => t.name), ...tools.flatMap((t) => [...Object.keys(t.input.shape), ...Object.keys(t.output.shape)]), 'defaults_used', 'fix_before_sending', 'review', 'no_problem_found', 'needs', 'matters', 'documentation']);
    for (const [, word] of skill.matchAll(/`([a-z_]+)(?::[^`]*)?`/g)) expect(known, `skill.md speaks of ${word}`).toContain(word);
    expect(skill).not.toContain('{{');
  });
  it('the skill teaches the way in its order', () => expect([...skill.matchAll(/^## \d\. (.*)$/gm)].map((m) => m[1])).toEqual(['Code the session', 'Check the line', 'Document it']));
});

describe('the icon', () => {
  const file = icon();
  const chunks: { type: string; data: Buffer; crc: number }[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length), crc: file.readUInt32BE(at + 8 + length) });
  }
  it('is a PNG of 512 by 512 with right checksums', () => {
    expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect(chunks.map((c) => c.type)).toEqual(['IHDR', 'IDAT', 'IEND']);
    for (const { type, data, crc } of chunks) expect(crc32(Buffer.concat([Buffer.from(type), data]))).toBe(crc);
    expect([chunks[0]!.data.readUInt32BE(0), chunks[0]!.data.readUInt32BE(4)]).toEqual([512, 512]);
  });
  it('has clear corners, a tile, a sheet and a tick', () => {
    const rows = inflateSync(chunks[1]!.data);
    const pixel = (x: number, y: number): number[] => [...rows.subarray(y * (512 * 4 + 1) + 1 + x * 4).subarray(0, 4)];
    expect(rows.length).toBe(512 * (512 * 4 + 1));
    expect([pixel(0, 0)[3], pixel(511, 511)[3]]).toEqual([0, 0]);
    expect(new Set([pixel(256, 30), pixel(240, 180), pixel(318, 396)].map(String)).size).toBe(3);
    for (const [x, y] of [[256, 30], [240, 180], [318, 396]] as const) expect(pixel(x, y)[3]).toBe(255);
  });
  it('is the same each time and small', () => {
    expect(icon().equals(file)).toBe(true);
    expect(file.length).toBeLessThan(30_000);
  });
});

/** README against what is built: its generated part, its links, and every command that it shows. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installLinks, withInstallSection, type Launch } from '../../src/build/install-section.ts';
import { pkg, root } from './package-json.ts';

const readme = withInstallSection(readFileSync(new URL('README.md', root), 'utf8'), pkg);
const built = fileURLToPath(new URL('dist/claimlint.mjs', root));

it('the part on assistants says what package.json says', async () => {
  await expect(readme).toMatchFileSnapshot('../../README.md');
});
it('says which lines are missing', () => expect(() => withInstallSection('# claimlint', pkg)).toThrow(/install/));

describe('links', () => {
  const blocks = [...readme.matchAll(/```json\n([^]*?)\n```/g)].map((m) => JSON.parse(m[1]!) as Record<string, any>);
  const [standard, vscode] = [blocks.find((b) => b.mcpServers), blocks.find((b) => b.servers)];
  const launch = standard!.mcpServers.claimlint as Launch;
  const fromBase64 = (url: URL): unknown => JSON.parse(Buffer.from(url.searchParams.get('config')!, 'base64').toString('utf8'));
  /** What each assistant makes of its link. */
  const decode: Record<string, (url: URL) => unknown> = {
    'VS Code': (url) => JSON.parse(url.searchParams.get('config')!),
    'VS Code Insiders': (url) => (expect(url.searchParams.get('quality')).toBe('insiders'), JSON.parse(url.searchParams.get('config')!)),
    Cursor: fromBase64, 'LM Studio': fromBase64,
    Goose: (url) => ({ command: url.searchParams.get('cmd'), args: url.searchParams.getAll('arg') }),
  };
  const shown = Object.fromEntries([...readme.matchAll(/\[([^\]]+)\]\((https:[^)]+)\)/g)].filter((m) => m[1]! in decode).map((m) => [m[1]!, m[2]!]));

  it('one for each assistant that takes one', () => expect(shown).toEqual(installLinks(pkg)));
  it.each(Object.keys(decode))('%s gets the configuration that README shows', (host) => {
    const url = new URL(shown[host]!);
    expect(decode[host]!(url)).toEqual(launch);
    expect(url.searchParams.get('name')).toBe('claimlint');
    // What a Markdown link and a URL cannot hold has to be written otherwise.
    expect(shown[host]).toMatch(/^[A-Za-z0-9:/.?&=%_-]+$/);
  });
  it('VS Code, Claude Code and Goose start the same program', () => {
    expect(vscode!.servers.claimlint).toEqual(launch);
    expect(readme).toContain(`claude mcp add claimlint -- ${[launch.command, ...launch.args].join(' ')}\``);
    expect(readme).toContain(`goose session --with-extension "${[launch.command, ...launch.args].join(' ')}"\``);
  });
  it('the settings stand in the program', () => {
    const settings = [...readme.matchAll(/^\| `(CLAIMLINT_[A-Z]+)` \|/gm)].map((m) => m[1]!);
    expect(settings.length).toBeGreaterThan(3);
    const program = readFileSync(built, 'utf8');
    for (const setting of settings) expect(program).toContain(setting);
  });
});

describe('commands', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-readme-'));
  beforeAll(() => writeFileSync(join(folder, 'claims.csv'), 'claim,code,modifiers,units,minutes,payer\n1,97140,GP,2,30,medicare\n'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const fenced = [...readme.matchAll(/^( *)```sh\n([^]*?)\n\1```/gm)].flatMap((m) => m[2]!.split(/\n| && /)).map((c) => c.trim());
  const inline = [...readme.matchAll(/`((?:claimlint|npm|npx|node|claude|goose) [^`]+)`/g)].map((m) => m[1]!);
  const commands = [...new Set([...fenced, ...inline])];
  /** Run by the gate, or where this file says; the rest is run here. */
  const elsewhere: [command: RegExp, where: string, text: RegExp][] = [
    [/^npm (ci --ignore-scripts|test|run (?:package|build|peers))$/, '.ci/run', /^/],
    [/^npm run check$/, 'package.json', /npm run typecheck && npm run lint && npm test/],
    [/^npm run bench$/, 'package.json', /test\/bench\/run\.mjs/],
    [/^(?:CLAIMLINT_TOKEN=\S+ (?:.* )?)?node dist\/claimlint\.mjs serve --http/, 'test/http/built.test.ts', /'serve', '--http'/],
    [/^npx -y claimlint$/, 'test/package/packages.test.ts', /'npx'/],
    // No such program on a build machine: what they are given is compared above and in packages.test.ts.
    [/^claude mcp add |^goose session /, 'test/package/readme.test.ts', /start the same program/],
    [/^claude plugin (?:marketplace add \.\/dist\/plugin|install claimlint@claimlint)$/, 'test/package/manifests.test.ts', /is its own marketplace/],
    [/^claimlint data import /, 'test/editions/data-command.test.ts', /'import'/],
    [/^claimlint data remove /, 'test/editions/data-command.test.ts', /'remove'/],
    [/^node dist\/claimlint\.mjs$/, 'test/smoke.test.ts', /over stdio/],
    [/^npx vitest run test\/package -u$/, 'test/package/readme.test.ts', /toMatchFileSnapshot/],
  ];

  it.each(commands)('%s', (command) => {
    const other = elsewhere.find(([pattern]) => pattern.test(command));
    if (other) {
      const text = readFileSync(new URL(other[1], root), 'utf8');
      expect(text).toMatch(other[2]);
      if (other[1] === '.ci/run') expect(text, `.ci/run has to run ${command}`).toContain(command);
      return;
    }
    const [, words] = /^(?:claimlint|node dist\/claimlint\.mjs) (.*)$/.exec(command) ?? [];
    expect(words, `run "${command}" in a test, or say in this file where it is run`).toBeDefined();
    const given = [...words!.matchAll(/"([^"]*)"|(\S+)/g)].map((m) => m[1] ?? m[2]!);
    const result = spawnSync(process.execPath, [built, ...given], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH!, CLAIMLINT_TODAY: '2026-11-23' } });
    expect(result.stderr).toBe('');
    expect(result.status).toBeLessThan(2);
    expect(result.stdout.length).toBeGreaterThan(40);
  });
  it('are found', () => expect(commands.length).toBeGreaterThan(10));
});

it('keeps its two commands at the top', () => {
  const first = /```sh\n([^]*?)\n```/.exec(readme)![1]!.split('\n');
  expect(first).toHaveLength(2);
  expect(first[1]).toBe('npm test');
  expect(first[0]).toMatch(/^npm ci --ignore-scripts && npm run build && node dist\/claimlint\.mjs suggest "/);
});

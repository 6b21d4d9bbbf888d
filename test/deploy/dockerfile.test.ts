/** The Dockerfile, read line by line: there is no engine in the gate, but its build, its check and its command can be run. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { readOptions } from '../../src/http/options.ts';
import { built, environment } from '../mcp/clients.ts';
import { dockerfile, stageOf } from './read-dockerfile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[]; engines: { node: string } };
const [build, ship] = [stageOf('build'), stageOf(undefined)];
const of = (stage: typeof ship, name: string): string[] => stage.filter((i) => i.name === name).map((i) => i.rest);
const list = (text: string): string[] => JSON.parse(text) as string[];

it('has two stages on one exact version of a slim Node', () => {
  const bases = dockerfile.filter((i) => i.name === 'FROM').map((i) => i.rest.split(' ')[0]!);
  expect(bases).toHaveLength(2);
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/);
  expect(Number(/\d+/.exec(bases[0]!)![0])).toBeGreaterThanOrEqual(Number(/\d+/.exec(manifest.engines.node)![0]));
});

it('knows its instructions, and uses none that fetches or hides', () => {
  for (const { name } of dockerfile) expect(['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']).toContain(name);
  for (const text of of(build, 'RUN')) expect(text).not.toMatch(/curl|wget|sudo|apt|npm i\b|npm install/);
  expect(of(build, 'RUN')[0]).toBe('npm ci --ignore-scripts');
  expect(dockerfile.some((i) => /token|secret|password/i.test(i.rest))).toBe(false);
});

it('ships the bundle, the licence and an empty folder for editions, and runs no step of its own', () => {
  expect(of(ship, 'RUN')).toEqual([]);
  expect(of(ship, 'COPY')).toEqual(['LICENSE NOTICE /app/', '--from=build /build/dist/claimlint.mjs /app/claimlint.mjs', '--from=build --chown=10001:10001 /data /data']);
  for (const name of ['dist/claimlint.mjs', 'LICENSE', 'NOTICE']) expect(manifest.files).toContain(name);
});

it('ends as a user without rights, by number, so that "not root" can be checked', () => {
  expect(of(ship, 'USER')).toEqual(['10001:10001']);
  expect(ship.findIndex((i) => i.name === 'USER')).toBeLessThan(ship.findIndex((i) => i.name === 'ENTRYPOINT'));
});

it('copies what exists, and what the builder is sent', () => {
  const sent = readFileSync(join(root, 'src/deploy/Dockerfile.dockerignore'), 'utf8').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1));
  const copied = [...build, ...ship].filter((i) => i.name === 'COPY' && !i.rest.includes('--from=')).flatMap((i) => i.rest.split(' ').slice(0, -1));
  for (const name of copied) expect(existsSync(join(root, name)), name).toBe(true);
  expect(copied.toSorted()).toEqual(sent.toSorted());
});

it('builds the same bundle from those files alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-image-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of of(build, 'COPY').flatMap((rest) => rest.split(' ').slice(0, -1))) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const made = spawnSync('npm', ['run', 'build'], { cwd: folder, encoding: 'utf8' });
  expect(made.status, made.stderr).toBe(0);
  expect(readFileSync(join(folder, 'dist/claimlint.mjs')).equals(readFileSync(built))).toBe(true);
});

it('starts with options that the server takes, and not without a token', async () => {
  expect(list(of(ship, 'ENTRYPOINT')[0]!)).toEqual(['node', '/app/claimlint.mjs']);
  const [serve, ...args] = list(of(ship, 'CMD')[0]!);
  expect(serve).toBe('serve');
  expect(await readOptions(args, { CLAIMLINT_TOKEN: 'a-token-of-24-characters' })).toMatchObject({ host: '0.0.0.0', port: Number(of(ship, 'EXPOSE')[0]) });
  await expect(readOptions(args, {})).rejects.toThrow(/token is required/);
});

it('its health check tells a server from none', async () => {
  const [options, command] = of(ship, 'HEALTHCHECK')[0]!.split(' CMD ');
  expect(options).toMatch(/--timeout=\d+s/);
  const [node, ...args] = list(command!);
  expect(node).toBe('node');
  const child = spawn(process.execPath, [built, 'serve', '--http', '--port', '0'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => { child.kill('SIGKILL'); });
  const [first] = await once(child.stderr, 'data') as [Buffer];
  const { port } = new URL((JSON.parse(first.toString().split('\n')[0]!) as { url: string }).url);
  const check = (): number | null => spawnSync(process.execPath, args.map((arg) => arg.replace('8750', port)), { env: environment }).status;
  expect(check()).toBe(0);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(check()).toBe(1);
});

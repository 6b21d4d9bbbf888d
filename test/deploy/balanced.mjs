/** nginx with the configuration that ships, in front of servers of this machine; for a test and a benchmark. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'dist', 'claimlint.mjs');

/** Where nginx is; Debian has it in a folder that is not on everybody's path. */
export function findNginx() {
  return [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].map((folder) => join(folder, 'nginx')).find((path) => {
    try { accessSync(path, constants.X_OK); return true; } catch { return false; }
  });
}

/** The shipped text with other ports; whatever it cannot find in it is a mistake. */
export function fillIn(conf, listen, ports) {
  let [listens, servers] = [0, 0];
  const text = conf
    .replace(/^(\s*listen )80;$/m, (_, word) => { listens += 1; return `${word}127.0.0.1:${listen};`; })
    .replace(/^(\s*server 127\.0\.0\.1:)\d+( .*;)$/gm, (_, before, after) => { const port = ports[servers]; servers += 1; return port === undefined ? '' : `${before}${port}${after}`; });
  if (listens !== 1 || servers < ports.length) throw new Error(`nginx.conf has ${listens} listen lines and ${servers} servers; ${ports.length} are needed`);
  return text;
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url, headers = {}) {
  for (let tries = 0; tries < 400; tries += 1) {
    try { if ((await fetch(url, { headers })).status < 500) return; } catch { /* not yet */ }
    await new Promise((next) => { setTimeout(next, 25); });
  }
  throw new Error(`nothing answers at ${url}`);
}

export async function startBalanced(nginx, { replicas: count = 4, args = [], env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'claimlint-nginx-'));
  // nginx's workers run as another user when it is started by root.
  chmodSync(folder, 0o755);
  const [listen, ...ports] = await Promise.all(Array.from({ length: count + 1 }, freePort));
  writeFileSync(join(folder, 'claimlint.conf'), fillIn(readFileSync(join(root, 'src', 'deploy', 'nginx.conf'), 'utf8'), listen, ports));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(join(folder, 'main.conf'), `daemon off;\nworker_processes 2;\npid ${folder}/pid;\nerror_log ${folder}/error.log warn;\nevents {}\nhttp { ${temporary} include ${folder}/claimlint.conf; }\n`);
  const command = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'main.conf')];
  const tested = spawnSync(nginx, ['-t', ...command], { encoding: 'utf8' });
  if (tested.status !== 0) throw new Error(`nginx -t: ${tested.stderr}`);

  const replicas = ports.map((port) => {
    let child;
    return {
      port,
      async start() {
        child = spawn(process.execPath, [bundle, 'serve', '--http', '--port', String(port), '--allowed-host', 'claims.example.com', '--trust-proxy', '--quiet', ...args], { env: { PATH: process.env.PATH, CLAIMLINT_TODAY: '2026-11-23', ...env }, stdio: 'ignore' });
        await answers(`http://127.0.0.1:${port}/readyz`);
      },
      async end(signal) {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const ended = once(child, 'exit');
        child.kill(signal);
        await ended;
      },
    };
  });
  const front = spawn(nginx, command, { stdio: 'ignore' });
  const stop = async () => {
    const ended = front.exitCode === null ? once(front, 'exit') : undefined;
    front.kill('SIGTERM');
    await Promise.all([ended, ...replicas.map((r) => r.end('SIGKILL'))]);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(replicas.map((r) => r.start()));
    const base = `http://127.0.0.1:${listen}`;
    await answers(`${base}/`);
    return { url: `${base}/mcp`, base, replicas, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

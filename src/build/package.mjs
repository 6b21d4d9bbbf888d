/** Makes what the hosts install, from the built server: desktop bundle, registry entry, Claude Code plugin. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { packExtension } from '@anthropic-ai/mcpb';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } });
const out = resolve(values.out);
const scratch = await mkdtemp(join(tmpdir(), 'claimlint-package-'));

/** Writes text or bytes into a folder, making the folders on the way. */
async function put(folder, path, content) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
/** The server as built, with the licence that has to go with it. */
async function putServer(folder, serverFile) {
  await mkdir(dirname(join(folder, serverFile)), { recursive: true });
  await copyFile(join(root, 'dist', 'claimlint.mjs'), join(folder, serverFile));
  for (const name of ['LICENSE', 'NOTICE']) await copyFile(join(root, name), join(folder, name));
}

try {
  const generator = join(scratch, 'generator.mjs');
  await build({
    stdin: {
      contents: "export * from './src/build/desktop-manifest.ts'; export * from './src/build/registry-entry.ts'; export * from './src/build/plugin.ts'; export * from './src/build/icon.ts'; export { tools } from './tools/index.ts';",
      resolveDir: root, loader: 'ts',
    },
    bundle: true, platform: 'node', format: 'esm', target: 'node20', outfile: generator, logLevel: 'warning',
    banner: { js: "import{createRequire as claimlintRequire}from'node:module';const require=claimlintRequire(import.meta.url);" },
  });
  const { desktopManifest, icon, pluginFiles, registryEntry, serverFile, tools } = await import(pathToFileURL(generator).href);
  const pkg = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

  const bundle = join(scratch, 'bundle');
  await putServer(bundle, serverFile);
  await put(bundle, 'icon.png', icon());
  await put(bundle, 'manifest.json', `${JSON.stringify(desktopManifest(pkg, tools), null, 2)}\n`);
  const packed = join(out, `${pkg.name}.mcpb`);
  if (!(await packExtension({ extensionPath: bundle, outputPath: packed, silent: true }))) throw new Error('the desktop bundle was not packed; `mcpb validate` says why');

  const bytes = await readFile(packed);
  await put(out, 'server.json', `${JSON.stringify(registryEntry(pkg, createHash('sha256').update(bytes).digest('hex')), null, 2)}\n`);

  const plugin = join(out, 'plugin');
  await rm(plugin, { recursive: true, force: true });
  await putServer(plugin, serverFile);
  await put(plugin, '.claude-plugin/icon.png', icon());
  for (const [path, text] of Object.entries(pluginFiles(pkg, tools, await readFile(join(here, 'skill.md'), 'utf8')))) await put(plugin, path, text);
  console.log(`${pkg.name}.mcpb ${Math.round(bytes.length / 1024)} KiB, server.json, plugin/`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}

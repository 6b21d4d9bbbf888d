/** The composition root: picks the stdio server or the command line, and builds what they need when they need it. */
import { homedir } from 'node:os';
import type { DefaultArguments } from './mcp/default-arguments.ts';
import { dataFolder, takeData } from './editions/data-folder.ts';
import type { Core } from './mcp/define-tool.ts';
import type { Loaded } from './mcp/methods.ts';
import { payerFolder } from './payer-folder.ts';
import { nowMs, readToday } from './today.ts';
import type { Catalog } from './catalog/catalog.ts';

/** The catalog, with the user's own payer profiles where a folder of them is set. `strict`: a bad file ends the program. */
async function load(payers: string | undefined, strict: boolean, folder: () => string): Promise<Loaded> {
  const [{ tools }, { embeddedCatalog }, { callTool }, { readClaimFile }, { liveCatalog }, { defaultSettings }] = await Promise.all([
    import('../tools/index.ts'), import('./catalog/embedded.ts'), import('./mcp/call-tool.ts'), import('./claim-form/read-file.ts'), import('./editions/live-catalog.ts'), import('./default-settings.ts'),
  ]);
  const say = (text: string): void => void process.stderr.write(`claimlint: ${text}\n`);
  const catalog = payers === undefined ? embeddedCatalog : await withProfiles(embeddedCatalog, payers, strict);
  const live = liveCatalog(catalog, folder(), say);
  let defaults: DefaultArguments | undefined;
  const core = (): Core => {
    const today = readToday(process.env);
    return { catalog: live(today), today, again: core, defaults: (defaults ??= defaultSettings(catalog(), process.env, say)) };
  };
  return { tools, callTool, readClaimFile, core };
}

async function withProfiles(base: () => Catalog, folder: string, strict: boolean): Promise<() => Catalog> {
  const [{ readPayerFolder }, { withUserPayers }] = await Promise.all([import('./payer-folder.ts'), import('./catalog/user-payers.ts')]);
  const catalog = withUserPayers(base(), filesOf(folder));
  const problems = (catalog.payer_problems ?? []).map((p) => `payer profile ${p.file}: ${p.problem}`);
  if (strict && problems.length > 0) throw new Error(problems.join('\n'));
  for (const problem of problems) process.stderr.write(`claimlint: ${problem}. It is left out.\n`);
  return () => catalog;

  function filesOf(path: string): ReturnType<typeof readPayerFolder> {
    try {
      return readPayerFolder(path);
    } catch (error) {
      if (strict) throw error;
      return [{ file: 'CLAIMLINT_PAYERS', text: '' }];
    }
  }
}

async function main(): Promise<void> {
  const { rest, folder: payers } = payerFolder(process.argv.slice(2), process.env);
  const { rest: args, data } = takeData(rest);
  const folder = (): string => dataFolder({ platform: process.platform, home: homedir(), env: process.env }, data);
  readToday(process.env);
  const serve = args[0] === 'serve' && args.length === 1;
  if (serve || (args.length === 0 && !process.stdin.isTTY)) {
    const { serveStdio } = await import('./mcp/stdio.ts');
    return serveStdio(() => load(payers, false, folder));
  }
  if (args[0] === 'serve') {
    const { serveHttp } = await import('./http/serve.ts');
    return serveHttp(args.slice(1), () => load(payers, false, folder), process.env, { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) });
  }
  // A reader that has seen enough (`claimlint ... | head`) is a normal end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? process.exitCode ?? 0 : 2));
  const { runCommand } = await import('./cli/run-command.ts');
  process.exitCode = await runCommand(args, () => load(payers, true, folder), { out: (text) => void process.stdout.write(`${text}\n`), err: (text) => void process.stderr.write(`${text}\n`) }, {
    folder, today: () => readToday(process.env), now: nowMs,
    ...(process.stderr.isTTY ? { overwrite: (text: string) => void process.stderr.write(text) } : {}),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`claimlint: ${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exitCode = 2;
});

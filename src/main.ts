/** The composition root: picks the stdio server or the command line, and builds what they need when they need it. */
import { homedir } from 'node:os';
import { dataFolder } from './editions/data-folder.ts';
import type { Loaded } from './mcp/server.ts';
import { nowMs, readToday } from './today.ts';

/** The data folder: `--data` anywhere on the command line, else CLAIMLINT_DATA, else the platform's usual one. */
const folder = (asked?: string): string => dataFolder({ platform: process.platform, home: homedir(), env: process.env }, asked);

/** Takes `--data FOLDER` or `--data=FOLDER` out of the arguments. */
function withoutData(args: readonly string[]): { args: string[]; data?: string } {
  const at = args.findIndex((a) => a === '--data' || a.startsWith('--data='));
  if (at < 0) return { args: [...args] };
  const long = args[at] === '--data';
  const data = long ? args[at + 1] : args[at]!.slice(7);
  if (data === undefined || data === '') throw new Error('--data needs a folder, such as --data ~/claimlint-data.');
  return { args: args.filter((_, i) => i !== at && !(long && i === at + 1)), data };
}

async function load(): Promise<Loaded> {
  const [{ tools }, { embeddedCatalog }, { callTool }, { readClaimFile }] = await Promise.all([import('../tools/index.ts'), import('./catalog/embedded.ts'), import('./mcp/call-tool.ts'), import('./claim-form/read-file.ts')]);
  return { tools, callTool, readClaimFile, core: () => ({ catalog: embeddedCatalog(), today: readToday(process.env) }) };
}

async function main(): Promise<void> {
  const { args, data } = withoutData(process.argv.slice(2));
  readToday(process.env);
  const serve = args[0] === 'serve' && args.length === 1;
  if (serve || (args.length === 0 && !process.stdin.isTTY)) {
    const { serveStdio } = await import('./mcp/stdio.ts');
    return serveStdio(load);
  }
  const { runCommand } = await import('./cli/run-command.ts');
  process.exitCode = await runCommand(args, load, { out: (text) => void process.stdout.write(`${text}\n`), err: (text) => void process.stderr.write(`${text}\n`) }, {
    folder: () => folder(data), today: () => readToday(process.env), now: nowMs,
    ...(process.stderr.isTTY ? { overwrite: (text: string) => void process.stderr.write(text) } : {}),
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`claimlint: ${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exitCode = 2;
});

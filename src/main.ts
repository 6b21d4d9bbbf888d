/** The composition root: picks the stdio server or the command line, and builds what they need when they need it. */
import type { Loaded } from './mcp/server.ts';
import { readToday } from './today.ts';

async function load(): Promise<Loaded> {
  const [{ tools }, { embeddedCatalog }, { callTool }, { readClaimFile }] = await Promise.all([import('../tools/index.ts'), import('./catalog/embedded.ts'), import('./mcp/call-tool.ts'), import('./claim-form/read-file.ts')]);
  return { tools, callTool, readClaimFile, core: () => ({ catalog: embeddedCatalog(), today: readToday(process.env) }) };
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  readToday(process.env);
  const serve = args[0] === 'serve' && args.length === 1;
  if (serve || (args.length === 0 && !process.stdin.isTTY)) {
    const { serveStdio } = await import('./mcp/stdio.ts');
    return serveStdio(load);
  }
  if (args[0] === 'serve') {
    const { serveHttp } = await import('./http/serve.ts');
    return serveHttp(args.slice(1), load, process.env, { out: (text) => void process.stdout.write(text), err: (text) => void process.stderr.write(text) });
  }
  const { runCommand } = await import('./cli/run-command.ts');
  process.exitCode = await runCommand(args, load, { out: (text) => void process.stdout.write(`${text}\n`), err: (text) => void process.stderr.write(`${text}\n`) });
}

main().catch((error: unknown) => {
  process.stderr.write(`claimlint: ${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exitCode = 2;
});

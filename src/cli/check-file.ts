/** `claimlint check-file FILE`: every claim of a file through the same checks, a word on each and a sum at the end. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import type { Loaded } from '../mcp/methods.ts';
import { fileCommand } from './commands.ts';

export interface FileTerminal { out(text: string): void; raw(text: string): void; err(text: string): void }

/** Larger files are split by their sender; this keeps a wrong path from filling the memory. */
const mostBytes = 64 * 1024 * 1024;

/** Exit status: 0 no error found, 1 a finding of severity error, 2 a file or row that cannot be read. */
export async function checkFile(args: readonly string[], load: () => Promise<Loaded>, terminal: FileTerminal): Promise<number> {
  const fail = (problem: string): number => { terminal.err(`claimlint check-file: ${problem}\nUsage: claimlint ${fileCommand.usage} [--payer PAYER] [--json]`); return 2; };
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], allowPositionals: true, strict: true, options: { json: { type: 'boolean' }, help: { type: 'boolean' }, payer: { type: 'string' } } });
  } catch {
    return fail('it takes a file, --payer and --json.');
  }
  if (parsed.values.help) { terminal.out(`claimlint check-file: ${fileCommand.what}`); return 0; }
  const [path] = parsed.positionals;
  if (path === undefined || parsed.positionals.length > 1) return fail('it takes one file.');
  let text: string;
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    if (bytes.length > mostBytes) return fail(`the file has ${Math.round(bytes.length / 1048576)} MB; at most 64 are read. Split it.`);
    text = bytes.toString('utf8');
  } catch (error) {
    return fail(`"${quote(path, 80)}" cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}).`);
  }
  const { tools, core, callTool, readClaimFile } = await load();
  let status = 0;
  const count = { fix_before_sending: 0, review: 0, no_problem_found: 0, unreadable: 0 };
  try {
    const { catalog } = core();
    for (const claim of readClaimFile(catalog, text)) {
      const tool = tools.find((t) => t.name === claim.tool)!;
      // An argument stands in for what the file does not say.
      const result = callTool(tool, parsed.values.payer !== undefined && claim.arguments.payer === undefined ? { ...claim.arguments, payer: parsed.values.payer } : claim.arguments, core());
      if (!result.ok) {
        count.unreadable += 1;
        if (parsed.values.json) terminal.raw(JSON.stringify({ where: claim.where, error: result.message }));
        else terminal.out(`${claim.where}: cannot be read. ${result.message}`);
        status = 2;
        continue;
      }
      const verdict = result.reply.verdict as keyof typeof count;
      count[verdict] += 1;
      if (verdict === 'fix_before_sending' && status === 0) status = 1;
      if (parsed.values.json) terminal.raw(JSON.stringify({ where: claim.where, ...result.reply }));
      else terminal.out(`${claim.where}: ${result.reply.summary}\n${tellFindings(result.reply.findings)}`);
    }
  } catch (error) {
    if (error instanceof ArgumentError) return fail(error.message);
    throw error;
  }
  if (!parsed.values.json) terminal.out(`${count.fix_before_sending} to fix, ${count.review} to review, ${count.no_problem_found} with no problem found (no promise of payment)${count.unreadable > 0 ? `, ${count.unreadable} not read` : ''}.`);
  return status;
}

function tellFindings(findings: unknown): string {
  return (findings as { severity: string; line?: number; rule: string; message: string; fix: string }[])
    .map((f) => `  ${f.severity.toUpperCase()} ${f.line === undefined ? '' : `line ${f.line} `}${f.rule}: ${f.message}\n    ${f.fix}\n`).join('');
}

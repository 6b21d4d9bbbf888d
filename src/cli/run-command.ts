/** The command line over the same tools: readable text, or JSON with --json. Exit 0 fine, 1 errors found, 2 wrong usage. */
import { parseArgs } from 'node:util';
import version from 'claimlint:version';
import { nearestWord } from '../claim/edit-distance.ts';
import { quote } from '../claim/clean-text.ts';
import type { Loaded } from '../mcp/methods.ts';
import { commands, dataCommandHelp, fileCommand, otherLine, type Command } from './commands.ts';
import type { DataEdge } from './data.ts';

export interface Terminal { out(text: string): void; err(text: string): void }
const names = [...commands.map((c) => c.name), fileCommand.name, dataCommandHelp.name];

export async function runCommand(args: readonly string[], load: () => Promise<Loaded>, terminal: Terminal, edge: DataEdge): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(wrap(help(commands.find((c) => c.name === rest[0]))));
    return 0;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(version);
    return 0;
  }
  if (name === fileCommand.name) {
    const { checkFile } = await import('./check-file.ts');
    return checkFile(rest, load, { ...terminal, out: (text) => terminal.out(wrap(text)), raw: terminal.out });
  }
  if (name === dataCommandHelp.name) {
    const { dataCommand } = await import('./data.ts');
    return dataCommand(rest, edge, { ...terminal, out: (text) => terminal.out(wrap(text)), raw: terminal.out });
  }
  const command = commands.find((c) => c.name === name);
  if (!command) {
    const near = nearestWord(name, names);
    terminal.err(`claimlint: unknown command "${quote(name, 40)}".${near ? ` Did you mean "${near}"?` : ''} Commands: ${names.join(', ')}. Example: claimlint ${(commands.find((c) => c.name === near) ?? commands[0]!).usage.split(' | ')[0]}`);
    return 2;
  }
  return runTool(command, rest, load, terminal);
}

async function runTool(command: Command, rest: string[], load: () => Promise<Loaded>, terminal: Terminal): Promise<number> {
  const wrong = (problem: string): number => {
    terminal.err(`claimlint ${command.name}: ${problem}\nUsage: claimlint ${command.usage.split(' | ')[0]}\nOptions: ${Object.keys(command.options).map((o) => `--${o}`).join(' ')} --json`);
    return 2;
  };
  const known = ['json', 'help', ...Object.keys(command.options)];
  let parsed;
  try {
    parsed = parseArgs({
      args: rest, allowPositionals: true, strict: true,
      options: Object.fromEntries(known.map((o) => [o, { type: (o === 'json' || o === 'help' || command.options[o]?.kind === 'flag') ? 'boolean' as const : 'string' as const, multiple: command.options[o]?.kind === 'list' }])),
    });
  } catch (error) {
    const unknown = /'?--?([A-Za-z0-9-]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    if (known.includes(unknown)) return wrong(`--${unknown} needs a value.`);
    const near = nearestWord(unknown, known);
    return wrong(`unknown option --${quote(unknown, 30)}.${near ? ` Did you mean --${near}?` : ''}`);
  }
  if (parsed.values.help) {
    terminal.out(wrap(help(command)));
    return 0;
  }
  const words = command.words(parsed.positionals);
  if (!words) return wrong('it needs what the example shows.');
  const toolArguments: Record<string, unknown> = { ...words };
  for (const [option, value] of Object.entries(parsed.values)) {
    const target = command.options[option];
    if (!target) continue;
    if (target.argument === 'other_lines') {
      const lines = (value as string[]).flatMap((v) => v.split(',')).map(otherLine);
      if (lines.some((l) => l === undefined)) return wrong('--with takes a code, such as 97140 or 97140-59:2:30 (modifiers, units, minutes).');
      toolArguments.other_lines = lines;
    } else if (target.argument === 'alone') toolArguments.other_lines ??= [];
    else toolArguments[target.argument] = Array.isArray(value) ? value.join(',') : value;
  }
  const { tools, core, callTool } = await load();
  const tool = tools.find((t) => t.name === command.tool)!;
  const result = callTool(tool, toolArguments, core());
  if (!result.ok) {
    terminal.err(`claimlint ${command.name}: ${result.message}`);
    return 2;
  }
  terminal.out(parsed.values.json ? JSON.stringify(result.reply, null, 2) : wrap(tool.render(result.reply)));
  return result.reply.verdict === 'fix_before_sending' ? 1 : 0;
}

/** Lines folded at 96 columns, keeping their indentation. */
export function wrap(text: string, width = 96): string {
  return text.split('\n').map((line) => {
    const indent = /^\s*/.exec(line)![0];
    const out: string[] = [];
    let current = indent;
    for (const word of line.trim().split(/ +/)) {
      if (current.trim() !== '' && current.length + word.length + 1 > width) { out.push(current); current = `${indent}  ${word}`; }
      else current = current.trim() === '' ? indent + word : `${current} ${word}`;
    }
    return [...out, current].join('\n').replace(/\s+$/, '');
  }).join('\n');
}

function help(command?: Command): string {
  if (command) {
    return [`claimlint ${command.name}: ${command.what}`, '', ...command.usage.split(' | ').map((u) => `  claimlint ${u}`), '', `Options: ${Object.keys(command.options).map((o) => `--${o}`).join(' ')} --json`].join('\n');
  }
  return [
    `claimlint ${version}: deterministic US billing answers around hands-on care.`, '',
    ...[...commands, fileCommand, dataCommandHelp].flatMap((c) => [`  claimlint ${c.usage.split(' | ')[0]}`, `      ${c.what}`]), '',
    '--payers FOLDER (or CLAIMLINT_PAYERS) adds payer profiles of your own, a JSON file each.',
    'CLAIMLINT_PAYER and CLAIMLINT_PROVIDER stand in where a command names no payer or provider type.',
    'Every command takes --json and --data FOLDER. `claimlint help COMMAND` tells its options.',
    'With no command and no terminal on standard input, or as `claimlint serve`, it is an MCP server over stdio.',
    '`claimlint serve --http` is one over HTTP; `claimlint serve --http --help` tells its options.',
    'Exit status: 0 nothing wrong, 1 findings of severity error, 2 wrong usage or a file that cannot be read.',
    'No answer promises payment. CPT is the AMA\'s; the words here are ours.',
  ].join('\n');
}

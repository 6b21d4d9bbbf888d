/** The user's folder of payer profiles (`CLAIMLINT_PAYERS` or `--payers`), read at the edge of the program. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileFile } from './catalog/user-payers.ts';
import { told } from './claim/told.ts';

const mostBytes = 200_000;

/** The folder that is set; an empty setting, or one that a client passed on unfilled (`${...}`), counts as none. */
export function payerFolder(args: readonly string[], environment: Record<string, string | undefined>): { folder?: string; rest: string[] } {
  const at = args.findIndex((a) => a === '--payers' || a.startsWith('--payers='));
  const inline = at >= 0 && args[at]!.includes('=');
  const given = at < 0 ? environment.CLAIMLINT_PAYERS : inline ? args[at]!.slice('--payers='.length) : args[at + 1];
  if (at >= 0 && !given) throw new Error('--payers needs a folder of JSON files, such as --payers ./payers');
  const folder = told(given);
  return { rest: at < 0 ? [...args] : args.filter((_, i) => i !== at && (inline || i !== at + 1)), ...(folder === undefined ? {} : { folder }) };
}

/** Every `.json` file of the folder. Throws a plain Error where the folder cannot be read. */
export function readPayerFolder(folder: string): ProfileFile[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((n) => n.toLowerCase().endsWith('.json')).sort();
  } catch {
    throw new Error('the folder of payer profiles cannot be read; CLAIMLINT_PAYERS (or --payers) names a folder of JSON files.');
  }
  return names.map((name) => {
    const path = join(folder, name);
    const tooLarge = statSync(path).size > mostBytes;
    return { file: name, text: tooLarge ? '' : readFileSync(path, 'utf8') };
  });
}

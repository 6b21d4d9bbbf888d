/** Where the store lives: what was asked for, else the platform's usual folder for an application's data. */
import { join } from 'node:path';
import { told } from '../claim/told.ts';

export interface Machine { platform: string; home: string; env: Readonly<Record<string, string | undefined>> }

/** `--data`, then `CLAIMLINT_DATA`, then the usual folder. */
export function dataFolder(machine: Machine, asked?: string): string {
  const { env, home, platform } = machine;
  const named = told(asked) ?? told(env.CLAIMLINT_DATA);
  if (named !== undefined) return named;
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'claimlint');
  if (platform === 'win32') return join(told(env.LOCALAPPDATA) ?? join(home, 'AppData', 'Local'), 'claimlint');
  const xdg = told(env.XDG_DATA_HOME);
  // The specification has relative paths in it ignored.
  return join(xdg !== undefined && xdg.startsWith('/') ? xdg : join(home, '.local', 'share'), 'claimlint');
}

/** Takes `--data FOLDER` or `--data=FOLDER` out of the arguments. Throws an Error for users when the folder is missing. */
export function takeData(args: readonly string[]): { rest: string[]; data?: string } {
  const at = args.findIndex((a) => a === '--data' || a.startsWith('--data='));
  if (at < 0) return { rest: [...args] };
  const apart = args[at] === '--data';
  const data = apart ? args[at + 1] : args[at]!.slice(7);
  if (data === undefined || data === '') throw new Error('--data needs a folder, such as --data ~/claimlint-data.');
  return { rest: args.filter((_, i) => i !== at && !(apart && i === at + 1)), data };
}

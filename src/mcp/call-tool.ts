/** One tool call from raw arguments to the reply that a client gets; nothing is ever thrown. */
import { ArgumentError } from '../claim/argument-error.ts';
import { sayDefaults, withDefaults } from './default-arguments.ts';
import type { Core, Tool } from './define-tool.ts';
import { readArguments } from './read-arguments.ts';

export type CallResult =
  | { ok: true; reply: Record<string, unknown> }
  | { ok: false; message: string; cause?: unknown };

/** The reply, or a text for people. An unexpected failure says nothing of the request or the machine. */
export function callTool(tool: Tool, args: unknown, core: Core): CallResult {
  try {
    const given = readArguments(tool, args);
    const said = core.defaults === undefined ? [] : Object.keys(tool.saidInText?.(given, core) ?? {});
    const defaults = Object.fromEntries(Object.entries(core.defaults ?? {}).filter(([name]) => !said.includes(name)));
    const { filled, used } = withDefaults(tool, given, defaults);
    return { ok: true, reply: sayDefaults(tool.run(filled, core), used) };
  } catch (error) {
    if (error instanceof ArgumentError) return { ok: false, message: error.message };
    // A damaged file of the data folder is left aside from then on: the question is asked again without it.
    if (error instanceof Error && error.name === 'EditionDamaged' && core.again) return callTool(tool, args, core.again());
    return { ok: false, message: `${tool.name} failed inside claimlint; nothing was checked. Please report it with the arguments, without patient data.`, cause: error };
  }
}

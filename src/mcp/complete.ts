/** completion/complete: what a variable of a resource address or an argument of a prompt can be, the likeliest first. */
import type { Core } from './define-tool.ts';
import type { Params, Result } from './methods.ts';
import { argumentValues } from './prompts.ts';
import { errorCodes, ProtocolError } from './protocol-error.ts';
import { templateValues } from './resources.ts';

const most = 100;

export function complete(core: Core, params: Params): Result {
  const ref = (params.ref ?? {}) as Record<string, unknown>;
  const argument = (params.argument ?? {}) as Record<string, unknown>;
  const values = ref.type === 'ref/resource' ? templateValues(core, ref.uri, argument.name) : ref.type === 'ref/prompt' ? argumentValues(core, ref.name, argument.name) : undefined;
  if (values === undefined || typeof argument.value !== 'string') throw new ProtocolError(errorCodes.invalidParams, 'Nothing to complete: "ref" must name a prompt or a resource template of this server, and "argument" one of its arguments with the text so far.');
  const found = matching(values, wordOf(argument.value));
  return { completion: { values: found.slice(0, most), total: found.length, hasMore: found.length > most } };
}

/** Where several values may stand in one argument, the last one is being typed. */
function wordOf(text: string): string {
  return text.slice(0, 200).split(/[\s,;]+/).at(-1)!.toLowerCase();
}

/** Those that begin with it, then those that have it inside; each group in the order given, the likelier first. */
function matching(values: readonly string[], typed: string): string[] {
  const rows = [...new Set(values)];
  const begins = rows.filter((value) => value.toLowerCase().startsWith(typed));
  return [...begins, ...rows.filter((value) => value.toLowerCase().includes(typed) && !begins.includes(value))];
}

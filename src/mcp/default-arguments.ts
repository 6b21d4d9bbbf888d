/** What the user settled once (payer, provider type) stands in where a call leaves it out, and the reply says so. */
import type { Tool } from './define-tool.ts';

/** Ids of the catalog, by the argument that they stand in for. */
export interface DefaultArguments { payer?: string; provider_type?: string }
type Name = keyof DefaultArguments;

const names: readonly Name[] = ['payer', 'provider_type'];
const words: Record<Name, string> = { payer: 'payer', provider_type: 'provider type' };

/** The arguments with the defaults that this tool takes and this call lacks; `used` names them. */
export function withDefaults(tool: Tool, given: Record<string, unknown>, defaults: DefaultArguments = {}): { filled: Record<string, unknown>; used: DefaultArguments } {
  const used: DefaultArguments = {};
  for (const name of names) if (defaults[name] !== undefined && Object.hasOwn(tool.input.shape, name) && !says(given, name)) used[name] = defaults[name];
  return { filled: { ...given, ...used }, used };
}

/** Given for the whole, or by every line for itself. An empty text says nothing. */
function says(given: Record<string, unknown>, name: Name): boolean {
  const filled = (value: unknown): boolean => value !== undefined && value !== null && String(value).trim() !== '';
  const lines = Array.isArray(given.lines) ? given.lines as Record<string, unknown>[] : [];
  return filled(given[name]) || (lines.length > 0 && lines.every((line) => filled(line[name])));
}

/** The reply, with a field and a sentence on what came from the settings. A claim's own text goes before a setting. */
export function sayDefaults(reply: Record<string, unknown>, used: DefaultArguments): Record<string, unknown> {
  const told = names.filter((name) => used[name] !== undefined && (name !== 'payer' || typeof reply.payer !== 'string' || reply.payer === used.payer));
  if (told.length === 0) return reply;
  const sentence = `From your settings, since it was not said: ${told.map((name) => `${words[name]} ${used[name]}`).join(', ')}.`;
  return { ...reply, ...(typeof reply.summary === 'string' ? { summary: `${reply.summary} ${sentence}` } : {}), defaults_used: Object.fromEntries(told.map((name) => [name, used[name]])) };
}

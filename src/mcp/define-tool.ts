/** One tool of the public surface: a plain object, typed by its own schemas. Knows nothing of the MCP SDK. */
import type { z } from 'zod';
import type { Catalog } from '../catalog/catalog.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import type { DefaultArguments } from './default-arguments.ts';

/** All that a tool may know beside its arguments. */
export interface Core {
  catalog: Catalog;
  today: IsoDate;
  /** They stand in for arguments that a call leaves out. */
  defaults?: DefaultArguments;
  /** The same anew, without what turned out to be damaged while it was read. */
  again?(): Core;
}

export interface Tool<I extends z.ZodObject = z.ZodObject, O = Record<string, unknown>> {
  name: string;
  title: string;
  description: string;
  /** A strict object: unknown arguments are refused. */
  input: I;
  /** The reply's shape as published. */
  output: z.ZodObject;
  run(input: z.output<I>, core: Core): O;
  /** What the words of a call say of the arguments that it leaves out: it goes before a setting of the user's. */
  saidInText?(input: z.output<I>, core: Core): DefaultArguments;
  /** The same facts for a person at a terminal. */
  render(reply: O): string;
  /** An example of arguments, for error texts. */
  example: Record<string, unknown>;
}

/** Identity, for the types. All tools read only, local and repeatable; the server states these annotations. */
export function defineTool<I extends z.ZodObject, O>(tool: Tool<I, O>): Tool<I, O> {
  return tool;
}

export const annotations = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

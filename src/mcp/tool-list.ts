/** The `tools` of a tools/list reply, made from the tools' own schemas; the build puts it into the bundle as text. */
import { z } from 'zod';
import { annotations, type Tool } from './define-tool.ts';

export interface ToolEntry { name: string; title: string; description: string; inputSchema: object; outputSchema: object; annotations: object }

/** Every tool as MCP publishes it, without what a client does not need. */
export function toolList(tools: readonly Tool[]): ToolEntry[] {
  return tools.map((tool) => ({
    name: tool.name, title: tool.title, description: tool.description,
    inputSchema: trim(z.toJSONSchema(tool.input, { io: 'input' })) as object,
    outputSchema: trim(z.toJSONSchema(tool.output, { io: 'output' })) as object,
    annotations: { title: tool.title, ...annotations },
  }));
}

/** Drop `$schema`, the empty `additionalProperties` of open objects and the bounds that only say "a safe integer". */
function trim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trim);
  if (value === null || typeof value !== 'object') return value;
  const out: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$schema') continue;
    if (key === 'additionalProperties' && typeof inner === 'object') continue;
    if ((key === 'minimum' || key === 'maximum') && typeof inner === 'number' && Math.abs(inner) >= 1e9) continue;
    // An open object with no named fields.
    if (key === 'properties' && inner !== null && typeof inner === 'object' && Object.keys(inner).length === 0) continue;
    out[key] = trim(inner);
  }
  return out;
}

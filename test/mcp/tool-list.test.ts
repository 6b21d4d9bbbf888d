/** The public face: what tools/list says, its size, and that every tool keeps the house rules. */
import { expect, it } from 'vitest';
import { toolList } from '../../src/mcp/tool-list.ts';
import { tools } from '../../tools/index.ts';

const listed = toolList(tools);

const size = (list: unknown[]): number => Buffer.byteLength(JSON.stringify({ tools: list }));
it('is at most 24 KB, its first six tools 16 KB', () => {
  expect(size(listed)).toBeLessThanOrEqual(24 * 1024);
  expect(size(listed.slice(0, 6))).toBeLessThanOrEqual(16 * 1024);
});
it('is what was published before', async () => { await expect(JSON.stringify(listed, null, 1)).toMatchFileSnapshot('tools-list.json'); });
it.each(listed.map((t) => [t.name, t] as const))('%s says what it is', (name, tool) => {
  expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(tool.title.length).toBeGreaterThan(5);
  expect(tool.description.length).toBeLessThan(600);
  expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(tool.outputSchema).toMatchObject({ type: 'object', required: expect.arrayContaining(['summary', 'edition', 'sources']) });
  expect(tool.annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false });
});
it('accepts each tool\'s own example', () => { for (const tool of tools) expect(tool.input.safeParse(tool.example).success, tool.name).toBe(true); });

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

/** What an assistant that reads nothing but the description must learn from it, beside when to use the tool and what it leaves. */
const says: Record<string, readonly RegExp[]> = {
  lookup_cpt: [/CPT or HCPCS code/, /by words/, /misspelt/, /unit limit/, /suggest_code_for_service/, /unknown one is said to be unknown/],
  lookup_reference: [/modifier/, /place of service/, /ICD-10-CM diagnosis/, /denial \(CARC\)/, /remark \(RARC\)/, /taxonomy/, /payer/, /how old/, /lookup_cpt/],
  suggest_code_for_service: [/in words/, /minutes/, /evidence/, /rules out/, /claim lines with units/, /by what pays/, /it asks/],
  calculate_units: [/minutes per code/, /8-minute rule/, /mid-point/, /payer/, /check_claim_line/],
  check_claim_line: [/one US claim line/, /modifiers/, /NCCI/, /MUE/, /diagnosis/, /source/, /could not be checked/, /promise payment/],
  check_claim: [/1 to 50 lines/, /CMS-1500/, /837P/, /check_claim_line/, /across its lines/, /patient data/, /promise payment/],
  explain_wrong_code_consequences: [/mistake/, /overpayment/, /deadlines/, /correct it/, /legal advice/],
  explain_denial: [/CARC/, /RARC/, /next step/, /deadline/, /patient may be billed/, /check_claim_line/],
};
it.each(listed.map((t) => [t.name, t.description] as const))('%s is described: what it is for, when to use it, what it does not do', (name, text) => {
  expect(says, `add a row for ${name} to the table: what must its description say?`).toHaveProperty(name);
  for (const pattern of says[name]!) expect(text).toMatch(pattern);
  // What it is for comes first, before any advice: clients cut descriptions from the end.
  const [when, not] = [text.search(/\bUse it (when|for|before) /), text.search(/\b[Ii]t does not /)];
  expect(when, 'say when: "Use it when ..."').toBeGreaterThan(60);
  expect(not, 'say what it leaves: "It does not ..."').toBeGreaterThan(when);
  expect(text.endsWith('.')).toBe(true);
  // A tool that another one sends to must be there.
  for (const [word] of text.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)) if (word !== 'no_problem_found') expect(listed.map((t) => t.name)).toContain(word);
});
it('describes no tool that is not there, and no two alike', () => {
  expect(Object.keys(says).toSorted()).toEqual(listed.map((t) => t.name).toSorted());
  expect(new Set(listed.map((t) => t.description.split(' ').slice(0, 4).join(' '))).size).toBe(listed.length);
});
it('accepts each tool\'s own example', () => { for (const tool of tools) expect(tool.input.safeParse(tool.example).success, tool.name).toBe(true); });

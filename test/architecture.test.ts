/** The house: which folder may import which, and what the pure core must not touch. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['src', 'tools'].flatMap((d) => readdirSync(join(root, d), { recursive: true, encoding: 'utf8' }).map((f) => join(d, f))).filter((f) => f.endsWith('.ts') && !f.endsWith('.d.ts'));
const roomOf = (file: string): string => (file.startsWith('tools') ? 'tools' : file.split('/').length > 2 ? file.split('/')[1]! : 'main');

/** Room -> the rooms that it may import. */
const allowed: Record<string, string[]> = {
  claim: ['claim', 'catalog'],
  catalog: ['catalog', 'claim'],
  units: ['units', 'catalog', 'claim'],
  search: ['search', 'catalog', 'claim'],
  session: ['session', 'search', 'units', 'catalog', 'claim', 'rules'],
  consequences: ['consequences', 'catalog', 'claim', 'search', 'session'],
  rules: ['rules', 'session', 'consequences', 'search', 'units', 'catalog', 'claim'],
  guides: ['guides', 'catalog', 'claim', 'rules', 'search', 'consequences'],
  mcp: ['mcp', 'guides', 'catalog', 'claim', 'claim-form'],
  'claim-form': ['claim-form', 'catalog', 'claim'],
  tools: ['tools', 'claim-form', 'mcp', 'rules', 'session', 'search', 'units', 'consequences', 'catalog', 'claim'],
  editions: ['editions', 'catalog', 'claim'],
  cli: ['cli', 'mcp', 'claim', 'editions'],
  http: ['http', 'mcp'],
  build: ['build'],
  main: ['main', 'mcp', 'cli', 'http', 'tools', 'catalog', 'claim', 'claim-form', 'editions'],
};
/** These files of src/ and no others. */
const only = (...names: string[]): RegExp => new RegExp(`^src/(?:${names.join('|')})\\.ts$`);
const impure: [what: string, pattern: RegExp, allowedIn: RegExp][] = [
  ['the clock', /\bnew Date\(\)|\bDate\.now\b|\bperformance\.now\b/, /^src\/(today|http\/clock)\.ts$/],
  ['randomness', /\bMath\.random\b|\brandomUUID\b/, /(?!)/],
  ['the environment', /\bprocess\.env\b/, /^src\/main\.ts$/],
  ['the disk', /(?:from |import\()'node:fs/, only(
    'payer-folder',
    'catalog/read-folder',
    'cli/check-file',
    'http/tokens',
    'editions/store',
    'editions/open-table',
    'editions/write-table',
    'editions/lock',
    'editions/input/input-file',
  )],
  ['the network', /\bfetch\(|createRemoteJWKSet|(?:from |import\()'node:(?:http|https|net|dns)/, /^src\/http\//],
  ['stdout', /\bconsole\.|\bprocess\.stdout\b/, /^src\/(main|mcp\/stdio)\.ts$/],
  ['the MCP SDK, which the program does without', /@modelcontextprotocol/, /(?!)/],
];

it.each(files)('%s keeps to its room', (file) => {
  const text = readFileSync(join(root, file), 'utf8');
  for (const m of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const target = relative(root, join(root, dirname(file), m[1]!));
    expect(allowed[roomOf(file)], `${file} imports ${target}: move the code, or think again about the layers in src/README.md`).toContain(roomOf(target));
  }
  for (const [what, pattern, where] of impure) if (!where.test(file)) expect(text, `${file} touches ${what}`).not.toMatch(pattern);
  expect(text.startsWith('/**') || text.startsWith('#!'), `${file}: begin with one sentence that says what the file is`).toBe(true);
  expect(text.split('\n').length, `${file} is long: is it still one thing?`).toBeLessThanOrEqual(300);
});

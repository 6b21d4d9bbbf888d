/** Nothing of the AMA's wording stands in the repository: runs of six words are compared with hashes of official descriptors, which are not here either. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import hashes from './wording-hashes.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const run = 6;
const hash = (words: readonly string[]): string => createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 12);

/** The runs of six words whose hash is among those given. */
function borrowed(text: string, of: ReadonlySet<string>): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.flatMap((_, i) => (i + run <= words.length && of.has(hash(words.slice(i, i + run))) ? [words.slice(i, i + run).join(' ')] : []));
}

const files = ['catalog', 'src', 'tools', 'test'].flatMap((d) => readdirSync(join(root, d), { recursive: true, encoding: 'utf8' }).map((f) => join(d, f)))
  .concat(['README.md', 'CHANGELOG.md', 'NOTICE']).filter((f) => /(?:\.(?:ts|mjs|md|json|csv|txt)|NOTICE)$/.test(f));

it('finds a run of six words in a text, whatever its punctuation', () => {
  expect(borrowed('Well: one, two-THREE (four) five six; more.', new Set([hash(['one', 'two', 'three', 'four', 'five', 'six'])]))).toEqual(['one two three four five six']);
});
it('is in no file', () => {
  const known = new Set(hashes);
  expect(known.size).toBeGreaterThan(200);
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap((file) => borrowed(readFileSync(join(root, file), 'utf8'), known).map((words) => `${file}: ${words}`)), 'say it in words of our own').toEqual([]);
}, 60_000);

/** Pages that list things are made from the things: a stale page fails, `-u` writes it anew. */
import { expect, it } from 'vitest';
import { rules } from '../src/rules/index.ts';
import { rulesPage } from '../src/rules/rules-page.ts';
import { testCatalog } from './catalog/test-catalog.ts';

it('src/rules/README.md says what the rules say', async () => {
  await expect(rulesPage(testCatalog, rules, '2026-11-23')).toMatchFileSnapshot('../src/rules/README.md');
});

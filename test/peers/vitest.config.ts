/** The peers' suites. Not part of `npm test`: npx fetches them, pinned, when they run. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

export default defineConfig({ ...base, root: fileURLToPath(new URL('../..', import.meta.url)), test: { ...base.test, include: ['test/peers/*.peers.ts'], testTimeout: 300_000 } });

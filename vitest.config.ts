import { defineConfig } from 'vitest/config';
import { virtualModules } from './test/virtual-modules.ts';

export default defineConfig({
  plugins: [virtualModules()],
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: process.env.CI ? ['default', './test/closing-line.ts'] : ['default'],
  },
});

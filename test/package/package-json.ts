/** package.json as the tests of the packages read it. */
import { readFileSync } from 'node:fs';
import type { PackageJson } from '../../src/build/package-json.ts';

export const root = new URL('../..', import.meta.url);
export const pkg = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as PackageJson & { bin: Record<string, string>; dependencies?: unknown; files: string[] };

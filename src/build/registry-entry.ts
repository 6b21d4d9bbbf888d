/** The entry of the MCP registry (server.json, schema 2025-12-11). */
import { inShort, repositoryPage, type PackageJson } from './package-json.ts';
import { userSettings } from './user-settings.ts';

export const registrySchema = 'https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json';

/** `bundleSha256` is of the packed desktop bundle; the registry takes it only from releases of a known repository. */
export function registryEntry(pkg: PackageJson, bundleSha256: string): Record<string, unknown> {
  const page = repositoryPage(pkg);
  const environmentVariables = userSettings.map((s) => ({ name: s.env, description: s.description, isRequired: false, isSecret: false, format: s.type === 'directory' ? 'filepath' : 'string' }));
  const transport = { type: 'stdio' };
  return {
    $schema: registrySchema,
    name: pkg.mcpName, title: pkg.name, description: inShort(pkg), version: pkg.version,
    ...(page ? { repository: { url: page, source: new URL(page).hostname.split('.')[0] }, websiteUrl: page } : {}),
    packages: [
      { registryType: 'npm', registryBaseUrl: 'https://registry.npmjs.org', identifier: pkg.name, version: pkg.version, runtimeHint: 'npx', transport, environmentVariables },
      ...(page ? [{ registryType: 'mcpb', identifier: `${page}/releases/download/v${pkg.version}/${pkg.name}.mcpb`, version: pkg.version, fileSha256: bundleSha256, transport }] : []),
    ],
  };
}

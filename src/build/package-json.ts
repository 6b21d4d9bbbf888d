/** What packaging takes from package.json, the one place where these things are written by hand. */

export interface PackageJson {
  name: string; version: string; description: string; license: string; author: string; keywords: readonly string[];
  /** The name in the MCP registry: the owner's namespace, a slash, the server. */
  mcpName: string;
  engines: { node: string };
  repository?: { type: string; url: string };
}

/** The description up to its first colon, for the places that take a hundred characters. */
export function inShort(pkg: PackageJson): string {
  return pkg.description.split(':')[0]!;
}

/** The address of the repository for a browser, where package.json names one. */
export function repositoryPage(pkg: PackageJson): string | undefined {
  return pkg.repository?.url.replace(/^git\+/, '').replace(/\.git$/, '');
}

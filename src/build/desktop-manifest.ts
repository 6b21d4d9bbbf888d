/** The manifest of the desktop bundle (MCPB 0.3): what Claude Desktop shows, asks and starts. */
import { inShort, repositoryPage, type PackageJson } from './package-json.ts';
import { userSettings } from './user-settings.ts';

export interface ListedTool { name: string; title: string; description: string }

/** Where the server lies inside the bundle and the plugin. */
export const serverFile = 'server/claimlint.mjs';

/** Said wherever a host shows what a server does with data. */
export const privacy = 'Privacy: it runs on your machine, opens no network connection, sends nothing anywhere and logs no request. It needs no patient data: give no names, birth dates or member numbers. On disk it reads only the two folders that you may name below, and writes nothing.';

export function desktopManifest(pkg: PackageJson, tools: readonly ListedTool[]): Record<string, unknown> {
  const page = repositoryPage(pkg);
  return {
    manifest_version: '0.3',
    name: pkg.name, display_name: pkg.name, version: pkg.version,
    description: `${inShort(pkg)}.`,
    long_description: [
      pkg.description,
      'Ask in your own words: "How do I bill 60 minutes of deep tissue massage for neck pain?", "Is 97140 with 97124 on one day right for Medicare?", "This was denied with CO-97, what now?". Every answer names its rule, its source and the edition of the data; what could not be checked is said. No answer promises payment.',
      privacy,
    ].join('\n\n'),
    author: { name: pkg.author },
    ...(page ? { repository: { type: 'git', url: page }, homepage: page } : {}),
    icon: 'icon.png', icons: [{ src: 'icon.png', size: '512x512' }],
    server: {
      type: 'node', entry_point: serverFile,
      mcp_config: { command: 'node', args: [`\${__dirname}/${serverFile}`], env: Object.fromEntries(userSettings.map((s) => [s.env, `\${user_config.${s.key}}`])) },
    },
    tools: tools.map(({ name, description }) => ({ name, description })), tools_generated: false, prompts_generated: true,
    keywords: pkg.keywords, license: pkg.license,
    compatibility: { platforms: ['darwin', 'win32', 'linux'], runtimes: { node: pkg.engines.node } },
    user_config: Object.fromEntries(userSettings.map(({ key, type, title, description }) => [key, { type, title, description, required: false }])),
  };
}

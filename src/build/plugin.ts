/** The Claude Code plugin: its own marketplace, the server and one skill that teaches the way to work. */
import { serverFile, type ListedTool } from './desktop-manifest.ts';
import type { PackageJson } from './package-json.ts';

/** Path in the plugin's folder -> text. `skill` is the text of skill.md; the server, the licence and the icon are put beside. */
export function pluginFiles(pkg: PackageJson, tools: readonly ListedTool[], skill: string): Record<string, string> {
  const about = { name: pkg.name, description: pkg.description };
  return {
    '.claude-plugin/plugin.json': json({ ...about, version: pkg.version, author: { name: pkg.author }, license: pkg.license, keywords: pkg.keywords, network: { hosts: [] } }),
    '.claude-plugin/marketplace.json': json({ ...about, owner: { name: pkg.author }, plugins: [{ ...about, source: './' }] }),
    '.mcp.json': json({ mcpServers: { [pkg.name]: { command: 'node', args: [`\${CLAUDE_PLUGIN_ROOT}/${serverFile}`] } } }),
    [`skills/${pkg.name}/SKILL.md`]: skill.replace('{{name}}', pkg.name).replace('{{tools}}', tools.map((t) => `- \`${t.name}\`: ${firstSentence(t.description)}`).join('\n')),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)![0].replace(/:$/, '.');
}

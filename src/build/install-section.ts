/** The part of README that says how to add the server to each assistant: configuration blocks, commands and links. */
import { inShort, type PackageJson } from './package-json.ts';
import { userSettings } from './user-settings.ts';

export interface Launch { command: string; args: string[] }

/** The lines of README between which the part stands. */
export const sectionMarks = ['<!-- install: made from package.json by src/build/install-section.ts; `npx vitest run test/package -u` writes it anew -->', '<!-- /install -->'] as const;

export function npxLaunch(pkg: PackageJson): Launch {
  return { command: 'npx', args: ['-y', pkg.name] };
}

/** Links that open the assistant with the server filled in, by the assistant's name. */
export function installLinks(pkg: PackageJson): Record<string, string> {
  const launch = npxLaunch(pkg);
  const name = encodeURIComponent(pkg.name);
  const plain = encodeURIComponent(JSON.stringify(launch));
  const base64 = encodeURIComponent(Buffer.from(JSON.stringify(launch)).toString('base64'));
  const goose = new URLSearchParams([['cmd', launch.command], ...launch.args.map((a): [string, string] => ['arg', a]), ['id', pkg.name], ['name', pkg.name], ['description', inShort(pkg)]]);
  return {
    'VS Code': `https://insiders.vscode.dev/redirect/mcp/install?name=${name}&config=${plain}`,
    'VS Code Insiders': `https://insiders.vscode.dev/redirect/mcp/install?name=${name}&config=${plain}&quality=insiders`,
    Cursor: `https://cursor.com/install-mcp?name=${name}&config=${base64}`,
    Goose: `https://block.github.io/goose/extension?${goose.toString().replaceAll('+', '%20')}`,
    'LM Studio': `https://lmstudio.ai/install-mcp?name=${name}&config=${base64}`,
  };
}

export function installSection(pkg: PackageJson): string {
  const launch = npxLaunch(pkg);
  const words = [launch.command, ...launch.args].join(' ');
  return [
    sectionMarks[0], '',
    `**With one click**: ${Object.entries(installLinks(pkg)).map(([host, link]) => `[${host}](${link})`).join(' · ')}`, '',
    `**Claude Desktop** without the bundle (\`claude_desktop_config.json\`), **Cursor** (\`.cursor/mcp.json\`), **LM Studio** (\`mcp.json\`):`, '',
    block({ mcpServers: { [pkg.name]: launch } }), '',
    '**VS Code** (`.vscode/mcp.json`):', '',
    block({ servers: { [pkg.name]: launch } }), '',
    `**Claude Code**: \`claude mcp add ${pkg.name} -- ${words}\``, '',
    `**Goose**: \`goose session --with-extension "${words}"\``, '',
    'Settings, all optional; a configuration gives them in `env`:', '',
    '| setting | what it is |', '|---|---|',
    ...userSettings.map((s) => `| \`${s.env}\` | ${s.description.replace(/ (?:May stay empty|Empty: the usual folder of your system)\.$/, '')} |`), '',
    sectionMarks[1],
  ].join('\n');
}

/** README with its part written anew. */
export function withInstallSection(readme: string, pkg: PackageJson): string {
  const [from, to] = [readme.indexOf(sectionMarks[0]), readme.indexOf(sectionMarks[1])];
  if (from < 0 || to < from) throw new Error(`README.md needs the lines ${sectionMarks.join(' and ')}`);
  return readme.slice(0, from) + installSection(pkg) + readme.slice(to + sectionMarks[1].length);
}

function block(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ').replaceAll('[ ', '[').replaceAll(' ]', ']')}\n\`\`\``;
}

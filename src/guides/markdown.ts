/** The few forms of Markdown that the pages are made of. */
import type { Citation } from '../catalog/citations.ts';

export function page(title: string, ...parts: readonly (string | undefined)[]): string {
  return `${[`# ${title}`, ...parts.filter((part) => part !== undefined && part !== '')].join('\n\n')}\n`;
}

/** A headed part, or nothing when it would be empty. */
export function section(title: string, lines: readonly (string | undefined)[]): string | undefined {
  const kept = lines.filter((line) => line !== undefined);
  return kept.length === 0 ? undefined : `## ${title}\n\n${kept.join('\n')}`;
}

export function item(label: string | undefined, text: string): string {
  return label === undefined ? `- ${text}` : `- **${label}**: ${text}`;
}

export function table(head: readonly string[], rows: readonly (readonly (string | number | undefined)[])[]): string {
  const line = (cells: readonly (string | number | undefined)[]): string => `| ${cells.map((cell) => String(cell ?? '').replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function sourceList(sources: readonly Citation[]): string | undefined {
  return section('Sources', sources.map((s) => `- ${s.citation}${s.url ? ` <${s.url}>` : ''}`));
}

/** Why something is so, with how sure it is where that is not certain. */
export function stated(fact: { why: string; confidence?: string }): string {
  return fact.confidence === 'M' ? `${fact.why} (practice differs)` : fact.why;
}

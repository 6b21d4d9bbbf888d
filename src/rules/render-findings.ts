/** Findings, open rules and changes as a person reads them at a terminal. */
import type { Change, CorrectedLine } from './correct-line.ts';
import type { Finding, NotChecked } from './run-rules.ts';

const marks = { error: 'ERROR  ', warning: 'WARNING', info: 'INFO   ' } as const;
export const verdictWords = { fix_before_sending: 'FIX BEFORE SENDING', review: 'REVIEW', no_problem_found: 'NO PROBLEM FOUND (no promise of payment)' } as const;

export function findingLines(finding: Finding): string[] {
  const out = [`${marks[finding.severity]} ${finding.line === undefined ? '' : `line ${finding.line}: `}${finding.rule} (${finding.field})`, `  ${finding.message}`, `  Fix: ${finding.fix}`];
  if (finding.denial) out.push(`  Likely denial: ${finding.denial.map((d) => `${d.group ? `${d.group}-` : ''}${d.carc}${d.rarc ? ` ${d.rarc}` : ''}`).join(', ')}`);
  return [...out, `  Source: ${finding.sources.join(', ')}`, ''];
}

export function changeLines(reply: { corrected_line?: CorrectedLine; changes?: Change[] }, name = 'Corrected line'): string[] {
  if (!reply.corrected_line || !reply.changes) return [];
  const { code, modifiers, units } = reply.corrected_line;
  return [`${name}: ${[code, ...modifiers].join(' ')}${units === undefined ? '' : ` x ${units}`}`, ...reply.changes.map((c) => `  ${c.field}: ${text(c.from)} -> ${text(c.to)}, because ${c.because}`), ''];
}

export function openLines(list: readonly NotChecked[]): string[] {
  const key = (n: NotChecked): string => `${n.line} ${n.because}`;
  // Rules that are open for one reason stand on one line.
  const told = (n: NotChecked, _: number, all: readonly NotChecked[]): string[] => {
    const same = all.filter((o) => key(o) === key(n));
    return same[0] === n ? [`  ${n.line === undefined ? '' : `line ${n.line}: `}${same.map((o) => o.rule).join(', ')}: ${n.because}`] : [];
  };
  const open = list.filter((n) => n.matters);
  const rest = list.filter((n) => !n.matters);
  return [...(open.length > 0 ? ['Not checked, and it matters:', ...open.flatMap(told), ''] : []), ...(rest.length > 0 ? ['Not checked:', ...rest.flatMap(told), ''] : [])];
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.join(' ') || 'none' : value === null || value === undefined ? 'none' : String(value);
}

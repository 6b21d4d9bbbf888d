/** The AMA's CPT data file in its tab-delimited form: a notice, then code and descriptor; for a licensed user's own disk. */
import { codeOf, shown, type Head, type Layout } from './layout.ts';
import { fromNames } from './edition-names.ts';

const codeLine = /^"?(\d{4}[0-9A-Z])"?\t(.+)$/;

/** LONGULT, MEDU and SHORTU by name; else the longest descriptor tells. */
function partOf(head: Head, longest: number): 'long' | 'medium' | 'short' {
  const named = fromNames(head.names, (name) => /long/i.exec(name)?.[0] ?? /med/i.exec(name)?.[0] ?? /short/i.exec(name)?.[0])?.toLowerCase();
  return named === 'long' ? 'long' : named === 'med' ? 'medium' : named === 'short' ? 'short' : longest <= 28 ? 'short' : longest <= 48 ? 'medium' : 'long';
}

/** Fields of a row: long, medium and short descriptor; each file fills one. */
export const cptLayout: Layout = {
  table: 'cpt', what: 'the AMA CPT data file (tab-delimited)', form: 'lines',
  fits(head) {
    const some = head.lines.slice(0, -1).filter((l) => l.trim() !== '');
    const from = some.findIndex((l) => codeLine.test(l));
    const rest = from < 0 ? [] : some.slice(from, from + 60);
    return !head.sheet && rest.length > 0 && rest.filter((l) => codeLine.test(l) && l.split('\t').length === 2).length >= rest.length * 0.9;
  },
  editionOf: (head) => fromNames(head.names, (name) => /(20\d{2})/.exec(name)?.[1]) ?? /CPT\D{0,20}(20\d{2})/.exec(head.text)?.[1],
  read({ text }, head, unread) {
    const found = new Map<string, string>();
    const notice: string[] = [];
    for (const [i, line] of text.text.split(/\r\n|\r|\n/).entries()) {
      if (line.trim() === '') continue;
      const m = codeLine.exec(line);
      if (m && codeOf(m[1], false)) found.set(m[1]!, m[2]!.replace(/^"|"$/g, '').trim());
      else if (found.size === 0) notice.push(line.replace(/\s+/g, ' ').trim());
      else unread.add(i + 1, 'all', `${shown(line)}: a code, a tab and a descriptor are expected`);
    }
    const part = partOf(head, Math.max(0, ...[...found.values()].map((d) => d.length)));
    const place = { long: 0, medium: 1, short: 2 }[part];
    const rows = new Map([...found].map(([code, descriptor]): [string, string[]] => [code, ['', '', ''].map((_, i) => (i === place ? descriptor : ''))]));
    return { rows, count: rows.size, part, ...(notice.length > 0 ? { facts: { notice: notice.join(' ').slice(0, 2000) } } : {}) };
  },
};

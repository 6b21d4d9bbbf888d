/** ICD-10-CM: the order file (fixed width, with categories and descriptions) and the codes file (billable codes, with or without a description). */
import { shown, type Head, type Layout } from './layout.ts';
import { fromNames } from './edition-names.ts';
import type { TextFile } from '../input/grid.ts';

const orderLine = /^(\d{5}) ([A-Z][0-9A][0-9A-Z]{1,5}) +([01]) (.*)$/;
const codeLine = /^([A-Z][0-9A][0-9A-Z]{1,5})(?:\s+(\S.*))?$/;

function editionOf(head: Head): string | undefined {
  return fromNames(head.names, (name) => {
    const year = /(20\d{2})/.exec(name.replace(/\d{2}-\d{2}-/g, ''))?.[1];
    if (year === undefined || !/icd|code|order/i.test(name)) return undefined;
    // A file of January is the fiscal year's own; one of April is a mid-year update.
    return /apr/i.test(name) ? `FY${year}-04` : `FY${year}`;
  });
}

function* lines({ text }: TextFile): IterableIterator<[line: number, text: string]> {
  for (const [i, line] of text.split(/\r\n|\r|\n/).entries()) {
    const whole = line.trimEnd();
    if (whole !== '') yield [i + 1, whole];
  }
}

const most = (head: Head, pattern: RegExp): boolean => {
  const some = head.lines.slice(0, -1).filter((l) => l.trim() !== '').slice(0, 60);
  return some.length > 0 && some.filter((l) => pattern.test(l.trimEnd())).length >= some.length * 0.8;
};

/** Fields of a row: billable (1 or 0), long description, short description where it differs. The key is the code without its dot. */
export const icd10cmOrderLayout: Layout = {
  table: 'icd10cm', what: 'ICD-10-CM (order file)', form: 'lines',
  fits: (head) => !head.sheet && most(head, orderLine),
  editionOf,
  read({ text }, _head, unread) {
    const rows = new Map<string, string[]>();
    for (const [line, whole] of lines(text)) {
      const m = orderLine.exec(whole);
      if (!m) { unread.add(line, 'all', `${shown(whole)}: number, code, 0 or 1, short and long description are expected`); continue; }
      const short = m[4]!.slice(0, 60).trim();
      const long = m[4]!.slice(60).trim();
      rows.set(m[2]!, [m[3]!, long || short, long === short ? '' : short]);
    }
    return { rows, count: rows.size, facts: { holds: 'categories and descriptions' } };
  },
};

export const icd10cmCodesLayout: Layout = {
  table: 'icd10cm', what: 'ICD-10-CM (codes file)', form: 'lines',
  fits: (head) => !head.sheet && most(head, codeLine) && !head.text.includes('\t'),
  editionOf,
  read({ text }, _head, unread) {
    const rows = new Map<string, string[]>();
    let described = false;
    for (const [line, whole] of lines(text)) {
      const m = codeLine.exec(whole);
      if (!m) { unread.add(line, 'code', `${shown(whole)}, not a diagnosis code`); continue; }
      described ||= m[2] !== undefined;
      rows.set(m[1]!, ['1', m[2] ?? '', '']);
    }
    const count = rows.size;
    // A shorter code that longer ones begin with is a category: known, and not billable.
    for (const code of rows.keys()) for (let n = 3; n < code.length; n += 1) if (!rows.has(code.slice(0, n))) rows.set(code.slice(0, n), ['0', '', '']);
    return { rows, count, facts: { holds: described ? 'billable codes with descriptions' : 'billable codes alone' } };
  },
};


/** A practice's own fee schedule: a CSV with a code, a charge and, if it likes, a modifier. */
import { codeOf, headerAt, isBlank, shown, type Layout } from './layout.ts';
import { fromNames } from './edition-names.ts';

const titles: [field: 'code' | 'modifier' | 'charge', pattern: RegExp][] = [
  ['code', /^(?:code|cpt|hcpcs|cpt ?code|hcpcs ?code|procedure|procedure ?code|cpt\/hcpcs)$/i], ['modifier', /^(?:mod|modifier|modifiers)$/i], ['charge', /^(?:charge|charges|fee|our fee|price|amount|rate)$/i],
];
const find = (cells: string[], field: string): number => cells.findIndex((c) => titles.find(([f]) => f === field)![1].test(c.replace(/[_\s]+/g, ' ').trim()));
const isHeader = (cells: string[]): boolean => find(cells, 'code') >= 0 && find(cells, 'charge') >= 0;

/** Fields of a row: the charge. The key is the code, or CODE-MODIFIER. */
export const ownFeesLayout: Layout = {
  table: 'fees', what: 'your own fee schedule (columns code, charge and, if you like, modifier)', form: 'grid', delimiter: ',',
  fits: (head) => headerAt(head.rows, isHeader, 5) >= 0,
  editionOf: (head) => fromNames(head.names, (name) => /(20\d{2}-[01]\d-[0-3]\d)/.exec(name)?.[1] ?? /(20\d{2})/.exec(name)?.[1]),
  read({ grid }, _head, unread) {
    const at = headerAt(grid.rows, isHeader, 5);
    const [code, modifier, charge] = titles.map(([field]) => find(grid.rows[at]!.cells, field)) as [number, number, number];
    const rows = new Map<string, string[]>();
    for (const { line, cells } of grid.rows.slice(at + 1).filter((r) => !isBlank(r))) {
      const of = codeOf(cells[code], true);
      const with_ = modifier < 0 ? '' : (cells[modifier] ?? '').toUpperCase();
      const amount = (cells[charge] ?? '').replace(/[$,\s]/g, '');
      if (of === undefined) unread.add(line, 'code', `${shown(cells[code])}, not a code`);
      else if (!/^(?:[0-9A-Z]{2})?$/.test(with_)) unread.add(line, 'modifier', `${shown(with_)}, not a modifier`);
      else if (!/^\d+(?:\.\d{1,2})?$/.test(amount)) unread.add(line, 'charge', `${shown(cells[charge])}, not an amount in dollars`);
      else rows.set(with_ === '' ? of : `${of}-${with_}`, [amount]);
    }
    return { rows, count: rows.size };
  },
};

/** A procedure code as a page: what lookup_cpt says of it, and the unit limit and modifiers beside it. */
import type { Catalog } from '../catalog/catalog.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import { lookup } from '../search/lookup.ts';
import { item, page, section, sourceList, table } from './markdown.ts';

const adjudicated = { line: 'each claim line by itself', date_policy: 'the day, set by policy', date_clinical: 'the day, by clinical judgement' } as const;

/** Undefined when no table on hand has the code. */
export function codePage(catalog: Catalog, code: string, today: IsoDate): string | undefined {
  const reply = lookup(catalog, { query: code }, today);
  const match = reply.matches.find((m) => m.code === code && m.match.kind === 'code');
  if (!match) return undefined;
  const mue = match.mue as { units: number; adjudication: keyof typeof adjudicated } | undefined;
  const facts: [string, string | undefined][] = [
    ['In force', match.in_force ? `yes, on ${today}` : `no${match.deleted_on ? `, deleted from ${match.deleted_on}` : ''}`],
    ['Use now', match.replaced_by?.join(' or ')],
    ['Timed', match.timed ? `yes, ${match.unit_minutes} minutes a unit` : 'no, one unit however long'],
    ['Contact', match.contact], ['CMS therapy designation', match.therapy_designation], ['Medicare status', match.medicare_status],
    ['Unit limit (MUE)', mue && `${mue.units}, judged for ${adjudicated[mue.adjudication]}`], ['Performed by', match.performed_by],
  ];
  // Of a deleted or misprinted number nothing more is known than what to use now.
  const shown = catalog.code.has(code) ? facts : facts.slice(0, 2);
  return page(`${match.code}: ${match.name}`,
    match.description,
    table(['', ''], shown.filter(([, value]) => value !== undefined && value !== '')),
    section('Not to be confused with', match.often_confused_with.map((c) => item(c.code, c.difference))),
    section('The record must show', (match.documentation ?? []).map((d) => item(undefined, d))),
    section('Modifiers', (match.modifiers ?? []).map((m) => item(m.modifier, m.when))),
    `Editions: unit limits ${reply.edition.mue}, pairs ${reply.edition.ncci_ptp}, catalog ${reply.edition.catalog}. No code promises payment.`,
    sourceList(reply.sources));
}

/** A payer as a page: what is known of its rules, what is not, and who says so. */
import type { Catalog } from '../catalog/catalog.ts';
import { citations } from '../catalog/citations.ts';
import type { PayerProfile } from '../catalog/schemas.ts';
import { item, page, section, sourceList, stated, table } from './markdown.ts';

const methods = { cms: 'CMS 8-minute rule, the day\'s minutes pooled', cpt_midpoint: 'CPT mid-point, each code by itself', unknown: 'not known' } as const;
const plain = (word: string): string => word.replaceAll('_', ' ');

/** Undefined when there is no such profile. */
export function payerPage(catalog: Catalog, id: string): string | undefined {
  const payer = catalog.payer.get(id);
  if (!payer) return undefined;
  return page(`${payer.name} (\`${payer.id}\`)`,
    payer.description,
    table(['', '', 'why'], [
      ['Kind', plain(payer.kind), payer.federal ? 'a federal program' : 'not a federal program'],
      ['Units', methods[payer.unit_method.method], stated(payer.unit_method)],
      ['NCCI pairs', plain(payer.ncci.use), stated(payer.ncci)],
      ['Unit limits (MUE)', plain(payer.mue.use), stated(payer.mue)],
      ['Relaxation massage', `covered: ${payer.relaxation_massage.covered}`, stated(payer.relaxation_massage)],
      ['Timely filing', payer.timely_filing.rule, stated(payer.timely_filing)],
      ['Appeal', payer.appeal.rule, stated(payer.appeal)],
    ]),
    section('Who is recognised', Object.entries(payer.recognises).map(([who, fact]) => item(plain(who), `${fact.answer}. ${stated(fact)}`))),
    section('Modifiers', Object.entries(payer.modifiers).map(([what, fact]) => item(plain(what), `${plain(fact.need)}. ${stated(fact)}`))),
    section('Codes of its own', payer.own_codes.map((c) => item(c.code, `use ${c.use_instead}. ${stated(c)}`))),
    section('Excluded', payer.exclusions.map((e) => item(scopeOf(e), `${e.answer === 'excluded' ? 'not covered' : 'rulings differ, ask the plan'}. ${stated(e)}`))),
    section('Limits', payer.limits.map((l) => item(plain(l.kind), l.text))),
    section('Notes', payer.notes.map((n) => item(plain(n.about), n.text))),
    'A contract can say otherwise; it goes before this page.',
    sourceList(citations(catalog, [...new Set(sourcesOf(payer))])));
}

/** Which codes, given by whom, from when to when. */
function scopeOf(e: PayerProfile['exclusions'][number]): string {
  return [
    e.codes.join(', '), e.except?.length ? `except ${e.except.join(', ')}` : '', e.providers.length > 0 ? `given by ${e.providers.map(plain).join(', ')}` : '',
    e.from ? `from ${e.from}` : '', e.to ? `to before ${e.to}` : '',
  ].filter(Boolean).join(' ');
}

/** Every source that stands anywhere in the profile. */
function sourcesOf(value: PayerProfile | unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'source' && typeof inner === 'string' ? [inner] : sourcesOf(inner)));
}

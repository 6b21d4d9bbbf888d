/** How well a cause fits the line that was told and the payer: what the tables say of it in place of the general words. */
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeRow, PtpRow } from '../catalog/schemas.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import { neverPaidApart, tableAge, type DeniedLine } from './denial-line.ts';

export interface Fit {
  /** 3 the line shows it, 2 likely for this line or payer, 1 nothing against it, 0 unlikely here; 'out' cannot be. */
  weight: 0 | 1 | 2 | 3 | 'out';
  /** What the tables say, in place of the general way to tell. */
  how?: string;
  sources?: readonly string[];
}
interface Scene { catalog: Catalog; payer: ResolvedPayer; line?: DeniedLine; row?: CodeRow }
const neutral: Fit = { weight: 1 };
const out: Fit = { weight: 'out' };

/** The fit of one cause; the finding of a rule goes before what is worked out here. */
export function fitOf(catalog: Catalog, causeId: string, rule: string | undefined, payer: ResolvedPayer, line: DeniedLine | undefined): Fit {
  const found = causeId === rule ? line?.findings.find((f) => f.rule === rule) : undefined;
  if (found) return { weight: 3, how: found.message, sources: found.sources };
  const code = line?.codes[0];
  const row = code && catalog.code.get(code.code);
  return fits[causeId]?.({ catalog, payer, ...(line ? { line } : {}), ...(row ? { row } : {}) }) ?? neutral;
}

const fits: Readonly<Record<string, (scene: Scene) => Fit>> = {
  'ptp-pair-never-allowed': (scene) => pairFit(scene, '0'),
  'ptp-pair-needs-modifier': (scene) => pairFit(scene, '1'),
  'ptp-bypass-needs-support'({ line, payer }) {
    if (payer.profile.ncci.use === 'not_applicable' || (line?.modifiers && line.bypass.length === 0)) return out;
    return line && line.bypass.length > 0 ? { weight: 2, how: `${line.bypass.join(' and ')} stands on the line: read whether the note names another region, encounter or block of time for it.` } : neutral;
  },
  'code-not-payable-by-payer'({ catalog, line, payer }) {
    if (!line) return neutral;
    const own = payer.profile.own_codes.find((entry) => line.codes.some((c) => c.code === entry.code));
    if (own) return { weight: 3, how: `${own.why} ${payer.profile.name} takes ${own.use_instead}.`, sources: [own.source] };
    const bundled = line.codes.find((c) => catalog.status.get(c.code)?.status === 'B');
    if (bundled) return { weight: neverPaidApart(catalog, line, payer) ? 3 : 2, how: `Medicare never pays ${bundled.code} apart (status B: ${tableAge(catalog, 'status', 'fee schedule', line.date)}), and many payers follow it.`, sources: ['mpfs-2024-07'] };
    return { weight: line.codes.some((c) => catalog.status.get(c.code)?.status === 'A') ? 0 : 1 };
  },
  'group-with-one-on-one': ({ line }) => (line?.codes.length === 1 && line.codes[0]!.code !== '97150' && !line.below.some((e) => e.column_one === '97150') ? { weight: 0 } : neutral),
  'units-exceed-mue'({ catalog, line, payer }) {
    const limit = line && catalog.mue.get(line.codes[0]!.code);
    if (payer.profile.mue.use === 'not_applicable') return out;
    if (!limit || limit.units === 0) return neutral;
    const counted = { 1: 'for one line', 2: 'for the day, absolute: nothing gets past it', 3: 'for the day; records can get past it on review' }[limit.adjudication];
    return { weight: 2, how: `Compare with the limit of ${limit.code}: ${limit.units} ${limit.units === 1 ? 'unit' : 'units'} ${counted} (${tableAge(catalog, 'mue', 'Medicare table', line.date)}).`, sources: limit.sources };
  },
  'one-per-day-code-repeated': ({ row }) => (row ? { weight: row.one_per_day || row.first_unit_only ? 2 : 0 } : neutral),
  'untimed-code-multiple-units': ({ row }) => (row ? (row.timed ? out : { weight: 2 }) : neutral),
  'units-exceed-minutes': ({ row }) => (row && !row.timed ? out : neutral),
  'minutes-below-threshold': ({ row }) => (row && !row.timed ? out : neutral),
  'therapy-modifier-missing'({ line, row, payer }) {
    const need = payer.profile.modifiers.discipline.need;
    if (need === 'not_used' || row?.therapy_designation === 'none' || line?.modifiers?.some((m) => ['GP', 'GO', 'GN'].includes(m))) return out;
    if (row?.therapy_designation !== 'always') return neutral;
    const wants = need === 'required' || need === 'expected';
    return { weight: 2, how: `${row.code} is an always-therapy code${wants ? `, and ${payer.profile.name} wants GP, GO or GN on it` : ', and Medicare and many payers want GP, GO or GN on it'}: see whether one of them stood on the line.` };
  },
  'therapy-modifier-wrong-discipline': ({ line, payer }) => (payer.profile.modifiers.discipline.need === 'not_used' || (line?.modifiers && !line.modifiers.some((m) => ['GP', 'GO', 'GN', 'CQ', 'CO'].includes(m))) ? out : neutral),
  'assistant-modifier-missing': ({ line, row, payer }) => (payer.profile.modifiers.assistant.need === 'not_used' || row?.therapy_designation === 'none' || line?.modifiers?.some((m) => m === 'CQ' || m === 'CO') ? out : neutral),
  'active-treatment-modifier-missing': ({ line, row, payer }) => (payer.profile.modifiers.active_treatment.need === 'not_used' || (row && row.group !== 'chiropractic_manipulation') || line?.modifiers?.includes('AT') ? out : { weight: row ? 2 : 1 }),
  'threshold-modifier-missing'({ line, row, payer }) {
    const need = payer.profile.modifiers.threshold.need;
    if (need === 'not_used' || row?.therapy_designation === 'none' || line?.modifiers?.includes('KX')) return out;
    return { weight: need === 'required' && (row?.therapy_designation === 'always' || (line?.modifiers && row)) ? 3 : need === 'required' ? 2 : 1 };
  },
  'distinct-service-modifier-unneeded': ({ line }) => (line?.modifiers && line.bypass.length === 0 ? out : neutral),
  'minutes-missing': ({ row }) => (row && !row.timed ? out : neutral),
  'modifiers-conflict': ({ line }) => (line?.modifiers && line.modifiers.length < 2 ? out : neutral),
  'modifier-duplicate': ({ line }) => (line?.modifiers && new Set(line.modifiers).size === line.modifiers.length ? out : neutral),
  'modifier-unknown': ({ catalog, line }) => (line?.modifiers?.every((m) => catalog.modifier.has(m)) ? { weight: 0 } : neutral),
  'modifier-format-invalid': ({ line }) => (line?.modifiers?.every((m) => /^[0-9A-Z]{2}$/.test(m)) ? out : neutral),
  'too-many-modifiers': ({ line }) => (line?.modifiers && line.modifiers.length <= 4 ? out : neutral),
  'add-on-without-primary': ({ catalog, row }) => (row && !catalog.addOn.has(row.code) ? { weight: 0 } : neutral),
  'unlisted-code-needs-description': ({ row }) => (row ? (['97039', '97139', '97799'].includes(row.code) ? { weight: 2 } : out) : neutral),
  'specific-code-exists': ({ row }) => (row ? (['97039', '97139', '97799'].includes(row.code) ? { weight: 2 } : { weight: 0 }) : neutral),
  'relaxation-massage-billed': ({ row }) => (row && !row.hands_on ? out : neutral),
  'code-not-in-force': ({ line }) => (line?.codes.some((c) => c.state === 'in_force') ? { weight: 0 } : neutral),
  'code-unknown': ({ line }) => (line?.codes.every((c) => c.state === 'in_force' || c.state === 'not_in_force') ? out : neutral),
  'code-often-misprinted': ({ line }) => (line?.codes.every((c) => c.state === 'in_force' || c.state === 'not_in_force') ? out : neutral),
  'code-format-invalid': ({ line }) => (line?.codes.every((c) => c.state !== 'malformed') ? out : neutral),
  'provider-not-recognized-by-payer'({ catalog, payer }) {
    const refused = Object.entries(payer.profile.recognises).filter(([, r]) => r.answer === 'no');
    if (refused.length === 0) return neutral;
    const names = refused.map(([type]) => catalog.providerType.get(type)?.name ?? type.replaceAll('_', ' '));
    return { weight: 2, how: `${payer.profile.name} takes no claims for: ${names.join(', ')}. Compare with the license of who treated.`, sources: refused.map(([, r]) => r.source) };
  },
  'payer-excludes-service'({ line, payer }) {
    const hit = payer.profile.exclusions.find((e) => e.answer === 'excluded' && line?.codes.some((c) => e.codes.some((range) => inRange(c.code, range)) && !e.except?.some((range) => inRange(c.code, range))));
    return hit ? { weight: hit.providers.length === 0 ? 3 : 2, how: hit.why, sources: [hit.source] } : neutral;
  },
  'payer-visit-or-authorization-limit'({ payer, line }) {
    const limits = payer.profile.limits.filter((l) => !line || l.codes.some((range) => line.codes.some((c) => inRange(c.code, range))));
    return limits.length > 0 ? { weight: 2, how: `${payer.profile.name}: ${limits.map((l) => l.text).join(' ')}`, sources: limits.map((l) => l.source) } : neutral;
  },
};

function pairFit({ catalog, line, payer }: Scene, indicator: '0' | '1'): Fit {
  if (payer.profile.ncci.use === 'not_applicable') return out;
  if (!line) return neutral;
  // A modifier that says "distinct" is on the line: then it is not the missing one.
  if (indicator === '1' && line.bypass.length > 0) return line.pair ? out : { weight: 0 };
  const table = tableAge(catalog, 'ncci_ptp', 'NCCI table', line.date);
  if (line.pair) return line.pair.indicator === indicator ? { weight: 3, how: `${line.pair.column_one} is paid and ${line.pair.column_two} is not: a pair with indicator ${indicator} (${table}).`, sources: line.pair.sources } : out;
  const above = line.below.filter((edit) => edit.indicator === indicator);
  if (line.codes.length !== 1 || above.length === 0) return { weight: 0 };
  const lifted = indicator === '0' ? 'no modifier lifts it' : 'a modifier lifts it only where the record shows another region, encounter or block of time';
  return { weight: 2, how: `Look at the other lines of the date for ${listed(above)}: ${above.length > 1 ? 'each' : 'it'} is paid in place of ${line.codes[0]!.code}, and ${lifted} (${table}).`, sources: above[0]!.sources };
}

function listed(edits: readonly PtpRow[]): string {
  const codes = edits.map((edit) => edit.column_one);
  return codes.length > 8 ? `${codes.slice(0, 8).join(', ')} or ${codes.length - 8} others` : codes.join(', ');
}

/** `97124`, `97810-97814` or `any`. */
function inRange(code: string, range: string): boolean {
  const [from, to] = range.split('-');
  return range === 'any' || (to === undefined ? code === from : code >= from! && code <= to);
}

/** Procedure codes and modifiers from imported files: HCPCS, the fee schedule, the unit limits, the licensed CPT file. */
import type { KnownCode } from '../catalog/imported.ts';
import type { AddOnRow, CodeRow, ModifierRow, MueRow, StatusRow } from '../catalog/schemas.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import { codeFormOf, isCodeForm } from '../claim/procedure-code.ts';
import type { OpenedEdition } from './opened-store.ts';
import { tableWords } from './table-words.ts';

/** The editions chosen for a date, by table; a table without one is absent. */
export type Chosen = ReadonlyMap<string, OpenedEdition>;

/** What imported tables say of a code; undefined when none has it. */
export function knownCode(chosen: Chosen, code: string): KnownCode | undefined {
  const form = codeFormOf(code);
  if (!form || !isCodeForm(code)) return undefined;
  const hcpcs = form.system === 'hcpcs' ? chosen.get('hcpcs')?.row(code) : undefined;
  const cpt = form.system === 'cpt' ? chosen.get('cpt')?.row(code) : undefined;
  const having = ['hcpcs', 'cpt', 'status', 'mue'].flatMap((table) => { const edition = chosen.get(table); return edition?.has(code) ? [edition] : []; });
  if (having.length === 0) return undefined;
  const first = having[0]!;
  const licensed = cpt !== undefined;
  const name = (hcpcs?.[1] || cpt?.[2] || cpt?.[1]) ?? `code ${code} of the imported ${tableWords[first.table].name} ${first.edition}`;
  const description = (hcpcs?.[0] || cpt?.[0] || cpt?.[1]) ?? `A ${form.system === 'cpt' ? 'CPT' : 'HCPCS'} code. Imported tables have its ${having.map((e) => (e.table === 'status' ? 'fee schedule row' : e.table === 'mue' ? 'unit limit' : e.table)).join(' and ')}; ${form.system === 'cpt' ? 'what it stands for is in the CPT book, or in the CPT data file of a licensed user' : 'what it stands for is in the HCPCS file'}.`;
  return {
    code, system: form.system, ...(form.category ? { category: form.category } : {}), name, description, licensed,
    ...(hcpcs?.[2] ? { effective_from: hcpcs[2] } : {}), ...(hcpcs?.[3] ? { effective_to: hcpcs[3] } : {}), tables: having.map((e) => e.table), sources: having.map((e) => e.source),
  };
}

/** A curated HCPCS code with the dates of the imported file. */
export function withDates(chosen: Chosen, row: CodeRow): CodeRow {
  const edition = row.system === 'hcpcs' ? chosen.get('hcpcs') : undefined;
  const dates = edition?.row(row.code);
  return dates === undefined ? row : { ...row, effective_from: dates[2] || row.effective_from, effective_to: dates[3] || undefined, sources: [edition!.source, ...row.sources] };
}

export function importedMue(edition: OpenedEdition, code: string): MueRow | undefined {
  const row = edition.row(code);
  return row && { code, units: Number(row[0]), adjudication: row[1] as MueRow['adjudication'], rationale: row[2] ?? '', sources: [edition.source] };
}

export function importedStatus(edition: OpenedEdition, code: string): StatusRow | undefined {
  const row = edition.row(code);
  return row && { code, status: row[0]!, pc_tc: Number(row[1]), multiple_procedure: Number(row[2]), bilateral: Number(row[3]), global_days: row[4] ?? '', sources: [edition.source] };
}

/** The primary codes that stand on the date; where the contractor decides on some, the list is open. */
export function importedAddOn(edition: OpenedEdition, code: string, date: IsoDate): AddOnRow | undefined {
  const links = (edition.row(code) ?? []).map((cell) => cell.split('|') as [type: string, primary: string, from: string, to: string]).filter(([, , from, to]) => isWithin(date, from || undefined, to || undefined));
  if (links.length === 0) return undefined;
  return { add_on: code, primary: [...new Set(links.map(([, primary]) => primary))].filter((p) => p !== 'CCCCC').sort(), sources: [edition.source], confidence: 'V', ...(links.some(([type]) => type !== '1') ? { open_list: true } : {}) };
}

/** A HCPCS modifier; what is curated of it stays, and only its official words are taken where the catalog has none. */
export function importedModifier(edition: OpenedEdition, modifier: string, curated: ModifierRow | undefined): ModifierRow | undefined {
  const row = /^[0-9A-Z]{2}$/.test(modifier) ? edition.row(modifier) : undefined;
  if (row === undefined) return curated;
  const dates = { effective_from: row[2] || undefined, effective_to: row[3] || undefined };
  if (curated && curated.kind !== 'listed') return { ...curated, ...dates };
  const told = { name: row[1] || row[0]!, description: row[0] || row[1]!, ...dates, sources: [edition.source] };
  return curated ? { ...curated, ...told } : { modifier, kind: 'listed', order_rank: 4, bypasses_ptp: false, conflicts_with: [], valid_for: ['any'], not_valid_for: [], why_not: undefined, confidence: 'V', ...told };
}

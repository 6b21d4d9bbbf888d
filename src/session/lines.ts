/** The services of a session as claim lines: units by the payer's method, never a modifier or a code to get paid. */
import type { Catalog } from '../catalog/catalog.ts';
import type { PayerProfile } from '../catalog/schemas.ts';
import type { ResolvedProvider } from '../claim/provider-type.ts';
import { computeUnits, midpointUnits, type UnitOptions } from '../units/units.ts';
import type { ReadService } from './read-services.ts';
import type { Note, SessionTotal } from './suggest.ts';

export interface SuggestedLine { code: string; modifiers: string[]; units: number; minutes?: number; because: string }

interface Draft { code: string; minutes?: number; read: ReadService }

/** Lines of what may be billed; [] while a question about the code itself or about who was there is open. */
export function buildLines(catalog: Catalog, services: { read: ReadService; billable: boolean }[], about: { payer: PayerProfile; provider: ResolvedProvider | undefined; total: SessionTotal }): { lines: SuggestedLine[]; notes: Note[] } {
  const { payer, provider, total } = about;
  const notes: Note[] = [];
  const drafts: Draft[] = [];
  for (const { read, billable } of services) {
    if (read.noCode) continue;
    const lead = read.candidates[0];
    if (lead?.confidence !== 'strong' || read.setting || read.open) return { lines: [], notes };
    if (!billable) continue;
    const own = payer.own_codes.find((o) => o.code === lead.code);
    if (own) notes.push({ about: own.code, text: `${payer.name} takes ${own.use_instead} in place of ${own.code}. ${own.why}`, sources: [own.source] });
    drafts.push({ code: own?.use_instead ?? lead.code, read, ...(read.minutes === undefined ? {} : { minutes: read.minutes }) });
  }
  const kept = dropNeverAllowed(catalog, payer, drafts, notes);
  if (total.contradicts || (total.open && kept.some((d) => d.minutes === undefined && catalog.code.get(d.code)?.timed))) return { lines: [], notes };
  return { lines: withUnits(catalog, payer, provider, kept, total, notes), notes };
}

/** Of a pair that is never allowed for this payer, only column one stands. */
function dropNeverAllowed(catalog: Catalog, payer: PayerProfile, drafts: Draft[], notes: Note[]): Draft[] {
  return drafts.filter((draft) => {
    for (const other of drafts) {
      const edit = catalog.ptp.get(`${other.code}/${draft.code}`);
      if (!edit || edit.indicator === '9') continue;
      if (edit.indicator === '0' && payer.ncci.use === 'medicare_edition') {
        notes.push({ about: draft.code, text: `${draft.code} and ${other.code} are an NCCI pair that is never allowed on one day for ${payer.name}; only ${other.code} stands. If the record shows ${draft.code} and not ${other.code}, bill that.`, sources: ['ncci-ptp-2024q3'] });
        return false;
      }
      if (payer.ncci.use !== 'not_applicable') notes.push({ about: draft.code, text: `${other.code} and ${draft.code} are an NCCI pair (indicator ${edit.indicator}): ${edit.indicator === '0' ? 'payers that use the Medicare edits never pay both on one day' : 'both are paid only when the record shows another region or time block, and a modifier says so'}.`, sources: ['ncci-ptp-2024q3'] });
    }
    return true;
  });
}

/** The one add-on code that carries a first-unit code's further time; acupuncture stays with or without current as it began. */
function addOnOf(catalog: Catalog, code: string): string | undefined {
  const addOns = catalog.addOnsOf.get(code) ?? [];
  return addOns.length === 1 ? addOns[0] : code === '97810' ? '97811' : code === '97813' ? '97814' : undefined;
}

function withUnits(catalog: Catalog, payer: PayerProfile, provider: ResolvedProvider | undefined, drafts: Draft[], total: SessionTotal, notes: Note[]): SuggestedLine[] {
  const timed = drafts.filter((d) => catalog.code.get(d.code)?.timed && d.minutes !== undefined).map((d) => ({ code: d.code, minutes: d.minutes! }));
  const method = payer.unit_method.method;
  const options: UnitOptions = { first_unit_minutes: payer.unit_method.first_unit_minutes, max_timed_units_per_day: payer.unit_method.max_timed_units_per_day, ...(total.cap === undefined ? {} : { total_timed_minutes: total.cap }) };
  const cms = computeUnits(catalog, timed, 'cms', options);
  const midpoint = computeUnits(catalog, timed, 'cpt_midpoint', options);
  const lines: SuggestedLine[] = [];
  for (const draft of drafts) {
    const row = catalog.code.get(draft.code)!;
    const required = payer.modifiers.discipline.need === 'required' || payer.modifiers.discipline.need === 'expected';
    const modifiers: string[] = required && row.therapy_designation === 'always' && provider?.discipline ? [provider.discipline] : [];
    // The work of an assistant alone; a shared service is parted by calculate_units.
    if (modifiers.length > 0 && provider?.assistant && (payer.modifiers.assistant.need === 'required' || payer.modifiers.assistant.need === 'expected')) modifiers.push(provider.discipline === 'GO' ? 'CO' : 'CQ');
    if (!row.timed) {
      lines.push({ code: draft.code, modifiers, units: 1, ...(draft.minutes === undefined ? {} : { minutes: draft.minutes }), because: `${row.name}; not timed, one unit` });
      // The first code covers 20 square centimetres, the add-on each further 20 or part of it.
      if (draft.code === '97597' && (draft.read.area ?? 0) > 20 && !drafts.some((d) => d.code === '97598')) lines.push({ code: '97598', modifiers, units: Math.ceil((draft.read.area! - 20) / 20), because: `${catalog.code.get('97598')!.name}; ${draft.read.area} square centimetres in all` });
      continue;
    }
    if (draft.minutes === undefined && draft.read.told_units !== undefined) {
      lines.push({ code: draft.code, modifiers, units: draft.read.told_units, because: `${row.name}; units as the text tells them, not checked against minutes, which it does not tell` });
      continue;
    }
    if (draft.minutes === undefined) {
      notes.push({ about: draft.code, text: `${draft.code} is timed and its minutes are not known, so it has no claim line yet.`, sources: ['claims-manual-ch5'] });
      continue;
    }
    const at = timed.findIndex((t) => t.code === draft.code);
    const [a, b] = [cms.lines[at]!, midpoint.lines[at]!];
    const units = method === 'cpt_midpoint' ? b.units : a.units;
    if (units === 0) {
      notes.push({ about: draft.code, text: `${draft.minutes} minutes of ${draft.code} make no unit by ${method === 'cpt_midpoint' ? 'the mid-point rule' : 'the CMS 8-minute rule'}, so it is left out.`, sources: ['claims-manual-ch5'] });
      continue;
    }
    const other = method === 'unknown' && a.units !== b.units ? `; by the CPT mid-point rule it would be ${b.units}` : '';
    lines.push({ code: draft.code, modifiers, units, minutes: draft.minutes, because: `${row.name}; ${method === 'cpt_midpoint' ? b.why : a.why}${other}` });
    if (row.first_unit_only) {
      const more = draft.minutes - (row.unit_minutes ?? 15);
      const addOn = addOnOf(catalog, row.code);
      const further = addOn && more > 0 && (row.group !== 'acupuncture' || (draft.read.reinserted && !draft.read.set)) ? midpointUnits(more, catalog.code.get(addOn)!.unit_minutes ?? 15) : 0;
      if (addOn && further > 0) lines[lines.length - 1]!.minutes = draft.minutes - more;
      if (addOn && further > 0) lines.push({ code: addOn, modifiers, units: further, minutes: more, because: `${catalog.code.get(addOn)!.name}; ${more} minutes beyond the first ${row.unit_minutes ?? 15}` });
      else if (more > 0) notes.push({ about: draft.code, text: `${draft.code} is one unit however long; the further ${more} minutes go on ${(catalog.addOnsOf.get(draft.code) ?? []).join(' or ')}${row.group === 'acupuncture' ? ', only with another 15 minutes of contact and needles inserted again' : ''}.`, sources: ['ncci-manual-ch11'] });
    }
  }
  return lines;
}

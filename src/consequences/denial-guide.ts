/** What the guidance says of each code of a remittance, its class filled in and the way for its group chosen. */
import type { Catalog } from '../catalog/catalog.ts';
import type { DenialClass, DenialGroup, DenialWay, NextStep, PatientPolicy } from '../catalog/denial-guidance-schema.ts';
import type { PayerGroup } from '../catalog/consequences-schema.ts';
import type { DenialCode } from './read-denial-codes.ts';

export interface Guide {
  of: DenialCode;
  /** The group on the remittance; without one, the usual one of the reason code, as far as the next step goes. */
  group?: DenialGroup;
  what: string; next_step: NextStep; steps: readonly string[]; patient: PatientPolicy; causes: readonly string[]; routine: boolean; sources: readonly string[];
  className: string;
}

/** One guide for each code that is known; a remark code stands under the group of the reason codes beside it. */
export function guidesOf(catalog: Catalog, codes: readonly DenialCode[], payers: PayerGroup): Guide[] {
  const reasons = codes.filter((c) => c.kind === 'carc');
  const shared = reasons.length > 0 ? groupFor(catalog, reasons[0]!) : codes.find((c) => c.group)?.group;
  return codes.flatMap((code) => {
    if (code.kind === 'unknown') return [];
    const entry = catalog.denial_guidance[code.kind][code.code];
    const own = entry && catalog.denial_guidance.classes[entry.class];
    if (!entry || !own) return [];
    const group = code.kind === 'carc' ? groupFor(catalog, code) : code.group ?? shared;
    const way = chooseWay(entry.ways ?? own.ways, group);
    return [{
      of: code, ...(group ? { group } : {}), className: entry.class, what: own.what,
      next_step: way.for?.[payers] ?? way.next_step, steps: way.steps,
      patient: entry.patient ?? own.patient, causes: entry.causes ?? own.causes, routine: own.routine ?? false,
      sources: [...(entry.sources ?? own.sources)],
    }];
  });
}

function groupFor(catalog: Catalog, code: DenialCode): DenialGroup | undefined {
  return code.group ?? catalog.carc.get(code.code)?.usual_group;
}

function chooseWay(ways: DenialClass['ways'], group: DenialGroup | undefined): DenialWay {
  return (group && ways[group]) ?? ways.default;
}

/** The guide whose step goes first: by the order of the guidance, the write-off of an ordinary adjustment behind the patient's bill. */
export function leading(catalog: Catalog, guides: readonly Guide[]): Guide | undefined {
  const rank = (guide: Guide): number => {
    const at = catalog.denial_guidance.order.indexOf(guide.next_step);
    return guide.routine && guide.next_step === 'write_off' ? catalog.denial_guidance.order.indexOf('bill_patient') + 0.5 : at;
  };
  return guides.reduce<Guide | undefined>((best, guide) => (best === undefined || rank(guide) < rank(best) ? guide : best), undefined);
}

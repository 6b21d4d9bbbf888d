/** Payer profiles as reference entries: what each payer wants, with its sources. */
import type { IsoDate } from '../claim/iso-date.ts';
import type { Catalog } from './catalog.ts';
import type { ReferenceEntry } from './reference-entries.ts';
import type { PayerProfile } from './schemas.ts';

export function payerEntries(catalog: Catalog, _date: IsoDate): ReferenceEntry[] {
  return catalog.payers.map((profile) => ({
    code: profile.id, name: profile.name, description: profile.description, words: profile.words, in_force: true, sources: sourcesOf(profile),
    detail: {
      kind: profile.kind, federal: profile.federal, unit_method: profile.unit_method, ncci: profile.ncci, mue: profile.mue, medicare_status: profile.medicare_status,
      own_codes: profile.own_codes, recognises: profile.recognises, modifiers: profile.modifiers, exclusions: profile.exclusions,
      relaxation_massage: profile.relaxation_massage, limits: profile.limits, timely_filing: profile.timely_filing, appeal: profile.appeal,
      notes: profile.notes.map(({ about, text, source, confidence }) => ({ about, text, source, confidence })), confidence: profile.confidence, origin: profile.origin ?? 'embedded',
    },
  }));
}

/** What a list of all payers shows, with the source of just that; one payer by its id shows the rest. */
export function briefPayer(catalog: Catalog, entry: ReferenceEntry): ReferenceEntry {
  const { kind, federal, unit_method, origin } = entry.detail;
  const source = catalog.payer.get(entry.code)?.unit_method.source;
  return { ...entry, sources: source ? [source] : [], detail: { kind, federal, unit_method, origin } };
}

function sourcesOf(value: PayerProfile): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, inner] of Object.entries(node)) {
        if (key === 'source' && typeof inner === 'string') found.add(inner);
        else visit(inner);
      }
    }
  };
  visit(value);
  return [...found];
}

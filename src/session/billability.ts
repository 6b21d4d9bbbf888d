/** Whether a service of the session may be billed to this payer, and why not. */
import type { Catalog } from '../catalog/catalog.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import { withArticle, type ResolvedProvider } from '../claim/provider-type.ts';
import { matchesCodeRange } from '../rules/code-selector.ts';
import type { ReadService } from './read-services.ts';
import type { Note } from './suggest.ts';

export interface Circumstances { payer: ResolvedPayer; provider: ResolvedProvider | undefined; date: IsoDate; relaxing: boolean }

/** Wellness, an exclusion, an unrecognised provider, a bundled code or no code at all make a service not billable. */
export function billability(catalog: Catalog, read: ReadService, about: Circumstances): { billable: boolean; because?: string; notes: Note[] } {
  const { payer: { profile, recognised }, provider, date, relaxing } = about;
  const notes: Note[] = [];
  const code = read.candidates[0]?.code;
  if (profile.kind === 'self_pay') {
    if (relaxing) notes.push({ about: 'relaxation', text: 'Relaxation massage is fine as a cash service; it is no insurance claim and no medical expense by itself.', sources: ['irs-pub-502'] });
    return { billable: true, notes };
  }
  if (read.noCode) return { billable: false, because: read.noCode.answer, notes };
  if (relaxing && (code === '97124' || code === '97140')) {
    notes.push({ about: 'relaxation', text: 'Relaxation or wellness massage treats no condition. The client can pay for it directly; insurers do not cover it as therapy.', sources: ['coder-qa-97124-97140'] });
    return { billable: false, because: 'it is described as relaxation or wellness, which is no covered therapy; the client may pay for it directly.', notes };
  }
  if (!code || !recognised) return { billable: true, notes };
  const stated = provider && profile.recognises[provider.type];
  if (stated?.answer === 'no') {
    notes.push({ about: 'provider', text: `${profile.name}: ${stated.why}`, sources: [stated.source] });
    return { billable: false, because: `${profile.name} does not take the work of ${withArticle(provider!.name)}: ${stated.why}`, notes };
  }
  if (stated?.answer === 'depends') notes.push({ about: 'provider', text: `${profile.name}: ${stated.why}`, sources: [stated.source] });
  const excluded = profile.exclusions.find((e) => e.codes.some((c) => matchesCodeRange(code, c)) && !e.except?.some((c) => matchesCodeRange(code, c)) && isWithin(date, e.from, e.to) && (e.providers.length === 0 || (provider !== undefined && e.providers.includes(provider.type))));
  if (excluded) {
    notes.push({ about: code, text: `${profile.name}: ${excluded.why}`, sources: [excluded.source] });
    if (excluded.answer === 'excluded') return { billable: false, because: `${profile.name}: ${excluded.why}`, notes };
  }
  const status = catalog.status.get(code)?.status;
  if (profile.medicare_status.use === 'medicare_edition' && status && 'BINXE'.includes(status) && !profile.own_codes.some((o) => o.code === code)) {
    const because = status === 'B' ? `${code} is bundled for ${profile.name}: never paid apart.` : `${code} has status ${status} for ${profile.name} and is not paid.`;
    notes.push({ about: code, text: because, sources: ['mpfs-2024-07'] });
    return { billable: false, because, notes };
  }
  const handsOn = code === '97124' || code === '97140';
  for (const note of profile.notes.slice(0, 2)) if (note.codes ? note.codes.includes(code) : handsOn) notes.push({ about: note.about, text: note.text, sources: [note.source] });
  for (const limit of profile.limits) {
    if (limit.codes.some((c) => matchesCodeRange(code, c)) && (limit.providers.length === 0 || (provider !== undefined && limit.providers.includes(provider.type)))) notes.push({ about: limit.kind, text: limit.text, sources: [limit.source] });
  }
  return { billable: true, notes };
}

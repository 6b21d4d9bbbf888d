/** What was done in a group, or taught to caregivers, as the code of that; the words for it stay. */
import type { Catalog } from '../catalog/catalog.ts';
import type { CodeHit } from '../search/search-codes.ts';
import type { Participants, Setting } from './participants.ts';
import type { Item } from './read-items.ts';
import type { Part, ReadService } from './read-services.ts';

type Span = Participants['settings'][number];

/** The setting of a place in the text; undefined for one-on-one care. */
function settingOf(settings: readonly Span[], start: number, end: number): Span | undefined {
  const at = (start + end) / 2;
  return settings.find((s) => at >= s.start && at < s.end);
}

/** Groups of other disciplines have codes of their own. */
const groupCode: readonly [of: ReadonlySet<string>, code: string][] = [
  [new Set(['92507', '92508', '92526']), '92508'],
  [new Set(['G0237', 'G0238', 'G0239']), 'G0239'],
  [new Set(['97153', '97154']), '97154'],
  [new Set(['97155', '97158']), '97158'],
  [new Set(['97156', '97157']), '97157'],
  [new Set(['98960', '98961', '98962']), '98961'],
];
const procedures = new Set(['97110', '97112', '97113', '97116', '97124', '97140', '97150', '97530', '97533', '97535', '97537', '97129', '97542', '97550', '97552', '97750']);

/** What the patient has to be there for, so that without the patient it was taught to others. */
const taughtGroups = new Set(['therapeutic_procedure', 'education', 'speech_language', 'wound_care', 'supply', 'attended_modality']);

function codeIn(catalog: Catalog, setting: Setting, lead: string | undefined, direct: boolean): string | undefined {
  if (setting === 'group') {
    const other = groupCode.find(([of]) => of.has(lead ?? ''))?.[1];
    return other ?? (lead === undefined || procedures.has(lead) ? '97150' : undefined);
  }
  if (lead !== undefined && !procedures.has(lead) && !taughtGroups.has(catalog.code.get(lead)?.group ?? '') && !/^9715[67]$/.test(lead)) return undefined;
  return setting === 'caregiver_alone' ? (direct ? 'G0541' : '97550') : setting === 'caregiver_group' ? (direct ? 'G0543' : '97552') : undefined;
}

/** The parts with the code of their setting; a span whose parts tell of no service becomes one. */
export function withSetting(catalog: Catalog, text: string, given: readonly Part[], { settings, notGroup }: Participants): Part[] {
  const parts = notGroup ? withoutGroup(given) : given;
  if (settings.length === 0) return [...parts];
  const met = new Set<Span>();
  const leadsOf = (span: Span): string[] => parts.flatMap((p) => (settingOf(settings, p.segment.start, p.segment.end) === span ? p.judged[0]?.item.hits[0]?.code ?? [] : []));
  // Wounds, sores and infection alone are care of another code.
  const directCare = new Set(settings.filter((span) => span.setting.startsWith('caregiver') && leadsOf(span).length > 0 && leadsOf(span).every((c) => c.startsWith('G054'))));
  return parts.flatMap((part) => {
    const span = settingOf(settings, part.segment.start, part.segment.end);
    if (!span || span.setting === 'ask' || span.setting === 'one_on_one') return [part];
    const lead = part.judged[0]?.item.hits[0]?.code;
    const code = codeIn(catalog, span.setting, lead, directCare.has(span));
    if (code === undefined || !catalog.code.has(code)) return [part];
    if (part.judged.length === 0 && (met.has(span) || part.segment.duration === undefined)) {
      // Words of the group that name no service: the group itself stands once.
      if (met.has(span) || parts.some((p) => p !== part && p.judged.length > 0 && settingOf(settings, p.segment.start, p.segment.end) === span)) return [{ ...part, judged: [] }];
    }
    met.add(span);
    const hit: CodeHit = { code, confidence: 'strong', score: 0.92, kind: 'synonym', because: span.why, sources: ['ncci-manual-ch11'] };
    const old = part.judged[0]?.item;
    const [start, end] = old ? [old.start, old.end] : [part.segment.start, part.segment.end];
    const item: Item = { start, end, text: text.slice(start, end).trim(), plain: true, number: false, hits: [hit], matched: [{ text: text.slice(start, end).trim().slice(0, 80), meaning: span.why }] };
    const kept = part.judged.slice(1).filter((j) => codeIn(catalog, span.setting, j.item.hits[0]?.code, false) === undefined);
    return [{ ...part, judged: [{ item, others: [], timed: part.segment.duration !== undefined }, ...kept], strength: 'strong' as const }];
  });
}

/** Where nothing was done in a group the words that sound like one are no service. */
const withoutGroup = (parts: readonly Part[]): Part[] => parts.map((p) => ({ ...p, judged: p.judged.filter((j) => j.item.hits[0]?.code !== '97150' || j.item.number) }));

/** Marks the services of stretches in which it is open who was there, or whose minutes they were. */
export function markOpen(services: readonly ReadService[], settings: readonly Span[]): void {
  const open = settings.filter((s) => s.setting === 'ask' && s.field !== undefined);
  if (open.length === 0) return;
  for (const service of services) {
    const lead = service.candidates[0]?.code ?? '';
    if (!procedures.has(lead) && !groupCode.some(([of]) => of.has(lead))) continue;
    const span = open.find((s) => service.places.some((p) => settingOf([s], p.start, p.end)));
    if (span) service.setting = { field: span.field!, why: span.why };
  }
}

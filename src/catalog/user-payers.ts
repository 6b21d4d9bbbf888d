/** Payer profiles of the user's own laid over the catalog: checked, completed from their kind, never weaker than a national rule. */
import { quote } from '../claim/clean-text.ts';
import type { Catalog } from './catalog.ts';
import type { PayerProfile, SourceEntry } from './schemas.ts';
import { userProfile, type UserProfile } from './user-profile.ts';

export interface ProfileFile { file: string; text: string }
export interface ProfileProblem { file: string; problem: string }

type Stated = { why: string; source: string; confidence: 'V' | 'W' | 'M' };

/** The catalog with the good profiles added; each bad file is left out and stands in `payer_problems` with what is wrong and what is accepted. */
export function withUserPayers(catalog: Catalog, files: readonly ProfileFile[]): Catalog {
  const problems: ProfileProblem[] = [];
  const payers: PayerProfile[] = [];
  const sources: SourceEntry[] = [];
  const from = new Map<string, string>();
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const read = readProfile(text);
    const problem = typeof read === 'string' ? read : clash(catalog, payers, from, read) ?? weaker(catalog, read);
    if (problem !== undefined || typeof read === 'string') {
      problems.push({ file, problem: problem ?? '' });
      continue;
    }
    from.set(read.id, file);
    payers.push(complete(catalog, read, file));
    sources.push({ id: sourceId(read), publisher: read.name, ...read.source, rank: 'payer' });
  }
  if (files.length === 0) return catalog;
  return {
    ...catalog, ...(problems.length > 0 ? { payer_problems: problems } : {}), payers: [...catalog.payers, ...payers], sources: [...catalog.sources, ...sources],
    payer: new Map([...catalog.payer, ...payers.map((p) => [p.id, p] as const)]), source: new Map([...catalog.source, ...sources.map((s) => [s.id, s] as const)]),
  };
}

const sourceId = (profile: UserProfile): string => `profile-${profile.id.replace(/_/g, '-')}`;

/** The profile, or what is wrong with the text. */
function readProfile(text: string): UserProfile | string {
  if (text.trim() === '') return 'it is empty, or larger than 200 kB';
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'it is not JSON. Accepted: one object, such as { "id": "my_plan", "name": "My Plan", "kind": "commercial", "source": { "title": "Provider manual 2026", "edition": "2026", "effective": "2026-01-01" } }';
  }
  const result = userProfile.safeParse(json);
  if (result.success) return result.data;
  const first = result.error.issues[0]!;
  const more = result.error.issues.length > 1 ? ` (and ${result.error.issues.length - 1} more)` : '';
  return `${first.path.length > 0 ? `"${quote(first.path.join('.'), 60)}": ` : ''}${quote(first.message, 160)}${more}`;
}

function clash(catalog: Catalog, payers: readonly PayerProfile[], from: ReadonlyMap<string, string>, profile: UserProfile): string | undefined {
  if (catalog.payer.has(profile.id)) return `the id "${profile.id}" is a built-in profile, which stays as it is; take another id`;
  if (from.has(profile.id)) return `the id "${profile.id}" is already that of ${from.get(profile.id)}`;
  const taken = new Set([...catalog.payers, ...payers].flatMap((p) => [p.id.replace(/_/g, ' '), p.name.toLowerCase(), ...p.words]));
  const word = [profile.name, ...(profile.words ?? [])].find((w) => taken.has(w.toLowerCase()));
  if (word !== undefined) return `the word "${quote(word, 60)}" already means another payer; leave it out or make it longer`;
  const types = new Set(catalog.provider_types.map((p) => p.id));
  const named = [...Object.keys(profile.recognises ?? {}), ...(profile.exclusions ?? []).flatMap((e) => e.providers), ...(profile.limits ?? []).flatMap((l) => l.providers)];
  const odd = named.find((n) => !types.has(n));
  return odd === undefined ? undefined : `"${quote(odd, 40)}" is no provider type; accepted: ${[...types].join(', ')}`;
}

const strictness = { not_applicable: 0, not_used: 0, unknown: 1, expected: 2, own_version: 1, required: 3, medicare_edition: 3, yes: 0, depends: 1, no: 2 } as const;

/** What of the kind's profile rests on a national source may be made stricter, never weaker. */
function weaker(catalog: Catalog, profile: UserProfile): string | undefined {
  const base = catalog.payer.get(profile.kind)!;
  const national = (stated: { source: string } | undefined): boolean => stated !== undefined && catalog.source.get(stated.source)?.rank === 'national';
  const say = (what: string): string => `${what} is a national rule for ${base.name} and cannot be weakened by a profile; leave it out`;
  for (const field of ['ncci', 'mue', 'medicare_status'] as const) {
    const own = profile[field];
    if (own && national(base[field]) && strictness[own.use] < strictness[base[field].use]) return say(`"${field}"`);
  }
  for (const field of ['discipline', 'assistant', 'threshold', 'active_treatment'] as const) {
    const own = profile.modifiers?.[field];
    if (own && national(base.modifiers[field]) && strictness[own.need] < strictness[base.modifiers[field].need]) return say(`"modifiers.${field}"`);
  }
  for (const [type, own] of Object.entries(profile.recognises ?? {})) {
    const theirs = base.recognises[type];
    if (theirs && national(theirs) && strictness[own.answer] < strictness[theirs.answer]) return say(`"recognises.${type}"`);
  }
  if (profile.unit_method && national(base.unit_method) && profile.unit_method.method !== base.unit_method.method) return say('"unit_method"');
  if (profile.relaxation_massage && national(base.relaxation_massage) && strictness[profile.relaxation_massage.covered] < strictness[base.relaxation_massage.covered]) return say('"relaxation_massage"');
  if (profile.timely_filing && national(base.timely_filing)) return say('"timely_filing"');
  if (profile.appeal && national(base.appeal)) return say('"appeal"');
  return undefined;
}

/** The kind's profile with the file's statements over it; exclusions, limits and own codes are added, never taken away. */
function complete(catalog: Catalog, profile: UserProfile, file: string): PayerProfile {
  const base = catalog.payer.get(profile.kind)!;
  const source = sourceId(profile);
  const stated = <T extends { why?: string }>(value: T): Omit<T, 'why'> & Stated => ({ ...value, why: value.why ?? `As ${profile.name} states it.`, source, confidence: 'W' });
  const over = <T extends { why?: string }, B>(value: T | undefined, otherwise: B): B => (value === undefined ? otherwise : (stated(value) as unknown as B));
  return {
    ...base, id: profile.id, name: profile.name, description: profile.description ?? `A profile of the user's own, from ${file}, on the built-in one of kind ${profile.kind}.`,
    words: (profile.words ?? []).map((w) => w.toLowerCase()), origin: file,
    unit_method: over(profile.unit_method, base.unit_method), ncci: over(profile.ncci, base.ncci), mue: over(profile.mue, base.mue), medicare_status: over(profile.medicare_status, base.medicare_status),
    own_codes: [...(profile.own_codes ?? []).map(stated), ...base.own_codes],
    recognises: { ...base.recognises, ...Object.fromEntries(Object.entries(profile.recognises ?? {}).map(([type, value]) => [type, stated(value)])) },
    modifiers: {
      discipline: over(profile.modifiers?.discipline, base.modifiers.discipline), assistant: over(profile.modifiers?.assistant, base.modifiers.assistant),
      threshold: over(profile.modifiers?.threshold, base.modifiers.threshold), active_treatment: over(profile.modifiers?.active_treatment, base.modifiers.active_treatment),
    },
    exclusions: [...base.exclusions, ...(profile.exclusions ?? []).map(stated)], limits: [...base.limits, ...(profile.limits ?? []).map(stated)],
    relaxation_massage: over(profile.relaxation_massage, base.relaxation_massage), timely_filing: over(profile.timely_filing, base.timely_filing), appeal: over(profile.appeal, base.appeal),
    notes: [...(profile.notes ?? []).map((n) => ({ ...n, source, confidence: 'W' as const })), ...base.notes],
  };
}

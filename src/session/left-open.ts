/** Services that a text leaves open by saying what was not written down: no sure code, and the question that would give it. */
import { byScore, type CodeHit } from '../search/search-codes.ts';
import { families } from '../search/selector-families.ts';
import type { ReadService } from './read-services.ts';
import { exercises, openMoves } from './open-moves.ts';
import type { Unsaid } from './unsaid.ts';
import type { UnsaidField } from './unsaid-words.ts';

/** What a service is asked about, and what its answer decides. */
export interface Opened { field: string; question: string; why: string }

interface Doubt extends Opened { /** Lead -> the codes that it may be instead. */ others: Readonly<Record<string, readonly string[]>> }

const purposeCodes = ['97110', '97112', '97116', '97530'];
const doubts: Readonly<Record<'machine_or_hands' | 'purpose' | 'technique', Doubt>> = {
  machine_or_hands: { field: 'machine_or_hands', question: 'Was it done by hand, or by a machine or device?', why: 'By hand it is massage (97124) or manual therapy (97140); a traction machine is 97012, a pump with sleeves 97016, another device 97039.', others: { 97012: ['97140'], 97016: ['97140'], S8950: ['97140', '97016'], 97124: ['97039'], 97140: ['97124', '97039'], 97039: ['97124'] } },
  purpose: { field: 'purpose', question: 'What was it for: strength, motion or endurance; balance, posture or coordination; walking; or a whole task of daily life?', why: 'The purpose decides among 97110, 97112, 97116, 97530 and 97535.', others: Object.fromEntries(purposeCodes.map((code) => [code, purposeCodes.filter((o) => o !== code)])) },
  technique: { field: 'technique', question: 'What exactly was done: stroking and kneading, held pressure or release, mobilisation, exercise, or a needle?', why: 'The technique decides the code.', others: { 97124: ['97140'], 97140: ['97124'] } },
};

/** The field's codes where they are a family of the selectors. */
const familyOfField = (field: UnsaidField, code: string | undefined): boolean => code !== undefined && families.some((f) => f.codes.includes(code) && (f.field === field || (field === 'spinal_regions' && f.field === 'body_regions')));

/** Opens of each statement the service nearest before it, or else the next behind it, of which what is missing would decide. */
export function leaveOpen(services: readonly ReadService[], unsaid: readonly Unsaid[]): void {
  for (const said of unsaid) {
    const ordered = [...services].sort((a, b) => distance(a, said) - distance(b, said));
    for (const field of said.fields) {
      const service = ordered.find((s) => isOf(s, field));
      if (!service) continue;
      open(service, field);
      break;
    }
  }
}

/** Leaves an exercise open that is told by moves of several purposes alone, where the text names none of them. */
export function leaveMovesOpen(services: readonly ReadService[], folded: string): void {
  for (const service of services) {
    const lead = service.candidates[0];
    if (lead?.code !== '97110' || lead.confidence !== 'strong' || service.open || service.told_units !== undefined) continue;
    const told = service.matched.map((m) => m.text.toLowerCase()).join(' ');
    const moves = openMoves.filter(({ move }) => move.test(told));
    if (moves.length > 0 && !exercises.test(folded)) open(service, 'purpose', moves.flatMap((m) => m.others));
  }
}

/** Behind the statement is farther than before it. */
const distance = (service: ReadService, said: Unsaid): number => (service.start <= said.start ? said.start - service.start : 10_000 + service.start - said.end);

function isOf(service: ReadService, field: UnsaidField): boolean {
  const lead = service.candidates[0]?.code;
  if (lead === undefined || service.noCode) return false;
  if (field === 'machine_or_hands' || field === 'purpose' || field === 'technique') return service.contested?.question.field === field || doubts[field].others[lead] !== undefined;
  return familyOfField(field, lead);
}

function open(service: ReadService, field: UnsaidField, codes?: readonly string[]): void {
  if (service.contested?.question.field === field) return;
  const [lead, ...rest] = service.candidates as [CodeHit, ...CodeHit[]];
  const because = `${lead.because}; ${codes ? 'it serves more than one purpose and none is told' : 'the text says that this was not written down'}`;
  const asked = field === 'machine_or_hands' || field === 'purpose' || field === 'technique' ? doubts[field] : undefined;
  const others = (codes ?? asked?.others[lead.code] ?? []).map((code): CodeHit => ({ ...lead, code, confidence: 'possible', score: 0.5, because }));
  service.candidates = [{ ...lead, confidence: lead.confidence === 'weak' ? 'weak' as const : 'possible' as const, score: Math.min(lead.score, 0.6), because }, ...others, ...rest.filter((c) => !others.some((o) => o.code === c.code)).map((c) => ({ ...c, score: Math.min(c.score, 0.45) }))].sort(byScore).slice(0, 5) as CodeHit[];
  if (asked) { service.open = { field: asked.field, question: asked.question, why: asked.why }; delete service.contested; }
}

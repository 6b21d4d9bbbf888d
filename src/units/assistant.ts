/** Which of a service's units an assistant gave: CQ or CO by the tenth, with CMS's two exceptions for the last units. */

export interface AssistantShare {
  /** Minutes that the assistant gave alone; time together with the therapist counts as the therapist's. */
  assistant_minutes: number;
  therapist_units: number;
  /** These go on a line of their own with CQ or CO behind GP or GO. */
  assistant_units: number;
  why: string;
}

/** More than a tenth, the share rounded to a whole percent as CMS counts it. */
function overATenth(part: number, whole: number): boolean {
  return whole > 0 && Math.round((100 * part) / whole) > 10;
}

const counted = (n: number, who: string): string => `${n} whole ${n === 1 ? 'unit' : 'units'} of the ${who}`;

/**
 * Part the units of one 15-minute code between therapist and assistant: whole quarters of each first, then what is left.
 * One unit left: the therapist's when the therapist alone gave 8 minutes of it or the assistant no more than a tenth.
 * Two left (23 to 28 minutes, 9 to 14 of each): one with the modifier and one without.
 * Source: CMS Therapy Services page, CQ/CO (42 CFR 410.59 and 410.60).
 */
export function assistantShare(minutes: number, units: number, assistantMinutes: number): AssistantShare {
  const assistant = Math.min(assistantMinutes, minutes);
  const therapist = minutes - assistant;
  const share = (assistantUnits: number, why: string): AssistantShare => ({ assistant_minutes: assistant, therapist_units: units - assistantUnits, assistant_units: assistantUnits, why });
  if (assistant === 0) return share(0, 'the assistant gave none of it');
  if (therapist === 0) return share(units, 'the assistant gave all of it');
  const [wholeT, wholeA] = [Math.floor(therapist / 15), Math.floor(assistant / 15)];
  const [restT, restA] = [therapist % 15, assistant % 15];
  const left = units - wholeT - wholeA;
  const start = `${counted(wholeT, 'therapist')}, ${counted(wholeA, 'assistant')}`;
  if (left < 0) return share(Math.min(wholeA, units), `${start}, and only ${units} in all are billed`);
  if (left === 0) return share(wholeA, start);
  if (left >= 2) return share(wholeA + 1, `${start}; two are left with ${restT} and ${restA} minutes: one of each`);
  const rest = `one is left with ${restT} minutes of the therapist and ${restA} of the assistant`;
  if (restT >= 8) return share(wholeA, `${start}; ${rest}: the therapist alone gave 8 or more, so it is the therapist's`);
  return overATenth(restA, restT + restA) ? share(wholeA + 1, `${start}; ${rest}: more than a tenth is the assistant's`) : share(wholeA, `${start}; ${rest}: no more than a tenth is the assistant's`);
}

/** An untimed service is one unit: the assistant's when more than a tenth of its minutes were. */
export function assistantShareUntimed(minutes: number, assistantMinutes: number): AssistantShare {
  const assistant = Math.min(assistantMinutes, minutes);
  const over = overATenth(assistant, minutes);
  return { assistant_minutes: assistant, therapist_units: over ? 0 : 1, assistant_units: over ? 1 : 0, why: `${assistant} of ${minutes} minutes were the assistant's, ${over ? 'more than' : 'no more than'} a tenth` };
}

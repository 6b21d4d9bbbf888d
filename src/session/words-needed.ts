/** How much everyday words have to say before they tell of a service of a session; for what is seldom done there, more. */
import type { Catalog } from '../catalog/catalog.ts';
import { verdictOf, type Evidence, type WordVerdict } from '../search/word-evidence.ts';

/** Groups that a session of hands-on care is seldom of: everyday words have to speak plainly for them. */
const seldom = new Set(['home_health', 'supply', 'office_visit', 'telephone_online', 'remote_monitoring', 'education', 'other', 'adaptive_behavior']);
/** Tests and questionnaires of other fields, which intake and forms sound like. */
const tests = new Set(['96105', '96110', '96112', '96113', '96116', '96125', '96127', '96160', '96161', '95905']);
const seldomCodes = new Set(['S8990', 'S9476', 'S9090', 'G0295']);
const ordinary = 7;

function neededFor(catalog: Catalog, code: string): number {
  const row = catalog.code.get(code);
  if (!row) return ordinary;
  return row.group === 'home_health' ? 30 : seldom.has(row.group) || seldomCodes.has(code) ? 16 : tests.has(code) ? 11 : ordinary;
}

const built = new WeakMap<Catalog['codes'], ReadonlyMap<string, number>>();

/** The codes that need more than the ordinary, with how much. */
function seldomDone(catalog: Catalog): ReadonlyMap<string, number> {
  let made = built.get(catalog.codes);
  if (!made) {
    made = new Map(catalog.codes.map((r): [string, number] => [r.code, neededFor(catalog, r.code)]).filter(([, needed]) => needed > ordinary));
    built.set(catalog.codes, made);
  }
  return made;
}

/** The code that the words of a session speak for; what is seldom done and told by little neither leads nor casts doubt on another. `timed`: they stand beside a time and name nothing, so that something was done and their nearest is mostly right. */
export function verdictInSession(catalog: Catalog, text: string, timed = false): WordVerdict {
  const verdict = verdictOf(catalog, text, { needed: seldomDone(catalog), near: timed ? beside : 0 });
  // Massage and manual therapy are told apart by the technique alone, however near the time stands.
  const other = verdict.code === '97124' ? '97140' : verdict.code === '97140' ? '97124' : undefined;
  const isRival = timed && other !== undefined && verdict.scoreOf(other) > 0 && verdict.scoreOf(other) >= verdict.mostBut((code) => code === verdict.code);
  return isRival ? verdictOf(catalog, text, { needed: seldomDone(catalog) }) : verdict;
}

/** By how much less words beside a time have to stand clear of the next code. */
const beside = 1;

/** What a code's many phrasings may add to what its words say. */
const atMostForMany = 2.5;

/** The evidence of a sentence's pieces without what is seldom done and told by too little in all of them. */
export function withoutSeldom(catalog: Catalog, pieces: readonly Evidence[]): readonly Evidence[] {
  const needed = seldomDone(catalog);
  const told = new Map<string, number>();
  for (const { sums } of pieces) for (const [code, sum] of sums) if (needed.has(code)) told.set(code, (told.get(code) ?? 0) + sum);
  for (const [code, sum] of told) if (sum + atMostForMany < needed.get(code)!) for (const { sums } of pieces) sums.delete(code);
  return pieces;
}

/** What words alone may tell of a session: two that name more than where and why, and much for what is seldom done. */
export function tellsEnough(catalog: Catalog, verdict: WordVerdict): boolean {
  return verdict.telling > 0 && verdict.score >= (seldomDone(catalog).get(verdict.code ?? '') ?? (verdict.confidence === 'strong' ? 6 : ordinary));
}

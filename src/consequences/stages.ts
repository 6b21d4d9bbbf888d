/** The seven stages of a mistake, from rejection to license: which one the claim stands at, what happens there, who owes. */
import type { Catalog } from '../catalog/catalog.ts';
import type { MistakeRow, StageName, Stated } from '../catalog/consequences-schema.ts';
import { daysBetween } from '../claim/iso-date.ts';
import { deadlineOf, type Deadline, type DeadlineKind } from './deadlines.ts';
import type { LikelyDenial } from './denial-of-rule.ts';
import { sourcesFor, type Case } from './read-case.ts';

export interface StageDenial { group?: string; carc: string; rarc?: string; meaning: string }
export interface Stage {
  stage: StageName; applies: boolean; because: string; what_happens: string;
  denial?: StageDenial[]; who_owes?: string; deadline?: Deadline; sources: string[];
}
type Standing = Pick<Stage, 'applies' | 'because'>;

const no = (because: string): Standing => ({ applies: false, because });
const yes = (because: string): Standing => ({ applies: true, because });
const noInsurer: Stated = { text: 'A cash visit is billed to the client: no insurer rejects, denies or prices it.', sources: ['claimlint'] };

/** All seven, in the order of the ladder. */
export function stagesOf(catalog: Catalog, kase: Case): Stage[] {
  const table = catalog.consequences;
  const rows = kase.rows.length > 0 ? kase.rows : [table.mistakes.wrong_code];
  const own = (pick: (row: MistakeRow) => Stated): Stated[] => [...new Map(rows.map((row) => [pick(row).text, pick(row)])).values()];
  const group = kase.group;
  const claim = (pick: (row: MistakeRow) => Stated): Stated[] => (group === 'self_pay' ? [noInsurer] : own(pick));
  const legal = [table.legal[group], ...(kase.knowing === true && isFederal(kase) ? [table.penalty] : []), table.honest_mistake];
  return [
    stage('rejection', rejection(kase), [...invalidCode(kase), ...claim((r) => r.stages.rejection)], { deadline: 'timely_filing' }),
    stage('denial', denial(kase), claim((r) => r.stages.denial), { denial: group === 'self_pay' ? [] : likelyDenials(kase, rows), owes: claim((r) => r.who_owes), deadline: 'appeal' }),
    stage('underpayment', underpayment(kase), claim((r) => r.stages.underpayment), { deadline: 'reopening' }),
    stage('overpayment', overpayment(kase), [...own((r) => r.stages.overpayment), table.overpayment[group]], { owes: [table.overpayment_owed_by[group]], deadline: 'refund' }),
    stage('audit', audit(kase), [...own((r) => r.stages.audit), table.audit[group]], {}),
    stage('legal', legalStanding(kase), legal, {}),
    stage('license', license(kase), [table.license], {}),
  ];

  function stage(name: StageName, standing: Standing, texts: Stated[], more: { denial?: LikelyDenial[]; owes?: Stated[]; deadline?: DeadlineKind }): Stage {
    const limit = more.deadline ? deadlineOf(catalog, kase, more.deadline) : undefined;
    const denials = more.denial?.map((d) => ({ ...d, meaning: catalog.carc.get(d.carc)?.meaning ?? 'not in the table on hand' })) ?? [];
    const sources = [...texts, ...(more.owes ?? [])].flatMap((t) => t.sources);
    if (denials.length > 0) sources.push('x12-carc-2024-06');
    if (limit) sources.push(...limit.sources);
    return {
      stage: name, ...standing, what_happens: texts.map((t) => t.text).join(' '),
      ...(denials.length > 0 ? { denial: denials } : {}),
      ...(more.owes ? { who_owes: more.owes.map((t) => t.text).join(' ') } : {}),
      ...(limit ? { deadline: limit.deadline } : {}),
      sources: sourcesFor(kase, sources),
    };
  }
}

/** CO-181 goes first where the number itself is no code in force. */
function likelyDenials(kase: Case, rows: readonly MistakeRow[]): LikelyDenial[] {
  const { state } = kase.billed;
  const first: LikelyDenial[] = state === 'not_in_force' ? [{ group: 'CO', carc: '181', rarc: 'N56' }]
    : state === 'misprint' ? [{ group: 'CO', carc: '181', rarc: 'M51' }]
    : state === 'malformed' ? [{ group: 'CO', carc: '16', rarc: 'M51' }] : [];
  const all: LikelyDenial[] = [...first, ...rows.flatMap((row) => row.denials)];
  return [...new Map(all.map((d) => [`${d.group ?? ''}-${d.carc}-${d.rarc ?? ''}`, d])).values()];
}

function invalidCode(kase: Case): Stated[] {
  const { billed, group } = kase;
  if (group === 'self_pay' || billed.problem === undefined || billed.state === 'unknown') return [];
  return [{ text: `${billed.code} is ${billed.problem}: a front end sends it back, or the payer refuses it as an invalid code.`, sources: billed.sources }];
}

/** What holds at every stage of money where nothing was decided. */
function undecided(kase: Case, event: string): Standing | undefined {
  if (kase.rows.length === 0) return no('No mistake was named, and the codes show none.');
  if (kase.status === undefined) return no('The claim status was not given; this is what would happen.');
  if (kase.status === 'not_sent') return no(`Nothing has been sent, so ${event}; this is what would happen.`);
  return undefined;
}

function rejection(kase: Case): Standing {
  const open = undecided(kase, 'nothing was rejected');
  if (open) return open;
  if (kase.group === 'self_pay') return no('No insurer is billed, so none rejects.');
  return kase.status === 'rejected' ? yes('The claim was rejected before the payer decided on it: for the payer it was never filed.') : no('The claim got past the front end.');
}

function denial(kase: Case): Standing {
  const open = undecided(kase, 'no denial has happened');
  if (open) return open;
  if (kase.group === 'self_pay') return no('No insurer is billed, so none denies.');
  if (kase.status === 'denied') return yes('The payer decided on the claim and refused it.');
  return no(kase.status === 'paid' ? 'The claim was paid; a later review can still turn it into a denial.' : 'A rejected claim was not decided on, so it was not denied.');
}

function underpayment(kase: Case): Standing {
  const open = undecided(kase, 'nothing was paid short');
  if (open) return open;
  if (kase.status !== 'paid') return no('Nothing was paid.');
  if (kase.direction === 'underpaid') return yes('The claim was paid for less than was done.');
  if (kase.direction === 'overpaid') return no('The mistake asks for more than was earned.');
  return no('Only if the right line is paid more, which is not said without an imported fee schedule.');
}

function overpayment(kase: Case): Standing {
  const open = undecided(kase, 'nothing was overpaid');
  if (open) return open;
  if (kase.status !== 'paid') return no('Nothing was paid, so nothing is owed back for this claim.');
  if (kase.direction === 'underpaid') return no('The mistake asks for less than was earned.');
  if (kase.direction === 'overpaid') return yes('The claim was paid for more than is due.');
  return yes('The claim was paid as it should not have been billed: treat the payment as owed back until the difference to the right line is worked out.');
}

function audit(kase: Case): Standing {
  const open = undecided(kase, 'there is nothing to review');
  if (open) return open;
  if (kase.group === 'self_pay') return no('No insurer paid, so none reviews.');
  return kase.status === 'paid' ? yes('A paid claim can be reviewed.') : no('Nothing was paid; mistakes that repeat can still put later claims on review before payment.');
}

/** False Claims Act and exclusion: federal payers and knowing claims only (31 U.S.C. 3729(b): reckless disregard is knowing). */
function legalStanding(kase: Case): Standing {
  const open = undecided(kase, 'no false claim has been made');
  if (open) return open;
  if (kase.knowing === true) {
    if (kase.group === 'unknown') return no('The payer is not known, and which law applies depends on it.');
    return yes(kase.group === 'self_pay' ? 'The paper was given out knowing that it was wrong.' : 'The claim was sent knowing that it was wrong.');
  }
  const limit = kase.status === 'paid' && isFederal(kase) && kase.direction !== 'underpaid' ? sixtyDaysGone(kase) : '';
  return no(`${kase.knowing === false ? 'It was not knowing.' : 'Nothing given says that it was knowing.'}${limit}`);
}

function license(kase: Case): Standing {
  const open = undecided(kase, 'there is nothing to complain of');
  if (open) return open;
  return kase.knowing === true ? yes('A license board can act on knowingly wrong billing, whoever the payer is.') : no('An honest mistake put right is not misconduct; a pattern, or care outside the license, can be.');
}

function sixtyDaysGone(kase: Case): string {
  if (kase.identified_on === undefined) return ' Money kept knowingly after the deadline changes that.';
  const days = daysBetween(kase.identified_on, kase.today);
  return days > 60 ? ` But the 60 days since ${kase.identified_on} have passed: money kept knowingly beyond them becomes a false claim, so return it now.` : ' Money kept knowingly after the deadline changes that.';
}

export function isFederal(kase: Case): boolean {
  return kase.group === 'medicare' || kase.group === 'federal';
}

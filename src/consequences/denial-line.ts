/** The line that was denied, as far as it was told: its codes, what our rules say of it, and what the tables say of its code for this payer. */
import type { Catalog } from '../catalog/catalog.ts';
import { covers, editionName } from '../catalog/editions.ts';
import type { PtpRow } from '../catalog/schemas.ts';
import type { Claim, ClaimLine } from '../claim/claim.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import type { ResolvedPayer } from '../claim/payer.ts';
import { normaliseCode } from '../claim/procedure-code.ts';
import { activePair, judgeCode, splitCodes, type BilledCode } from './billed-code.ts';

export interface LineFinding { rule: string; message: string; sources: readonly string[] }
/** What the rules find on a claim; given by the caller, since rules lie above this folder. */
export type LineJudge = (claim: Claim) => readonly LineFinding[];

export interface DeniedLine {
  codes: BilledCode[];
  modifiers?: string[];
  findings: readonly LineFinding[];
  /** The active edit between two of the codes, where several were named. */
  pair?: PtpRow;
  /** Edits in which the one code is column two, the hands-on codes first. */
  below: PtpRow[];
  /** Modifiers that say "distinct" on the line. */
  bypass: string[];
  date: IsoDate;
}

export function readLine(catalog: Catalog, given: { billed_code?: string; modifiers?: string[] }, payer: ResolvedPayer, date: IsoDate, judge: LineJudge): DeniedLine | undefined {
  if (given.billed_code === undefined || given.billed_code.trim() === '') return undefined;
  const codes = splitCodes(given.billed_code).map((code) => judgeCode(catalog, code, date));
  const modifiers = given.modifiers?.map(normaliseCode).filter(Boolean);
  const pair = codes.flatMap((a, i) => codes.slice(i + 1).map((b) => activePair(catalog, a.code, b.code))).find(Boolean);
  const lines: ClaimLine[] = codes.map((c, i) => ({ code: c.code, modifiers: i === 0 ? modifiers ?? [] : [] }));
  const findings = judge({ lines, siblings_known: codes.length > 1, payer: payer.given, date_of_service: date, today: date })
    .filter((f) => ofTheCode.has(f.rule) || (modifiers !== undefined && ofTheModifiers.has(f.rule)));
  return {
    codes, ...(modifiers ? { modifiers } : {}), findings, ...(pair ? { pair } : {}),
    below: codes.length === 1 ? editsAbove(catalog, codes[0]!.code) : [],
    bypass: (modifiers ?? []).filter((m) => catalog.modifier.get(m)?.kind === 'distinct'), date,
  };
}

/** What a code, its payer and the codes beside it show. Units, diagnoses and the rest of the claim were not told, so that they are missing says nothing. */
const ofTheCode = new Set(['code-format-invalid', 'code-unknown', 'code-not-in-force', 'code-often-misprinted', 'code-not-payable-by-payer', 'payer-excludes-service', 'ptp-pair-never-allowed']);
/** What shows only once the modifiers were told: one that was not mentioned is not a missing one. */
const ofTheModifiers = new Set([
  'modifier-format-invalid', 'modifier-unknown', 'modifier-duplicate', 'too-many-modifiers', 'modifier-not-valid-for-code', 'modifiers-conflict', 'therapy-modifier-missing', 'therapy-modifier-wrong-discipline',
  'active-treatment-modifier-missing', 'ptp-pair-needs-modifier', 'ptp-bypass-needs-support',
]);

/** Active edits that pay another code in place of this one: those that no modifier lifts first, hands-on codes first. */
function editsAbove(catalog: Catalog, code: string): PtpRow[] {
  const rows = catalog.ptp_edits.filter((row) => row.column_two === code && row.indicator !== '9');
  const rank = (row: PtpRow): number => (row.indicator === '0' ? 0 : 2) + (catalog.code.get(row.column_one)?.hands_on ? 0 : 1);
  return rows.sort((a, b) => rank(a) - rank(b) || (a.column_one < b.column_one ? -1 : 1));
}

/** True where the payer's status for the code rules payment out whatever else was billed. */
export function neverPaidApart(catalog: Catalog, line: DeniedLine, payer: ResolvedPayer): boolean {
  const { medicare_status: status, kind } = payer.profile;
  return line.codes.some((c) => catalog.status.get(c.code)?.status === 'B') && (status.use === 'medicare_edition' || kind === 'unknown');
}

/** "NCCI table of 2024Q3", with its age where it does not cover the date. */
export function tableAge(catalog: Catalog, table: string, name: string, date: IsoDate): string {
  return `${name} of ${editionName(catalog, table)}${covers(catalog, table, date) ? '' : `, the newest on hand, which does not cover ${date}`}`;
}

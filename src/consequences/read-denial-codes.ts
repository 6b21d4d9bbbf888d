/** Denial codes as people write them, read into group, number and kind; a code that is on no table is never guessed. */
import type { Catalog } from '../catalog/catalog.ts';
import { denialGroups, type DenialGroup } from '../catalog/denial-guidance-schema.ts';
import type { DenialCodeRow } from '../catalog/schemas.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import { editDistance } from '../claim/edit-distance.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import { findLookAlike, isCodeForm } from '../claim/procedure-code.ts';

export interface DenialCode {
  code: string; group?: DenialGroup; kind: 'carc' | 'rarc' | 'unknown'; meaning: string; in_force: boolean;
  /** Codes of the tables written nearly alike: only ever offered. */
  near?: string[];
}

const most = 20;
/** Words around a code that say nothing by themselves. */
const around = new Set(['CARC', 'RARC', 'CODE', 'CODES', 'REASON', 'REMARK', 'REMARKS', 'DENIAL', 'DENIED', 'ADJUSTMENT', 'CLAIM', 'GROUP', 'AND', 'WITH', 'MSG', 'ALERT', 'ANSI', 'EOB', 'ERA']);
const isGroup = (text: string): text is DenialGroup => (denialGroups as readonly string[]).includes(text);

/** "CO-97", "co97", "CO 97", "97", "CARC 97", "N390", several in one text. Each once, in the order given; ArgumentError over twenty. */
export function readDenialCodes(catalog: Catalog, texts: readonly string[], date: IsoDate): DenialCode[] {
  const found = new Map<string, DenialCode>();
  let group: DenialGroup | undefined;
  const alone = (): void => {
    if (group) found.set(group, { code: group, group, kind: 'unknown', meaning: 'A group code alone: the reason number behind it is missing', in_force: false });
    group = undefined;
  };
  for (const token of texts.flatMap(tokensOf)) {
    if (around.has(token)) continue;
    if (isGroup(token)) {
      alone();
      group = token;
      continue;
    }
    const code = readOne(catalog, token, group, date);
    group = undefined;
    found.set(`${code.group ?? ''}-${code.code}`, code);
  }
  alone();
  if (found.size > most) throw new ArgumentError(`codes has ${found.size} codes; at most ${most} are taken. Example: explain_denial {"codes":["CO-97","N390"]}`);
  return [...found.values()];
}

/** Pieces between blanks and marks, upper case; the plain words of a sentence go where a code stands among them. */
function tokensOf(text: string): string[] {
  const pieces = text.normalize('NFKC').toUpperCase()
    // "MA-130", "N 390" and a group in letters of another alphabet stay with their number.
    .replace(/(?<![\p{L}\p{N}])(MA|[MN])[^\p{L}\p{N}]{1,2}(?=\d)/gu, '$1')
    .replace(/([\p{L}]*(?!\p{ASCII})\p{L}+)[^\p{L}\p{N}]+(?=\d)/gu, '$1')
    .split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return pieces.some((p) => /\d/.test(p)) ? pieces.filter((p) => /\d/.test(p) || isGroup(p)) : pieces;
}

function readOne(catalog: Catalog, token: string, before: DenialGroup | undefined, date: IsoDate): DenialCode {
  const m = /^(CO|PR|OA|PI|CR)?(?:CARC|RARC)?0*([A-Z]{0,2}\d{1,4})$/.exec(token);
  const written = m?.[1];
  const group = written !== undefined && isGroup(written) ? written : before;
  const code = m?.[2] ?? quote(token, 20);
  const grouped = group ? { group } : {};
  const row = catalog.carc.get(code) ?? catalog.rarc.get(code);
  if (row) return { code, ...grouped, kind: catalog.carc.has(code) ? 'carc' : 'rarc', meaning: meaningOf(row, date), in_force: isWithin(date, row.effective_from, row.effective_to) };
  const near = m ? nearTo(catalog, code) : [];
  return { code, ...grouped, kind: 'unknown', meaning: whyUnknown(token, m !== null, near), in_force: false, ...(near.length > 0 ? { near } : {}) };
}

function meaningOf(row: DenialCodeRow, date: IsoDate): string {
  if (row.effective_to !== undefined && date >= row.effective_to) return `${row.meaning}. It ended on ${row.effective_to}`;
  return row.meaning;
}

function whyUnknown(token: string, ofTheForm: boolean, near: readonly string[]): string {
  const alike = findLookAlike(token);
  if (alike) return `Character ${alike.position} only looks like ${alike.looksLike}: it is a letter of another alphabet. Type the code again`;
  if (isCodeForm(token)) return 'This has the form of a procedure code, not of a denial code: give it as billed_code';
  if (!ofTheForm) return 'This has not the form of a reason or remark code; CO-97 and N390 are examples';
  const offered = near.length > 0 ? `; written nearly alike: ${near.join(', ')}` : '';
  return `In no table on hand (June 2024), so what it means is not known${offered}`;
}

/** One slip of the keyboard away, reason codes first. */
function nearTo(catalog: Catalog, code: string): string[] {
  const all = [...catalog.carc.keys(), ...catalog.rarc.keys()];
  return code.length < 2 ? [] : all.filter((known) => editDistance(code, known, 1) === 1).slice(0, 5);
}

/** A code as a biller writes it: CO-97. */
export function written(code: DenialCode): string {
  return `${code.group && code.code !== code.group ? `${code.group}-` : ''}${quote(code.code, 20)}`;
}

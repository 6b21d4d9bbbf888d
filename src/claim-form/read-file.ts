/** A file of claims: X12 837P, JSON or NDJSON (a line or a claim a row), CSV (a claim line a row), or rows of CMS-1500 boxes. */
import { parse } from 'csv-parse/sync';
import type { Catalog } from '../catalog/catalog.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import { quote } from '../claim/clean-text.ts';
import { read837pClaims } from './read-837p.ts';

/** One claim of the file as arguments of check_claim or check_claim_line; `where` names it to a person. */
export interface FileClaim { where: string; tool: 'check_claim' | 'check_claim_line'; arguments: Record<string, unknown> }

const lineColumns = new Set(['code', 'modifiers', 'units', 'minutes', 'charge', 'service_performed', 'body_regions', 'separate_region_or_time', 'diagnosis_pointers', 'date_of_service', 'place_of_service', 'rendering_npi', 'provider_type']);

/** Throws ArgumentError when the file is empty or in no form that is known. Fields of a row are judged by the tool itself. */
export function readClaimFile(catalog: Catalog, text: string): FileClaim[] {
  const body = text.replace(/^\uFEFF/, '').trim();
  if (body === '') throw new ArgumentError('The file is empty. CSV with a header row, NDJSON or an X12 837P is accepted. Example of CSV: code,modifiers,units,minutes');
  if (body.startsWith('ISA')) return read837pClaims(catalog, body).map((claim, i) => ({ where: `claim ${i + 1}`, tool: 'check_claim', arguments: { ...claim } }));
  if (body.startsWith('{')) return readNdjson(body);
  if (/^(?:box\s*)?2[1-4][A-J]?\s*[:=]/i.test(body)) return [{ where: 'claim 1', tool: 'check_claim', arguments: { text: body } }];
  return readCsv(body);
}

function readNdjson(body: string): FileClaim[] {
  const toolFor = (value: object): FileClaim['tool'] => ('code' in value ? 'check_claim_line' : 'check_claim');
  const whole = asObject(body);
  if (whole) return [{ where: 'claim 1', tool: toolFor(whole), arguments: whole }];
  return body.split(/\r?\n/).flatMap((row, index): FileClaim[] => {
    if (row.trim() === '') return [];
    const value = asObject(row);
    if (!value) throw new ArgumentError(`Row ${index + 1} is not a JSON object. One a row is accepted. Example: {"code":"97124","units":4,"minutes":60}`);
    return [{ where: `row ${index + 1}`, tool: toolFor(value), arguments: value }];
  });
}

function asObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Rows that share a value in the column `claim` are one claim; without that column each row is a line whose siblings are not known. */
function readCsv(body: string): FileClaim[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(body, { columns: (header: string[]) => header.map((h) => h.trim().toLowerCase().replace(/\s+/g, '_')), skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new ArgumentError(`The file cannot be read as CSV: ${error instanceof Error ? quote(error.message, 80) : 'unknown form'}. A header row and one claim line a row are accepted. Example: code,modifiers,units,minutes`);
  }
  if (rows.length === 0) throw new ArgumentError('The CSV has a header and no row. One claim line a row is accepted.');
  if (!('code' in rows[0]!)) throw new ArgumentError(`The CSV has no column "code"; its columns: ${quote(Object.keys(rows[0]!).join(', '), 80)}. Example: code,modifiers,units,minutes`);
  const values = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key, value]) => key !== 'claim' && value !== '')));
  if (!('claim' in rows[0]!)) return values.map((row, i) => ({ where: `row ${i + 2}`, tool: 'check_claim_line', arguments: row }));
  const claims = new Map<string, { where: string; rows: Record<string, unknown>[] }>();
  rows.forEach((row, i) => {
    const name = row.claim!;
    const claim = claims.get(name) ?? { where: `claim ${quote(name, 20)}, from row ${i + 2}`, rows: [] };
    claim.rows.push(values[i]!);
    claims.set(name, claim);
  });
  return [...claims.values()].map(({ where, rows: own }) => ({
    where, tool: 'check_claim',
    // What a row says of the claim is taken from the first row that says it.
    arguments: { ...Object.assign({}, ...[...own].reverse().map((row) => pick(row, false))), lines: own.map((row) => pick(row, true)) },
  }));
}

function pick(row: Record<string, unknown>, ofLine: boolean): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => lineColumns.has(key) === ofLine));
}

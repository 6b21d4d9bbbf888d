/** An X12 837P (005010X222A1) claim as text: only what a claim check needs, never a name or a member number. */
import { X12Parser, type X12Segment } from 'node-x12';
import type { Catalog } from '../catalog/catalog.ts';
import { ArgumentError } from '../claim/argument-error.ts';
import type { ClaimLine } from '../claim/claim.ts';
import { isoFromForm, type ClaimText } from './claim-text.ts';

/** SBR09 claim filing indicator -> payer kind. */
const filing: Record<string, string> = { MB: 'medicare', MA: 'medicare', '16': 'medicare_advantage', MC: 'medicaid', CH: 'tricare', VA: 'va_community_care', WC: 'workers_comp', AM: 'auto_pip', BL: 'commercial', CI: 'commercial', '12': 'commercial', '13': 'commercial', '14': 'commercial', '15': 'commercial', HM: 'commercial', '09': 'self_pay' };

/** Read the one claim of an 837P. Throws ArgumentError when the text is no 837P, or holds no claim or several. */
export function read837p(catalog: Catalog, text: string): ClaimText {
  const claims = read837pClaims(catalog, text);
  if (claims.length !== 1) throw new ArgumentError(`"text" is an 837P with ${claims.length} claims; check_claim takes one at a time. Split the file at its CLM segments, or use the command claimlint check-file.`);
  return claims[0]!;
}

/** All claims of an 837P, in order; the payer and the billing provider's taxonomy are those of the loops around each. */
export function read837pClaims(catalog: Catalog, text: string): ClaimText[] {
  const { segments, composite } = segmentsOf(text);
  const claims: ClaimText[] = [];
  let payer: string | undefined;
  let billing: string | undefined;
  let claim: ClaimText | undefined;
  let line: ClaimLine | undefined;
  for (const segment of segments) {
    const at = (n: number): string => segment.elements[n - 1]?.value?.trim() ?? '';
    switch (segment.tag) {
      case 'HL':
        // A new billing provider, subscriber or patient: what follows belongs to the next claim.
        claim = undefined;
        line = undefined;
        if (at(3) === '20') billing = undefined;
        if (at(3) === '22') payer = undefined;
        break;
      case 'SBR':
        if (!claim) payer = filing[at(9)];
        break;
      case 'PRV': {
        const type = at(2) === 'PXC' ? catalog.taxonomy.get(at(3))?.provider_type : undefined;
        if (!claim) billing = type;
        else if (type && at(1) === 'PE') { if (line) line.provider_type = type; else claim.provider_type = type; }
        break;
      }
      case 'CLM':
        line = undefined;
        claim = { lines: [], ...(payer ? { payer } : {}), ...(billing ? { provider_type: billing } : {}), ...(at(5) ? { place_of_service: at(5).split(composite)[0]! } : {}) };
        claims.push(claim);
        break;
      case 'HI':
        if (claim) claim.diagnosis_codes = [...(claim.diagnosis_codes ?? []), ...diagnosesOf(segment, composite)];
        break;
      case 'REF':
        if (at(1) === 'G1' && claim && !line) claim.authorization_number = at(2);
        break;
      case 'NM1':
        if (at(1) === '82' && at(8) === 'XX' && claim) { if (line) line.rendering_npi = at(9); else claim.rendering_npi = at(9); }
        break;
      case 'SV1':
        line = serviceLine(at, composite);
        claim?.lines.push(line);
        break;
      case 'DTP':
        if (at(1) === '472' && line) line.date_of_service = isoFromForm(at(3).split('-')[0]!);
        break;
      default:
    }
  }
  for (const [index, { lines }] of claims.entries()) {
    if (lines.length === 0) throw new ArgumentError(`Claim ${index + 1} of the 837P has no professional service line (SV1).`);
    if (lines.length > 50) throw new ArgumentError(`Claim ${index + 1} of the 837P has ${lines.length} service lines; a claim holds at most 50.`);
  }
  return claims;
}

/** HI segments: only diagnoses (ABK, ABF), in their order. */
function diagnosesOf(segment: X12Segment, composite: string): string[] {
  const kinds = ['ABK', 'ABF', 'BK', 'BF'];
  return segment.elements.map((e) => e.value.split(composite)).flatMap(([kind = '', code]) => (kinds.includes(kind) && code ? [code] : []));
}

function segmentsOf(text: string): { segments: X12Segment[]; composite: string } {
  try {
    // Counts and padding of the envelope do not matter for a check, so the parser is not strict about them.
    const parsed = new X12Parser(false).parse(text.trim());
    const groups = 'functionalGroups' in parsed ? parsed.functionalGroups : [];
    const transactions = groups.flatMap((g) => g.transactions).filter((t) => t.header?.elements[0]?.value === '837');
    if (transactions.length === 0) throw new Error('no 837');
    return { segments: transactions.flatMap((t) => t.segments), composite: parsed.options?.subElementDelimiter ?? ':' };
  } catch {
    throw new ArgumentError('"text" begins like an X12 file (ISA) but cannot be read as an 837P professional claim. Send the whole interchange from ISA to IEA, or CMS-1500 boxes such as "24D: 97124 59 GP | 24G: 4".');
  }
}

function serviceLine(at: (n: number) => string, composite: string): ClaimLine {
  const [, code = '', m1, m2, m3, m4, , description] = at(1).split(composite);
  const number = (text: string): number | undefined => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined);
  const line: ClaimLine = { code, modifiers: [m1, m2, m3, m4].filter((m): m is string => m !== undefined && m !== '') };
  const charge = number(at(2));
  if (charge !== undefined) line.charge = charge;
  const quantity = number(at(4));
  // SV103: UN units, MJ minutes.
  if (quantity !== undefined) { if (at(3) === 'MJ') line.minutes = quantity; else line.units = quantity; }
  if (at(5)) line.place_of_service = at(5);
  const pointers = at(7).split(composite).filter(Boolean).map((p) => (/^([1-9]|1[0-2])$/.test(p) ? String.fromCharCode(64 + Number(p)) : p));
  if (pointers.length > 0) line.diagnosis_pointers = pointers;
  if (description) line.service_performed = description;
  return line;
}

/** How the codes of each reference table are written, and how a query is read as one. */
import { quote } from '../claim/clean-text.ts';
import { isDiagnosisForm, normaliseDiagnosis } from '../claim/diagnosis-code.ts';
import { editDistance } from '../claim/edit-distance.ts';
import type { ReferenceEntry, ReferenceKind } from './reference-entries.ts';

export interface ReadCode { code: string; /** The group in front of a denial code: CO-97. */ group?: string }

interface CodeForm {
  /** The code that a piece of text writes, or undefined when it has another form. */
  read(text: string): ReadCode | undefined;
  /** Words in front of a code and of the kind itself. */
  ignored: readonly string[];
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

function byPattern(pattern: RegExp, make: (m: RegExpExecArray) => ReadCode): (text: string) => ReadCode | undefined {
  return (text) => {
    const m = pattern.exec(fold(text));
    return m ? make(m) : undefined;
  };
}

/** A denial code with or without its group: `CO-97`, `co97`, `CO 97`, `97`, `PR-B7`. */
const readDenial = byPattern(/^(?:(CO|PR|OA|PI|CR)[\s:-]*)?(?:CARC[\s-]*)?0*([A-Z]{0,2}\d{1,4})$/, (m) => ({ code: m[2]!, ...(m[1] ? { group: m[1] } : {}) }));

export const codeForms: Record<ReferenceKind, CodeForm> = {
  modifier: { read: byPattern(/^-?([0-9A-Z]{2})$/, (m) => ({ code: m[1]! })), ignored: ['modifier'] },
  place_of_service: { read: byPattern(/^(\d{1,2})$/, (m) => ({ code: m[1]!.padStart(2, '0') })), ignored: ['place', 'service', 'pos'] },
  diagnosis: {
    read(text) {
      // With a blank inside it is words: "T12 pain" is not T12.PAIN.
      const code = normaliseDiagnosis(text.trim());
      return !/\s/.test(text.trim()) && isDiagnosisForm(code) ? { code } : undefined;
    },
    ignored: ['diagnosis', 'dx', 'icd', 'icd10'],
  },
  denial_code: { read: readDenial, ignored: ['denial', 'carc', 'reason'] },
  remark_code: { read: byPattern(/^(?:RARC[\s-]*)?([A-Z]{1,2}\d{1,4})$/, (m) => ({ code: m[1]! })), ignored: ['remark', 'rarc'] },
  // One character short or long still asks for a code, not for words: 225700000 is offered 225700000X.
  provider_taxonomy: { read: byPattern(/^(?=(?:.*\d){4})([0-9A-Z]{8,11})$/, (m) => ({ code: m[1]! })), ignored: ['taxonomy', 'provider'] },
  payer: { read: () => undefined, ignored: ['payer', 'insurance'] },
  edition: { read: () => undefined, ignored: ['edition', 'table'] },
};

/** The query as one code, or the codes that stand among its words ("modifier 59", "GP and GO"). */
export function readCodes(kind: ReferenceKind, query: string, known: ReadonlyMap<string, ReferenceEntry>): { whole?: ReadCode; among: ReadCode[] } {
  const form = codeForms[kind];
  const pieces = query.normalize('NFKC').split(/[\s,;]+/).filter(Boolean);
  const bare = pieces.filter((p) => !form.ignored.includes(p.toLowerCase()) && p.toLowerCase() !== 'code').join(' ');
  const whole = form.read(bare);
  if (whole) return { whole, among: [] };
  // Among words, a code has a digit or is written in capitals, so that "at" and "go" stay words.
  const among = pieces.flatMap((piece) => {
    const text = piece.replace(/[.,:;?!()]+$/, '');
    if (!/\d/.test(text) && text !== text.toUpperCase()) return [];
    const read = form.read(text);
    return read && known.has(read.code) ? [read] : [];
  });
  return { among };
}

/** Codes one edit away, nearest and then in order: only ever offered, never given as if they were asked for. */
export function nearCodes(entries: readonly ReferenceEntry[], code: string, limit = 5): { code: string; because: string }[] {
  // Two slips only in a long code: M19.9 is not near Z99.9.
  const allowed = code.length < 8 ? 1 : 2;
  return entries
    .map((entry) => ({ entry, distance: editDistance(code, entry.code, allowed) }))
    .filter((near) => near.distance <= allowed)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ entry }) => ({ code: entry.code, because: `written nearly alike: ${quote(entry.name)}` }));
}

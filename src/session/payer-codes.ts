/** Codes that one kind of payer has for what all others know by another: words alone tell of the other. */
import type { Catalog } from '../catalog/catalog.ts';
import type { WordVerdict } from '../search/word-evidence.ts';
import { verdictInSession } from './words-needed.ts';

/** Lymph drainage with its bandages by quarter hours, where a private payer asks for it, is manual therapy to the rest. */
const known: Readonly<Record<string, string>> = { S8950: '97140' };

/** What the words of a session say, never for a code that only its own payer asks for. `timed`: they stand beside a time and name nothing. */
export function sessionVerdict(catalog: Catalog, text: string, timed = false): WordVerdict {
  const verdict = verdictInSession(catalog, text, timed);
  const code = known[verdict.code ?? ''];
  if (!code) return verdict;
  const lead = { ...verdict.hits[0]!, code };
  return { ...verdict, code, hits: [lead, ...verdict.hits.slice(1).filter((h) => h.code !== code)], scoreOf: (of) => (of === code ? verdict.score : verdict.scoreOf(of)) };
}

/** Runs the search and the session reading over the evaluation set. */
import { lookup } from '../../src/search/lookup.ts';
import { suggest } from '../../src/session/suggest.ts';
import { testCatalog } from '../catalog/test-catalog.ts';
import { ordinaryWords, queries, sessions, typoPhrases } from './eval-set.ts';
import { seeded, withTypo } from './random-typo.ts';
import { type Score, scoreQuery, scoreSession } from './score.ts';

const today = '2026-11-23';

/** The seeds of the random typos: each phrase gets one typo for each of them. */
export const seeds = [1, 2, 3, 4, 5];

/** One phrase with one typo, and what came first. */
export interface TypoResult { seed: number; typed: string; right: boolean; got: string }

/** All queries, scored. */
export const scoreQueries = (): Score[] => queries.map((q) => scoreQuery(q, lookup(testCatalog, { query: q.query }, today)));

/** All session texts, scored. */
export const scoreSessions = (): Score[] => sessions.map(({ service, minutes, payer, provider_type, place_of_service, ...entry }) =>
  scoreSession({ service, ...entry }, suggest(testCatalog, { service, minutes, payer, provider_type, place_of_service }, today)));

/** The phrases with their typos. */
export const scoreTypos = (): TypoResult[] => seeds.flatMap((seed) => {
  const random = seeded(seed);
  return typoPhrases.map(({ phrase, accept }) => {
    const typed = withTypo(phrase, random);
    const got = lookup(testCatalog, { query: typed }, today).matches[0]?.code ?? 'nothing';
    return { seed, typed, right: accept.includes(got), got };
  });
});

/** The ordinary words that were taken for a misspelt trade word, by themselves or in a sentence. */
export const wrongCorrections = (): string[] => ordinaryWords.filter((word) => {
  const alone = lookup(testCatalog, { query: word }, today).matches.some((m) => m.match.kind === 'typo');
  const inText = suggest(testCatalog, { service: `The patient wrote ${word} on the form.` }, today).services.some((s) => s.candidates.some((c) => c.matched.some((m) => /\btypo of\b/.test(m.meaning))));
  return alone || inText;
});

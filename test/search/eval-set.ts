/** The evaluation set as typed data: queries, session texts, ordinary words and phrases, written from the domain. */
import { readFileSync } from 'node:fs';

/** What every entry of the set carries; a held-out entry is scored and never tuned on. */
export interface EvalEntry { id: string; kind: string; voice: string; held_out: boolean; note?: string }

/** A query for the code search: any of `accept` at rank 1 is right; `ask` says that no single code may stand alone as sure. */
export interface EvalQuery extends EvalEntry { query: string; accept: string[]; ask?: boolean }

/** What a session text should come to; `codes` has one list of alternatives for each service. */
export interface SessionExpectation {
  codes: string[][];
  units?: Record<string, number>;
  units_method?: 'cms' | 'cpt_midpoint';
  minutes?: Record<string, number>;
  excluded?: string[];
  billable?: boolean;
  question_fields?: string[];
  no_line?: boolean;
}

/** A session told in words, with the arguments given beside it. */
export interface EvalSession extends EvalEntry {
  service: string;
  minutes?: number;
  payer?: string;
  provider_type?: string;
  place_of_service?: string;
  expect: SessionExpectation;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

/** The queries of the code search. */
export const queries = read('./eval-queries.json') as EvalQuery[];
/** The session texts. */
export const sessions = read('../session/eval-sessions.json') as EvalSession[];
/** Everyday and charting words that no correction may touch. */
export const ordinaryWords = read('./ordinary-words.json') as string[];
/** Phrases that name one service, for a typo made at random. */
export const typoPhrases = read('./phrases-for-typos.json') as { phrase: string; accept: string[] }[];

/** The kinds of the queries, and of the session texts. */
export const queryKinds = ['exact', 'synonym', 'technique', 'abbreviation', 'one_typo', 'two_typos', 'transposition', 'negation', 'out_of_domain', 'contested', 'ordinary'];
export const sessionKinds = ['one_service', 'several_services', 'minutes', 'negation', 'wellness', 'out_of_domain', 'contested', 'participants', 'machine', 'abbreviations', 'pay_question', 'technique', 'typos', 'no_code'];

/** How many words a text has; from 60 on it is a long one. */
export const wordCount = (text: string): number => text.split(/\s+/).length;

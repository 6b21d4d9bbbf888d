/** synonyms.json: the words that people use for a service, and what they mean. */
import { z } from 'zod';

const term = z.string().min(2);

export const vocabularySchema = z.strictObject({
  /** Words and techniques that lead to a code. `meaning` says what the word is ("kneading stroke of massage"). */
  terms: z.array(z.strictObject({
    code: z.string(), kind: z.enum(['name', 'synonym', 'technique', 'abbreviation']), words: z.array(term), meaning: z.string(), source: z.string(),
    /** How strongly the words alone decide: contested words never give a strong candidate of their own. */
    strength: z.enum(['strong', 'possible', 'weak']).optional(),
  })),
  /** Words that payers and teachers read differently: the code that leads, the other, and what to ask. */
  contested: z.array(z.strictObject({
    words: z.array(term), lead: z.string(), others: z.array(z.string()), why: z.string(), question: z.strictObject({ field: z.string(), question: z.string(), why: z.string() }), source: z.string(),
  })),
  /** Services with no code of their own, or none of these: what payers do with them, and what to ask. */
  no_code: z.array(z.strictObject({ words: z.array(term), name: z.string().min(3), answer: z.string().min(20), nearest: z.array(z.string()), question: z.strictObject({ field: z.string(), question: z.string(), why: z.string() }).optional(), source: z.string() })),
  /** Services in everyday words: every group of `all` (alternatives parted by |) stands in the sentence, none of `none`; `replaces` are codes that its words would lead to otherwise. */
  concepts: z.array(z.strictObject({ code: z.string(), all: z.array(term).min(1), none: term.optional(), meaning: z.string(), strength: z.enum(['strong', 'possible']), replaces: z.array(z.string()).optional(), source: z.string() })),
  /** Words of other fields (obstetrics, kitchens, leases): a text with one of them is no session of hands-on care. */
  out_of_domain_words: z.array(term),
  /** Words that name people, rooms and things, and no service: "massage therapist". */
  person_words: z.array(term),
  /** Words that say the purpose was relaxation or wellness, and words that say that it was treatment. */
  relaxation_words: z.array(term),
  treatment_words: z.array(term),
  /** Body region -> the words for it. */
  body_regions: z.record(z.string(), z.array(term)),
  negation_cues: z.array(term),
  /** Charting words that carry no service. */
  stop_words: z.array(z.string().min(1)),
  /** Ordinary English words that are never "corrected" to a catalog word. */
  guard_words: z.array(term),
  /** Questions about pay ("which pays more"), answered by what was done. */
  pay_words: z.array(term),
});
export type Vocabulary = z.output<typeof vocabularySchema>;

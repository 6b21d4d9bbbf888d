/** synonyms.json: the words that people use for a service, and what they mean. */
import { z } from 'zod';

const term = z.string().min(2);

/** `kind` says which words of care speak for hands-on care beside the field: a scan has patients too, and so has a vet. */
const otherFieldSchema = z.strictObject({
  fields: z.array(z.strictObject({
    name: z.string(), kind: z.enum(['medical', 'animal', 'everyday']),
    /** Things that are only the subject ("anatomy scan"), and things that a patient's story has too ("MRI", "tires"). */
    sure: z.array(term), words: z.array(term),
    /** Ordinary words that mean the field together, in one clause ("massage" with "figures"). */
    pairs: z.array(z.strictObject({ one: z.array(term), with: z.array(term), within: z.number().int().positive() })),
  })),
  /** Phrases with such a word that mean nothing of the field ("bird dog", "brush teeth"). */
  harmless: z.array(term),
  /** What makes a mention a cause, a job, a history or a result, standing before it, after it, or as a trade; `elsewhere`: care of others. */
  background: z.strictObject({ before: z.array(term), after: z.array(term), jobs: z.array(term), elsewhere: z.array(term) }),
  care: z.strictObject({ service: z.array(term), plain: z.array(term), people: z.array(term), complaint: z.array(term) }),
});

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
  /** Words of other fields (imaging, animals, cars), weighed against words of care: see src/search/other-field.ts. */
  out_of_domain_words: otherFieldSchema,
  /** Words that name people, rooms and things, and no service: "massage therapist". */
  person_words: z.array(term),
  /** Words that say the purpose was relaxation or wellness, and words that say that it was treatment. */
  relaxation_words: z.array(term),
  /** Where those words say nothing of a purpose: techniques, muscles, rooms. */
  relaxation_harmless: z.array(term),
  treatment_words: z.array(term),
  /** Body region -> the words for it. */
  body_regions: z.record(z.string(), z.array(term)),
  /** Words of which one has to stand in a text before its words together may tell of the codes; also as the beginning of a word of five letters or more. */
  evidence_needs: z.array(z.strictObject({ codes: z.array(z.string()).min(1), words: z.array(z.string().min(1)).min(1) })),
  /** Parts of the body, complaints and findings: words that say where and why, and by themselves name no service. */
  body_words: z.array(term),
  negation_cues: z.array(term),
  /** Whether what a text names was done here and now: the cues by what they say and which way they reach (src/session/standing.ts). */
  standing: z.strictObject({
    /** Look like a cue and are none ("not only", "plan of care", "asked him to"). */
    plain: z.array(z.string().min(1)),
    /** What a denial may deny without denying a service (pain, rest, help), as nouns and as verbs. */
    harmless: z.array(z.string().min(1)),
    harmless_verbs: z.array(z.string().min(1)),
    /** What stands after them was not done, what stands before them, or either; the last look back over the sentence. */
    denied_ahead: z.array(z.string().min(1)),
    denied_behind: z.array(z.string().min(1)),
    denied_either: z.array(z.string().min(1)),
    denied_command: z.array(z.string().min(1)),
    denied_that: z.array(z.string().min(1)),
    /** A device that does not work, and the devices. */
    equipment_down: z.array(z.string().min(1)),
    equipment: z.array(z.string().min(1)),
    /** Plans: over what follows, over what stands before, either, and their clause. */
    planned_ahead: z.array(z.string().min(1)),
    planned_behind: z.array(z.string().min(1)),
    planned_either: z.array(z.string().min(1)),
    planned_clause: z.array(z.string().min(1)),
    /** Other days: always past, past only beside a today, over what follows, and their clause. */
    past_always: z.array(z.string().min(1)),
    past_day: z.array(z.string().min(1)),
    past_ahead: z.array(z.string().min(1)),
    past_clause: z.array(z.string().min(1)),
    /** Other places and people: over what follows, and their clause. */
    elsewhere_ahead: z.array(z.string().min(1)),
    elsewhere_clause: z.array(z.string().min(1)),
    /** Wishes and questions. */
    asked_ahead: z.array(z.string().min(1)),
    asked_question: z.array(z.string().min(1)),
    asked_behind: z.array(z.string().min(1)),
    /** What a visit was booked for: not done where it ended early (src/session/standing-booked.ts). */
    booked_ahead: z.array(z.string().min(1)),
    booked_behind: z.array(z.string().min(1)),
    /** Who does not count as the one who performs, what they do, and the patient by himself. */
    aides: z.array(z.string().min(1)),
    aide_verbs: z.array(z.string().min(1)),
    alone_clause: z.array(z.string().min(1)),
    /** Words that the rules weigh: who, doing, events and aches that a time belongs to, being able, helping. */
    persons: z.array(z.string().min(1)),
    doing: z.array(z.string().min(1)),
    events: z.array(z.string().min(1)),
    aches: z.array(z.string().min(1)),
    able: z.array(z.string().min(1)),
    helping: z.array(z.string().min(1)),
    /** Headings of a note. */
    heads_not_done: z.array(z.string().min(1)),
    heads_planned: z.array(z.string().min(1)),
    heads_past: z.array(z.string().min(1)),
    heads_elsewhere: z.array(z.string().min(1)),
    heads_done: z.array(z.string().min(1)),
  }),
  /** Misspellings that are met often, further from the word than one or two letters. */
  misspellings: z.record(z.string(), z.string()),
  /** Short forms of the trade that are plain English words too ("us", "met"): they count only where a chart has them. */
  also_english: z.array(term),
  /** Charting words that carry no service. */
  stop_words: z.array(z.string().min(1)),
  /** Ordinary English words that are never "corrected" to a catalog word. */
  guard_words: z.array(term),
  /** Who was there: patients, clinicians, caregivers, and the words that make or unmake a group. Singular words; the reader adds the plural. */
  participants: z.strictObject({
    patients: z.array(term), clinicians: z.array(term), disciplines: z.record(z.string(), z.array(term)), caregivers: z.array(term),
    /** Words before "group" or "class" that make it treatment; parts of the body do so for "class" and, with people or a leader, for "group". */
    group_kinds: z.array(term), body_kinds: z.array(term),
    /** Words after "group" that make it treatment. */
    group_next: z.array(term),
    /** "muscle group", "group practice", "spin class": no group of patients. */
    not_groups: z.array(term),
    /** Groups of other fields: psychotherapy, behaviour programmes, courses. */
    other_groups: z.array(term),
    /** Teaching of families inside a behaviour programme or in counselling. */
    behaviour_words: z.array(term),
    /** Where a patient is while the caregiver is taught. */
    away_places: z.array(term),
  }),
  /** Questions about pay ("which pays more"), answered by what was done. */
  pay_words: z.array(term),
});
export type Vocabulary = z.output<typeof vocabularySchema>;

/** A payer profile of the user's own: what its JSON file may say, in words that a biller can check. */
import { z } from 'zod';
import { payerProfile } from './schemas.ts';

const kinds = payerProfile.shape.kind.exclude(['unknown', 'self_pay']);
/** A statement without its source and confidence: the file has one source for all of them. */
const why = z.string().min(5).max(300).optional();
const use = z.enum(['medicare_edition', 'own_version', 'unknown', 'not_applicable']);
const codes = z.array(z.string().regex(/^(any|[0-9A-Z]{5}(-[0-9A-Z]{5})?)$/, 'codes are "97124", "97010-97028" or "any"')).min(1).max(200);
const providers = z.array(z.string().regex(/^[a-z_]+$/)).max(20).default([]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date is YYYY-MM-DD');

/** One file: everything but id, name, kind and source is optional and stands as the built-in profile of the kind has it. */
export const userProfile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'an id is small letters, digits and _, such as my_plan'),
  name: z.string().min(2).max(80),
  kind: kinds,
  description: z.string().max(300).optional(),
  words: z.array(z.string().min(2).max(60)).max(30).optional(),
  source: z.strictObject({ title: z.string().min(5).max(200), publisher: z.string().max(100).optional(), edition: z.string().max(40), effective: day, url: z.url().optional() }),
  unit_method: z.strictObject({ method: z.enum(['cms', 'cpt_midpoint', 'unknown']), first_unit_minutes: z.number().int().min(1).max(60).optional(), max_timed_units_per_day: z.number().int().min(1).max(96).optional(), why }).optional(),
  ncci: z.strictObject({ use, why }).optional(),
  mue: z.strictObject({ use, why }).optional(),
  medicare_status: z.strictObject({ use, why }).optional(),
  own_codes: z.array(z.strictObject({ code: z.string(), use_instead: z.string(), why })).max(100).optional(),
  recognises: z.record(z.string(), z.strictObject({ answer: z.enum(['yes', 'no', 'depends']), why })).optional(),
  modifiers: z.strictObject({
    discipline: z.strictObject({ need: z.enum(['required', 'expected', 'not_used', 'unknown']), why }).optional(),
    assistant: z.strictObject({ need: z.enum(['required', 'expected', 'not_used', 'unknown']), why }).optional(),
    threshold: z.strictObject({ need: z.enum(['required', 'not_used', 'unknown']), why }).optional(),
    active_treatment: z.strictObject({ need: z.enum(['required', 'not_used', 'unknown']), why }).optional(),
  }).optional(),
  exclusions: z.array(z.strictObject({ codes, except: codes.optional(), providers, from: day.optional(), to: day.optional(), answer: z.enum(['excluded', 'refer']).default('excluded'), why })).max(100).optional(),
  relaxation_massage: z.strictObject({ covered: z.enum(['yes', 'no', 'depends']), why }).optional(),
  limits: z.array(z.strictObject({
    kind: z.enum(['referral', 'authorization', 'visits', 'order', 'units_per_day', 'per_day']), providers, codes,
    from_visit: z.number().int().min(1).optional(), max: z.number().int().min(1).optional(), within_days: z.number().int().min(1).optional(), text: z.string().min(5).max(300), why,
  })).max(100).optional(),
  timely_filing: z.strictObject({ days: z.number().int().min(1).max(3650).optional(), calendar_years: z.number().int().min(1).max(10).optional(), rule: z.string().min(5).max(300), why }).optional(),
  appeal: z.strictObject({ days: z.number().int().min(1).max(3650).optional(), rule: z.string().min(5).max(300), why }).optional(),
  notes: z.array(z.strictObject({ about: z.string().max(60), text: z.string().max(600) })).max(50).optional(),
});
export type UserProfile = z.output<typeof userProfile>;

/** Argument and reply fields that several tools share, described once. */
import { z } from 'zod';

export const code = z.string().min(1).max(20);
export const date = z.string().max(40).describe('YYYY-MM-DD');
export const payer = z.string().max(80).describe('medicare, medicare_advantage, medicaid, tricare, va_community_care, workers_comp, auto_pip, commercial, self_pay, wa_lni, fl_pip, aetna, or an everyday name');
export const providerType = z.string().max(80).describe('massage_therapist, physical_therapist, chiropractor, ... or LMT, PT, DC');
export const codeList = z.array(code).max(50);
export const minutes = z.number().min(0).max(1440);
export const limit = z.number().int().min(1).max(25);

/** Reply fields of every tool. */
export const replyFields = {
  summary: z.string(),
  edition: z.looseObject({ catalog: z.string() }),
  sources: z.array(z.looseObject({ id: z.string(), citation: z.string() })),
};
export const rows = z.array(z.looseObject({}));

/** The layouts that are known, in the order in which they are tried. A new one is added here by hand. */
import { addOnCodesLayout } from './add-on-codes.ts';
import { cptLayout } from './cpt.ts';
import { feeScheduleLayout } from './fee-schedule.ts';
import { hcpcsLayout } from './hcpcs.ts';
import { icd10cmCodesLayout, icd10cmOrderLayout } from './icd10cm.ts';
import type { Layout } from './layout.ts';
import { mueLayout } from './mue.ts';
import { ownFeesLayout } from './own-fees.ts';

export const layouts: readonly Layout[] = [mueLayout, hcpcsLayout, feeScheduleLayout, addOnCodesLayout, icd10cmOrderLayout, icd10cmCodesLayout, cptLayout, ownFeesLayout];

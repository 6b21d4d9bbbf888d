/** What the tables of the store are called, where a newer one comes from, and how long an edition stands. */
import type { TableName } from './table-file.ts';

const ncci = 'https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits';

export interface TableWords {
  name: string;
  refresh_from: string;
  /** until_replaced: used for later dates too, with its age said. */
  after: 'not_covered' | 'until_replaced';
  publisher: string;
}

export const tableWords: Record<TableName, TableWords> = {
  ncci_ptp: { name: 'NCCI pairs, practitioner', refresh_from: `${ncci} (PTP practitioner files, four parts)`, after: 'not_covered', publisher: 'CMS' },
  ncci_ptp_hospital: { name: 'NCCI pairs, outpatient hospital (kept; claims here are practitioners\')', refresh_from: `${ncci} (PTP hospital files, four parts)`, after: 'not_covered', publisher: 'CMS' },
  mue: { name: 'medically unlikely edits, practitioner', refresh_from: `${ncci} (MUE practitioner file)`, after: 'not_covered', publisher: 'CMS' },
  status: { name: 'physician fee schedule', refresh_from: 'https://www.cms.gov/medicare/payment/fee-schedules/physician/pfs-relative-value-files', after: 'not_covered', publisher: 'CMS' },
  hcpcs: { name: 'HCPCS Level II', refresh_from: 'https://www.cms.gov/medicare/coding-billing/healthcare-common-procedure-system/quarterly-update', after: 'until_replaced', publisher: 'CMS' },
  icd10cm: { name: 'ICD-10-CM', refresh_from: 'https://www.cms.gov/medicare/coding-billing/icd-10-codes', after: 'until_replaced', publisher: 'CMS and NCHS' },
  add_on_codes: { name: 'add-on code edits', refresh_from: `${ncci} (add-on code edits)`, after: 'until_replaced', publisher: 'CMS' },
  cpt: { name: 'CPT descriptors of your licence', refresh_from: 'the American Medical Association, with your licence', after: 'until_replaced', publisher: 'American Medical Association' },
  fees: { name: 'your own fee schedule', refresh_from: 'your practice', after: 'until_replaced', publisher: 'your practice' },
};

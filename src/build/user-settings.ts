/** The settings that a host can ask its user for. All may stay empty. */

export interface UserSetting { key: string; env: string; type: 'directory' | 'string'; title: string; description: string }

export const userSettings: readonly UserSetting[] = [
  { key: 'payer', env: 'CLAIMLINT_PAYER', type: 'string', title: 'Usual payer', description: 'Stands in where you name no payer: medicare, commercial, self_pay, wa_lni ... or an everyday name. The reply says when it was used. May stay empty.' },
  { key: 'provider_type', env: 'CLAIMLINT_PROVIDER', type: 'string', title: 'Usual provider type', description: 'Who does the work where you do not say: massage_therapist, physical_therapist, chiropractor ... or LMT, PT, DC. The reply says when it was used. May stay empty.' },
  { key: 'data_folder', env: 'CLAIMLINT_DATA', type: 'directory', title: 'Data folder', description: 'Where tables that you imported are kept (newer NCCI edits, unit limits, code lists). Empty: the usual folder of your system.' },
  { key: 'payers_folder', env: 'CLAIMLINT_PAYERS', type: 'directory', title: 'Folder of your own payer profiles', description: 'A folder of JSON files, one a payer, as the README tells. May stay empty.' },
];

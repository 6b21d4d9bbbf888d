/** The denials that a finding of a rule usually leads to: CARC with its group, and remark codes (numbers are X12's). */

export interface LikelyDenial { group?: string; carc: string; rarc?: string }

const co = (carc: string, rarc?: string): LikelyDenial => ({ group: 'CO', carc, ...(rarc ? { rarc } : {}) });

/** Rule id -> likely denials. A rule that only advises has none. */
export const denialsOfRule: Readonly<Record<string, readonly LikelyDenial[]>> = {
  'code-format-invalid': [co('16', 'M51')], 'code-not-in-force': [co('181', 'M20')], 'code-often-misprinted': [co('181', 'M51')],
  'code-not-payable-by-payer': [co('97', 'M15'), { group: 'PR', carc: '96', rarc: 'N425' }],
  'relaxation-massage-billed': [co('50', 'N115')], 'payer-excludes-service': [{ group: 'PR', carc: '96', rarc: 'N130' }],
  'modifier-format-invalid': [co('4', 'N519')], 'modifier-unknown': [co('182')], 'modifier-duplicate': [co('4', 'N519')], 'too-many-modifiers': [co('4', 'N519')],
  'modifier-not-valid-for-code': [co('4', 'N519')], 'modifiers-conflict': [co('4', 'N519')], 'therapy-modifier-missing': [co('4', 'N822')],
  'active-treatment-modifier-missing': [co('4', 'N822')],
  'ptp-pair-never-allowed': [co('236'), co('97', 'M80')], 'ptp-pair-needs-modifier': [co('236'), co('97', 'M80')],
  'units-missing-or-invalid': [co('16', 'M53')], 'units-exceed-mue': [co('151', 'N362'), co('222', 'N640')], 'untimed-code-multiple-units': [co('151', 'N362')],
  'units-exceed-minutes': [co('150', 'M25')],
  'provider-not-recognized-by-payer': [co('170', 'N95'), co('185')],
  'diagnosis-missing': [co('16', 'M76')], 'diagnosis-format-invalid': [co('16', 'M76')], 'diagnosis-not-billable': [co('16', 'M76')],
  'diagnosis-seventh-character-missing': [co('16', 'M76')],
  'place-of-service-unknown': [co('16', 'M77')], 'npi-invalid': [co('16', 'N290')], 'date-of-service-invalid': [co('16', 'MA130')],
  'date-of-service-future': [co('16', 'MA130')], 'charge-missing-or-invalid': [co('16', 'MA130')],
};

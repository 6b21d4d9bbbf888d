/** The rules, in the order in which they run. A new rule is added here by hand. */
import { activeTreatmentModifierMissing } from './active-treatment-modifier-missing.ts';
import { addOnWithoutPrimary } from './add-on-without-primary.ts';
import { assistantModifierMissing } from './assistant-modifier-missing.ts';
import { chargeMissingOrInvalid } from './charge-missing-or-invalid.ts';
import { codeFormatInvalid } from './code-format-invalid.ts';
import { codeNotInForce } from './code-not-in-force.ts';
import { codeNotPayableByPayer } from './code-not-payable-by-payer.ts';
import { codeOftenMisprinted } from './code-often-misprinted.ts';
import { codeUnknown } from './code-unknown.ts';
import { dateOfServiceFuture } from './date-of-service-future.ts';
import { dateOfServiceInvalid } from './date-of-service-invalid.ts';
import type { Rule } from './define-rule.ts';
import { diagnosesExcludeEachOther } from './diagnoses-exclude-each-other.ts';
import { diagnosisDoesNotSupport } from './diagnosis-does-not-support.ts';
import { diagnosisFormatInvalid } from './diagnosis-format-invalid.ts';
import { diagnosisMissing } from './diagnosis-missing.ts';
import { diagnosisNotBillable } from './diagnosis-not-billable.ts';
import { diagnosisNotInForce } from './diagnosis-not-in-force.ts';
import { diagnosisPointerInvalid } from './diagnosis-pointer-invalid.ts';
import { diagnosisSeventhCharacterMissing } from './diagnosis-seventh-character-missing.ts';
import { diagnosisSideUnspecified } from './diagnosis-side-unspecified.ts';
import { distinctServiceModifierUnneeded } from './distinct-service-modifier-unneeded.ts';
import { duplicateLine } from './duplicate-line.ts';
import { groupWithOneOnOne } from './group-with-one-on-one.ts';
import { minutesBelowThreshold } from './minutes-below-threshold.ts';
import { minutesExceedSession } from './minutes-exceed-session.ts';
import { minutesMissing } from './minutes-missing.ts';
import { modifierDuplicate } from './modifier-duplicate.ts';
import { modifierFormatInvalid } from './modifier-format-invalid.ts';
import { modifierNotValidForCode } from './modifier-not-valid-for-code.ts';
import { modifierOrder } from './modifier-order.ts';
import { modifierUnknown } from './modifier-unknown.ts';
import { modifiersConflict } from './modifiers-conflict.ts';
import { npiInvalid } from './npi-invalid.ts';
import { onePerDayCodeRepeated } from './one-per-day-code-repeated.ts';
import { payerExcludesService } from './payer-excludes-service.ts';
import { payerVisitOrAuthorizationLimit } from './payer-visit-or-authorization-limit.ts';
import { placeOfServiceUnknown } from './place-of-service-unknown.ts';
import { placeOfServiceUnlikely } from './place-of-service-unlikely.ts';
import { providerNotRecognizedByPayer } from './provider-not-recognized-by-payer.ts';
import { providerScopeQuestionable } from './provider-scope-questionable.ts';
import { ptpBypassNeedsSupport } from './ptp-bypass-needs-support.ts';
import { ptpPairNeedsModifier } from './ptp-pair-needs-modifier.ts';
import { ptpPairNeverAllowed } from './ptp-pair-never-allowed.ts';
import { relaxationMassageBilled } from './relaxation-massage-billed.ts';
import { serviceDoesNotMatchCode } from './service-does-not-match-code.ts';
import { splitLineSameCode } from './split-line-same-code.ts';
import { therapyModifierMissing } from './therapy-modifier-missing.ts';
import { therapyModifierWrongDiscipline } from './therapy-modifier-wrong-discipline.ts';
import { thresholdModifierMissing } from './threshold-modifier-missing.ts';
import { timelyFilingPassed } from './timely-filing-passed.ts';
import { tooManyDiagnoses } from './too-many-diagnoses.ts';
import { tooManyModifiers } from './too-many-modifiers.ts';
import { unitsBelowMinutes } from './units-below-minutes.ts';
import { unitsExceedMinutes } from './units-exceed-minutes.ts';
import { unitsExceedMue } from './units-exceed-mue.ts';
import { unitsMissingOrInvalid } from './units-missing-or-invalid.ts';
import { unlistedCodeNeedsDescription } from './unlisted-code-needs-description.ts';
import { untimedCodeMultipleUnits } from './untimed-code-multiple-units.ts';

export const rules: readonly Rule[] = [
  codeFormatInvalid, codeUnknown, codeNotInForce, codeOftenMisprinted, codeNotPayableByPayer, serviceDoesNotMatchCode, relaxationMassageBilled, unlistedCodeNeedsDescription,
  modifierFormatInvalid, modifierUnknown, modifierDuplicate, tooManyModifiers, modifierNotValidForCode, modifiersConflict, modifierOrder,
  therapyModifierMissing, therapyModifierWrongDiscipline, assistantModifierMissing, thresholdModifierMissing, activeTreatmentModifierMissing,
  ptpPairNeverAllowed, ptpPairNeedsModifier, ptpBypassNeedsSupport, distinctServiceModifierUnneeded,
  unitsMissingOrInvalid, unitsExceedMinutes, unitsBelowMinutes, minutesMissing, minutesBelowThreshold, minutesExceedSession, untimedCodeMultipleUnits, unitsExceedMue,
  addOnWithoutPrimary, onePerDayCodeRepeated, duplicateLine, splitLineSameCode, groupWithOneOnOne,
  providerNotRecognizedByPayer, providerScopeQuestionable, payerExcludesService, payerVisitOrAuthorizationLimit,
  diagnosisMissing, diagnosisFormatInvalid, diagnosisNotBillable, diagnosisNotInForce, diagnosisSeventhCharacterMissing,
  diagnosisDoesNotSupport, diagnosisSideUnspecified, diagnosisPointerInvalid, diagnosesExcludeEachOther, tooManyDiagnoses,
  dateOfServiceInvalid, dateOfServiceFuture, timelyFilingPassed, placeOfServiceUnknown, placeOfServiceUnlikely, npiInvalid, chargeMissingOrInvalid,
];

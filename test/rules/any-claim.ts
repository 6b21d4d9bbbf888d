/** Claims of every kind that the schema admits, good and bad, for property tests. */
import fc from 'fast-check';
import { testCatalog } from '../catalog/test-catalog.ts';

type Args = Record<string, unknown>;
const rare = { weight: 1 };
const usual = { weight: 6 };

const known = testCatalog.codes.map((c) => c.code);
/** The codes of a hands-on session, so that pairs, pools and repeats come up often. */
const session = ['97124', '97140', '97110', '97112', '97530', '97116', '97150', '97010', '97014', 'G0283', '97032', '97035', '97161', '97164', '98940', '98941', '98943', '97810', '97811', '97813', '97814', '99213', '20560', '29240', '97129', '97130', '97545', '97546', '97597', '97598', '98980', '98981', '97799', '95851'];
const near = ['97122', '97250', '97001', '97125', '97127', '12345', '99999', '9712', '971244', '97124-59', 'g0283', ' 97124 ', '９７１２４', 'G028З', '0552T', '', '???', '97124\u0000', 'toString', '__proto__', '\u{1F600}'].filter((c) => c.length > 0);
export const anyCode = fc.oneof({ ...usual, arbitrary: fc.constantFrom(...session) }, { weight: 3, arbitrary: fc.constantFrom(...known) }, { ...rare, arbitrary: fc.constantFrom(...near) }, { ...rare, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) });

const workingModifiers = ['GP', 'GO', 'GN', 'CQ', 'CO', 'KX', '59', 'XS', 'XE', 'XP', 'XU', '25', 'AT', 'GA', 'GZ', 'GY', 'GX', '50', 'LT', 'RT', '76', '77', '95', '93', '96', '97', '22', '52', '53'];
const anyModifier = fc.oneof({ ...usual, arbitrary: fc.constantFrom(...workingModifiers) }, { ...rare, arbitrary: fc.constantFrom(...testCatalog.modifiers.map((m) => m.modifier)) }, { ...rare, arbitrary: fc.constantFrom('gp', 'ZZ', '590', 'GР', ' ', '-', '0') }, { ...rare, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) });
const anyModifiers = fc.oneof({ ...usual, arbitrary: fc.array(anyModifier, { maxLength: 3 }) }, { ...rare, arbitrary: fc.array(anyModifier, { maxLength: 12 }) });

const anyAmount = fc.oneof({ ...usual, arbitrary: fc.integer({ min: 1, max: 8 }) }, { ...rare, arbitrary: fc.constantFrom(0, -0, -1, 0.5, 1.5, 99, 1e9, -1e9, 1e-7, 119.95, 33.333) }, { ...rare, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }) });
const anyMinutes = fc.oneof({ ...usual, arbitrary: fc.integer({ min: 0, max: 75 }) }, { ...rare, arbitrary: fc.constantFrom(0, 7, 7.5, 8, 15, 22, 23, 60, 127, 1440, 0.1) }, { ...rare, arbitrary: fc.double({ min: 0, max: 1440, noNaN: true }) });
const edges = ['2024-07-01', '2024-09-30', '2024-06-30', '2024-10-01', '2024-08-15', '2024-08-16', '2021-09-30', '2021-10-01', '2021-04-18', '2021-04-19', '2016-12-31', '2017-01-01', '2020-02-29', '2025-10-01', '2026-01-01', '2026-11-23', '2026-11-24', '1999-01-01', '2099-12-31'];
const anyDate = fc.oneof({ ...usual, arbitrary: fc.constantFrom(...edges) }, { ...rare, arbitrary: fc.constantFrom('2026-02-30', '', ' ', '08/15/2024', '2024-8-15', '0000-00-00', '9999-12-31', ' 2024-08-15 ', 'today') }, { ...rare, arbitrary: fc.string({ maxLength: 40 }) });
const anyRegion = fc.oneof(fc.constantFrom('neck', 'Neck', 'low back', 'right shoulder', 'left shoulder', '', '!!'), fc.string({ maxLength: 80 }));
const anyPlace = fc.oneof({ ...usual, arbitrary: fc.constantFrom('11', '12', '10', '02', '16', '1', '63', '99', ' 11 ') }, { ...rare, arbitrary: fc.string({ maxLength: 20 }) });
const anyNpi = fc.oneof(fc.constantFrom('1234567893', '1245319599', '1234567890', '', ' '), fc.string({ maxLength: 20 }));
const anyProvider = fc.oneof({ ...usual, arbitrary: fc.constantFrom(...testCatalog.provider_types.map((p) => p.id), 'LMT', 'PT', 'PTA', 'DC', 'COTA') }, { ...rare, arbitrary: fc.string({ maxLength: 80 }) });
const anyPayer = fc.oneof({ ...usual, arbitrary: fc.constantFrom(...testCatalog.payers.map((p) => p.id), 'cash', 'L&I', 'Medicare Part B') }, { ...rare, arbitrary: fc.string({ maxLength: 80 }) });
const anyWords = fc.oneof({ ...usual, arbitrary: fc.constantFrom('petrissage to upper traps', 'relaxation massage', 'therapeutic exercise', 'myofascial release, trigger points', 'e-stim unattended', 'massage to neck for muscle spasm', 'gait training', 'no massage, only exercises', '', '   ') }, { ...rare, arbitrary: fc.string({ maxLength: 200 }) });
const anyPointer = fc.oneof({ ...usual, arbitrary: fc.constantFrom('A', 'B', 'C', 'AB', 'L') }, { ...rare, arbitrary: fc.constantFrom('a', '1', 'M', 'ABCDE', 'Å') }, { ...rare, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) });
const anyDiagnosis = fc.oneof(
  { ...usual, arbitrary: fc.constantFrom('M54.2', 'M54.50', 'M54.5', 'm545', 'M62.838', 'M25.511', 'M25.519', 'S13.4', 'S13.4XXD', 'M51.36', 'M51.360', 'M79.1', 'R51', 'Z73.3', 'V43.52XA', 'S39.012A', 'M79.7', 'M79.18', 'Q99.8') },
  { weight: 2, arbitrary: fc.constantFrom(...testCatalog.diagnoses.map((d) => d.code)) }, { ...rare, arbitrary: fc.constantFrom('97124', 'М54.2', 'M', '.', ' ') }, { ...rare, arbitrary: fc.string({ minLength: 1, maxLength: 20 }) });
const anyDiagnoses = fc.oneof({ ...usual, arbitrary: fc.array(anyDiagnosis, { maxLength: 4 }) }, { ...rare, arbitrary: fc.array(anyDiagnosis, { maxLength: 16 }) });
const often = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined, freq: 4 });
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

/** Absent fields are left out, as a caller would. */
const sparse = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Args> => fc.record(fields).map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

export const anyLine: fc.Arbitrary<Args> = sparse({
  code: anyCode, modifiers: often(anyModifiers), units: often(anyAmount), minutes: often(anyMinutes), charge: seldom(anyAmount), service_performed: seldom(anyWords),
  body_regions: seldom(fc.array(anyRegion, { maxLength: 3 })), separate_region_or_time: seldom(fc.boolean()), diagnosis_pointers: seldom(fc.array(anyPointer, { maxLength: 6 })),
  date_of_service: seldom(anyDate), place_of_service: seldom(anyPlace), rendering_npi: seldom(anyNpi), provider_type: seldom(anyProvider),
});

const claimFields = {
  payer: often(anyPayer), provider_type: often(anyProvider), date_of_service: often(anyDate), place_of_service: seldom(anyPlace), diagnosis_codes: often(anyDiagnoses),
  total_timed_minutes: seldom(anyMinutes), authorization_number: seldom(fc.constantFrom('', 'VA0001', ' ')), referral_on_file: seldom(fc.boolean()), rendering_npi: seldom(anyNpi),
  year_to_date_therapy_amount: seldom(anyAmount), visit_number: seldom(fc.constantFrom(0, 1, 6, 7, 12, 13, 100000)), first_treatment_date: seldom(anyDate), claim_date: seldom(anyDate),
};

/** A line, now and then written twice, so that repeats and splits come up. */
const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 6 }).chain((lines) => fc.record({ again: fc.nat({ max: 3 }), of: fc.nat({ max: lines.length - 1 }) }).map(({ again, of }) => (again === 0 ? [...lines, { ...lines[of]! }] : lines)));

/** Arguments of check_claim. */
export const anyClaim: fc.Arbitrary<Args> = sparse({ ...claimFields, lines: anyLines });

/** The days on which a claim may be judged. */
export const anyToday = fc.constantFrom('2026-11-23', '2024-08-20', '2024-10-01', '2027-01-01', '2021-10-01');

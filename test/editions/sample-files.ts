/** Files in the layouts that CMS publishes, a few rows each, written here; descriptors are words of our own. */

const crlf = (lines: readonly string[]): string => lines.map((l) => `${l}\r\n`).join('');

/** One row of the pair table: column one, column two, first day, last day or *, indicator, prior to 1996. */
export type PairRow = readonly [one: string, two: string, from: string, to: string, indicator: string, prior?: '*'];

export const somePairs: readonly PairRow[] = [
  ['97530', '97124', '20200101', '*', '1'], ['97140', '97124', '19960101', '*', '0', '*'], ['29827', '29826', '20120101', '20151231', '1'],
  ['29827', '29826', '20180701', '*', '0'], ['0001A', '90473', '20220101', '20220101', '9'], ['0001U', '0029U', '20180701', '20260630', '1'], ['0001U', '0030U', '20180701', '*', '1'],
];

export function pairFile(rows: readonly PairRow[] = somePairs): string {
  return crlf([
    'CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t', 'Column1/Column2 Edits\t\t\t\t\t\t', 'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale',
    '\t\tprior to 1996\tDate\tDate\t0=not allowed\t', '\t\t\t\t*=no data\t1=allowed\t', '\t\t\t\t\t9=not applicable\t',
    ...rows.map(([one, two, from, to, indicator, prior = '']) => `${one}\t${two}\t${prior}\t${from}\t${to}\t${indicator}\tMisuse of Column Two code with Column One code`),
  ]);
}

export const mueHead = '"Current Procedural Terminology (CPT) codes, descriptions and other data only are copyright 2025 American Medical Association. All rights reserved. \n\nCPT is a registered trademark of the American Medical Association.\n\nApplicable FARS/DFARS Restrictions Apply to Government Use.",,,\r\n"HCPCS/\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\r\n';
export function mueFile(rows: readonly string[] = ['29827,1,2 Date of Service Edit: Policy,Anatomic Consideration', '97124,3,3 Date of Service Edit: Clinical,Clinical: Data', '0001U,1,1 Line Edit,Code Descriptor / CPT Instruction']): string {
  return mueHead + crlf(rows);
}

const hcpcsColumns = 'HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,PRICE2,PRICE3,PRICE4,MULT_PI,CIM1,CIM2,CIM3,MCM1,MCM2,MCM3,STATUTE,LABCERT1,LABCERT2,LABCERT3,LABCERT4,LABCERT5,LABCERT6,LABCERT7,LABCERT8,XREF1,XREF2,XREF3,XREF4,XREF5,COV,ASC_GRP,ASC_DT,OPPS,OPPS_PI,OPPS_DT,PROCNOTE,BETOS,TOS1,TOS2,TOS3,TOS4,TOS5,ANEST_BU,ADD DT,ACT EFF DT,TERM DT,ACTION CD';
export function hcpcsRow(code: string, recid: string, long: string, short: string, added: string, ended = ''): string {
  const cells = hcpcsColumns.split(',').map(() => '');
  for (const [name, value] of Object.entries({ HCPC: code, SEQNUM: '0010', RECID: recid, 'LONG DESCRIPTION': `"${long}"`, 'SHORT DESCRIPTION': short, COV: 'C', 'ADD DT': added, 'TERM DT': ended, 'ACTION CD': 'N' })) cells[hcpcsColumns.split(',').indexOf(name)] = value;
  return cells.join(',');
}
export function hcpcsFile(rows: readonly string[] = [
  hcpcsRow('G0283', '3', 'Electrical stimulation (unattended), to one or more areas for indications other than wound care, as part of a therapy plan of care', 'Elec stim other than wound', '20030101'),
  hcpcsRow('E0730', '3', 'Transcutaneous electrical nerve stimulation (tens) device, four or more leads,', 'Tens four lead', '19860101'), hcpcsRow('E0730', '4', 'for multiple nerve stimulation', '', ''),
  hcpcsRow('G9999', '3', 'Made-up service, each 15 minutes', 'Made-up service', '20250101', '20260331'),
  hcpcsRow('   GP', '7', 'Services delivered under an outpatient physical therapy plan of care', 'Services by pt', '20000101'), hcpcsRow('   ZZ', '7', 'Made-up modifier', 'Made-up', '20240101'),
]): string {
  return crlf([hcpcsColumns, ...rows]);
}

const feeRow = (code: string, modifier: string, status: string, work: string, total: string, multiple = '0', bilateral = '0', global = 'XXX'): string =>
  `${code},${modifier},REDACTED,${status},,${work},0.50,,0.40,,0.02,${total},${total},0,${global},0.00,0.00,0.00,${multiple},${bilateral},0,0,0,,,33.4009,09,0,99,0.00,0.00,0.00`;
export function feeScheduleFile(rows: readonly string[] = [feeRow('97124', '', 'A', '0.35', '0.87', '5'), feeRow('29827', '', 'A', '15.59', '29.91', '2', '1', '090'), feeRow('70450', '', 'A', '0.85', '3.27'), feeRow('70450', '26', 'A', '0.85', '1.19'), feeRow('A0382', '', 'X', '0.00', '0.00', '9', '9')]): string {
  const wide = (cells: Record<number, string>): string => Array.from({ length: 32 }, (_, i) => cells[i] ?? '').join(',');
  return crlf([
    wide({ 2: '2026 National Physician Fee Schedule Relative Value File July Release' }), wide({ 2: 'CPT codes and descriptions only are copyright 2025 American Medical Association. All Rights Reserved.' }), wide({ 2: 'Dental codes (D codes) are copyright 2026 American Dental Association.' }), wide({}), wide({ 2: 'RELEASED 07/01/2026' }),
    wide({ 29: 'NON-FACILITY', 30: 'FACILITY' }), wide({ 4: 'NOT USED', 26: 'PHYSICIAN', 28: 'DIAGNOSTIC', 29: 'PE USED', 30: 'PE USED', 31: 'MP USED' }),
    wide({ 4: 'FOR', 7: 'NON-FAC', 9: 'FACILITY', 26: 'SUPERVISION OF', 28: 'IMAGING', 29: 'FOR OPPS', 30: 'FOR OPPS', 31: 'FOR OPPS' }),
    ',,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT',
    'HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT', ...rows,
  ]);
}

export function orderFile(): string {
  const row = (n: number, code: string, billable: 0 | 1, short: string, long = short): string => `${String(n).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${short.padEnd(60)} ${long}`;
  return crlf([
    row(1, 'M54', 0, 'Dorsalgia'), row(2, 'M545', 0, 'Low back pain'), row(3, 'M5450', 1, 'Low back pain, unspecified'), row(4, 'M5451', 1, 'Vertebrogenic low back pain'), row(5, 'M5459', 1, 'Other low back pain'),
    row(6, 'K35', 0, 'Acute appendicitis'), row(7, 'K3580', 1, 'Unsp acute appendicitis', 'Unspecified acute appendicitis'), row(8, 'S92', 0, 'Fracture of foot and toe, except ankle'),
    row(9, 'S92001A', 1, 'Unsp fracture of right calcaneus, init', 'Unspecified fracture of right calcaneus, initial encounter for closed fracture'), row(10, 'S92001D', 1, 'Unsp fx right calcaneus, subs', 'Unspecified fracture of right calcaneus, subsequent encounter for fracture with routine healing'), row(11, 'QA00101', 1, 'Made-up name for a code of the new form'),
  ]);
}
export const codesFile = ['A000', 'A001', 'M5450', 'M5451', 'S92001A', 'QA00101'].map((c) => `${c}\n`).join('');

export const addOnColumns = ['AOC_Edit_Type', 'Add-On_Code', 'AOC_DelDT', 'Primary_Code', 'Primary_Code_DelDT', 'AOC_Edit_EffDT', 'AOC_Edit_DelDT', 'Special_Instruction_Notes'];
export const addOnRows: readonly (readonly string[])[] = [['1', '22842', '', '22600', '', '2013091', '', ''], ['1', '22842', '', '22610', '', '2013091', '2026181', ''], ['2', '15777', '', 'CCCCC', '', '2013091', '', 'Contractor Defined Primary Codes'], ['3', '99100', '', '00100', '', '2013091', '', '']];

/** Made-up words in the AMA's tab-delimited form. */
export function cptFile(kind: 'long' | 'medium' | 'short'): string {
  return crlf(['CPT (R) 2026', 'A notice of the owner, made up for this test.', '', `29827\t${kind} made-up wording for shoulder work`, `97124\t${kind} made-up wording for hands`, `70450\t${kind} made-up wording for a picture of the head`]);
}
export const ownFees = 'Code,Mod,Charge\n97124,,$45.00\n97124,GP,42.5\n29827,,"1,850.00"\n';

/** Details of a query choose within a family of codes, however they are told; without one the family stays open. */
import { describe, expect, it } from 'vitest';
import { lookup } from '../../src/search/lookup.ts';
import { counterOf, isLarger, minutesTold, withDigits } from '../../src/search/told-numbers.ts';
import { testCatalog } from '../catalog/test-catalog.ts';

const ask = (query: string): { code: string; confidence: string }[] => lookup(testCatalog, { query }, '2026-11-23').matches.map((m) => ({ code: m.code, confidence: m.match.confidence }));

const chosen: Record<string, string[]> = {
  '98940': ['cmt 2 reg', 'adjusted neck and mid back'],
  '98941': ['CMT 3-4', 'chiro adj C, T and L'],
  '98942': ['CMT 5 reg', 'CMT five areas', 'chiropractic adjustment of all five spinal regions'],
  '98943': ['chiropractor adjusted my ankle', 'adjustment but not the spine'],
  '98926': ['OMT 3-4 areas', 'OMT cervical, thoracic, ribs, lumbar'],
  '98928': ['osteopathic manipulation seven regions'],
  '98929': ['OMT 9-10'],
  '97162': ['PT eval mod'], '97163': ['PT IE high cplx'], '97165': ['OT IE low cplx'], '97167': ['OT eval HC'],
  '97161': ['evaluation by PT, not a re-evaluation, low complexity'],
  '97164': ['reassessment by physical therapist'], '97168': ['OT reassessment'], '97170': ['athletic trainer initial eval, level 2'], '97172': ['athletic trainer re-eval'],
  '97129': ['thinking skills treatment, first quarter hour'], '97130': ['second quarter hour of attention training', 'additional 15 minutes of cognitive therapy'],
  '97546': ['work conditioning each extra hour', 'work hardening, hour three'],
  '97811': ['acupuncture minutes 16 to 30'], '97814': ['electroacupuncture second set of needles'], '97813': ['electro-acupuncture first quarter hour'], 'S8930': ['ear acupuncture points stimulated electrically'],
  '90901': ['biofeedback, not pelvic floor'], '90912': ['pelvic floor biofeedback first 15 minutes'], '90913': ['biofeedback pelvic floor addl 15 min'],
  '96113': ['another 30 minutes of developmental testing'], '97598': ['next 20 sq cm of sharp debridement'],
  '97605': ['wound vac 30 sq cm, rented pump'], '97606': ['VAC change, over fifty square centimeters'], '97607': ['vac dressing, disposable not rented, wound no bigger than 50 sq cm'], '97608': ['NPWT disp >50 cm2', 'disposable negative pressure, wound 6 x 10 cm'],
  '20560': ['needled one muscle with a 40 mm needle', 'dry needling upper trap and levator'], '20561': ['dry needling 3 mm', 'DN of glute med, piriformis, QL'], '20553': ['trigger point injection four muscles'],
  'G0281': ['e-stim for stage IV pressure ulcer', 'electrical stimulation wound that has not healed for two months'], 'G0282': ['estim to fresh burn'], 'G0283': ['e-stim unattended Medicare'], '97014': ['IFC pads, left alone, Aetna'],
  '97032': ['electric probe held by me throughout, never left unattended'],
  '97037': ['laser for post-op pain that does not heat'], '0552T': ['laser with dynamic heat'],
  '29540': ['strapping of the ankle'], '29550': ['toe taping'], '29280': ['taped the thumb'],
  '98977': ['RTM knee app 20 days of data'], '98984': ['remote monitoring of breathing, 10 days'], '98985': ['RTM supply msk 2-15 days'], '98975': ['RTM set up and patient education'], '98981': ['RTM management additional 20 min'],
  '99203': ['new pt level 3 ov'], '99204': ['new patient office visit 45 minutes'], '99214': ['established patient level 4'],
  '98960': ['asthma education one on one by nonphysician'], '98961': ['self management training 3 patients'], '98962': ['diabetes self-management class of six'],
  '97550': ['carer shown how to hoist my dad, he was not there, 30 min'], '97551': ['caregiver training, extra 15 minutes'], '97552': ['caregiver training with no patient there, several caregivers'], 'G0541': ['my wife was shown how to change my wound dressing while I was away'], 'G0543': ['group of caregivers taught infection control'],
  'G0157': ['PTA visit, HHA, 15 min'], 'G0158': ['home health OTA visit'], 'G0160': ['HH OT maint'], 'S9131': ['private pay PT at home per day'],
  '97761': ['new artificial leg training'], '97763': ['orthotic check follow-up'], '92507': ['SLP tx indiv'], '92508': ['SLP grp tx'],
  'E0730': ['four-lead TENS'], 'A4595': ['TENS monthly supplies'], '95852': ['finger ROM measurement with report'], '99456': ['independent medical exam for disability by doctor who never treated me'],
};

describe('a detail chooses', () => {
  for (const [code, queries] of Object.entries(chosen)) it.each(queries)(`${code}: %s`, (query) => expect(ask(query)[0]?.code).toBe(code));
});

describe('without the detail, or where experts differ, nothing is sure', () => {
  it.each([
    ['core stabilization', ['97110', '97112']], ['squats to get back to work', ['97530', '97110']], ['transverse friction on a tendon', ['97140', '97124']], ['trigger point therapy', ['97140', '97124']],
    ['Russian stim', ['97014', '97032', 'G0283']], ['Class IV laser', ['97039', 'S8948']], ['caregiver education', ['97550', '97552', '97535']], ['wound vac', ['97605', '97606', '97607', '97608']],
    ['rang my therapist, we spoke for eight minutes', ['98966', 'G2251']], ['PT evaluation', ['97161', '97162', '97163']], ['treatment for which no code exists', ['97139', '97799', '97039']],
  ])('%s', (query, codes) => {
    const got = ask(query);
    expect(got.filter((m) => m.confidence === 'strong')).toEqual([]);
    expect(got.map((m) => m.code)).toEqual(expect.arrayContaining(codes));
  });
});

it.each(['eval of python code, high complexity', 'physical chemistry exam, level 3', 'pads of paper and electrodes of a battery', 'the unlisted phone number', 'add on for my browser extension', 'an agency hired a physio for the team', 'phone call with my mother for ten minutes', 'two leads for the guitar amplifier'])('nothing sure in %s', (query) => {
  expect(ask(query).filter((m) => m.confidence === 'strong')).toEqual([]);
});

describe('numbers as they are told', () => {
  it('reads number words and parts of an hour', () => expect(withDigits('twenty-five minutes, a quarter hour, half an hour, third set')).toBe('25 minutes, 15 minutes, 30 minutes, 3rd set'));
  it('reads counts before and after', () => {
    const regions = counterOf('regions?|regs?|areas?');
    expect(['3-4 areas', '5 reg', 'region count 2', 'regions: 3', '2 spinal regions', 'no count'].map(regions)).toEqual([4, 5, 2, 3, 2, undefined]);
  });
  it('reads minutes, of a range the upper end', () => expect(['10-20 minutes', '8 min', 'no time'].map(minutesTold)).toEqual([20, 8, undefined]));
  it('reads areas', () => expect(['> 50 cm2', 'over 50 square centimeters', '70 sq cm', '8 x 9 cm', '50 or less', '30 sq cm', 'not over 50', 'small'].map((t) => isLarger(t, 50))).toEqual([true, true, true, true, false, false, false, undefined]));
});

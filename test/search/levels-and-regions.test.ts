/** Readers of regions of the spine, of the complexity of an evaluation and of the level of a visit: hits and near-misses. */
import { expect, it } from 'vitest';
import { complexityIn } from '../../src/search/evaluation-levels.ts';
import { bodyRegionsIn, spinalRegionsIn } from '../../src/search/spine-regions.ts';
import { decisionsIn, isNewIn, visitLevelIn } from '../../src/search/visit-levels.ts';

it.each([
  ['c2 and c5', 1], ['c7-t1', 2], ['c2 to l5', 3], ['l4-5', 1], ['l5-s1', 2], ['c/t/l', 3], ['c, t, l and sacrum', 4], ['c/s and t/s', 2], ['neck and between my shoulder blades', 2], ['both ilia and the tailbone', 2],
  ['full spine', 5], ['adjusted l4 for neck and mid-back pain', 1], ['low back pain', 1], ['the shoulder', 0], ['t12 weeks', 0], ['c9', 0],
])('%s: %i regions of the spine', (text, count) => {
  expect(spinalRegionsIn(text).size).toBe(count);
});

it.each([['head, neck, ribs and low back', 4], ['sacrum, pelvis and both legs', 3], ['belly and diaphragm', 1], ['back', 1]])('%s: %i regions of the body', (text, count) => {
  expect(bodyRegionsIn(text)).toBe(count);
});

it.each([
  ['moderate complexity', 1], ['complexity: low', 0], ['eval - high', 2], ['billed it as moderate', 1], ['high pt eval', 2], ['nothing complicated about it', 0], ['level 2 complexity', 1],
  ['evaluation of low back', undefined], ['moderate pain', undefined], ['high tone', undefined], ['low bed', undefined],
])('%s: complexity %s', (text, level) => {
  expect(complexityIn(text)).toBe(level);
});

it('reads the level of a visit', () => {
  expect([decisionsIn('moderate mdm'), decisionsIn('decision making was low'), decisionsIn('high decision making'), decisionsIn('low back')]).toEqual([2, 1, 3, undefined]);
  expect([visitLevelIn('level 4 established visit'), visitLevelIn('level three e/m'), visitLevelIn('level 3 walking surface')]).toEqual([4, 3, undefined]);
  expect([isNewIn('new patient'), isNewIn('established pt'), isNewIn('patient since 2019'), isNewIn('new shoes')]).toEqual([true, false, false, undefined]);
});

/** How complex an evaluation is told to be: in the words of the codes, in shorthand, or in everyday words. */

const named = '(?:complex\\w*|cplx|cmplx|cx)';
const judged = '(?:coded|billed|rated|scored|graded|called|marked|judged|documented|charged|filed|put)(?: \\w+){0,3}? (?:as |at |down as )?(?:an? |of )?';
const before = '(?:initial|pt|ot|at|atc|physical therap\\w+|occupational therap\\w+|athletic train\\w+|hand therap\\w+)';

/** `word` as the level of an evaluation, and no other low, moderate or high thing. */
const levelOf = (word: string, number: string, roman: string): string => [
  `\\b(?:${word})\\.?[\\s-]+(?:level[\\s-]+)?(?:of[\\s-]+)?${named}\\b`, `\\b${named}\\s*(?:level\\s*)?(?:(?:was|is|of|at|as|told|judged|rated|coded)\\s*)*[:=,(-]?\\s*(?:${word})\\b`,
  `\\b(?:eval\\w*|ie)\\s*[,:(-]*\\s*(?:of |at )?(?:${word})\\b(?! (?:back|lumbar|pain|risk|ankle|tone))`, `\\b(?:${word})[\\s-](?:level[\\s-])?(?:${before}[\\s-]){1,2}eval\\w*`, `\\b(?:${word})[\\s-](?:level[\\s-])?(?:initial )?(?:eval\\w*|ie)\\b`,
  `\\b${judged}(?:${word})\\b`, `\\blevel(?: of)?(?: ${named})?(?: was| is)?[:=]?\\s*(?:${word}|${number}|${roman})\\b(?! (?:visit|e/m|office|new|est))`,
].join('|');

const levels: readonly (readonly [RegExp, 0 | 1 | 2])[] = [
  [/\b(?:nothing|not|isn't|wasn't|hardly|without|no) (?:very |too |that |particularly |at all |much |any |anything )*(?:complic\w*|complex\w*)|\b(?:simple|straight-?\s?forward|uncomplicated|easy|plain) (?:\w+ )?(?:case|eval\w*|assessment|presentation|picture|problem)\b/, 0],
  [new RegExp(`${levelOf('high(?:er|est)?|hi', '3', 'iii')}|\\b(?:very|highly|most|extremely|quite) complex\\b|\\bunstable and unpredictable\\b|\\b(?:very|highly) complicated\\b`), 2],
  [new RegExp(`${levelOf('mod(?:erate)?|med(?:ium)?|middle|mid', '2', 'ii')}|\\bmoderately complex\\b|\\bmodcplx\\b|\\bevolving (?:clinical )?(?:presentation|picture)\\b|\\bsomewhat complicated\\b`), 1],
  [new RegExp(levelOf('low(?:er|est)?', '1', 'i')), 0],
];

/** 0 low, 1 moderate, 2 high; undefined where a folded text does not say. */
export function complexityIn(folded: string): 0 | 1 | 2 | undefined {
  return levels.find(([pattern]) => pattern.test(folded))?.[1];
}

/** What chooses among office visits: whether the patient was new, how much had to be decided, the level that is told. */

const newcomer = /\bnew (?:patient|pt|client|to (?:the|our|this) (?:practice|office|clinic))\b|\bnp exam\b|\bnew ov\b|\bfirst (?:time|visit) (?:here|in|at|to|with) (?:the|our|this|us|him|her|here)\b|\b(?:never|not) (?:been )?(?:seen|treated|been) (?:here |by us |by him |in (?:this|our) \w+ )?before\b|\b(?:more than|over) (?:three|3) years since\b|\binitial (?:office )?(?:visit|exam)\b/;
const known = /\bestablished\b|\best(?:ab)?\.? (?:pt|patient|client|visit|ov)\b|\breturning (?:patient|pt|client)\b|\bknown (?:patient|pt)\b|\bpatient (?:of (?:ours|his|hers|mine|the (?:practice|office))|here since|since|for (?:years|\w+ years))\b|\blong-?\s?time (?:patient|pt)\b|\bfollow[\s-]?up (?:visit|exam|appointment)\b|\bregular patient\b|\bbeen (?:coming|seeing (?:him|her|us|them|dr))\b|\bre-?exam\w*|\b(?:not|isn't|wasn't) (?:a )?new (?:patient|pt)\b/;

/** True of a new patient, false of a known one; undefined where a folded text does not say. */
export function isNewIn(folded: string): boolean | undefined {
  return known.test(folded) ? false : newcomer.test(folded) ? true : undefined;
}

const making = '(?:(?:medical )?decision[\\s-]?making|medical decisions?|mdm|decisions?)';
const decided = (word: string): RegExp => new RegExp(`\\b(?:${word})(?:[\\s-](?:level|complexity|complex))?(?: of)? ${making}\\b|\\b${making}\\s*(?:(?:was|is|were|of|level|complexity|at|judged|all|only)\\s*)*[:=,(-]?\\s*(?:${word})\\b|\\b(?:visit|e/m|e&m|office visit),? (?:as |of |at )?(?:${word})\\b(?! (?:back|pain))`);
const levels = ['straight-?\\s?forward|sf|minimal', 'low', 'mod(?:erate)?', 'high'].map(decided);

/** 0 straightforward, 1 low, 2 moderate, 3 high. */
export function decisionsIn(folded: string): 0 | 1 | 2 | 3 | undefined {
  const at = levels.findIndex((pattern) => pattern.test(folded));
  return at < 0 ? undefined : (at as 0 | 1 | 2 | 3);
}

const numbers: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5 };

/** "level 3 established visit", "a level four E/M": the last digit of the code. */
export function visitLevelIn(folded: string): number | undefined {
  const m = /\b(?:level|lvl)[\s-]?([1-5]|one|two|three|four|five)\b(?=[^.;]{0,30}\b(?:visit|e\/m|e&m|ov|exam|office|est\w*|new))|\b(?:visit|e\/m|e&m|ov|exam)[^.;]{0,20}\b(?:level|lvl)[\s-]?([1-5]|one|two|three|four|five)\b/.exec(folded);
  const told = m?.[1] ?? m?.[2];
  return told === undefined ? undefined : numbers[told] ?? Number(told);
}

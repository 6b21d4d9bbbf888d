/** Whether a current ran through the needles, as a piece of a folded text says. */

const current = /\b(?:e-?\s?stim\w*|electr\w*|elecro\w*|stim(?:ulation)?\b|currents?|\d+(?:\/\d+)?\s?hz|hertz|clips?\b|clipped|wires?\b|wired|leads? (?:on|attached|connected)|hooked (?:up|to)|connected|plugged|milliamps?|microamps?|ea\b)/g;
const denied = /(?:\b(?:no|not|without|w\/o|w\/out|none|non|never|minus|sans|zero|declined|nothing|neither|skipped|instead of|rather than)\b|n't\b)[\w\s/-]{0,24}$/;
const deniedAfter = /^[\w\s-]{0,12}\b(?:none|off|not used|declined|was not|were not|wasn't|refused)\b/;
const byHand = /\b(?:manual(?:ly)?|by hand|hand|needle|plain)\s*$/;
const ofAll = /\b(?:either|neither|both|any|all|every|used|today|throughout|visit|at any)\b/;

export interface Current { /** undefined where the piece does not say. */ runs?: boolean; /** "No electricity used": said of the whole session. */ all: boolean }

/** `isDone` tells whether what stands at a place of the piece was done here and now. */
export function currentIn(piece: string, isDone: (start: number, end: number) => boolean): Current {
  let [runs, denial, all] = [false, false, false];
  for (const m of piece.matchAll(current)) {
    const before = /[^.;,\n]*$/.exec(piece.slice(Math.max(0, m.index - 40), m.index))![0];
    const end = m.index + m[0].length;
    const after = /^[^.;,\n]*/.exec(piece.slice(end, end + 40))![0];
    if (byHand.test(before) && /^(?:stim|e-?\s?stim)/.test(m[0])) denial = true;
    else if (denied.test(before) || deniedAfter.test(after)) {
      denial = true;
      all ||= ofAll.test(before) || ofAll.test(after);
    } else if (isDone(m.index, end)) runs = true;
  }
  if (runs) return { runs, all: false };
  return denial || /\b(?:by hand|manual(?:ly)?)\b/.test(piece) ? { runs: false, all } : { all };
}

/** Moves that serve several purposes: a treadmill is endurance or gait, a squat strength or a task; without a word of what for they stay open. */

export interface OpenMove { move: RegExp; /** What else it may have been. */ others: readonly string[] }

export const openMoves: readonly OpenMove[] = [
  { move: /\btreadmill\b/, others: ['97116'] },
  { move: /\b(?:swiss|gym|exercise|physio|stability|therapy)[- ]?ball\b|\bball work\b|\bphysioball\b/, others: ['97112'] },
  { move: /\bsquats?\b|\bsquatting\b|\bstep[- ]?ups?\b|\blunges?\b|\bsit[- ]to[- ]stands?\b/, others: ['97530'] },
];

/** A purpose, a dose or a load that only exercise has. */
export const exercises = /\bstrength|\bendur|\brom\b|\brange\b|\bflexib|\bmotion\b|\bmobility\b|\bcondition|\bcardio|\baerobic|\bresist|\bweight|\blbs?\b|\bpounds?\b|\bkg\b|#|\bkettle|\bdumbbell|\bgoblet|\bbands?\b|\btheraband|\breps?\b|\brepetitions\b|\d\s?x\s?\d|\bsets?\b|\bwarm|\bexercis|\bther-?ex|\bte\b|\bpower\b|\bmuscle|\bquads?\b|\bglut|\bhamstring|\bstretch|\blevel \d|\bwatts?\b|\brpm\b|\bheart rate\b|\bhr\b|\bfatigue|\bburn|\bwall\b|\bleg press|\bheel raises?|\bbike\b|\bbridg|\bcurls?\b|\bplank|\bcore\b|\bstamina|\btoleran|\bworkout|\bloaded|\bpace\b|\brpe\b|\bborg\b|97110/;

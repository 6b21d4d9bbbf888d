/** Dictated texts with the marks that were spoken ("comma", "period") or left out, each in the place of a space, so that nothing moves. */

/** A run of words as long as this without any mark was spoken, not written. */
const longRun = 40;

const spokenMarks: readonly [RegExp, string][] = [
  [/(?<=\S)\s+(?:period|full stop)(?=\s|$)/gi, '.'],
  [/(?<=\S)\s+comma(?=\s|$)/gi, ','],
  [/(?<=\S)\s+colon(?=\s|$)/gi, ':'],
  [/(?<=\S)\s+(?:new|next) (?:line|paragraph)(?=\s|$)/gi, ';'],
];
/** What is no mark: a rest period, the colon of the body. */
const noMark = /\b(?:rest|a|the|this|that|menstrual|grace|treatment|billing|reporting|global|of)$/i;

/** Words that a new sentence begins with where none of the words below leads to them. */
const starts = /\s(?=(?:then|next (?:visit|time|session|week)|follow[- ]?up|i|we|she|he|they|patient|client|no|blood pressure|pain (?:from|was|is|went|now|\d)|plan|also|after that|finished with|started with)\s)/gi;
const leadsOn = /\b(?:and|or|but|while|which|that|who|whom|as|when|if|because|where|what|how|so|after|before|until|since|though|than|with|without|of|to|for|the|this|a|an|my|your|each|every|new|established|was|were|is|are|had|has|have|there|per|by|from|on|in|at|about|say|says|said|did|do|does|can|could|should|may|might|will|would|shall|time|times|(?:first|next|last|final|another)\s+(?:\w+\s+){0,2}min(?:ute)?s?)$/i;

/** "n m e s", "p t": short forms spelled out are put together. The text with marks set where a dictation has none; of the same length, so that every place stays. */
export function punctuated(text: string): string {
  const spoken = /\bcomma\b|\bfull stop\b|\bperiod\b[\s\S]*\bperiod\b/i.test(text);
  let out = text;
  if (spoken) for (const [pattern, mark] of spokenMarks) out = out.replace(pattern, (said: string, at: number) => (mark === '.' && noMark.test(out.slice(0, at)) ? said : mark.padEnd(said.length)));
  out = out.replace(/\b(?:[a-z] ){2,5}[a-z]\b(?!')|\b[po] t\b/gi, (said) => said.replaceAll(' ', '').padEnd(said.length));
  return out.replace(/[^.!?;:\n,()|/]+/g, (run: string, at: number) => {
    if ((run.match(/\s+/g)?.length ?? 0) < longRun || /\d$/.test(out.slice(0, at))) return run;
    return run.replace(starts, (space: string, place: number) => (leadsOn.test(run.slice(0, place)) ? space : ';'));
  });
}

/** A canister changed on a running vacuum pump, the dressing left as it was: no service of its own. */
import type { ReadService } from './read-services.ts';
import type { Sentence } from './sentences.ts';

const vacuums = new Set(['97605', '97606', '97607', '97608']);
const swap = /\bcanister\b/;
const onlyThat = /\b(?:only|just|nothing else|merely|simply)\b/;
const dressingKept = /\b(?:foam|sponge|dressing|drape|seal)\b[^.;]{0,24}\b(?:left|not|stay\w*|intact|untouched|kept|undisturbed|still|tomorrow|good)\b|\b(?:no|without|not)\b[^.;]{0,12}\b(?:foam|sponge|dressing)\b/;
const dressingChanged = /\b(?:foam|sponge|dressing|drape|film)\b[^.;]{0,30}\b(?:chang\w*|new|replac\w*|cut|fitted|placed|put|re-?appl\w*|swapped|on top)\b|\b(?:new|fresh|black|white|chang\w*|swapp\w*|replac\w*|re-?appl\w*|put|plac\w*|fill\w*|cut)\b[^.;]{0,26}\b(?:foam|sponge|dressing|drape|film)\b/;

/** The services without a vacuum of which only the canister was changed. */
export function withoutSwaps(services: ReadService[], sentences: readonly Sentence[]): ReadService[] {
  if (!services.some((s) => vacuums.has(s.candidates[0]?.code ?? ''))) return services;
  return services.filter((service) => {
    if (!vacuums.has(service.candidates[0]?.code ?? '')) return true;
    const said = sentences.filter((s) => service.places.some((p) => s.start <= p.end && s.end > p.start)).map((s) => s.folded).join(' ');
    return !swap.test(said) || (dressingChanged.test(said) && !dressingKept.test(said)) || !(onlyThat.test(said) || dressingKept.test(said));
  });
}

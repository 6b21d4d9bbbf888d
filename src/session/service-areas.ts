/** Which of the wounds that a text measures a service of wound care was for. */
import { areaIn, partWorkedOn } from './wound-areas.ts';
import type { ReadService } from './read-services.ts';
import type { Sentence } from './sentences.ts';

/** Codes that the size of the wound chooses or counts. */
const bySize = new Set(['97597', '97598', '97605', '97606', '97607', '97608']);
const measured = /\d|\bby\b|\bsquare\b/;
const sites = /\b(?:heels?|sacr\w+|coccy\w+|hips?|trochant\w+|ischi\w+|shins?|calf|calves|ankles?|malleol\w+|foot|feet|plantar|toes?|knees?|thighs?|groin|abdom\w+|belly|tummy|incision|midline|arms?|elbows?|hands?|chest|breast|buttocks?|stump|left|right|lt|rt)\b/g;
const sitesIn = (folded: string): string[] => (folded.match(sites) ?? []).map((s) => ({ lt: 'left', rt: 'right' })[s] ?? s);

/** Sets the square centimetres of each service of wound care: from its own sentences, or from those that measure its wound. */
export function tellAreas(services: readonly ReadService[], sentences: readonly Sentence[]): void {
  const wounds = services.filter((s) => bySize.has(s.candidates[0]?.code ?? ''));
  if (wounds.length === 0 || !sentences.some((s) => measured.test(s.folded))) return;
  const ownOf = new Map(wounds.map((w) => [w, sentences.filter((s) => w.places.some((p) => s.start <= p.end && s.end > p.start))]));
  for (const wound of wounds) {
    const own = ownOf.get(wound)!;
    const words = own.map((s) => s.folded).join(' ');
    const others = new Set(wounds.filter((w) => w !== wound).flatMap((w) => ownOf.get(w)!));
    const area = areaIn(words) ?? areaIn(elsewhere(words, sentences.filter((s) => !own.includes(s)), others));
    if (area !== undefined) wound.area = wound.candidates[0]!.code === '97597' ? area * partWorkedOn(words) : area;
  }
}

/** The sentences that measure the wound of a service which tells no size itself: of its own part of the body where one is, else those of no other service. */
function elsewhere(own: string, rest: readonly Sentence[], others: ReadonlySet<Sentence>): string {
  const measuring = rest.filter((s) => measured.test(s.folded) && areaIn(s.folded) !== undefined);
  const here = sitesIn(own);
  const same = here.length === 0 ? [] : measuring.filter((s) => sitesIn(s.folded).some((x) => here.includes(x)));
  const free = measuring.filter((s) => !others.has(s));
  const clashes = (s: Sentence): boolean => here.length > 0 && sitesIn(s.folded).length > 0;
  const chosen = same.length > 0 ? same : free.length > 0 ? free : /\b(?:other|another|different|separate)\b/.test(own) ? [] : measuring.filter((s) => !clashes(s));
  return chosen.map((s) => s.folded).join('. ');
}

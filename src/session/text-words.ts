/** Word lists of the vocabulary made ready once: the parts of the body a text names, and words that name no service. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Vocabulary } from '../catalog/vocabulary-schema.ts';
import { foldText } from '../search/normalise.ts';

interface Ready { regions: { region: string; padded: string[] }[]; known: ReadonlySet<string> }
const ready = new WeakMap<Vocabulary, Ready>();

function readyOf({ vocabulary }: Catalog): Ready {
  let made = ready.get(vocabulary);
  if (!made) {
    const single = (phrases: readonly string[]): string[] => phrases.flatMap((p) => p.split(' '));
    made = {
      regions: Object.entries(vocabulary.body_regions).map(([region, names]) => ({ region, padded: names.map((n) => ` ${n} `) })),
      known: new Set([...vocabulary.stop_words, ...single(vocabulary.negation_cues), ...single(vocabulary.treatment_words), ...single(Object.values(vocabulary.body_regions).flat())]),
    };
    ready.set(vocabulary, made);
  }
  return made;
}

/** The regions of the body that a piece of text names, in the vocabulary's order. */
export function regionsIn(catalog: Catalog, piece: string): string[] {
  const folded = ` ${foldText(piece).replace(/[^a-z]+/g, ' ')} `;
  return readyOf(catalog).regions.flatMap(({ region, padded }) => (padded.some((name) => folded.includes(name)) ? [region] : []));
}

/** Words that stand beside a service and name none: small words, cues of negation, words of treatment, parts of the body. */
export function namesNoService(catalog: Catalog): ReadonlySet<string> {
  return readyOf(catalog).known;
}

/** The size of a wound, as a text tells it. */

/** "52 sq cm", "34 square centimeters": the largest area told. */
export function areaIn(folded: string): number | undefined {
  const found = [...folded.matchAll(/(\d{1,3}(?:\.\d)?)\s*(?:sq\.?\s*cm|sqcm|cm2|cm²|square\s+cent\w+)/g)].map((m) => Number(m[1]));
  return found.length > 0 ? Math.max(...found) : undefined;
}

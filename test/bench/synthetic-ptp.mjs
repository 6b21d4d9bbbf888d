/** A PTP table of the size of the real one, made up from a seed: the CMS layout in four files, with dates by the quarter. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';

const sizes = { ones: 12_828, twos: 10_652, pairs: 2_238_466, rows: 2_546_017 };
const rationales = [['Misuse of Column Two code with Column One code', 30], ['CPT Manual or CMS manual coding instruction', 31], ['Standards of medical/surgical practice', 28], ['Standard preparation/monitoring services for anesthesia', 5], ['HCPCS/CPT procedure code definition', 2], ['Mutually exclusive procedures', 2], ['More extensive procedure', 1], ['CPT Separate procedure definition', 1]];
const head = ['CPT only copyright 2023 American Medical Association.  All rights reserved.\t\t\t\t\t\t', 'Column1/Column2 Edits\t\t\t\t\t\t', 'Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale', '\t\tprior to 1996\tDate\tDate\t0=not allowed\t', '\t\t\t\t*=no data\t1=allowed\t', '\t\t\t\t\t9=not applicable\t'];
const quarters = Array.from({ length: 115 }, (_, q) => `${1996 + (q >> 2)}${['0101', '0401', '0701', '1001'][q & 3]}`);
const ends = Array.from({ length: 115 }, (_, q) => `${1996 + (q >> 2)}${['0331', '0630', '0930', '1231'][q & 3]}`);

/** xorshift32: the same numbers at every run. */
export function seeded(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13; state ^= state >>> 17; state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Writes the four files into the folder; gives their paths. */
export async function writeSyntheticPtp(folder) {
  const random = seeded(20240701);
  const codes = Array.from({ length: 99_999 - 100 }, (_, i) => String(i + 100).padStart(5, '0'));
  const some = (count) => { const left = new Set(); while (left.size < count) left.add(codes[random(codes.length)]); return [...left].sort(); };
  const [ones, twos] = [some(sizes.ones), some(sizes.twos)];
  const born = new Map([...new Set([...ones, ...twos])].map((code) => [code, random(3) === 0 ? random(110) : 0]));
  const weighted = rationales.flatMap(([text, weight]) => Array.from({ length: weight }, () => text));
  const paths = [];
  let out; let pair = 0;
  for (const [i, one] of ones.entries()) {
    if (i % Math.ceil(sizes.ones / 4) === 0) {
      if (out) { out.end(); await finished(out); }
      paths.push(join(folder, `ccipra-v302r0-f${paths.length + 1}.TXT`));
      out = createWriteStream(paths.at(-1));
      out.write(`${head.join('\r\n')}\r\n`);
    }
    const upTo = Math.floor(((i + 1) * sizes.pairs) / sizes.ones);
    const chosen = new Set();
    while (chosen.size < upTo - pair) chosen.add(twos[random(twos.length)]);
    const lines = [];
    for (const two of [...chosen].sort()) {
      const further = sizes.rows - sizes.pairs;
      const windows = 1 + Math.floor(((pair + 1) * further) / sizes.pairs) - Math.floor((pair * further) / sizes.pairs);
      let from = Math.max(born.get(one), born.get(two), random(3) === 0 ? random(112) : 0);
      const rationale = weighted[random(weighted.length)];
      for (let w = 0; w < windows; w++) {
        const last = w === windows - 1;
        const indicator = random(26) === 0 ? 9 : random(10) < 7 ? 1 : 0;
        const end = last && random(3) > 0 ? '*' : indicator === 9 ? quarters[from] : ends[Math.min(from + random(40), last ? 114 : 113)];
        lines.push(`${one}\t${two}\t${from === 0 && random(2) === 0 ? '*' : ''}\t${quarters[from]}\t${end}\t${indicator}\t${rationale}\r\n`);
        from = Math.min(from + 1 + random(8), 114);
      }
      pair++;
    }
    if (!out.write(lines.join(''))) await new Promise((resolve) => { out.once('drain', resolve); });
  }
  out.end();
  await finished(out);
  return paths;
}

/** Made-up HCPCS entries from a fixed seed, of ordinary words and of the curated codes' own, and the file that CMS would publish of them. */

/** `count` entries with codes that no curated row has; `random` gives numbers in [0, 1) from a seed. */
export function syntheticCodes(catalog, count, random) {
  const below = (n) => Math.floor(random() * n);
  const ownWords = catalog.codes.flatMap((row) => row.name.toLowerCase().match(/[a-z]{4,}/g) ?? []);
  const ordinary = catalog.ordinary_words.split('\n').filter((word) => /^[a-z]{4,}$/.test(word));
  const words = [...new Set([...ownWords, ...Array.from({ length: 5000 }, () => ordinary[below(ordinary.length)])])];
  for (let i = words.length - 1; i > 0; i--) {
    const j = below(i + 1);
    [words[i], words[j]] = [words[j], words[i]];
  }
  // Few words are in many entries and most words in few, as in a real code set.
  const word = () => words[Math.floor(words.length * random() ** 2.5)];
  const entries = [];
  for (let i = 0; entries.length < count; i++) {
    const code = `${'ABCDEFGHIJKLMNOPQRSTUV'[i % 22]}${String(Math.floor(i / 22)).padStart(4, '0')}`;
    if (catalog.code.has(code) || catalog.deleted.has(code) || catalog.misprint.has(code)) continue;
    entries.push({ code, name: Array.from({ length: 5 + below(6) }, word).join(' ') });
  }
  return entries;
}

/** The entries as an alpha-numeric HCPCS file of CMS. */
export function hcpcsFile(entries) {
  const rows = entries.map(({ code, name }) => `${code},00100,3,${name},${name.slice(0, 28)},20200101,20200101,,N,C`);
  return `HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,ADD DT,ACT EFF DT,TERM DT,ACTION CD,COV\r\n${rows.join('\r\n')}\r\n`;
}

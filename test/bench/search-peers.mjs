/** Raw fuse.js and MiniSearch over the catalog's own names, synonyms and techniques: what each gives for a text, best first. */
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';

const weights = { code: 3, name: 2, synonyms: 1.5, techniques: 1.5 };
const fields = Object.keys(weights);
const keys = fields.map((name) => ({ name, weight: weights[name] }));

/** A document for each curated code, and for each further entry. */
export function documentsOf(catalog, entries) {
  const { terms, contested } = catalog.vocabulary;
  const curated = catalog.codes.map(({ code, name }) => {
    const own = terms.filter((term) => term.code === code);
    const disputed = contested.filter((entry) => entry.lead === code || entry.others.includes(code));
    const wordsOf = (list) => [...new Set(list.flatMap((entry) => entry.words))];
    return { code, name, synonyms: wordsOf([...own.filter((t) => t.kind !== 'technique'), ...disputed]), techniques: wordsOf(own.filter((t) => t.kind === 'technique')) };
  });
  return [...curated, ...entries.map(({ code, name }) => ({ code, name, synonyms: [], techniques: [] }))];
}

/** The engines by name; each is built over the documents when it is opened, and gives its first three codes for a text. */
export function peersOver(documents, { stemOf, stop }) {
  const codes = (results) => results.slice(0, 3).map((r) => r.item.code);
  const words = (text) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const fuse = (options, pattern = (text) => text) => () => {
    const engine = new Fuse(documents, { keys, includeScore: true, ...options });
    return (text) => codes(engine.search(pattern(text)));
  };
  const mini = (options) => () => {
    const engine = new MiniSearch({ idField: 'code', fields, extractField: (doc, field) => (Array.isArray(doc[field]) ? doc[field].join(' , ') : doc[field]), searchOptions: { boost: weights, fuzzy: 0.25, prefix: true }, ...options });
    engine.addAll(documents);
    return (text) => engine.search(text).slice(0, 3).map((r) => r.id);
  };
  const stemmed = (term) => { const low = term.toLowerCase(); return stop.has(low) ? null : stemOf(low); };
  return [
    { name: 'fuse.js', open: fuse({}) },
    { name: 'fuse.js, extended, any word', open: fuse({ useExtendedSearch: true }, (text) => words(text).join(' | ')) },
    { name: 'fuse.js, token search', open: fuse({ useTokenSearch: true }) },
    { name: 'fuse.js, token search at 0.25', open: fuse({ useTokenSearch: true, threshold: 0.25 }) },
    { name: 'MiniSearch', open: mini({}) },
    { name: 'MiniSearch, our stems', open: mini({ processTerm: stemmed }) },
  ];
}

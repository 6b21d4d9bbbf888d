/** The catalog as of a date of service: the imported editions in force that day over the embedded tables. */
import type { Catalog } from '../catalog/catalog.ts';
import type { ImportedTables, WordMatch } from '../catalog/imported.ts';
import type { EditionEntry, ModifierRow, PtpRow, SourceEntry } from '../catalog/schemas.ts';
import { isWithin, type IsoDate } from '../claim/iso-date.ts';
import { normaliseDiagnosis } from '../claim/diagnosis-code.ts';
import { chooseEdition, historyFrom, speaksFor } from './choose-edition.ts';
import { importedAddOn, importedModifier, importedMue, importedStatus, knownCode, withDates } from './imported-codes.ts';
import { importedDiagnosis } from './imported-diagnosis.ts';
import { LazyMap } from './lazy-map.ts';
import type { OpenedEdition, OpenedStore } from './opened-store.ts';
import { windowOn } from './ptp-in-force.ts';
import { tableNames } from './table-file.ts';
import { tableWords } from './table-words.ts';

/** `base` as of `date`. Reads of a damaged file throw EditionDamaged. */
export function datedCatalog(base: Catalog, store: OpenedStore, date: IsoDate, on: (date: IsoDate) => Catalog): Catalog {
  const chosen = new Map<string, OpenedEdition>();
  for (const table of tableNames) {
    const edition = chooseEdition(store.of(table), base.editionOf.get(table), date);
    if (edition) chosen.set(table, edition);
  }
  const [ptp, mue, status, hcpcs, icd, addOns] = (['ncci_ptp', 'mue', 'status', 'hcpcs', 'icd10cm', 'add_on_codes'] as const).map((t) => chosen.get(t));
  const codes = (edition: OpenedEdition) => () => edition.keysFrom('').filter((key) => key.length === 5);
  const otherIcd = store.of('icd10cm').filter((e) => e !== icd).reverse();
  let modifiers: ModifierRow[] | undefined;
  const modifier = (key: string): ModifierRow | undefined => (hcpcs ? importedModifier(hcpcs, key, base.modifier.get(key)) : base.modifier.get(key));
  const modifierKeys = (): string[] => [...new Set([...base.modifier.keys(), ...(hcpcs?.keysFrom('').filter((key) => key.length === 2) ?? [])])].sort();
  return {
    ...base, on,
    editionOf: new Map([...base.editionOf, ...[...chosen.values()].filter((e) => e.table !== 'ncci_ptp_hospital').map((e): [string, EditionEntry] => [e.table, entryOf(e, date, base.editionOf.get(e.table))])]),
    source: new Map([...base.source, ...store.editions.map((e): [string, SourceEntry] => [e.source, sourceOf(e)])]),
    code: hcpcs ? new LazyMap((code) => { const row = base.code.get(code); return row && withDates(chosen, row); }, () => base.code.keys()) : base.code,
    known: new LazyMap((code) => (base.code.has(code) ? undefined : knownCode(chosen, code)), () => new Set(['hcpcs', 'cpt', 'status', 'mue'].flatMap((t) => { const e = chosen.get(t); return e ? codes(e)() : []; }))),
    ...(mue ? { mue: new LazyMap((code) => importedMue(mue, code), codes(mue)) } : {}),
    ...(status ? { status: new LazyMap((code) => importedStatus(status, code), codes(status)) } : {}),
    ...(addOns ? { addOn: new LazyMap((code) => importedAddOn(addOns, code, date) ?? base.addOn.get(code), () => new Set([...addOns.keysFrom(''), ...base.addOn.keys()])) } : {}),
    ...(icd ? { diagnosis: new LazyMap((code) => importedDiagnosis(base, icd, otherIcd, isWithin(date, icd.header.covers_from, icd.header.covers_to), code), () => icd.keysFrom('').map(normaliseDiagnosis)) } : {}),
    ...(ptp ? { ptp: new LazyMap((key) => pairOn(ptp, key, date), () => []) } : {}),
    modifier: hcpcs ? new LazyMap(modifier, modifierKeys) : base.modifier,
    get modifiers() { return (modifiers ??= hcpcs ? modifierKeys().map((key) => modifier(key)!) : base.modifiers); },
    imported: importedTables(base, store, chosen, date),
  };
}

/** The edit in force on the date; the table's own walk through all pairs is not offered, since no rule needs it. */
function pairOn(edition: OpenedEdition, key: string, date: IsoDate): PtpRow | undefined {
  const [one, two] = key.split('/') as [string, string];
  const window = windowOn(edition.windows(one, two), date);
  return window && { column_one: one, column_two: two, indicator: window.indicator, rationale: window.rationale, sources: [edition.source] };
}

function entryOf(edition: OpenedEdition, date: IsoDate, embedded: EditionEntry | undefined): EditionEntry {
  const { header: h } = edition;
  const words = tableWords[edition.table];
  const history = speaksFor(edition, date) && date < h.covers_from;
  return {
    table: h.table, edition: h.edition, name: embedded?.name ?? words.name, covers_from: history ? historyFrom : h.covers_from, ...(h.covers_to === undefined ? {} : { covers_to: h.covers_to }),
    after: words.after, refresh_from: embedded?.refresh_from ?? words.refresh_from, source: edition.source, imported: true, ...(edition.missingParts > 0 ? { incomplete: true } : {}),
  };
}

function sourceOf(edition: OpenedEdition): SourceEntry {
  const words = tableWords[edition.table];
  return {
    id: edition.source, title: `${words.name}, imported from ${edition.header.origin.slice(0, 4).join(', ')}`, publisher: words.publisher, edition: edition.edition, effective: edition.header.covers_from,
    ...(words.refresh_from.startsWith('http') ? { url: words.refresh_from.split(' ')[0]! } : {}), rank: edition.table === 'fees' ? 'ours' : 'national',
  };
}

/** The codes file of ICD-10-CM has no words: they are looked for in the nearest edition that has. */
function described(edition: OpenedEdition | undefined, all: readonly OpenedEdition[]): OpenedEdition | undefined {
  const withWords = (e: OpenedEdition): boolean => e.header.facts?.holds !== 'billable codes alone';
  return edition && withWords(edition) ? edition : all.findLast(withWords);
}

/** Of these the embedded table is a part of the whole; an imported edition stands in its place as a source. */
const wholeTables = ['ncci_ptp', 'mue', 'status', 'hcpcs', 'icd10cm', 'add_on_codes'];

function importedTables(base: Catalog, store: OpenedStore, chosen: ReadonlyMap<string, OpenedEdition>, date: IsoDate): ImportedTables {
  const cpt = chosen.get('cpt');
  const fees = chosen.get('fees');
  const status = chosen.get('status');
  const searchIn = (tables: readonly string[], words: string, limit: number, codeOf: (key: string) => string, isOne: (key: string) => boolean, every = false): WordMatch[] => tables
    .flatMap((table) => { const e = table === 'icd10cm' ? described(chosen.get(table), store.of(table)) : chosen.get(table); return e ? e.search(words, limit * 2, every).map((hit) => ({ hit, e })) : []; })
    .filter(({ hit }) => isOne(hit.key)).sort((a, b) => b.hit.share - a.hit.share || b.hit.score - a.hit.score || (a.hit.key < b.hit.key ? -1 : 1)).slice(0, limit)
    .map(({ hit, e }) => ({ code: codeOf(hit.key), name: (e.table === 'hcpcs' ? hit.fields[1] || hit.fields[0] : e.table === 'cpt' ? hit.fields[2] || hit.fields[1] || hit.fields[0] : hit.fields[1])!, matched: hit.matched, share: hit.share, source: e.source }));
  return {
    editions: store.editions.map((e) => e.told()), damaged: store.damaged,
    complete: new Set(wholeTables.filter((table) => { const e = chosen.get(table); return e !== undefined && e.missingParts === 0; })),
    inUse: new Map(wholeTables.flatMap((table): [string, string][] => { const e = chosen.get(table); const embedded = base.editionOf.get(table); return e && embedded && table !== 'add_on_codes' ? [[embedded.source, e.source]] : []; })),
    ...(cpt?.header.facts?.notice ? { notice: cpt.header.facts.notice } : {}),
    searchCodes: (words, limit) => searchIn(['hcpcs', 'cpt'], words, limit, (key) => key, (key) => key.length === 5 && !base.code.has(key), true),
    searchDiagnoses: (words, limit) => searchIn(['icd10cm'], words, limit, normaliseDiagnosis, () => true, true),
    charge(code, modifiers) {
      const row = fees && [...modifiers.map((m) => `${code}-${m}`), code].map((key) => fees.row(key)).find((r) => r !== undefined);
      return row && { amount: Number(row[0]), edition: fees.edition, source: fees.source };
    },
    medicareAmounts(code) {
      const row = status && speaksFor(status, date) ? status.row(code) : undefined;
      return row && { work_rvu: Number(row[5]), total_rvu_non_facility: Number(row[6]), total_rvu_facility: Number(row[7]), conversion_factor: Number(row[8]), edition: status!.edition };
    },
  };
}

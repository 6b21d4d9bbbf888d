/** The store as opened by a running program: headers at once, rows when they are first asked for, damage remembered. */
import type { ImportedEdition } from '../catalog/imported.ts';
import { TableDamaged } from './byte-reader.ts';
import { openTable, type OpenTable } from './open-table.ts';
import { openPtpTable, type PtpTable } from './ptp-table.ts';
import { RowTable, type Row } from './row-table.ts';
import { listStore, type StoredTable } from './store.ts';
import { DamagedTable, type TableHeader, type TableName } from './table-file.ts';
import { tableWords } from './table-words.ts';
import { WordIndex, type WordHit } from './word-index.ts';

/** A file turned out to be damaged while it was read; it is left aside from then on, so the same question can be asked again. */
export class EditionDamaged extends Error {
  override readonly name = 'EditionDamaged';
}

/** One edition of a table, opened when it is first used. Reading a damaged one throws EditionDamaged. */
export class OpenedEdition {
  readonly header: TableHeader;
  readonly file: string;
  /** Its id among the sources of a reply. */
  readonly source: string;
  private readonly path: string;
  private readonly onDamage: (edition: OpenedEdition, why: string) => void;
  private open: OpenTable | undefined;
  private rows: RowTable | undefined;
  private pairs: PtpTable | undefined;
  private words: WordIndex | undefined;

  constructor(stored: StoredTable, onDamage: (edition: OpenedEdition, why: string) => void) {
    this.header = stored.header;
    this.file = stored.file;
    this.path = stored.path;
    this.onDamage = onDamage;
    this.source = `${stored.header.table.replace(/_/g, '-')}-${stored.header.edition.toLowerCase()}-imported`;
  }

  get table(): TableName { return this.header.table; }
  get edition(): string { return this.header.edition; }
  get missingParts(): number { return this.header.parts_of === undefined ? 0 : this.header.parts_of - (this.header.parts?.length ?? 0); }

  row(key: string): Row | undefined {
    return this.guard(() => this.rowTable().get(key));
  }

  has(key: string): boolean {
    return this.guard(() => this.rowTable().has(key));
  }

  /** Keys that begin with a text, in order. */
  keysFrom(start: string, limit?: number): string[] {
    return this.guard(() => [...this.rowTable().keysFrom(start, limit)]);
  }

  windows(one: string, two: string): ReturnType<PtpTable['windows']> {
    return this.guard(() => (this.pairs ??= openPtpTable(this.read().read, this.header.body_bytes)).windows(one, two));
  }

  /** Rows that have words of a text, or every one of them, best first, with their keys. */
  search(words: string, limit: number, every = false): (WordHit & { key: string; fields: Row })[] {
    return this.guard(() => {
      const rows = this.rowTable();
      if (!this.words) {
        const bytes = rows.index();
        if (!bytes) return [];
        this.words = new WordIndex(bytes);
      }
      return (every ? this.words.searchAll(words, limit) : this.words.search(words, limit)).map((hit) => ({ ...hit, key: rows.key(hit.row), fields: rows.at(hit.row) }));
    });
  }

  close(): void {
    this.open?.close();
    this.open = this.rows = this.pairs = this.words = undefined;
  }

  told(): ImportedEdition {
    const h = this.header;
    return {
      table: h.table, edition: h.edition, name: tableWords[h.table].name, covers_from: h.covers_from, ...(h.covers_to === undefined ? {} : { covers_to: h.covers_to }), rows: h.rows, origin: h.origin, imported_on: h.imported_on,
      ...(h.parts ? { parts: h.parts } : {}), ...(this.missingParts > 0 ? { missing_parts: this.missingParts } : {}), after: tableWords[h.table].after, refresh_from: tableWords[h.table].refresh_from, source: this.source,
    };
  }

  private read(): OpenTable {
    return (this.open ??= openTable(this.path));
  }

  private rowTable(): RowTable {
    return (this.rows ??= new RowTable(this.read().read));
  }

  private guard<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (!(error instanceof DamagedTable || error instanceof TableDamaged || gone)) throw error;
      const why = gone ? 'it was taken away' : (error as Error).message;
      this.onDamage(this, why);
      throw new EditionDamaged(`${this.file}: ${why}`);
    }
  }
}

export class OpenedStore {
  readonly editions: OpenedEdition[];
  readonly damaged: { file: string; why: string }[];

  /** Opens a folder; `onDamage` is told of each file once. */
  constructor(folder: string, onDamage: (file: string, why: string) => void) {
    const { tables, damaged } = listStore(folder);
    this.damaged = damaged.map(({ file, why }) => ({ file, why }));
    for (const { file, why } of this.damaged) onDamage(file, why);
    this.editions = tables.map((stored) => new OpenedEdition(stored, (edition, why) => {
      edition.close();
      this.editions.splice(this.editions.indexOf(edition), 1);
      this.damaged.push({ file: edition.file, why });
      onDamage(edition.file, why);
    }));
  }

  of(table: TableName): OpenedEdition[] {
    return this.editions.filter((e) => e.table === table);
  }

  close(): void {
    for (const edition of this.editions) edition.close();
  }
}

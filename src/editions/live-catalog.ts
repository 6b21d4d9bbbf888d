/** The catalog of a running program over a data folder: a new import is seen at the next question, without a restart. */
import type { Catalog } from '../catalog/catalog.ts';
import type { IsoDate } from '../claim/iso-date.ts';
import { datedCatalog } from './dated-catalog.ts';
import { OpenedStore } from './opened-store.ts';
import { storeSignature } from './store.ts';

const keptDates = 200;

/** Gives the catalog as of today. With an empty folder it is the embedded one itself. `warn` is told once of each damaged file. */
export function liveCatalog(base: () => Catalog, folder: string, warn: (text: string) => void): (today: IsoDate) => Catalog {
  let signature: string | undefined;
  let store: OpenedStore | undefined;
  let damage = 0;
  const views = new Map<IsoDate, Catalog>();
  const warned = new Set<string>();
  const tell = (file: string, why: string): void => {
    views.clear();
    damage += 1;
    if (warned.has(file + why)) return;
    warned.add(file + why);
    warn(`${file} in the data folder is damaged and left aside: ${why}. Import the official file again.`);
  };

  function signatureOf(): string {
    try {
      return storeSignature(folder);
    } catch (error) {
      const text = `The data folder cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}); the embedded tables are used.`;
      if (!warned.has(text)) warn(text);
      warned.add(text);
      return '';
    }
  }

  function on(date: IsoDate): Catalog {
    let view = views.get(date);
    if (!view) {
      const before = damage;
      view = datedCatalog(base(), store!, date, on);
      if (views.size >= keptDates) views.clear();
      if (before === damage) views.set(date, view);
    }
    return view;
  }

  return (today) => {
    const now = signatureOf();
    if (now !== signature) {
      store?.close();
      views.clear();
      signature = now;
      store = now === '' ? undefined : new OpenedStore(folder, tell);
    }
    return store === undefined ? base() : on(today);
  };
}

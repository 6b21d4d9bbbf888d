/** The files in a zip, listed and unpacked under limits: no path out of it, no bomb, no encrypted entry. */
import { fromBuffer, open, type Entry, type Options, type ZipFile } from 'yauzl';
import { quote } from '../../claim/clean-text.ts';
import { ImportError } from './import-error.ts';

export interface ZipEntry { name: string; bytes: number; chunks(): AsyncIterable<Uint8Array> }

/** The four parts of the pair table unpack to 190 MB; as one spreadsheet's XML a part has about 400. */
const mostUnpacked = 2 * 1024 ** 3;
/** Order files of ICD-10-CM, all blanks, shrink to a twentieth; a bomb to a thousandth. */
const mostRatio = 150;
const ratioFrom = 4 * 1024 ** 2;
const mostEntries = 10_000;

/** The files of a zip on disk or in memory. Throws ImportError for one that is cut short, unsafe or a bomb. */
export async function listZip(source: string | Buffer, name: string): Promise<{ entries: ZipEntry[]; close(): void }> {
  const zip = await openZip(source, name);
  const entries: ZipEntry[] = [];
  let total = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (entry.fileName.endsWith('/')) continue;
      if (entries.length >= mostEntries) throw new ImportError(`${name} holds more than ${mostEntries} files; no file of CMS does. Nothing was imported.`);
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw new ImportError(`${name} is encrypted. Unpack it with its password and import the file inside.`);
      total += entry.uncompressedSize;
      const bomb = entry.uncompressedSize > ratioFrom && entry.uncompressedSize > entry.compressedSize * mostRatio;
      if (bomb || total > mostUnpacked) throw new ImportError(`${name} says that it unpacks to ${Math.round(total / 1048576)} MB${bomb ? `, more than ${mostRatio} times its size` : ''}: it is not a file of CMS but one made to fill a disk. Nothing was imported.`);
      entries.push({ name: entry.fileName, bytes: entry.uncompressedSize, chunks: () => unpack(zip, entry, name) });
    }
  } catch (error) {
    zip.close();
    throw inWords(error, name);
  }
  return { entries, close: () => zip.close() };
}

function openZip(source: string | Buffer, name: string): Promise<ZipFile> {
  const options: Options = { lazyEntries: true, autoClose: false, strictFileNames: false, validateEntrySizes: true };
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip?: ZipFile): void => (error ? reject(inWords(error, name)) : resolve(zip!));
    if (typeof source === 'string') open(source, options, done);
    else fromBuffer(source, options, done);
  });
}

async function* entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const settle = (act: () => void): void => { zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error'); act(); };
      zip.once('entry', (e: Entry) => settle(() => resolve(e)));
      zip.once('end', () => settle(() => resolve(undefined)));
      zip.once('error', (e: Error) => settle(() => reject(e)));
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

/** yauzl stops with an error as soon as an entry gives more, or fewer, bytes than it said. */
async function* unpack(zip: ZipFile, entry: Entry, name: string): AsyncIterable<Uint8Array> {
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => { zip.openReadStream(entry, (error, s) => (error ? reject(error) : resolve(s))); });
    for await (const chunk of stream) yield chunk as unknown as Uint8Array;
  } catch (error) {
    throw inWords(error, name);
  }
}

function inWords(error: unknown, name: string): unknown {
  if (error instanceof ImportError) return error;
  const text = error instanceof Error ? error.message : '';
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(text)) return new ImportError(`${name} holds a file name that points outside it (such as ../): it is not a file of CMS. Nothing was imported.`);
  if (/end of central directory|unexpected end|unexpected EOF|truncated|too few bytes|incorrect header|invalid (?:stored|code|distance|block|literal)|invalid central|invalid local|multi-disk|ENOTENTRY/i.test(text)) {
    return new ImportError(`${name} is not a whole zip file: the download was cut short or it was changed. Download it again.`);
  }
  if (/too many bytes|uncompressed|size mismatch|crc/i.test(text)) return new ImportError(`${name} unpacks to something other than it says: it was changed or made to fill a disk. Download it again.`);
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== undefined && /^E[A-Z]+$/.test(code)) return new ImportError(`"${quote(name)}" cannot be read (${code}).`);
  return new ImportError(`${name} cannot be unpacked (${quote(text, 60)}). Download it again.`);
}

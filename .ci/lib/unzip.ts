// Unpacks a zip of the tools' own (the pinned runtime). Not for content: bundles have their own reader.
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Writes each entry for which `place` gives a relative path; keeps the executable bit. */
export async function unzipTree(zip: string, into: string, place: (name: string) => string | undefined): Promise<void> {
  mkdirSync(into, { recursive: true });
  const file = await promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)(zip, { lazyEntries: true });
  await new Promise<void>((resolve, reject) => {
    file.on('end', resolve).on('error', reject);
    file.on('entry', (entry: yauzl.Entry) => {
      write(file, entry, into, place(entry.fileName)).then(() => file.readEntry(), reject);
    });
    file.readEntry();
  });
}

async function write(file: yauzl.ZipFile, entry: yauzl.Entry, into: string, relative: string | undefined): Promise<void> {
  if (!relative || entry.fileName.endsWith('/')) return;
  const target = path.join(into, relative);
  mkdirSync(path.dirname(target), { recursive: true });
  const stream = await promisify<yauzl.Entry, NodeJS.ReadableStream>(file.openReadStream.bind(file))(entry);
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(stream, createWriteStream(target, { mode: mode || 0o644 }));
}

// A copy of a guide in one of its forms, as bytes. Markdown is the file as it was signed; where it has pictures they come with it in
// one zip, because a text that points at files beside it is of no use without them. The library for Word is loaded when asked for.
import { AppFault } from '../core/base/error.ts';
import { csvOf } from '../core/copy/csv.ts';
import { copyDocument } from '../core/copy/document.ts';
import { htmlOf } from '../core/copy/html.ts';
import type { CopyOrigin, CopyWords } from '../core/copy/model.ts';
import { textOf } from '../core/copy/text.ts';
import type { WordPicture } from './guide-docx-runs.ts';
import { writeZip } from './zip-write.ts';

export interface CopyPicture {
  /** As in the guide's text: a plain file name. */
  readonly src: string;
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/svg+xml';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
  /** PNG of what Word does not show by itself; null where there is none. */
  readonly bitmap: Uint8Array | null;
}

export interface GuideCopy {
  readonly format: 'word' | 'html' | 'markdown' | 'text' | 'csv';
  /** Which table, from 0: for CSV. */
  readonly table: number | null;
  /** The markdown file as signed. */
  readonly source: string;
  readonly origin: CopyOrigin;
  readonly words: CopyWords;
  readonly pictures: readonly CopyPicture[];
}

/** Throws BAD_REQUEST for a table that is not there. */
export async function guideCopy({ format, table, source, origin, words, pictures }: GuideCopy): Promise<Uint8Array> {
  const copy = copyDocument(source);
  const used = pictures.filter(({ src }) => copy.pictures.includes(src));
  const found = (src: string): CopyPicture | undefined => used.find((picture) => picture.src === src);
  switch (format) {
    case 'word': {
      const { guideDocx } = await import('./guide-docx.ts');
      return guideDocx(copy, { origin, words, picture: (src) => wordPicture(found(src)) });
    }
    case 'html':
      return utf8(htmlOf(copy, { origin, words, picture: (src) => pagePicture(found(src)) }));
    case 'text':
      return utf8(textOf(copy, origin, words));
    case 'markdown':
      if (used.length === 0) return utf8(source);
      return writeZip([
        { name: `${copy.meta.id || 'guide'}.md`, bytes: utf8(source) },
        ...used.map(({ src, bytes }) => ({ name: src, bytes })),
      ]);
    case 'csv': {
      const asked = table === null ? undefined : copy.tables[table];
      if (!asked) throw new AppFault('BAD_REQUEST', { what: 'table' });
      return utf8(csvOf(asked.table, origin.titles));
    }
  }
}

/** What the file of a copy ends in. */
export function copyEnding(format: GuideCopy['format'], hasPictures: boolean): string {
  return { word: '.docx', html: '.html', text: '.txt', csv: '.csv', markdown: hasPictures ? '.zip' : '.md' }[format];
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function wordPicture(picture: CopyPicture | undefined): WordPicture | null {
  if (!picture) return null;
  const { type, bytes, bitmap, width, height } = picture;
  if (type === 'image/png' || type === 'image/jpeg') return { type: type === 'image/png' ? 'png' : 'jpg', bytes, svg: null, width, height };
  if (bitmap === null) return null;
  return { type: 'png', bytes: bitmap, svg: type === 'image/svg+xml' ? bytes : null, width, height };
}

function pagePicture(picture: CopyPicture | undefined) {
  if (!picture) return null;
  const { type, bytes, width, height } = picture;
  return { url: `data:${type};base64,${Buffer.from(bytes).toString('base64')}`, width, height };
}

// Calls of the group `copies`: a guide as a file of another program. Its text and pictures are the verified ones of the edition that
// the page shows; where it goes the person says in the system's dialog, and the window learns the file's name only.
import path from 'node:path';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { CopyOrigin } from '../../content/core/copy/model.ts';
import { type CopyPicture, copyEnding } from '../../content/node/guide-copy.ts';
import type { OpenedGuide } from '../../content/node/local-store.ts';
import type { CopyFormat, GuideCopyAsked } from '../ipc/copy-schemas.ts';
import type { LibraryState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { CopiesRunner } from './copies-process.ts';

export interface CopiesPorts {
  readonly held: (guide: GuideId, edition: number) => Promise<OpenedGuide>;
  /** Verified bytes; null where the picture is not there. */
  readonly image: (channel: ChannelId, file: string, edition: number) => Promise<{ readonly bytes: Uint8Array } | null>;
  readonly library: () => LibraryState;
  /** Asks where. Null: the person changed their mind. @param ending with its dot */
  readonly chooseFile: (format: CopyFormat, ending: string, suggested: string) => Promise<string | null>;
  readonly run: CopiesRunner;
  readonly now: () => Date;
}

export function copiesHandlers(ports: CopiesPorts): Pick<Handlers, 'copies.save'> {
  return {
    'copies.save': async (asked) => {
      const opened = await ports.held(asked.guide, asked.edition);
      // Which of them it really shows is found where it is read; a name that nowhere stands in the text is not worth the reading.
      const named = opened.images.filter(({ src }) => opened.source.includes(src));
      const file = await ports.chooseFile(asked.format, copyEnding(asked.format, named.length > 0), asked.suggested);
      if (file === null) return null;
      const pictures = asked.format === 'text' || asked.format === 'csv' ? [] : await picturesOf(opened, named, asked, ports);
      const { format, table, words } = asked;
      const origin = originOf(opened, ports.library(), ports.now());
      await ports.run({ file, copy: { format, table, source: opened.source, origin, words, pictures } });
      return { name: path.basename(file) };
    },
  };
}

async function picturesOf(
  { seal }: OpenedGuide,
  named: OpenedGuide['images'],
  { bitmaps }: GuideCopyAsked,
  { image }: CopiesPorts,
): Promise<readonly CopyPicture[]> {
  const pictures: CopyPicture[] = [];
  for (const { src, file, type, width, height } of named) {
    const found = await image(seal.channel, file, seal.version);
    const bitmap = bitmaps.find((one) => one.src === src)?.png ?? null;
    if (found) pictures.push({ src, type, width, height, bytes: found.bytes, bitmap });
  }
  return pictures;
}

export function originOf({ seal, pack }: Pick<OpenedGuide, 'seal' | 'pack'>, { packs, guides }: LibraryState, now: Date): CopyOrigin {
  return {
    pack: pack.title,
    channel: seal.channel,
    edition: localDay(new Date(seal.version * 1000)),
    demo: seal.demo,
    retired: packs.find(({ info }) => info.channel === pack.channel)?.retired ?? null,
    saved: localDay(now),
    titles: Object.fromEntries(guides.map(({ id, title }) => [id, title])),
  };
}

/** The same day on every PC, wherever its clock thinks it is. The Swedish form of a date is the ISO form. */
function localDay(date: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' }).format(date);
}

import { describe, expect, test } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { OpenedGuide } from '../../../content/node/local-store.ts';
import type { GuideCopyAsked } from '../../../electron/ipc/copy-schemas.ts';
import { type CopiesPorts, copiesHandlers, originOf } from '../../../electron/services/copies.ts';
import { copiedGuide } from '../../support/copied-guide.ts';
import { drawing, square } from '../../support/pictures.ts';

// 20 November 2026, half an hour before midnight in London.
const version = Date.UTC(2026, 10, 20, 23, 30) / 1000;
const image = (src: string) => ({ src, file: `x-${src}`, type: src.endsWith('svg') ? 'image/svg+xml' : 'image/png', width: 10, height: 5 });
const opened = {
  source: copiedGuide,
  images: ['square.png', 'tree.svg', 'of-another-guide.png'].map(image),
  seal: { channel: 'everyday', version, demo: true },
  pack: { channel: 'everyday', title: 'Everyday use' },
} as unknown as OpenedGuide;
const library = {
  packs: [{ info: { channel: 'everyday' }, retired: '2026-10-01' }],
  guides: [{ id: 'rules', title: 'House rules' }],
} as never;
const asked: GuideCopyAsked = {
  ...{
    guide: 'everything' as GuideId,
    edition: version,
    format: 'word',
    table: null,
    suggested: 'Everything v0.3',
    words: { state: 'State' },
  },
  bitmaps: [{ src: 'tree.svg', png: square }],
};

function served(special: Partial<CopiesPorts> = {}) {
  const said: unknown[] = [];
  const handlers = copiesHandlers({
    held: async (guide, edition) => {
      said.push(['held', guide, edition]);
      return opened;
    },
    image: async (_channel, file) => (file.endsWith('.svg') ? { bytes: drawing } : { bytes: square }),
    library: () => library,
    chooseFile: async (format, ending, suggested) => {
      said.push(['chosen', format, ending]);
      return `/home/x/${suggested}${ending}`;
    },
    run: async (message) => {
      said.push(message);
    },
    now: () => new Date('2026-11-23T12:00:00Z'),
    ...special,
  });
  return { save: (more: Partial<GuideCopyAsked> = {}) => Promise.resolve(handlers['copies.save']({ ...asked, ...more } as never)), said };
}

describe('a copy', () => {
  test('is of the edition that the page shows, with its own pictures and no others', async () => {
    const { save, said } = served();
    expect(await save()).toEqual({ name: 'Everything v0.3.docx' });
    expect(said).toEqual([
      ['held', 'everything', version],
      ['chosen', 'word', '.docx'],
      {
        file: '/home/x/Everything v0.3.docx',
        copy: {
          ...{ format: 'word', table: null, source: copiedGuide, words: { state: 'State' } },
          origin: originOf(opened, library, new Date('2026-11-23T12:00:00Z')),
          pictures: [
            { src: 'square.png', type: 'image/png', width: 10, height: 5, bytes: square, bitmap: null },
            { src: 'tree.svg', type: 'image/svg+xml', width: 10, height: 5, bytes: drawing, bitmap: square },
          ],
        },
      },
    ]);
  });

  test('knows days as London has them', () => {
    expect(originOf(opened, library, new Date('2026-07-01T23:30:00Z'))).toEqual({
      ...{ pack: 'Everyday use', channel: 'everyday', edition: '2026-11-20', demo: true, retired: '2026-10-01', saved: '2026-07-02' },
      titles: { rules: 'House rules' },
    });
  });

  test('as Markdown with pictures is a zip; as text or CSV it asks for no picture', async () => {
    const { save, said } = served({ image: () => Promise.reject(new AppFault('BLOB_DAMAGED')) });
    await expect(save({ format: 'markdown' })).rejects.toMatchObject({ code: 'BLOB_DAMAGED' });
    expect(said[1]).toEqual(['chosen', 'markdown', '.zip']);
    expect(await save({ format: 'csv', table: 1 })).toEqual({ name: 'Everything v0.3.csv' });
    expect(await save({ format: 'text' })).toEqual({ name: 'Everything v0.3.txt' });
  });

  test('is not made when the person changed their mind, nor of an edition that is gone', async () => {
    const off = served({ chooseFile: async () => null });
    expect(await off.save()).toBeNull();
    expect(off.said).toHaveLength(1);
    const gone = served({ held: () => Promise.reject(new AppFault('GUIDE_NOT_FOUND')) });
    await expect(gone.save()).rejects.toMatchObject({ code: 'GUIDE_NOT_FOUND' });
  });
});

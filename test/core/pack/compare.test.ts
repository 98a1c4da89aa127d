import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { buildPack } from '../../../content/core/pack/build.ts';
import { compareEditions, type EditionSide, isSame } from '../../../content/core/pack/compare.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { firstBodies, sourcesOf } from '../../support/group.ts';

function side(bodies: Readonly<Record<string, string>>): EditionSide {
  const built = buildPack({ files: sourcesOf(bodies), previous: null, mode: 'strict', sha256, today: '2026-11-22' });
  if (!built.index) throw new Error('not built');
  const files = new Map(built.files.map(({ name, bytes }) => [name, bytes]));
  return { index: built.index, bytesOf: (file) => files.get(file) ?? null };
}

describe('two editions of a pack', () => {
  const before = side(firstBodies);

  it('are the same when nothing changed', () => {
    const difference = compareEditions(before, side(firstBodies));
    expect([isSame(difference), difference.unchangedGuides]).toEqual([true, 2]);
  });

  it('show new, removed and changed guides', () => {
    const after = side({ comments: '## Comments\n\nHide nothing.\n', messages: '## Messages\n\nAnswer them.\n' });
    const difference = compareEditions(before, after);
    expect(difference.guides.map(({ id, change }) => `${id} ${change}`)).toEqual([
      'comments changed',
      'messages new',
      'page-setup removed',
    ]);
    expect(difference.pack.map(({ field }) => field)).toEqual(['start']);
  });

  it('show everything of a first edition', () => {
    const difference = compareEditions(null, before);
    expect(difference.guides.map(({ change }) => change)).toEqual(['new', 'new']);
    expect(difference.guides[0]?.blocks.length).toBeGreaterThan(0);
    expect(difference.pack.map(({ field }) => field)).toContain('title');
  });

  it('say where the index would show another title than the file', () => {
    const after = side(firstBodies);
    const guides = after.index.guides.map((guide) => ({ ...guide, title: 'Something else', sha256: sha256(encodeUtf8('x')) }));
    const text = (file: string) => encodeUtf8(`${decodeUtf8(before.bytesOf(file) as Uint8Array) ?? ''} `);
    const difference = compareEditions(before, { index: { ...after.index, guides }, bytesOf: text });
    expect(difference.mismatches).toContainEqual({ id: 'comments', field: 'title' });
  });

  it('say so too where the file did not change but its entry did', () => {
    const after = side(firstBodies);
    const guides = after.index.guides.map((guide) => ({ ...guide, status: 'approved' as const }));
    const difference = compareEditions(before, { ...after, index: { ...after.index, guides } });
    expect(difference.mismatches.map(({ field }) => field)).toEqual(['status', 'status']);
    expect(isSame(difference)).toBe(false);
  });

  it('say which guide cannot be read', () => {
    const after = side({ ...firstBodies, comments: '## New\n\nText.\n' });
    const difference = compareEditions(before, { ...after, bytesOf: () => null });
    expect(difference.guides).toMatchObject([{ id: 'comments', change: 'unreadable' }]);
  });
  it('name channels by their id', () => expect(before.index.pack.channel).toBe('facebook' as ChannelId));
});

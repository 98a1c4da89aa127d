import { expect, test } from 'vitest';
import { newerOf, newerVersion } from '../../../renderer/reader/newer-model.ts';
import { indexLibrary } from '../../../renderer/state/library.ts';
import { sampleDocument, sampleGuide, samplePack, sampleSeal } from '../../support/library-samples.ts';

const held = (version: number) => indexLibrary({ packs: [samplePack('facebook', {}, { version })], guides: [], problems: [] });

test('another edition of the guide’s channel is offered, its own is not', () => {
  const guide = sampleDocument('a', { seal: sampleSeal({ version: 7 }) });
  expect([newerVersion(held(7), guide), newerVersion(held(8), guide)]).toEqual([null, 8]);
  expect(newerVersion(indexLibrary({ packs: [], guides: [], problems: [] }), guide)).toBeNull();
});

test('a guide whose text and state stayed the same is not called changed', () => {
  const guide = sampleDocument('a');
  expect(newerOf(guide, 8, sampleDocument('a')).kind).toBe('same');
  expect(newerOf(guide, 8, sampleDocument('a', { source: '# Other\n' })).kind).toBe('changed');
  expect(newerOf(guide, 8, sampleDocument('a', { summary: sampleGuide('a', { status: 'withdrawn' }) })).kind).toBe('changed');
  expect(newerOf(guide, 8, null).kind).toBe('changed');
});

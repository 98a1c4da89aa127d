import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlockId, GuideId } from '../../../content/core/base/ids.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { itemsOf, type NoteItem } from '../../../renderer/notes/notes-page-model.ts';
import { placing, startPlacing, stopPlacing } from '../../../renderer/notes/placing.ts';
import { navigation, startNavigation } from '../../../renderer/state/navigation.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { sampleNote } from '../../support/notes.ts';

const block = 'baaaaaaa' as BlockId;
const guide = (blockIds: readonly BlockId[]): GuideDocument => ({ summary: { id: 'house-rules' }, blockIds }) as unknown as GuideDocument;
const item = itemsOf({
  guides: [
    {
      guide: 'house-rules' as GuideId,
      title: 'House rules',
      notes: [{ note: sampleNote({ fate: 'gone' }), section: null }],
      readOnly: false,
      refused: 0,
      setAside: null,
    },
  ],
})[0] as NoteItem;

let bridge: FakeBridge;
let blocks: readonly BlockId[] = [];
beforeEach(() => {
  bridge = fakeBridge({ 'library.guide': () => ({ ok: true, value: guide(blocks) }) });
  startNavigation(null);
});
afterEach(() => bridge.remove());

test('placing opens the newest edition of the guide where the note stood last', async () => {
  blocks = [block];
  startPlacing(item);
  await expect.poll(() => navigation.get().guide?.summary.id).toBe('house-rules');
  expect(navigation.get().landing.spot?.block).toBe(block);
  expect(placing.get()).toBe(item);
  stopPlacing();
  expect(placing.get()).toBeNull();
});

test('where its block is gone, the guide opens as it does otherwise', async () => {
  blocks = [];
  startPlacing(item);
  await expect.poll(() => navigation.get().guide?.summary.id).toBe('house-rules');
  expect(navigation.get().landing).toMatchObject({ spot: null, target: null });
});

import { expect, test } from 'vitest';
import { blockDigest } from '../../../content/core/lineage/ids.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { digestOfBlock } from '../../../electron/workers/suggestions-passage.ts';
import { heldText, passageOf, rules } from '../../support/note-scene.ts';
import { suggestDesk } from '../../support/suggest-scene.ts';

test('a block has the digest that the pack’s index gives it', async () => {
  const { scene } = await suggestDesk();
  const text = await heldText(scene, rules);
  for (const { id, start, end } of text.blocks) expect(digestOfBlock(text, id)).toBe(blockDigest(text.text.slice(start, end), sha256));
  expect(digestOfBlock(text, null)).toBe('');
});

test('words that were chosen from their end backwards are the same passage', async () => {
  const desk = await suggestDesk();
  const { start, end } = passageOf(await heldText(desk.scene, rules), 'Publish your rules');
  const [one, two] = [await desk.begin(1, { passage: { start, end } }), await desk.begin(2, { passage: { start: end, end: start } })].map(
    ({ draft }) => draft.suggestion.about,
  );
  expect(one?.anchor.exact).toBe('Publish your rules');
  expect(two).toEqual(one);
});

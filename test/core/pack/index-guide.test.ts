import { expect, test } from 'vitest';
import { draftStrict } from '../../../content/core/pack/draft.ts';
import { indexGuide } from '../../../content/core/pack/index-guide.ts';
import { parsePackInfo } from '../../../content/core/pack/pack-yml.ts';
import { complete } from '../guide/complete-guide.ts';
import { sha256 } from './build-fixture.ts';

const { info } = parsePackInfo(null, 'pack.yml', { name: 'x', mode: 'strict' });
const draft = (body: string) => draftStrict({ path: 'x-setup.md', bytes: new TextEncoder().encode(complete('', body)) });
const ids = (guide: ReturnType<typeof indexGuide>) => guide.blocks.map(([id]) => id);

test('the entry holds what lists show, the file and the blocks', () => {
  const guide = indexGuide(draft('One.\n\n## Two\n'), 'x-setup.md', info, null, { sha256 });
  expect(guide).toMatchObject({
    id: 'x-setup',
    channel: 'x',
    group: 'X working group',
    version: '0.10',
    words: 2,
    file: 'x-setup.md',
    sha256: sha256(draft('One.\n\n## Two\n').bytes),
  });
  expect(guide.blocks.map(([, kind, digest]) => `${kind} ${digest}`)).toEqual([
    `paragraph ${sha256(new TextEncoder().encode('One.')).slice(0, 16)}`,
    `heading ${sha256(new TextEncoder().encode('Two')).slice(0, 16)}`,
  ]);
});

test('ids are carried on, with the old text to help', () => {
  const old = draft('Name an owner by role.\n\nName a deputy who can take over.\n\n## End\n');
  const before = indexGuide(old, 'x-setup.md', info, null, { sha256 });
  const next = draft('New first words.\n\nName a deputy who can step in and take over.\n\nName an owner by role.\n\n## End\n');
  const after = indexGuide(next, 'x-setup.md', info, before, { sha256, previousText: () => new TextDecoder().decode(old.bytes) });
  const [owner, deputy, end] = ids(before);
  expect(ids(after).slice(1)).toEqual([deputy, owner, end]);
  expect(ids(before)).not.toContain(ids(after)[0]);
});

test('an old text that reads into other blocks is not trusted', () => {
  const before = indexGuide(draft('One two three four.\n\nFive.\n'), 'x-setup.md', info, null, { sha256 });
  const after = indexGuide(draft('One two three.\n\nFive.\n'), 'x-setup.md', info, before, { sha256, previousText: () => 'Another text' });
  expect(ids(after)).toEqual(ids(before));
});

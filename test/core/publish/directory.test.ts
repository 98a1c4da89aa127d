import { expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { isTargetName } from '../../../content/core/base/target-name.ts';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { directoryFiles, longestChannelId, rootFileOf } from '../../../content/core/publish/directory.ts';
import { sha256 } from '../../../content/node/hash.ts';

const entry = (id: string) => ({ id: id as ChannelId, title: 'T', kind: 'channel' as const, rootSha256: sha256('root'), retired: null });

test('the directory lists channels, people and each channel’s first root', () => {
  const files = directoryFiles([entry('x')], new Map([['x' as ChannelId, encodeUtf8('root')]]), []);
  expect(files.map(({ name }) => name)).toEqual(['channels.json', 'people.json', 'x.1.root.json']);
});

test('a channel without a root, or with too long a name, is not listed', () => {
  const long = 'x'.repeat(longestChannelId + 1);
  expect(() => directoryFiles([entry('x')], new Map(), [])).toThrow('no root');
  expect(() => directoryFiles([entry(long)], new Map([[long as ChannelId, encodeUtf8('root')]]), [])).toThrow('no root');
});

test('the longest name still gives a valid file name', () => expect(isTargetName(rootFileOf('x'.repeat(longestChannelId)))).toBe(true));

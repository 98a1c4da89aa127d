import path from 'node:path';
import { expect, test } from 'vitest';
import { rootFrom, takeShares } from '../../content/cli/share-options.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { tempFolder } from '../support/temp.ts';

test('shares may be named often, each counts once', () =>
  expect(takeShares(['--store', 's', '--share', '/a', '--share=/b', '--share', '/a', '--shared'])).toEqual({
    shares: [path.resolve('/a'), path.resolve('/b')],
    rest: ['--store', 's', '--shared'],
  }));

test.each([[['--share']], [['--share=']]])('%j is refused', (args) => expect(() => takeShares(args)).toThrow('needs a folder'));

test('the root is the first that a share has', async () => {
  const share = await makeShareFolder();
  const none = path.join(tempFolder(), 'none');
  expect(Buffer.from(await rootFrom(undefined, [none, share.folder]))).toEqual(Buffer.from(share.pinnedRoot));
  await expect(rootFrom(undefined, [none])).rejects.toMatchObject({ code: 'SHARE_UNREACHABLE' });
});

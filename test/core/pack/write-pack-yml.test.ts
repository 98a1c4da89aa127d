import { expect, test } from 'vitest';
import { parsePackInfo } from '../../../content/core/pack/pack-yml.ts';
import { writePackInfo } from '../../../content/core/pack/write-pack-yml.ts';

test('what is written reads back', () => {
  const { info } = parsePackInfo(null, 'pack.yml', { name: 'A: "folder" #1', mode: 'lenient' });
  const again = parsePackInfo(writePackInfo({ ...info, purpose: 'x: y' }, ['a', 'b']), 'pack.yml', { name: 'other', mode: 'strict' });
  expect(again).toEqual({ info: { ...info, purpose: 'x: y' }, guides: ['a', 'b'], problems: [] });
});

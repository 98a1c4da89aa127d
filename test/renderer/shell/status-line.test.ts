import { expect, test } from 'vitest';
import { statusLine } from '../../../renderer/shell/status-line.ts';
import { sampleGuide, samplePack, sampleSeal } from '../../support/library-samples.ts';

const now = '2026-11-22T18:00:00Z';
const library = {
  packs: [samplePack('facebook'), samplePack('x', {}, { checkedAt: '2026-11-20T07:00:00Z', demo: true })],
  guides: [sampleGuide('a')],
  problems: [],
};

test('without a guide it says what is held and the oldest check', () => {
  expect(statusLine(library, null, now, 'UTC')).toEqual({
    held: '1 guide in 2 packs, signatures checked 07:00 on 20 November 2026',
    edition: null,
    demo: true,
    problems: 0,
  });
});

test('with a guide it speaks of that guide’s edition alone', () => {
  const { info } = samplePack('facebook');
  expect(statusLine(library, { pack: info, seal: sampleSeal() }, now, 'UTC')).toEqual({
    held: '1 guide in 2 packs, signatures checked 09:14 today',
    edition: 'Facebook, edition of 4 March 2026',
    demo: false,
    problems: 0,
  });
});

test('with nothing held it claims nothing', () => {
  const problems = [{ code: 'SEED_MISSING' as const, data: {}, channel: null }];
  expect(statusLine({ packs: [], guides: [], problems }, null, now)).toEqual({
    held: 'No guides on this PC',
    edition: null,
    demo: false,
    problems: 1,
  });
});

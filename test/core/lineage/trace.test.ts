import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import { type OldBlock, traceBlocks } from '../../../content/core/lineage/trace.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
const kindOf = (text: string) =>
  text.startsWith('## ') ? ('heading' as const) : text.startsWith('- ') ? ('list-item' as const) : ('paragraph' as const);
const blocksOf = (texts: readonly string[]) =>
  texts.map((line) => {
    const text = line.replace(/^(?:## |- )/, '');
    return { kind: kindOf(line), text, digest: digest(text) };
  });
/** `same a, new` …: ids are the letters of the old blocks. */
function trace(old: readonly string[], next: readonly string[], withText = true): string {
  const before: OldBlock[] = blocksOf(old).map((block, index) => {
    return { ...block, text: withText ? block.text : undefined, id: String.fromCharCode(97 + index) as BlockId };
  });
  const { blocks, gone } = traceBlocks(before, blocksOf(next));
  return `${blocks.map((block) => `${block.change}${block.from === null ? '' : ` ${block.from}`}`).join(', ')}${gone.length > 0 ? `; gone ${gone.join(' ')}` : ''}`;
}

const owner = 'Name an owner by role, not by person, and a deputy who can take over';
const hours = 'Say on the profile at what hours the account is watched and where to call';
const log = 'Keep a log of every change to the account and who asked for it';

test.each([
  [[owner, hours, log], [owner, hours, log], 'same a, same b, same c'],
  [[owner, hours, log], [owner, log], 'same a, same c; gone b'],
  [[owner, log], [owner, hours, log], 'same a, new, same b'],
  [[owner, hours, log], [log, owner, hours], 'moved c, same a, same b'],
  [[owner, hours, log], [owner, hours.replace('watched', 'staffed'), log], 'same a, reworded b, same c'],
  [[owner, hours], [hours.replace('watched', 'staffed'), log, owner.replace('role', 'post')], 'reworded b, new, reworded a'],
  [[owner, `${hours}. ${log}`], [owner, hours, log], 'same a, reworded b, split b'],
  [[owner, 'Yes'], [owner, 'No'], 'same a, reworded b'],
  [['## Who', owner], ['## Who posts', owner], 'reworded a, same b'],
  [[owner, hours], [owner, `- ${hours}`], 'same a, reworded b'],
  [[owner], [log], 'new; gone a'],
  [[], [owner], 'new'],
  [[owner], [], '; gone a'],
  [['- Yes', '- No', '- Yes'], ['- Yes', '- Yes'], 'same a, same c; gone b'],
  [['Yes', owner, hours], [owner, hours, 'Maybe so'], 'same b, same c, new; gone a'],
])('%j -> %j', (old, next, expected) => expect(trace(old, next)).toBe(expected));

describe('when the old texts are not there', () => {
  test('equal blocks are found, and a changed one where it stands alone', () => {
    expect(trace([owner, hours, log], [owner, 'Other words', log], false)).toBe('same a, reworded b, same c');
    expect(trace([owner, hours, log], [log, 'Other words', 'More', owner], false)).toBe('moved c, new, new, same a; gone b');
  });
});

test('a guide of ten thousand words with every tenth block changed is traced at once', () => {
  const words = (seed: number) => Array.from({ length: 12 }, (_, index) => `w${(seed * 7919 + index * 104_729) % 997}`).join(' ');
  const old = Array.from({ length: 900 }, (_, index) => words(index));
  const next = old.map((text, index) => (index % 10 === 0 ? text.replace(/w\d+/, 'changed') : text));
  const before = blocksOf(old).map((block, index) => ({ ...block, id: `b${index}` as BlockId }));
  const { blocks, gone } = traceBlocks(before, blocksOf(next));
  expect(blocks.map((block) => block.from)).toEqual(before.map((block) => block.id));
  expect(gone).toEqual([]);
});

test('a guide rewritten from top to bottom ends too', () => {
  const old = blocksOf(Array.from({ length: 3_000 }, (_, index) => `the same words in each line but number ${index}`)).map(
    (block, index) => ({ ...block, id: `b${index}` as BlockId }),
  );
  const next = blocksOf(Array.from({ length: 3_000 }, (_, index) => `the same words in every line but count ${index}`));
  expect(traceBlocks(old, next).blocks).toHaveLength(3_000);
});

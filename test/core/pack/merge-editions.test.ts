import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { buildPack } from '../../../content/core/pack/build.ts';
import { mergeEditions } from '../../../content/core/pack/merge-editions.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { firstBodies, sourcesOf } from '../../support/group.ts';

function edition(bodies: Readonly<Record<string, string>>, synonyms = ''): ReadonlyMap<string, Uint8Array> {
  const files = [...sourcesOf(bodies), ...(synonyms ? [{ path: 'synonyms.yml', bytes: encodeUtf8(synonyms) }] : [])];
  const built = buildPack({ files, previous: null, mode: 'strict', sha256, today: '2026-11-22' });
  if (!built.index) throw new Error(JSON.stringify(built.problems));
  return new Map(built.files.map(({ name, bytes }) => [name, bytes]));
}

describe('two editions made from one', () => {
  const base = edition(firstBodies);
  const one = edition({ ...firstBodies, comments: '## Comments\n\nHide none.\n' });
  const two = edition({ ...firstBodies, 'page-setup': '## Page\n\nClose it.\n' }, '- [page, profile]\n');
  const text = (files: readonly { path: string; bytes: Uint8Array }[], name: string) =>
    decodeUtf8(files.find(({ path }) => path === name)?.bytes ?? new Uint8Array()) ?? '';

  it('are joined guide by guide, with the synonyms that stand in the index only', () => {
    const merged = mergeEditions(base, one, two);
    expect(merged.conflicts).toEqual([]);
    expect(text(merged.files, 'comments.md')).toContain('Hide none.');
    expect(text(merged.files, 'page-setup.md')).toContain('Close it.');
    expect(text(merged.files, 'synonyms.yml')).toBe('- ["page","profile"]\n');
    expect(merged.files.map(({ path }) => path)).not.toContain('index.json');
    expect(buildPack({ files: merged.files, previous: null, mode: 'strict', sha256, today: '2026-11-22' }).index?.synonyms).toEqual([
      ['page', 'profile'],
    ]);
  });

  it('have their answers joined by who knows what they are, and else named', () => {
    const [name, mine, other] = ['responses.json', encodeUtf8('mine'), encodeUtf8('other')];
    const [left, right] = [new Map([...one, [name, mine] as const]), new Map([...two, [name, other] as const])];
    const joined = mergeEditions(base, left, right, (a, b) => encodeUtf8(`${decodeUtf8(a)} ${decodeUtf8(b)}`));
    expect([text(joined.files, name), joined.conflicts]).toEqual(['mine other', []]);
    const kept = mergeEditions(base, left, right);
    expect([text(kept.files, name), kept.conflicts]).toEqual(['mine', [name]]);
    expect(text(mergeEditions(base, one, right).files, name)).toBe('other');
  });

  it('keep the first one’s words where both changed the same, and say where', () => {
    const other = edition({ ...firstBodies, comments: '## Comments\n\nHide all.\n' });
    const merged = mergeEditions(base, one, other);
    expect(merged.conflicts).toEqual(['comments.md']);
    expect(text(merged.files, 'comments.md')).toContain('Hide none.');
  });

  it('take a new guide of either, and drop one that a side removed and the other left alone', () => {
    const { comments: _, ...less } = firstBodies;
    const more = edition({ ...firstBodies, messages: '## Messages\n\nAnswer.\n' });
    const merged = mergeEditions(base, more, base);
    expect(merged.files.map(({ path }) => path)).toContain('messages.md');
    expect(mergeEditions(base, base, edition(less)).files.map(({ path }) => path)).not.toContain('comments.md');
  });
});

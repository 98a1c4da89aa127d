import { describe, expect, test } from 'vitest';
import { type Find, personalFinds, withoutFind } from '../../../../renderer/suggest/leave/personal-finds.ts';
import { baseOf, sampleSource, sampleSuggestion } from '../../../support/suggestions.ts';

const file = { kind: 'file', bytes: 1, digest: 'a'.repeat(64) as never } as const;
const first = (finds: readonly Find[]): Find => {
  const [find] = finds;
  if (!find) throw new Error('nothing was found');
  return find;
};

describe('what looks personal', () => {
  test('is found in the reason, with its line', () => {
    const finds = personalFinds(sampleSuggestion({ why: 'As agreed.\n\nRing Jo on 07911 123456.' }));
    expect(finds).toEqual([
      { kind: 'phone', isMobile: true, words: '07911 123456', place: { kind: 'why', line: 3 }, key: 'why: phone: 07911 123456' },
    ]);
  });

  test('is found in evidence: texts, links and names of files', () => {
    const finds = personalFinds(
      sampleSuggestion({
        evidence: [
          { kind: 'text', text: 'Asked\nPC Smith' },
          { kind: 'link', href: 'https://example.com/?to=jo.bloggs%40kent.police.uk' },
          { ...file, name: 'call_07911 123456.pdf' },
        ],
      }),
    );
    expect(finds.map(({ kind, place }) => [kind, place])).toEqual([
      ['name', { kind: 'evidence', at: 0, line: 2 }],
      ['email', { kind: 'link', at: 1 }],
      ['phone', { kind: 'file', at: 2 }],
    ]);
  });

  test('is found in the words that are put into the guide, under their heading', () => {
    const source = `${sampleSource}\n## Contact\n\nRing 07911 123456.\n`;
    expect(personalFinds(sampleSuggestion({ proposal: { kind: 'change', source } }))).toMatchObject([
      { kind: 'phone', place: { kind: 'text', under: 'Contact' } },
    ]);
    const titled = sampleSource.replace('Kept short.', 'Ring 07911 123456.');
    expect(personalFinds(sampleSuggestion({ proposal: { kind: 'change', source: titled } }))).toMatchObject([
      { place: { kind: 'text', under: null } },
    ]);
  });

  test('is no news where the guide says it already, even in a line that changes', () => {
    const base = sampleSource.replace('a comment.', 'a comment. Ring 07911 123456.');
    const source = base.replace('may hide', 'must hide');
    expect(personalFinds(sampleSuggestion({ base: baseOf(base), proposal: { kind: 'change', source } }))).toEqual([]);
  });

  test('who it comes from is meant to leave, and a text without anything personal says nothing', () => {
    expect(personalFinds(sampleSuggestion({ author: { name: 'PC 1234 Smith', force: 'Kent Police', role: 'Officer' } }))).toEqual([]);
    expect(personalFinds(sampleSuggestion({ proposal: { kind: 'comment' } }))).toEqual([]);
  });

  test('a landline is no mobile number, and a new guide is looked at whole', () => {
    const finds = personalFinds(
      sampleSuggestion({
        base: null,
        proposal: { kind: 'new-guide', source: '# A\n\nRing 01622 690690 or +44 7911 123456.\n', template: null },
      }),
    );
    expect(finds.map(({ isMobile }) => isMobile)).toEqual([false, true]);
  });
});

describe('taking it out', () => {
  test.each([
    ['Ring 07911 123456.', 'Ring.'],
    ['Ring 07911 123456 now', 'Ring now'],
    ['07911 123456 is Jo', 'is Jo'],
    ['Ask Jo (07911 123456), please', 'Ask Jo, please'],
    ['First\n07911 123456\nlast', 'First\n\nlast'],
    ['07911 123456 and 07911 123456', 'and'],
  ])('%j becomes %j', (why, left) => {
    const suggestion = sampleSuggestion({ why });
    expect(withoutFind(suggestion, first(personalFinds(suggestion)))).toEqual({ why: left });
    expect(personalFinds({ ...suggestion, why: left })).toEqual([]);
  });

  test('out of evidence leaves no empty one, and a link goes whole', () => {
    const link = { kind: 'link', href: 'https://example.com/?to=jo.bloggs%40kent.police.uk' } as const;
    const evidence = [{ kind: 'text', text: '07911 123456' }, link, { kind: 'text', text: 'Ring 01622 690690 today' }] as const;
    const suggestion = sampleSuggestion({ evidence });
    const [number, address, other] = personalFinds(suggestion);
    expect(number && withoutFind(suggestion, number)).toEqual({ evidence: evidence.slice(1) });
    expect(address && withoutFind(suggestion, address)).toEqual({ evidence: [evidence[0], evidence[2]] });
    expect(other && withoutFind(suggestion, other)?.evidence?.[2]).toEqual({ kind: 'text', text: 'Ring today' });
  });

  test('of the guide’s text and of a file’s name is its author’s', () => {
    const source = `${sampleSource}\nRing 07911 123456.\n`;
    const suggestion = sampleSuggestion({ proposal: { kind: 'change', source }, evidence: [{ ...file, name: 'call 07911 123456.pdf' }] });
    for (const find of personalFinds(suggestion)) expect(withoutFind(suggestion, find)).toBeNull();
    expect(personalFinds(suggestion)).toHaveLength(2);
  });
});

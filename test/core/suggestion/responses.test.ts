import { describe, expect, test } from 'vitest';
import type { BlockId, GuideId, Sha256 } from '../../../content/core/base/ids.ts';
import {
  type AnswerEvent,
  answersTo,
  latest,
  noResponses,
  type OpenSuggestion,
  openByBlock,
  openFrom,
  withAnswer,
  withEvent,
  withOpen,
} from '../../../content/core/suggestion/responses.ts';
import { readResponses, writeResponses } from '../../../content/core/suggestion/responses-json.ts';
import { sampleDraft, sampleSuggestion } from '../../support/suggestions.ts';

const digest = (sign: string): Sha256 => sign.repeat(64) as Sha256;
const [guide, block] = ['house-rules' as GuideId, 'baaaaaaa' as BlockId];
const received: AnswerEvent = { state: 'received', on: '2026-11-20', words: '' };
const accepted: AnswerEvent = { state: 'accepted', on: '2026-11-23', words: 'Thank you.', edition: '2.4' };
const open = (sign: string, forces: readonly string[], special: Partial<OpenSuggestion> = {}): OpenSuggestion => ({
  suggestion: digest(sign),
  guide,
  blocks: [{ block, next: 'You must hide it.' }],
  kind: 'wording',
  forces,
  since: '2026-11-20',
  ...special,
});

describe('what became of a suggestion', () => {
  test('is all that was said of it, the last thing standing', () => {
    const responses = withEvent(withEvent(noResponses, digest('a'), received), digest('a'), accepted);
    expect(responses.answers).toEqual([{ suggestion: digest('a'), events: [received, accepted] }]);
    expect(latest(responses.answers[0] ?? { suggestion: digest('a'), events: [received] })).toBe(accepted);
    expect(withEvent(responses, digest('a'), { ...accepted, on: '2026-11-30' })).toEqual(responses);
  });

  test('is found by whoever sent it, in the pack that says most', () => {
    const early = withEvent(noResponses, digest('a'), received);
    const late = withEvent(early, digest('a'), accepted);
    for (const packs of [
      [early, late],
      [late, early],
    ])
      expect(answersTo([digest('a'), digest('b')], packs)).toEqual(new Map([[digest('a'), late.answers[0]]]));
    expect(answersTo([], [late])).toEqual(new Map());
  });

  test('once it is decided it is open no more, and does not open again', () => {
    const responses = withOpen(noResponses, open('a', ['Kent Police']));
    expect(withEvent(responses, digest('a'), received).open).toHaveLength(1);
    const decided = withEvent(responses, digest('a'), accepted);
    expect(decided.open).toEqual([]);
    expect(withOpen(decided, open('a', ['Gwent Police']))).toBe(decided);
  });
});

describe('what is open on a block', () => {
  const responses = [
    open('a', ['Kent Police', 'kent  police']),
    open('b', ['Gwent Police'], { kind: 'outdated' }),
    open('c', ['Essex'], { guide: 'x-use' as GuideId }),
  ].reduce(withOpen, noResponses);

  test('is told by how many forces, each once', () => {
    expect(openByBlock(responses, guide).get(block)).toMatchObject({ forces: 2, suggestions: [{ kind: 'wording' }, { kind: 'outdated' }] });
    expect(openByBlock(responses, 'other' as GuideId).size).toBe(0);
  });

  test('leaves out what this person sent', () => {
    expect(openByBlock(responses, guide, [digest('a')]).get(block)?.forces).toBe(1);
  });

  test('a block that a suggestion changes in two places counts it once', () => {
    const twice = withOpen(
      noResponses,
      open('a', ['Kent'], {
        blocks: [
          { block, next: 'x' },
          { block, next: 'y' },
        ],
      }),
    );
    expect(openByBlock(twice, guide).get(block)?.suggestions).toHaveLength(1);
  });

  test('support adds its force to the suggestion', () => {
    const supported = withOpen(responses, open('a', ['Dyfed-Powys Police', 'KENT POLICE', '']));
    expect(supported.open[0]?.forces).toEqual(['Kent Police', 'Dyfed-Powys Police']);
  });
});

describe('what everybody may know of a suggestion', () => {
  const touch = (next: string, blocks: readonly BlockId[] = [block]) => ({ blocks, after: null, old: '', next, lines: [0, 1] as const });

  test('is its words, its kind and its force', () => {
    const suggestion = sampleSuggestion();
    const entry = openFrom(suggestion, digest('a'), [touch('You must hide it.')], '2026-11-20');
    expect(entry).toEqual(open('a', ['Kent Police']));
    expect(JSON.stringify(entry)).not.toMatch(/Ann Example|procedure/);
  });

  test('leaves out words that look personal, and long ones; their blocks stay', () => {
    const touches = [touch('Ask PC 1234 Smith.'), touch('x'.repeat(2_001), ['bbbbbbbb' as BlockId])];
    expect(openFrom(sampleSuggestion(), digest('a'), touches, '2026-11-20').blocks).toEqual([
      { block, next: '' },
      { block: 'bbbbbbbb', next: '' },
    ]);
  });

  test('of words about a passage is the block, of an addition the block before', () => {
    expect(openFrom(sampleSuggestion({ proposal: { kind: 'comment' } }), digest('a'), [], '2026-11-20').blocks).toEqual([
      { block, next: '' },
    ]);
    expect(openFrom(sampleSuggestion(), digest('a'), [{ ...touch('New.', []), after: block }], '2026-11-20').blocks).toEqual([
      { block, next: 'New.' },
    ]);
    expect(openFrom(sampleSuggestion({ about: null }), digest('a'), [touch('New.', [])], '2026-11-20').blocks).toEqual([]);
  });

  test('comes back out of a pack, whatever was suggested', () => {
    const touches = Array.from({ length: 80 }, (_, at) => touch(`Words ${at}.`));
    const responses = withOpen(noResponses, openFrom(sampleSuggestion(), digest('a'), touches, '2026-11-20'));
    expect(readResponses(writeResponses(responses))).toEqual({ responses, refused: 0, isNewer: false });
  });
});

test('a draft that was sent is answered once the group has decided', () => {
  const sent = sampleDraft({ state: 'sent', sent: { at: '2026-11-23T10:00:00.000Z', digest: digest('a'), way: 'file' } });
  const answers = (event: AnswerEvent) => new Map([[digest('a'), { suggestion: digest('a'), events: [event] }]]);
  expect([withAnswer(sent, answers(received)).state, withAnswer(sent, answers(accepted)).state, withAnswer(sent, new Map()).state]).toEqual(
    ['sent', 'answered', 'sent'],
  );
  const draft = sampleDraft();
  expect(withAnswer(draft, answers(accepted))).toBe(draft);
});

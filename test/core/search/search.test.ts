import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChannelId } from '../../../content/core/base/ids.ts';
import { ask, blockAt, guide, idsOf, library, marked } from './small-library.ts';

const from = library(
  [
    guide(
      'fb-setup',
      '# Set up a Facebook Page\n> From nothing to a safe Page\n## Security\nTurn on two-step verification for everyone.\nTerms of service apply.',
    ),
    guide('fb-use', '# Use Facebook\n## Comments\nHide or delete comments. Moderation rules are public.'),
    guide('x-setup', '# Set up X\n> Formerly Twitter\n## Security\nUse 2FA and a work email.', 'x'),
    guide('call', '# Call us\nIn an emergency call 999. Café, Gŵyl, شرطة.', 'x'),
  ],
  [
    ['2fa', 'two-step verification'],
    ['x', 'twitter'],
  ],
);

describe('scope', () => {
  test('without one every channel is searched', () => expect(idsOf(ask(from, 'security')).sort()).toEqual(['fb-setup', 'x-setup']));
  test('by tick boxes', () => expect(idsOf(ask(from, 'security', { channels: ['x' as ChannelId] }))).toEqual(['x-setup']));
  test('by typing', () => {
    const reply = ask(from, 'x: security');
    expect(idsOf(reply)).toEqual(['x-setup']);
    expect(reply.scope).toEqual({ channels: ['x'], unknown: [] });
  });
  test('both narrow each other', () => expect(idsOf(ask(from, 'facebook: security', { channels: ['x' as ChannelId] }))).toEqual([]));
  test('an unknown one is searched as a word and reported', () => {
    const reply = ask(from, 'myspace: security');
    expect(idsOf(reply)).toHaveLength(2);
    expect(reply.scope.unknown).toEqual(['myspace']);
  });
});

describe('quotations', () => {
  test('find the words in a row, stop words included, and land on the block', () => {
    const [hit] = ask(from, '"terms of service"').hits;
    expect(hit?.guide).toBe('fb-setup');
    expect(hit?.sections[0]?.block).toBe(blockAt(4));
    expect(marked(hit?.sections[0]?.snippet ?? '', hit?.sections[0]?.marks ?? [])).toEqual(['Terms of service']);
  });
  test('that stand nowhere are searched as words, which is announced', () => {
    const reply = ask(from, '"comments delete"');
    expect(idsOf(reply)).toEqual(['fb-use']);
    expect(reply.correction).toEqual({ typed: '"comments delete"', shown: 'comments delete' });
  });
  test('are taken at their word when asked to', () => expect(ask(from, '"comments delete"', { verbatim: true }).hits).toEqual([]));
  test('of stop words only are found', () => {
    expect(idsOf(ask(library([guide('h', '# Hamlet\nTo be or not to be.')]), '"to be or not"'))).toEqual(['h']);
  });
  test('narrow further words', () => expect(idsOf(ask(from, '"two-step verification" everyone'))).toEqual(['fb-setup']));
});

describe('other words for the same', () => {
  test('find after the word itself', () => expect(idsOf(ask(from, '2fa'))).toEqual(['x-setup', 'fb-setup']));
  test('of several words', () => expect(idsOf(ask(from, 'two-step verification '))).toEqual(['fb-setup', 'x-setup']));
  test('are marked', () => {
    const hit = ask(from, '2fa').hits[1];
    expect(marked(hit?.sections[0]?.snippet ?? '', hit?.sections[0]?.marks ?? []).join(' ')).toBe('two-step verification');
  });
  test('of several words are marked as a whole, never their small words alone', () => {
    const small = library([guide('a', '# Blocks\nChallenge a block in a letter. A block ends.')], [['unblock', 'challenge a block']]);
    const [section] = ask(small, 'unblock').hits[0]?.sections ?? [];
    expect(marked(section?.snippet ?? '', section?.marks ?? [])).toEqual(['Challenge a block']);
  });
  test('are near words for a slip, also when no guide uses them', () => {
    const small = library([guide('a', '# House rules\nWhen somebody writes abuse under a post.')], [['abuse', 'abusive']]);
    expect(ask(small, 'abusiv post').correction).toEqual({ typed: 'abusiv post', shown: 'abusive post' });
    expect(idsOf(ask(small, 'abusiv post'))).toEqual(['a']);
  });
});

test('small words of a question are not marked beside its telling ones', () => {
  const small = library([guide('a', '# House rules\nHide a comment that breaks a rule.')]);
  const [section] = ask(small, 'can i hide a comment').hits[0]?.sections ?? [];
  expect(marked(section?.snippet ?? '', section?.marks ?? [])).toEqual(['Hide', 'comment']);
});

test.each([
  ['twostep', 'fb-setup'],
  ['e-mail', 'x-setup'],
  ['email', 'x-setup'],
  ['#comments', 'fb-use'],
  ['cafe', 'call'],
  ['gwyl', 'call'],
  ['شرطة', 'call'],
  ['999', 'call'],
  ['call us', 'call'],
])('%j finds %s', (text, id) => expect(idsOf(ask(from, text))[0]).toBe(id));

test.each(['', '   ', '📢', '"', '""', '+-~^*:', 'facebook:'])('%j asks for nothing', (text) => {
  expect(ask(from, text)).toMatchObject({ empty: true, hits: [], total: 0, correction: null });
});
test('stop words alone ask for nothing, unless a title is just that', () => {
  expect(ask(from, 'the of and')).toMatchObject({ empty: true, hits: [] });
  const about = library([guide('a', '# About us\nWho.')]);
  expect(ask(about, 'about us')).toMatchObject({ empty: false, total: 1 });
});
test('a library with nothing in it finds nothing', () =>
  expect(ask(library([]), 'page')).toMatchObject({ hits: [], total: 0, empty: false }));

describe('whatever is typed', () => {
  const word = fc.constantFrom(
    'facebook',
    'security',
    'two-step',
    'the',
    'comm',
    '2fa',
    'x:',
    '"',
    '“',
    'terms of',
    '*',
    '-',
    '😀',
    'شرطة',
    '\u202e',
    'zz',
    'a'.repeat(300),
  );
  test('an answer comes, with marks inside its texts and blocks that are there', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.boolean(), (words, verbatim) => {
        const reply = ask(from, words.join(' '), { verbatim });
        expect(reply.total).toBeGreaterThanOrEqual(reply.hits.length);
        for (const hit of reply.hits) {
          expect(hit.sections.length).toBeGreaterThan(0);
          expect(hit.sections.length).toBeLessThanOrEqual(3);
          for (const section of hit.sections)
            for (const [start, end] of section.marks) expect(section.snippet.slice(start, end).trim()).not.toBe('');
        }
      }),
    );
  });
  test('any characters at all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void ask(from, text)));
  });
  test('ten thousand characters', () => {
    expect(ask(from, 'security comments zzzz '.repeat(500)).hits.length).toBeGreaterThan(0);
    expect(ask(from, 'a'.repeat(10_000)).hits).toEqual([]);
    expect(ask(from, '"'.repeat(10_000)).empty).toBe(true);
  });
});

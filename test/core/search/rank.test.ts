import { expect, test } from 'vitest';
import { ask, guide, idsOf, library } from './small-library.ts';

const from = library([
  guide('exact', '# Moderation\nWhat it is.'),
  guide('title', '# Moderation of comments and replies\nText.'),
  guide('heading', '# Running a page\n## Moderation\nText.'),
  guide('text', '# Posting\nThink of moderation before you post.'),
  guide('prefix', '# Posting again\nA moderationist view.'),
  guide('comments', '# Comments\nReading comments.'),
  guide('both', '# Other\nComments and moderation in one line.'),
  guide('apart', '# Another\n## One\nComments here.\n## Two\nModeration there.'),
]);

test('whole title, then title, then heading, then text, then beginnings', () => {
  const order = idsOf(ask(from, 'moderation'));
  const places = ['exact', 'title', 'heading', 'text', 'prefix'].map((id) => order.indexOf(id));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.every((place) => place >= 0)).toBe(true);
});

test('guides with all words come before guides with one', () => {
  const order = idsOf(ask(from, 'moderation comments '));
  expect(order.indexOf('both')).toBeLessThan(order.indexOf('comments') === -1 ? 99 : order.indexOf('comments'));
  expect(order[0]).toBe('title');
});

test('words in one block count for more than words in two sections', () => {
  const order = idsOf(ask(from, 'comments moderation '));
  expect(order.indexOf('both')).toBeLessThan(order.indexOf('apart'));
});

test('when no guide has all words, those with the telling ones are shown', () => {
  expect(idsOf(ask(from, 'moderation unicorns '))).toContain('exact');
});

test('the limit cuts the list, not the count', () => {
  const reply = ask(from, 'moderation', { limit: 2 });
  expect(reply.hits).toHaveLength(2);
  expect(reply.total).toBeGreaterThan(4);
});

test('a title that begins with what is typed comes before one that has it inside', () => {
  const typed = library([guide('inside', '# How to report a page\nx'), guide('begins', '# Report a page\nx and more words')]);
  expect(idsOf(ask(typed, 'report a pa'))[0]).toBe('begins');
});

test('a heading that many guides have does not come before the guide whose title has the word', () => {
  const channels = Array.from({ length: 6 }, (_, nth) =>
    guide(`channel-${nth}`, '# A channel\n## Records\nKeep records.\nRecords of records.'),
  );
  const alike = library([...channels, guide('law', '# Records, retention and capture of what was posted\nWhat to keep.')]);
  expect(idsOf(ask(alike, 'records'))[0]).toBe('law');
  const one = library([channels[0] ?? guide('none', ''), guide('law', '# Retention and capture\nWhat to keep of records.')]);
  expect(idsOf(ask(one, 'records'))[0]).toBe('channel-0');
});

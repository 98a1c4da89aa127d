import { describe, expect, test } from 'vitest';
import { chosenOf, daysSince, everyRow, groupOf, groupsOf, stateOf, titleOf } from '../../../../renderer/suggest/list/list-model.ts';
import { answerSample, rowSample, sentSample } from '../../../support/suggestion-rows.ts';

const now = '2026-04-07T12:00:00.000Z';

describe('groups', () => {
  const rows = [
    rowSample(1, { state: 'answered', sent: sentSample }),
    rowSample(2, { state: 'sent', sent: sentSample }),
    rowSample(3),
    rowSample(4, { state: 'ready' }),
    rowSample(5, { conflict: true }),
  ];

  test('show first what waits for the person, and only those with rows', () => {
    expect(groupsOf(rows, everyRow).map(({ name }) => name)).toEqual(['decide', 'draft', 'ready', 'sent', 'answered']);
    expect(groupsOf(rows.slice(2, 3), everyRow).map(({ name }) => name)).toEqual(['draft']);
  });

  test('are narrowed by channel, by group and by every word that is typed, in whatever case or accents', () => {
    const found = (change: object) => groupsOf(rows, { ...everyRow, ...change }).flatMap((group) => group.rows.map(({ id }) => id));
    expect(found({ channel: 'x' })).toEqual([]);
    expect(found({ group: 'ready' })).toEqual([rows[3]?.id]);
    expect(found({ typed: 'HÓUSE must' })).toHaveLength(5);
    expect(found({ typed: 'house absent' })).toEqual([]);
  });

  test('say what is ticked only where it is shown', () => {
    const ticked = new Set(rows.map(({ id }) => id));
    expect(chosenOf(groupsOf(rows, { ...everyRow, group: 'sent' }), ticked).map(({ id }) => id)).toEqual([rows[1]?.id]);
  });
});

test('a conflict comes before every other state', () => expect(groupOf({ state: 'ready', conflict: true })).toBe('decide'));

test.each([
  [rowSample(1), 'draft', 'Draft'],
  [rowSample(1, { state: 'ready' }), 'ready', 'Ready to send'],
  [rowSample(1, { conflict: true }), 'conflict', 'Needs your decision'],
  [rowSample(1, { state: 'sent', sent: sentSample }), 'sent', 'Sent, waiting 34 days'],
  [
    rowSample(1, { state: 'sent', sent: sentSample, answer: answerSample({ state: 'received', on: '2026-03-05', words: '' }) }),
    'received',
    'Received on 5 March 2026',
  ],
  [
    rowSample(1, {
      state: 'answered',
      sent: sentSample,
      answer: answerSample(
        { state: 'received', on: '2026-03-05', words: '' },
        { state: 'accepted', on: '2026-03-09', words: '', edition: '2.4' },
      ),
    }),
    'accepted',
    'Accepted in edition 2.4, 9 March 2026',
  ],
  [
    rowSample(1, {
      state: 'answered',
      sent: sentSample,
      answer: answerSample({ state: 'declined', on: '2026-03-09', words: '', reason: 'no-evidence' }),
    }),
    'declined',
    'Declined on 9 March 2026: there is no evidence for it yet',
  ],
])('a row says where it stands (%#)', (row, name, words) => expect(stateOf(row, now)).toEqual({ name, words }));

test('what was sent a moment ahead of this clock was sent today', () =>
  expect(daysSince('2026-04-08T00:00:00.000Z', '2026-04-07T23:00:00.000Z')).toBeLessThanOrEqual(1));

test('a guide without a title is named by its id, and one that is missing is called so', () => {
  expect(titleOf({ title: null, guide: 'house-rules' as never })).toBe('house-rules');
  expect(titleOf({ title: null, guide: null })).toBe('A guide that is missing');
});

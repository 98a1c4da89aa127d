import { expect, test } from 'vitest';
import { suggestText } from '../../../renderer/text/suggest.ts';

const id = 'urn:uuid:00000000-0000-4000-8000-000000000001' as never;

test.each([
  [{ carried: 2, taken: 0, conflicts: 0, answered: [] }, 'New edition, your drafts: 2 moved with it.'],
  [
    { carried: 1, taken: 1, conflicts: 1, answered: [] },
    'New edition, your drafts: 1 moved with it, 1 already in it, 1 needs a decision from you.',
  ],
  [{ carried: 0, taken: 0, conflicts: 0, answered: [id] }, '1 suggestion of yours is answered.'],
  [
    { carried: 0, taken: 0, conflicts: 2, answered: [id, id] },
    '2 suggestions of yours are answered. New edition, your drafts: 2 need a decision from you.',
  ],
])('what an update did is one sentence each (%#)', (moved, words) => expect(suggestText.moved(moved)).toBe(words));

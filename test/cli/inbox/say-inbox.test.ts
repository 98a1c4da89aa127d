// Long and strange words from outside in an editor's terminal.
import { expect, it } from 'vitest';
import type { OpenedInbox } from '../../../content/cli/inbox/read-inbox.ts';
import { inboxLines } from '../../../content/cli/inbox/say-inbox.ts';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { groupSuggestions } from '../../../content/core/suggestion/group.ts';
import { noResponses } from '../../../content/core/suggestion/responses.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { sampleSource, sampleSuggestion } from '../../support/suggestions.ts';

function openedOf(...list: readonly ReturnType<typeof sampleSuggestion>[]): OpenedInbox {
  const received = list.map((suggestion) => ({ suggestion, digest: digestOf(suggestion, sha256) }));
  const guides = new Map([['house-rules' as GuideId, { source: sampleSource, digest: sha256(sampleSource), blocks: [] }]]);
  return {
    inbox: { entries: [], others: 0 },
    grouped: groupSuggestions(received, guides),
    guides,
    published: { edition: null, responses: noResponses },
    responses: noResponses,
    problems: [],
  };
}

it('cuts a long reason and a long text, and marks what moves the cursor', () => {
  const wide = sampleSuggestion({ why: `Be\u0007cause ${'very '.repeat(200)}long.` });
  const long = sampleSuggestion({ proposal: { kind: 'change', source: `${sampleSource}\n${'More words, and again. '.repeat(3_000)}` } });
  const lines = inboxLines(openedOf(wide, long));
  expect(Math.max(...lines.flatMap((line) => line.split('\n')).map(({ length }) => length))).toBeLessThan(1_500);
  expect(lines.join('\n')).toContain('Be\uFFFDcause');
  expect(lines.join('\n')).toContain('too long to show here');
});

// Both rooms joined: the folder's own spelling is published as the one that everybody has.
import { expect, it } from 'vitest';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { writeResponsesSource } from '../../content/core/suggestion/check-responses.ts';
import { noResponses, withEvent } from '../../content/core/suggestion/responses.ts';
import { readResponses, writeResponses } from '../../content/core/suggestion/responses-json.ts';
import { checkCarried, joinCarried } from '../../content/node/check-responses.ts';

const said = withEvent(noResponses, 'a'.repeat(64) as Sha256, { state: 'in-review', on: '2026-11-24', words: '' });

it('is published in one spelling, however the group keeps it', () => {
  expect(checkCarried(writeResponsesSource(said))).toEqual({ ok: true, bytes: writeResponses(said) });
});

it('is refused with its line where readers would pass over it', () => {
  const damaged = Buffer.from(Buffer.from(writeResponsesSource(said)).toString().replace('in-review', 'maybe'));
  expect(checkCarried(damaged)).toMatchObject({ ok: false, faults: [{ line: 3 }] });
});

it('of two editions is joined, and of damaged ones nothing', () => {
  const other = withEvent(noResponses, 'b'.repeat(64) as Sha256, { state: 'received', on: '2026-11-24', words: '' });
  const joined = joinCarried(writeResponses(said), writeResponses(other));
  expect(joined && readResponses(joined).responses.answers.map(({ suggestion }) => suggestion[0])).toEqual(['a', 'b']);
  expect(joinCarried(writeResponses(said), Buffer.from('{'))).toBe(null);
});

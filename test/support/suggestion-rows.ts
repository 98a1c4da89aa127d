// A row of "My suggestions" for tests, and the answers of a group.
import type { ChannelId, Sha256 } from '../../content/core/base/ids.ts';
import type { Answer, AnswerEvent } from '../../content/core/suggestion/responses.ts';
import type { SuggestionRow } from '../../electron/ipc/suggestion-replies.ts';
import { idOf } from './suggestions.ts';

export const sentDigest = 'a'.repeat(64) as Sha256;

export function rowSample(number: number, special: Partial<SuggestionRow> = {}): SuggestionRow {
  return {
    id: idOf(number),
    state: 'draft',
    channel: 'facebook' as ChannelId,
    guide: null,
    title: 'House rules',
    proposal: 'change',
    kind: 'wording',
    urgency: 'whenever',
    why: 'It reads better.',
    first: { old: 'You may hide it.', next: 'You must hide it.' },
    edits: 1,
    missing: [],
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-02T10:00:00.000Z',
    sent: null,
    answer: null,
    conflict: false,
    moved: null,
    readOnly: false,
    ...special,
  };
}

export const answerSample = (...events: readonly AnswerEvent[]): Answer => ({ suggestion: sentDigest, events });
export const sentSample = { at: '2026-03-04T09:00:00.000Z', digest: sentDigest, way: 'inbox' } as const;

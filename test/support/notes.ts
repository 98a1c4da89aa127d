// Notes for tests: whole and ordinary but for what the test says.

import type { Note, NoteId } from '../../content/core/annotation/model.ts';
import type { BlockId, GuideId } from '../../content/core/base/ids.ts';

let made = 0;

export function sampleNote(special: Partial<Note> = {}): Note {
  made += 1;
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}` as NoteId,
    guide: 'house-rules' as GuideId,
    highlight: 'important',
    text: '',
    tags: [],
    created: '2026-11-22T09:00:00.000Z',
    modified: '2026-11-22T09:00:00.000Z',
    archived: false,
    anchor: {
      edition: { version: 1, digest: '' },
      block: 'baaaaaaa' as BlockId,
      start: 10,
      end: 20,
      exact: 'hide, then',
      prefix: 'Do not ',
      suffix: ' answer.',
    },
    fate: 'unchanged',
    before: null,
    clock: { a: 1 },
    ...special,
  };
}

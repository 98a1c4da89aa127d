import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../electron/settings/schema.ts';
import { authorOf, beginningOf } from '../../../../renderer/suggest/page/begin-draft.ts';
import { sampleDocument } from '../../../support/library-samples.ts';
import { idOf } from '../../../support/suggestions.ts';

test('it is asked for what is shown, and shown as the guide’s own text', () => {
  const guide = sampleDocument('house-rules');
  const author = { name: null, force: 'Kent Police', role: 'Web manager' };
  const { request, shown } = beginningOf({
    id: idOf(940),
    guide,
    passage: null,
    kind: 'wording',
    why: 'Because',
    author,
    now: '2026-11-23T09:00:00.000Z',
  });
  const { suggestion } = shown.draft;
  expect(request).toMatchObject({
    id: suggestion.id,
    guide: guide.summary.id,
    edition: guide.seal.version,
    why: 'Because',
    proposal: { kind: 'change' },
  });
  expect([suggestion.base?.source, suggestion.proposal]).toEqual([guide.source, { kind: 'change', source: guide.source }]);
  expect([suggestion.author, suggestion.created, shown.readOnly]).toEqual([author, '2026-11-23T09:00:00.000Z', false]);
});

test('who it comes from is as the settings have it; no name is none', () => {
  expect(authorOf(defaultSettings)).toEqual({ name: null, force: '', role: '' });
  expect(authorOf({ ...defaultSettings, authorName: 'Ann', authorForce: 'Kent Police', authorRole: 'Editor' })).toEqual({
    name: 'Ann',
    force: 'Kent Police',
    role: 'Editor',
  });
});

import { expect, test } from 'vitest';
import { checkGuides, slugsOf } from '../../../content/core/pack/check.ts';
import { draftStrict } from '../../../content/core/pack/draft.ts';
import { complete } from '../guide/complete-guide.ts';

const draft = (id: string, body: string, change: (source: string) => string = (source) => source) =>
  draftStrict({
    path: `${id}.md`,
    bytes: new TextEncoder().encode(
      change(complete('', body).replace('id: x-setup', `id: ${id}`).replace('related: [x-use]', 'related: []')),
    ),
  });

function rules(drafts: Parameters<typeof checkGuides>[0], more: Partial<Parameters<typeof checkGuides>[1]> = {}) {
  const ports = {
    mode: 'strict' as const,
    pack: 'channel-x',
    elsewhere: new Map([['other', new Set(['part'])]]),
    today: '2026-11-22',
    hasImage: (name: string) => name === 'a.png',
    ...more,
  };
  return checkGuides(drafts, ports).map(({ severity, rule, file, line, field }) =>
    `${severity} ${rule} ${file} ${line} ${field ?? ''}`.trim(),
  );
}

test('guides whose links all lead somewhere pass', () => {
  const first = draft(
    'x-setup',
    '## Who\n\n[a](guide:x-use#how) [b](#who) [c](guide:other#part) [d](https://a.example) ![e](a.png) [f](guide:x-use#baaaaaaa)',
  );
  expect(rules([first, draft('x-use', '## How\n\n[a](guide:x-setup)')])).toEqual([]);
  expect([...slugsOf(first)]).toEqual(['who']);
});

test.each([
  ['[a](guide:gone)', 'error guide-unknown x-setup.md 32'],
  ['\n[a](guide:other#gone)', 'warning heading-unknown x-setup.md 33'],
  ['[a](#gone)', 'warning heading-unknown x-setup.md 32'],
  ['![a](gone.png)', 'error image-missing x-setup.md 32'],
])('%s', (body, rule) => expect(rules([draft('x-setup', body)])).toEqual([rule]));

test('without the other packs their guides are not judged', () => {
  expect(rules([draft('x-setup', '[a](guide:gone#x)')], { elsewhere: null })).toEqual([]);
});

test('ids are given once, in the pack and beyond', () => {
  expect(rules([draft('other', 'a')])).toEqual(['error id-twice other.md 1 id']);
  const twin = { ...draft('x-setup', 'a'), path: 'copy.md' };
  expect(rules([draft('x-setup', 'a'), twin])).toEqual(['error id-twice copy.md 1 id', 'warning file-name copy.md 0 id']);
});

test('related guides must be known, the pack must be this one', () => {
  expect(
    rules([draft('x-setup', 'a', (source) => source.replace('related: []', 'related: [gone]').replace('pack: channel-x', 'pack: other'))]),
  ).toEqual(['warning pack-other x-setup.md 1 pack', 'warning guide-unknown x-setup.md 1 related']);
});

test('an overdue review is a warning, from the day after it', () => {
  expect(rules([draft('x-setup', 'a')], { today: '2027-02-22' })).toEqual([]);
  expect(rules([draft('x-setup', 'a')], { today: '2027-02-23' })).toEqual(['warning review-overdue x-setup.md 1 review_by']);
  expect(rules([draft('x-setup', 'a', (source) => source.replace('status: draft', 'status: withdrawn'))], { today: '2027-02-23' })).toEqual(
    [],
  );
});

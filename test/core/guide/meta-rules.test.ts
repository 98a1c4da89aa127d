import { expect, test } from 'vitest';
import { parseFrontMatter } from '../../../content/core/guide/front-matter.ts';
import { complete } from './complete-guide.ts';

const approved = complete()
  .replace('status: draft', 'status: approved')
  .replace('version: 0.10', 'version: 1.0')
  .replace('approved: null', 'approved: 2026-11-20')
  .replace('approved_by: null', 'approved_by: X working group')
  .replace('forces: []', 'forces: [Kent, Essex, Gwent, Surrey]');

function rules(source: string): readonly string[] {
  return parseFrontMatter(source, 'x-setup.md').problems.map((problem) => `${problem.severity} ${problem.rule} ${problem.field}`);
}

test('an approval with all it needs stands', () => expect(rules(approved)).toEqual([]));

test.each([
  ['approved: 2026-11-20', 'approved: null', ['error approval approved']],
  ['approved_by: X working group', 'approved_by: null', ['error approval approved_by']],
  ['forces: [Kent, Essex, Gwent, Surrey]', 'forces: []', ['error approval forces']],
  ['version: 1.0', 'version: 0.9', ['error approval version']],
  ['confidence: mixed', 'confidence: unverified', ['error approval confidence']],
  ['confidence: mixed', 'confidence: unverified\noverride_note: Checked by legal services', []],
  ['review_by: 2027-02-22', 'review_by: 2026-11-20', ['error date-order review_by']],
  ['updated: 2026-11-22', 'updated: 2026-11-01', ['error date-order updated']],
  [
    'consultation: { opens: null, closes: null }',
    'consultation: { opens: 2026-12-01, closes: 2026-11-01 }',
    ['error date-order consultation'],
  ],
  ['forces: [Kent, Essex, Gwent, Surrey]', 'forces: [Kent]', ['hint forces-count forces']],
  ['forces: [Kent, Essex, Gwent, Surrey]', 'forces: [Kent, Essex, Gwent, Ruritania]', ['warning name-unknown forces']],
  ['channel: x', 'channel: myspace', ['warning name-unknown channel']],
  ['topic: setup', 'topic: gossip', ['warning name-unknown topic']],
  ['audience: [web-manager, comms-officer]', 'audience: [everyone]', ['warning name-unknown audience']],
  ['mark: B', 'mark: Z', ['warning source sources']],
  ['"https://a.example/x"', '"javascript:x"', ['error source sources']],
  ['id: K13b,', '', ['error source sources']],
])('%s -> %s', (from, to, expected) => expect(rules(approved.replace(from, to))).toEqual(expected));

test('two sources with one id are an error', () => {
  expect(rules(approved.replace('changes:', '  - { id: K13b, title: Again, publisher: X, mark: A }\nchanges:'))).toEqual([
    'error source sources',
  ]);
});

import { expect, test } from 'vitest';
import { parsePackInfo } from '../../../content/core/pack/pack-yml.ts';

const whole = `id: channel-x
channel: x
title: X
kind: channel
purpose: Short updates.
working_group:
  name: X working group
  roles: [Lead, Deputy]
review_every_months: 3
order: 20
start: x-setup
guides: [x-setup, x-use]
`;
const read = (yaml: string | null, mode: 'strict' | 'lenient' = 'strict') => parsePackInfo(yaml, 'pack.yml', { name: 'My Folder', mode });
const rules = (yaml: string | null, mode?: 'lenient') =>
  read(yaml, mode).problems.map((problem) => `${problem.severity} ${problem.rule} ${problem.line} ${problem.field ?? ''}`.trim());

test('a whole file is read', () => {
  expect(read(whole)).toEqual({
    info: {
      id: 'channel-x',
      channel: 'x',
      title: 'X',
      kind: 'channel',
      purpose: 'Short updates.',
      workingGroup: { name: 'X working group', roles: ['Lead', 'Deputy'] },
      reviewEveryMonths: 3,
      order: 20,
      start: 'x-setup',
    },
    guides: ['x-setup', 'x-use'],
    problems: [],
  });
});

test.each([
  ['id: channel-x', 'id: Channel X', 'error field-value 1 id'],
  ['kind: channel', 'kind: thing', 'error field-value 4 kind'],
  ['order: 20', 'order: first', 'error field-value 10 order'],
  ['start: x-setup', 'start: X Setup', 'error field-value 11 start'],
  ['title: X', 'titel: X', 'warning field-unknown 3 titel'],
])('%s -> %s', (from, to, rule) => expect(rules(whole.replace(from, to))).toContain(rule));

test('without a file the folder gives the names', () => {
  expect(read(null).info).toMatchObject({ id: 'my-folder', channel: 'my-folder', title: 'My Folder', kind: 'subject', start: null });
  expect(rules(null)).toEqual(['error pack-yml-missing 0']);
  expect(rules(null, 'lenient')).toEqual(['warning pack-yml-missing 0']);
});

test('broken YAML is an error with its line, and never thrown', () => {
  expect(rules('id: "x\ntitle: y').some((rule) => rule.startsWith('error yaml '))).toBe(true);
  expect(rules('- a')).toContain('error pack-yml-shape 1');
});

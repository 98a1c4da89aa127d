// What a change leaves in the front matter: a version, a day, one line, and nothing else moved.
import { describe, expect, it } from 'vitest';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { raisedVersion, recordChange } from '../../../content/core/guide/record-change.ts';
import { guideMd } from '../../support/sources.ts';

const change = { version: '0.2', date: '2026-11-23', note: 'Clearer "wording": suggested by Ann O’Neil, Kent Police.' };
const source = guideMd('house-rules', 'facebook', '## House rules\n\nHide it.');
const log = (text: string) => parseGuide(text, '').meta.changes.map(({ version, note }) => `${version} ${note}`);
const written = (text: string) => recordChange(text, change) ?? 'null';

describe('a version', () => {
  it.each([
    ['0.1', '0.2'],
    ['0.9', '0.10'],
    ['1', '1.1'],
    ['2.4.7', '2.5'],
    ['v1', null],
    ['', null],
    ['1.2.3.4', null],
  ])('%s is counted up to %s', (version, next) => expect(raisedVersion(version)).toBe(next));
});

describe('what was changed', () => {
  it('stands in version, day and log, and no other line is touched', () => {
    const lines = written(source).split('\n');
    const before = source.split('\n');
    expect(lines.filter((line) => !before.includes(line))).toEqual([
      'version: "0.2"',
      'updated: 2026-11-23',
      `  - { version: "0.2", date: 2026-11-23, note: ${JSON.stringify(change.note)} }`,
    ]);
    expect(lines).toHaveLength(before.length + 1);
    expect(log(written(source))).toEqual(['0.1 First draft.', `0.2 ${change.note}`]);
    expect(parseGuide(written(source), '').problems).toEqual(parseGuide(source, '').problems);
  });

  it('is said once, however often it is recorded', () => expect(written(written(source))).toBe(written(source)));

  it('keeps line ends as they were', () => {
    expect(written(source.replace(/\n/g, '\r\n'))).toBe(written(source).replace(/\n/g, '\r\n'));
  });

  it('does not set the day back', () => {
    expect(written(source.replace('updated: 2026-11-22', 'updated: 2027-01-01'))).toContain('updated: 2027-01-01');
  });

  it('is written where the list is, newest last or newest first', () => {
    const newestFirst = source.replace(
      /changes:\n.*\n/,
      'changes:\n- { version: "0.1", date: 2026-11-22, note: B }\n- { version: "0.0", date: 2026-01-01, note: A }\n',
    );
    expect(log(written(newestFirst))).toEqual([`0.2 ${change.note}`, '0.1 B', '0.0 A']);
    expect(written(newestFirst)).toContain('changes:\n- { version: "0.2"');
    const between = source.replace(/changes:\n(.*)\n/, 'changes: # the log\n$1\n  # more to come\nextra_key: kept\n');
    expect(log(written(between))).toEqual(['0.1 First draft.', `0.2 ${change.note}`]);
    expect(written(between)).toContain('# the log');
    expect(written(between)).toContain('extra_key: kept');
  });

  it.each([
    ['an empty list', /changes:\n.*\n/, 'changes: []\n'],
    ['no list', /changes:\n.*\n/, ''],
    ['a list that is one line', /changes:\n.*\n/, 'changes: [{ version: "0.0", date: 2026-01-01, note: A }]\n'],
    ['a list of long entries', /changes:\n.*\n/, 'changes:\n  - version: "0.0"\n    date: 2026-01-01\n    note: A\n'],
    ['no version', /version: "0.1"\nc/, 'c'],
  ])('finds its place in a guide with %s', (_, from, to) => {
    const unusual = source.replace(from, to);
    const result = parseGuide(written(unusual), '');
    expect(result.meta).toMatchObject({ version: '0.2', updated: '2026-11-23', title: 'Guide house-rules' });
    expect(result.meta.changes.at(-1)).toEqual(change);
    expect(result.body).toBe(parseGuide(unusual, '').body);
  });

  it('is not written into a text without front matter', () => {
    expect([recordChange('# Words\n', change), recordChange('+++\ntitle = "A"\n+++\n', change)]).toEqual([null, null]);
  });
});

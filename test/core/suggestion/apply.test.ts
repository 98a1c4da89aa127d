// Suggestions into a group's sources: what fits is there with its credit, what does not is told with its three texts.
import { describe, expect, it } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import { parseGuide } from '../../../content/core/guide/parse.ts';
import { type ApplyInput, applySuggestions } from '../../../content/core/suggestion/apply.ts';
import type { Suggestion } from '../../../content/core/suggestion/model.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { guideMd } from '../../support/sources.ts';
import { baseOf, sampleSuggestion } from '../../support/suggestions.ts';

const id = 'house-rules' as GuideId;
const file = 'house-rules.md';
const source = guideMd(id, 'everyday', '## Rules\n\nYou may hide a comment.\n\nTell the team.\n\n## End\n\nThat is all.');
const change = (from: string, to: string, special: Partial<Suggestion> = {}): Suggestion =>
  sampleSuggestion({ base: baseOf(source), proposal: { kind: 'change', source: source.replace(from, to) }, ...special });
const newGuide = (text: string): Suggestion =>
  sampleSuggestion({ guide: null, base: null, about: null, proposal: { kind: 'new-guide', source: text, template: null } });

function run(chosen: readonly Suggestion[], special: Partial<ApplyInput> = {}, text = source) {
  return applySuggestions({
    guides: new Map([[id, { file, text }]]),
    files: new Set([file, 'pack.yml']),
    published: new Map([[id, { text: source, version: '0.1' }]]),
    chosen: chosen.map((suggestion, at) => ({ suggestion, digest: digestOf(suggestion, sha256), note: `Change ${at + 1}.` })),
    how: 'accept',
    today: '2026-11-24',
    ...special,
  });
}
const log = (text = '') => parseGuide(text, '').meta.changes.map(({ version, note }) => `${version} ${note}`);

const may = change('may hide', 'must hide');
const tell = change('Tell the team.', 'Tell the team at once.');
const other = change('may hide', 'should hide');

describe('suggestions that fit', () => {
  it('are put in one after the other; the version is raised once, each author has a line', () => {
    const { results, texts } = run([may, tell]);
    expect(results).toMatchObject([
      { kind: 'fits', file, edition: '0.2' },
      { kind: 'fits', file, edition: '0.2' },
    ]);
    const text = texts.get(file) ?? '';
    expect(text).toContain('You must hide a comment.\n\nTell the team at once.');
    expect(log(text)).toEqual(['0.1 First draft.', '0.2 Change 1.', '0.2 Change 2.']);
  });

  it('change nothing the second time', () => {
    const first = run([may]).texts.get(file) ?? '';
    const again = run([may], {}, first);
    expect(again.texts.size).toBe(0);
    expect(again.results).toMatchObject([{ kind: 'fits', isTaken: true, edition: '0.2' }]);
  });

  it('do not raise a version that is raised already, and do where the edition has it', () => {
    const first = run([may]).texts.get(file) ?? '';
    expect(run([tell], {}, first).results).toMatchObject([{ edition: '0.2' }]);
    const published = new Map([[id, { text: first, version: '0.2' }]]);
    expect(run([tell], { published }, first).results).toMatchObject([{ edition: '0.3' }]);
  });

  it('that the edition says already are accepted in it, and the guide stays as it is', () => {
    const said = source.replace('may hide', 'must hide');
    const { results, texts } = run([may], { published: new Map([[id, { text: said, version: '0.1' }]]) }, said);
    expect([results, texts.size]).toMatchObject([[{ isTaken: true, edition: '0.1' }], 0]);
  });

  it('keep the line ends of the sources', () => {
    const text = run([may], {}, source.replace(/\n/g, '\r\n')).texts.get(file) ?? '';
    expect(text.replace(/\r\n/g, '')).not.toContain('\n');
    expect(text).toContain('You must hide a comment.\r\n');
  });

  it('of title and summary are changes like others', () => {
    const { texts } = run([change('title: Guide house-rules', 'title: The house rules')]);
    expect(parseGuide(texts.get(file) ?? '', '').meta).toMatchObject({ title: 'The house rules', version: '0.2' });
  });
});

describe('suggestions that do not fit', () => {
  it('are told with the line and the three texts, and those beside them are decided all the same', () => {
    const { results, texts } = run([may, other, tell]);
    expect(results.map(({ kind }) => kind)).toEqual(['fits', 'conflict', 'fits']);
    const line = source.split('\n').indexOf('You may hide a comment.') + 1;
    expect(results[1]).toMatchObject({
      file,
      places: [{ line, base: 'You may hide a comment.', sources: 'You must hide a comment.', suggested: 'You should hide a comment.' }],
    });
    expect(texts.get(file)).not.toContain('should');
    expect(log(texts.get(file))).toEqual(['0.1 First draft.', '0.2 Change 1.', '0.2 Change 3.']);
  });

  it.each([
    ['a comment', sampleSuggestion({ proposal: { kind: 'comment' }, base: null }), 'no-text'],
    ['a change of a guide that is not there', change('may', 'must', { guide: 'other' as GuideId }), 'no-guide'],
    ['a new guide with the id of another', newGuide(guideMd(id, 'everyday', 'Words.')), 'file-there'],
    ['a version that is none', change('version: "0.1"', 'version: soon'), 'no-version'],
  ])('such as %s are refused and change nothing', (_, suggestion, why) => {
    const { results, texts } = run([suggestion]);
    expect(results).toMatchObject([{ kind: 'refused', why }]);
    expect(texts.size).toBe(0);
  });
});

describe('a new guide', () => {
  const text = guideMd('new-rules', 'everyday', 'New words.');
  it('is a file of its own, with its credit', () => {
    const { results, texts } = run([newGuide(text)]);
    expect(results).toMatchObject([{ kind: 'fits', file: 'new-rules.md', isNew: true, edition: '0.1' }]);
    expect([...texts.keys()]).toEqual(['new-rules.md']);
    expect(log(texts.get('new-rules.md'))).toEqual(['0.1 First draft.', '0.1 Change 1.']);
  });

  it('is there the second time', () => {
    const there = { file: 'new-rules.md', text: run([newGuide(text)]).texts.get('new-rules.md') ?? '' };
    const again = run([newGuide(text)], {
      guides: new Map([
        [id, { file, text: source }],
        ['new-rules' as GuideId, there],
      ]),
      files: new Set([file, there.file]),
    });
    expect([again.results, again.texts.size]).toMatchObject([[{ kind: 'fits', isTaken: true }], 0]);
  });

  it('is never written over a file', () => {
    expect(run([newGuide(text)], { files: new Set([file, 'new-rules.md']) }).results).toMatchObject([{ why: 'file-there' }]);
  });
});

describe('words of the group’s own', () => {
  it('are left as they are, with version and credit', () => {
    const mine = source.replace('may hide', 'shall hide');
    const { results, texts } = run([may], { how: 'reword' }, mine);
    expect(results).toMatchObject([{ kind: 'fits', edition: '0.2' }]);
    expect(texts.get(file)).toContain('shall hide');
    expect(log(texts.get(file))).toEqual(['0.1 First draft.', '0.2 Change 1.']);
  });

  it('answer a comment too', () => {
    const comment = sampleSuggestion({ proposal: { kind: 'comment' }, base: null });
    expect(run([comment], { how: 'reword' }).results).toMatchObject([{ kind: 'fits', edition: '0.1' }]);
  });
});

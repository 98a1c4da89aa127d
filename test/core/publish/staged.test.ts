import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { readDraft } from '../../../content/core/publish/staged.ts';
import { stagedEdition, stagedMap, stagedRoot } from '../../support/staged-drafts.ts';

const now = new Date('2026-11-22T09:00:00Z');
const why = (files: ReadonlyMap<string, Uint8Array>) => {
  const read = readDraft(files);
  return read.ok ? 'ok' : `${read.error.code} ${String(read.error.data.file)} ${String(read.error.data.why)}`;
};
const edited = (files: ReadonlyMap<string, Uint8Array>, name: string, edit: (text: string) => string) =>
  new Map(files).set(name, encodeUtf8(edit(decodeUtf8(files.get(name) as Uint8Array) ?? '')));

describe('a staged draft', () => {
  const edition = stagedMap(stagedEdition({ now }));
  const root = stagedMap(stagedRoot({ now }).draft);

  it('is read back with exactly the bytes that are signed', () => {
    const read = readDraft(edition);
    if (!read.ok || read.value.kind === 'root') throw new Error('not read');
    expect(read.value.parts.get('targets')?.bytes).toEqual(edition.get('draft.targets.json'));
    expect(read.value.targets.version).toBe(Math.floor(now.getTime() / 1000));
    expect(read.value.head).toMatchObject({ kind: 'edition', repository: 'facebook', base: 0 });
  });

  it('is read back for a root as well', () => {
    const read = readDraft(root);
    expect(read.ok && read.value.kind === 'root' && read.value.root.version).toBe(1);
  });

  it.each([
    ['the head is missing', 'draft.json'],
    ['the targets are missing', 'draft.targets.json'],
    ['the snapshot is missing', 'draft.snapshot.json'],
  ])('is incomplete while %s', (_, name) => {
    const files = new Map(edition);
    files.delete(name);
    expect(why(files)).toBe(`INCOMPLETE ${name} missing`);
  });

  it('is incomplete while a part is cut', () => {
    expect(why(edited(edition, 'draft.targets.json', (text) => text.slice(0, -9)))).toBe('INCOMPLETE draft.targets.json json');
  });

  it.each<[string, string, (text: string) => string, string]>([
    ['indented', 'draft.targets.json', (text) => JSON.stringify(JSON.parse(text), null, 1), 'MALFORMED draft.targets.json canonical'],
    ['with a doubled field', 'draft.targets.json', (text) => text.replace('{', '{"version":1,'), 'MALFORMED draft.targets.json canonical'],
    [
      'whose snapshot names other targets',
      'draft.snapshot.json',
      (text) => text.replace(/"targets.json":\{"version":\d+/, '"targets.json":{"version":7'),
      'MALFORMED draft.snapshot.json targets',
    ],
    [
      'that names a file no client takes',
      'draft.targets.json',
      (text) => text.replace('"a.md"', '"../a.md"'),
      'MALFORMED targets.json fields',
    ],
    ['of a newer format', 'draft.json', (text) => text.replace('"format":1', '"format":2'), 'APP_TOO_OLD draft.json format'],
    ['of an unknown kind', 'draft.json', (text) => text.replace('"edition"', '"party"'), 'MALFORMED draft.json kind'],
    [
      'whose base is not below its version',
      'draft.json',
      (text) => text.replace('"base":0', '"base":9999999999'),
      'MALFORMED draft.targets.json version',
    ],
    [
      'of the directory that says it is a channel',
      'draft.json',
      (text) => text.replace('"facebook"', '"directory"'),
      'MALFORMED draft.json kind',
    ],
    ['whose place leaves the share', 'draft.json', (text) => text.replace('"facebook"', '"../x"'), 'MALFORMED draft.json repository'],
  ])('is refused %s', (_, name, edit, expected) => {
    expect(why(edited(edition, name, edit))).toBe(expected);
  });

  it('is refused when a root skips a version', () => {
    expect(why(edited(root, 'draft.json', (text) => text.replace('"base":0', '"base":3')))).toBe('MALFORMED draft.root.json version');
  });
});

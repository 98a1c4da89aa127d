import { Metadata, MetadataKind } from '@tufjs/models';
import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../../content/core/base/utf8.ts';
import { metadataFile, signableBytes, snapshotSigned, targetsSigned } from '../../../content/core/publish/metadata.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { makeEdition, makeRoot, now } from '../../support/signed-repository.ts';

const file = (name: string) => ({ name, length: 1, sha256: sha256(name) });

describe('what we write', () => {
  test('is read and verified by the library on its own', () => {
    const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(decodeUtf8(makeRoot()) ?? ''));
    const { targets, snapshot, timestamp } = makeEdition();
    root.verifyDelegate('root', root);
    root.verifyDelegate('targets', Metadata.fromJSON(MetadataKind.Targets, JSON.parse(decodeUtf8(targets) ?? '')));
    root.verifyDelegate('snapshot', Metadata.fromJSON(MetadataKind.Snapshot, JSON.parse(decodeUtf8(snapshot) ?? '')));
    root.verifyDelegate('timestamp', Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(decodeUtf8(timestamp) ?? '')));
  });

  test('refuses a name that no client would take', () => {
    for (const name of ['../a', 'CON', 'a b', 'A.md']) expect(() => targetsSigned(1, now, [file(name)])).toThrow('not a target name');
  });

  test('refuses two files of one name', () => expect(() => targetsSigned(1, now, [file('a.md'), file('a.md')])).toThrow('two files'));

  test('is the same bytes whatever order signatures came in', () => {
    const signatures = [
      { keyid: 'b', sig: '02' },
      { keyid: 'a', sig: '01' },
    ];
    const signed = snapshotSigned(1, now, 1);
    expect(metadataFile(signed, signatures)).toEqual(metadataFile(signed, signatures.toReversed()));
  });

  test('refuses to sign control characters, whose canonical forms differ', () => {
    expect(() => signableBytes({ a: 'line\nbreak' })).toThrow('control characters');
    expect(decodeUtf8(signableBytes({ b: 'back\\n "quoted"', a: 1 }))).toBe('{"a":1,"b":"back\\\\n \\"quoted\\""}');
  });
});

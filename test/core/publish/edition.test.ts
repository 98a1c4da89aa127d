import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { draftEdition, draftTimestamp, nextVersion } from '../../../content/core/publish/edition.ts';
import { validDays } from '../../../content/core/publish/roles.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { begin, believe, editors, now, nowVersion, sign } from '../../support/signed-repository.ts';

const files = [{ name: 'a.md', bytes: encodeUtf8('a') }];

describe('a draft', () => {
  test('signed by two and stamped by one is accepted by a reader', () => {
    const draft = draftEdition(files, nowVersion, sha256);
    const [targets, snapshot] = [sign(draft.targets, editors.slice(1, 3)), sign(draft.snapshot, editors.slice(1, 3))];
    const stamp = draftTimestamp({ version: draft.version, file: snapshot }, draft.version, validDays.channelTimestamp, sha256);
    const state = believe({ targets, snapshot, timestamp: sign(stamp, editors.slice(0, 1)) }, begin());
    expect([...(state.targets?.targets ?? [])]).toEqual([['a.md', { length: 1, sha256: sha256('a') }]]);
  });

  test('has one thing to sign that does not depend on who signs', () => {
    expect(draftEdition(files, 5, sha256).snapshot.bytes).toEqual(draftEdition(files, 5, sha256).snapshot.bytes);
  });

  test('is valid for as long as the roles say', () => {
    const { signed } = draftEdition(files, nowVersion, sha256).targets;
    expect(signed.expires).toBe('2027-12-27T12:00:00Z');
  });
});

describe('nextVersion', () => {
  test('is the second of signing', () => expect(nextVersion(now, 0)).toBe(nowVersion));
  test('is never the last one again', () => expect(nextVersion(now, nowVersion)).toBe(nowVersion + 1));
});

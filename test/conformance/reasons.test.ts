// Each check of an update by the file and the reason it names, on both sides of its bound: a check that answered for
// another would go unnoticed by its code alone.
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../content/core/base/error.ts';
import type { Result } from '../../content/core/base/result.ts';
import { noFloors, startTrust, updateRoot, updateSnapshot, updateTargets, updateTimestamp } from '../../content/core/trust/state.ts';
import { makeSigner } from '../../content/node/keys.ts';
import {
  begin,
  believe,
  editors,
  makeEdition,
  makeRoot,
  now,
  nowVersion,
  options,
  type SignedEdition,
  stewards,
  withFields,
} from '../support/signed-repository.ts';

const said = (result: Result<unknown>): string => (result.ok ? 'accepted' : textOf(result.error));
const textOf = ({ code, data }: AppError): string => [code, data?.file, data?.why].join(' ');
const later = nowVersion + 60;
/** 30 days, as limits.ts has it. */
const ahead = 30 * 86_400;
const strict = { mode: 'strict' } as const;
const at = (seconds: number) => ({ now: new Date(now.getTime() + seconds * 1000) });

/** What the last step of the update says, when those before were accepted. */
function stepsOf(edition: SignedEdition, from = begin()): readonly string[] {
  const timestamp = updateTimestamp(from, edition.timestamp);
  if (!timestamp.ok) return [said(timestamp)];
  const snapshot = updateSnapshot(timestamp.value, edition.snapshot);
  if (!snapshot.ok) return ['accepted', said(snapshot)];
  return ['accepted', 'accepted', said(updateTargets(snapshot.value, edition.targets))];
}

describe('a root', () => {
  const state = begin();
  const ofChannel = (id: unknown, version = 1) => makeRoot({ version, edit: withFields({ channel: { id } as never }) });

  test('that cannot be read, or is signed by too few', () => {
    expect(said(startTrust(makeRoot().slice(0, 99), options()))).toBe('INCOMPLETE root.json json');
    expect(said(startTrust(makeRoot({ signers: stewards.slice(0, 2) }), options()))).toBe('TAMPERED root.json signatures');
    expect(said(updateRoot(state, makeRoot({ version: 2 }).slice(0, 99)))).toBe('INCOMPLETE root.json json');
    expect(said(updateRoot(state, makeRoot({ version: 2, signers: stewards.slice(0, 2) })))).toBe('TAMPERED root.json signatures');
  });

  test('that is not the next one', () => {
    expect(said(updateRoot(state, makeRoot({ version: 3 })))).toBe('TAMPERED root.json version');
    expect(said(updateRoot(state, makeRoot({ version: 1 })))).toBe('TAMPERED root.json version');
  });

  test('that is another channel’s, in the product', () => {
    const mine = begin({}, ofChannel('x'));
    expect(said(updateRoot(mine, ofChannel('x', 2)))).toBe('accepted');
    expect(said(updateRoot(mine, ofChannel('y', 2)))).toBe('TAMPERED root.json channel');
    expect(said(updateRoot(mine, makeRoot({ version: 2 })))).toBe('TAMPERED root.json channel');
    expect(said(updateRoot(state, ofChannel('x', 2)))).toBe('TAMPERED root.json channel');
    expect(said(updateRoot(state, ofChannel(7, 2)))).toBe('accepted');
    expect(said(updateRoot(state, makeRoot({ version: 2, edit: withFields({ channel: 'x' }) })))).toBe('accepted');
    expect(said(updateRoot(begin(strict, ofChannel('x')), ofChannel('y', 2)))).toBe('accepted');
  });

  test('leaves nothing believed that was signed under the one before', () => {
    const next = updateRoot(believe(makeEdition()), makeRoot({ version: 2 }));
    expect(next.ok && next.value).toMatchObject({ timestamp: null, snapshot: null, targets: null, signers: [], root: { version: 2 } });
  });

  test('that has expired stops strict mode, from its very second', () => {
    const root = makeRoot({ edit: withFields({ expires: '2026-11-22T12:00:00Z' }) });
    const { timestamp } = makeEdition();
    expect(said(updateTimestamp(begin(strict, root), timestamp))).toBe('ROOT_STALE root.json expires');
    expect(said(updateTimestamp(begin({ ...strict, ...at(-1) }, root), timestamp))).toBe('accepted');
    expect(said(updateTimestamp(begin({}, root), timestamp))).toBe('accepted');
  });
});

describe('a timestamp', () => {
  const held = believe(makeEdition({ version: later }));

  test('that cannot be read or is a stranger’s', () => {
    expect(said(updateTimestamp(begin(), new Uint8Array()))).toBe('INCOMPLETE timestamp.json json');
    expect(stepsOf(makeEdition({ timestampSigners: [makeSigner()] }))).toEqual(['TAMPERED timestamp.json signatures']);
  });

  test('from further ahead than a publisher’s clock may be', () => {
    expect(stepsOf(makeEdition({ version: nowVersion + ahead })).at(-1)).toBe('accepted');
    expect(stepsOf(makeEdition({ version: nowVersion + ahead + 1 }))).toEqual(['MALFORMED timestamp.json clock']);
    expect(stepsOf(makeEdition({ version: nowVersion + ahead + 1 }), begin(at(1))).at(-1)).toBe('accepted');
    expect(stepsOf(makeEdition({ version: nowVersion + ahead + 1 }), begin(strict)).at(-1)).toBe('accepted');
  });

  test('that goes back', () => {
    expect(said(updateTimestamp(held, makeEdition().timestamp))).toBe('ROLLED_BACK timestamp.json version');
    const back = makeEdition({ timestampVersion: later + 1 }).timestamp;
    expect(said(updateTimestamp(held, back))).toBe('ROLLED_BACK snapshot.json version');
  });

  test('that goes back behind the floors, where the signed files are lost', () => {
    const { timestamp } = makeEdition();
    for (const [role, text] of [
      ['timestamp', 'ROLLED_BACK timestamp.json version'],
      ['snapshot', 'ROLLED_BACK snapshot.json version'],
      ['targets', 'accepted'],
    ] as const) {
      expect(said(updateTimestamp(begin({ floors: { ...noFloors, [role]: nowVersion + 1 } }), timestamp))).toBe(text);
      expect(said(updateTimestamp(begin({ floors: { ...noFloors, [role]: nowVersion } }), timestamp))).toBe('accepted');
    }
  });

  test('is stronger than the floors, once there is one', () => {
    const state = believe(makeEdition());
    const lifted = { ...state, options: options({ floors: { timestamp: later + 9, snapshot: later + 9, targets: 0 } }) };
    expect(said(updateTimestamp(lifted, makeEdition({ version: later }).timestamp))).toBe('accepted');
  });

  test('that has expired is no news in strict mode, but a floor', () => {
    const { timestamp } = makeEdition({ expires: now });
    expect(said(updateTimestamp(begin(strict), timestamp))).toBe('STALE timestamp.json expires');
    expect(said(updateTimestamp(begin({ ...strict, ...at(-1) }), timestamp))).toBe('accepted');
    expect(said(updateTimestamp(begin(strict), timestamp, 'stored'))).toBe('accepted');
    expect(said(updateTimestamp(begin(), timestamp))).toBe('accepted');
  });

  test('that is new leaves the snapshot, and targets to be named anew', () => {
    const next = updateTimestamp(believe(makeEdition()), makeEdition({ version: later }).timestamp);
    expect(next.ok && next.value).toMatchObject({ targets: null, signers: [], snapshot: { version: nowVersion } });
  });
});

describe('a snapshot', () => {
  test('before its timestamp, or after that has expired', () => {
    const { timestamp, snapshot } = makeEdition({ expires: now });
    expect(said(updateSnapshot(begin(), snapshot))).toBe('MALFORMED snapshot.json order');
    const stored = updateTimestamp(begin(strict), timestamp, 'stored');
    if (!stored.ok) throw new Error(textOf(stored.error));
    expect(said(updateSnapshot(stored.value, snapshot))).toBe('STALE timestamp.json expires');
    expect(said(updateSnapshot(stored.value, snapshot, 'stored'))).toBe('accepted');
  });

  test('that is not what the timestamp names', () => {
    const edition = makeEdition();
    const others = { editTimestamp: withFields({ meta: { 'snapshot.json': { version: later } } }) };
    expect(stepsOf({ ...edition, snapshot: edition.snapshot.slice(1) })[1]).toBe('INCOMPLETE snapshot.json short');
    expect(stepsOf(makeEdition(others))[1]).toBe('TAMPERED snapshot.json version');
    const stamp = updateTimestamp(begin(), makeEdition(others).timestamp);
    expect(stamp.ok && said(updateSnapshot(stamp.value, edition.snapshot, 'stored'))).toBe('accepted');
    expect(stamp.ok && said(updateSnapshot(stamp.value, new Uint8Array(), 'stored'))).toBe('INCOMPLETE snapshot.json json');
  });

  test('that is signed by one, or comes from too far ahead', () => {
    expect(stepsOf(makeEdition({ snapshotSigners: editors.slice(0, 1) }))[1]).toBe('TAMPERED snapshot.json signatures');
    const far = makeEdition({ snapshotVersion: nowVersion + ahead + 1, timestampVersion: nowVersion });
    expect(stepsOf(far)[1]).toBe('MALFORMED snapshot.json clock');
  });

  test('without targets, without a role that it had, or with an older one', () => {
    const meta = (fields: object) => makeEdition({ version: later, editSnapshot: withFields({ meta: fields as never }) });
    expect(stepsOf(meta({ 'other.json': { version: 1 } }))[1]).toBe('MALFORMED snapshot.json targets');
    const targets = { 'targets.json': { version: nowVersion } };
    const held = believe(makeEdition({ editSnapshot: withFields({ meta: { ...targets, 'other.json': { version: 2 } } }) }));
    expect(stepsOf(meta(targets), held)[1]).toBe('MALFORMED snapshot.json missing');
    expect(stepsOf(meta({ ...targets, 'other.json': { version: 1 } }), held)[1]).toBe('ROLLED_BACK targets.json version');
    expect(stepsOf(meta({ ...targets, 'other.json': { version: 2 } }), held)[1]).toBe('accepted');
    expect(stepsOf(meta({ 'targets.json': { version: nowVersion - 1 }, 'other.json': { version: 2 } }), held)[1]).toBe(
      'ROLLED_BACK targets.json version',
    );
  });

  test('with targets behind the floor', () => {
    const floor = (targets: number) => begin({ floors: { ...noFloors, targets } });
    expect(stepsOf(makeEdition(), floor(nowVersion + 1))[1]).toBe('ROLLED_BACK targets.json version');
    expect(stepsOf(makeEdition(), floor(nowVersion))[1]).toBe('accepted');
    const held = { ...believe(makeEdition()), options: options({ floors: { ...noFloors, targets: later + 9 } }) };
    expect(stepsOf(makeEdition({ version: later }), held)[1]).toBe('accepted');
  });

  test('that has expired, in strict mode', () => {
    const stamp = withFields({ expires: '2027-01-01T00:00:00Z' });
    const old = makeEdition({ expires: now, editTimestamp: stamp });
    expect(stepsOf(old, begin(strict))[1]).toBe('STALE snapshot.json expires');
    expect(stepsOf(old, begin())[1]).toBe('accepted');
    expect(stepsOf(old, begin({ ...strict, ...at(-1) }))[1]).toBe('accepted');
  });

  test('leaves targets to be named anew', () => {
    const held = believe(makeEdition());
    const same = updateSnapshot(held, makeEdition().snapshot, 'stored');
    expect(same.ok && same.value).toMatchObject({ targets: null, signers: [] });
  });
});

describe('targets', () => {
  test('before their snapshot, or after another timestamp', () => {
    const { targets } = makeEdition();
    expect(said(updateTargets(begin(), targets))).toBe('MALFORMED targets.json order');
    const held = believe(makeEdition());
    expect(said(updateTargets({ ...held, timestamp: null }, targets))).toBe('MALFORMED targets.json order');
    const next = updateTimestamp(held, makeEdition({ version: later }).timestamp);
    expect(next.ok && said(updateTargets(next.value, targets))).toBe('MALFORMED targets.json order');
  });

  test('that are not what the snapshot names', () => {
    const edition = makeEdition();
    const link = (fields: object) => withFields({ meta: { 'targets.json': { version: nowVersion, ...fields } } });
    expect(stepsOf(makeEdition({ editSnapshot: link({ length: 1 }) }))[2]).toBe('TAMPERED targets.json long');
    expect(stepsOf(makeEdition({ editSnapshot: link({ version: later }) }))[2]).toBe('TAMPERED targets.json version');
    expect(stepsOf({ ...edition, targets: new Uint8Array() })[2]).toBe('INCOMPLETE targets.json json');
  });

  test('that are signed by one, or come from too far ahead', () => {
    expect(stepsOf(makeEdition({ signers: editors.slice(0, 1), snapshotSigners: editors.slice(0, 2) }))[2]).toBe(
      'TAMPERED targets.json signatures',
    );
    const far = makeEdition({ version: nowVersion + ahead + 1, snapshotVersion: nowVersion });
    expect(stepsOf(far)[2]).toBe('MALFORMED targets.json clock');
  });

  test('that have expired, or whose snapshot has, in strict mode', () => {
    const fresh = withFields({ expires: '2027-01-01T00:00:00Z' });
    const overdue = makeEdition({ expires: now, editTimestamp: fresh, editSnapshot: fresh });
    expect(stepsOf(overdue, begin(strict))[2]).toBe('REVIEW_OVERDUE targets.json expires');
    expect(stepsOf(overdue, begin({ ...strict, ...at(-1) }))[2]).toBe('accepted');
    expect(stepsOf(overdue, begin())[2]).toBe('accepted');
    const old = makeEdition({ expires: now, editTimestamp: fresh, editTargets: fresh });
    const stamped = updateTimestamp(begin(strict), old.timestamp);
    const listed = stamped.ok ? updateSnapshot(stamped.value, old.snapshot, 'stored') : stamped;
    expect(listed.ok && said(updateTargets(listed.value, old.targets))).toBe('STALE snapshot.json expires');
  });

  test('come with those who signed them', () => {
    const public_ = editors.slice(0, 2).map(({ key }) => key.keyval.public);
    expect(believe(makeEdition()).signers).toEqual(public_);
    expect(begin().signers).toEqual([]);
  });
});

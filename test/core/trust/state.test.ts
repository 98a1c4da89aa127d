import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { dayMs } from '../../../content/core/publish/roles.ts';
import {
  floorsOf,
  startTrust,
  updateRoot,
  updateSnapshot,
  updateTargets,
  updateTimestamp,
  warningsOf,
} from '../../../content/core/trust/state.ts';
import { makeSigner } from '../../../content/node/keys.ts';
import {
  begin,
  believe,
  editors,
  makeEdition,
  makeRoot,
  now,
  nowVersion,
  options,
  outcome,
  stewards,
  tamper,
  withFields,
} from '../../support/signed-repository.ts';

const codeOf = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'accepted' : result.error?.code);
const later = nowVersion + 60;

describe('an honest repository', () => {
  test('is accepted, and its versions become the floors', () => {
    const state = believe(makeEdition());
    expect(state.targets?.targets.get('page.md')?.length).toBe(7);
    expect(floorsOf(state)).toEqual({ timestamp: nowVersion, snapshot: nowVersion, targets: nowVersion });
    expect(warningsOf(state)).toEqual([]);
  });

  test('with the same timestamp leaves the very same state', () => {
    const state = believe(makeEdition());
    const next = updateTimestamp(state, makeEdition().timestamp);
    expect(next.ok && next.value === state).toBe(true);
  });

  test('may be newer', () => {
    expect(outcome(makeEdition({ version: later }), believe(makeEdition()))).toBe('accepted');
  });

  test('may refresh its timestamp alone', () => {
    const first = makeEdition();
    const beat = makeEdition({ timestampVersion: later });
    const state = believe({ ...first, timestamp: beat.timestamp }, believe(first));
    expect(state.timestamp?.version).toBe(later);
  });
});

describe('the root chain', () => {
  const state = begin();
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['the next root, signed by old and new', makeRoot({ version: 2 }), 'accepted'],
    ['two of three needed signatures', makeRoot({ version: 2, signers: stewards.slice(0, 2) }), 'TAMPERED'],
    ['signed by its own new stewards only', ownStewards(), 'TAMPERED'],
    ['signed by the old stewards only', strangersNamed(), 'TAMPERED'],
    ['a version is skipped', makeRoot({ version: 3 }), 'TAMPERED'],
    ['the same version again', makeRoot({ version: 1 }), 'TAMPERED'],
    ['cut in half', makeRoot({ version: 2 }).slice(0, 700), 'INCOMPLETE'],
    ['no consistent snapshots', makeRoot({ version: 2, edit: withFields({ consistent_snapshot: false }) }), 'MALFORMED'],
    ['threshold nought', makeRoot({ version: 2, edit: noThreshold }), 'MALFORMED'],
    ['signed by the same stewards for a channel', makeRoot({ version: 2, edit: withFields({ channel: { id: 'x' } }) }), 'TAMPERED'],
    ['specification 2', makeRoot({ version: 2, edit: withFields({ spec_version: '2.0.0' }) }), 'APP_TOO_OLD'],
  ];
  test.each(cases)('%s', (_, bytes, code) => expect(codeOf(updateRoot(state, bytes))).toBe(code));

  function ownStewards(): Uint8Array {
    const strangers = Array.from({ length: 5 }, makeSigner);
    return makeRoot({ version: 2, stewards: strangers, signers: strangers.slice(0, 3) });
  }
  function strangersNamed(): Uint8Array {
    return makeRoot({ version: 2, stewards: Array.from({ length: 5 }, makeSigner), signers: stewards.slice(0, 3) });
  }
  function noThreshold(signed: Parameters<ReturnType<typeof withFields>>[0]) {
    return { ...signed, roles: { ...(signed.roles as object), timestamp: { keyids: [], threshold: 0 } } };
  }

  test('a first root below its own threshold is refused', () => {
    expect(codeOf(startTrust(makeRoot({ signers: stewards.slice(0, 2) }), options()))).toBe('TAMPERED');
  });

  test('all keys may change at once when the old ones sign too', () => {
    const strangers = Array.from({ length: 5 }, makeSigner);
    const root = makeRoot({ version: 2, stewards: strangers, signers: [...stewards.slice(0, 3), ...strangers.slice(0, 3)] });
    expect(codeOf(updateRoot(state, root))).toBe('accepted');
  });

  test('recovers from a fast-forward once the thief’s key is gone: nothing signed by it is a floor any more', () => {
    const forward = makeEdition({ version: nowVersion + 29 * 86_400 });
    const stuck = believe(forward);
    expect(outcome(makeEdition({ version: later }), stuck)).toBe('ROLLED_BACK');
    const others = Array.from({ length: 5 }, makeSigner);
    const rooted = updateRoot(stuck, makeRoot({ version: 2, editors: others }));
    if (!rooted.ok) throw new Error(rooted.error.code);
    expect(codeOf(updateTimestamp(rooted.value, forward.timestamp))).toBe('TAMPERED');
    expect(outcome(makeEdition({ version: later, signers: others.slice(0, 2) }), rooted.value)).toBe('accepted');
  });
});

describe('attacks', () => {
  const held = () => believe(makeEdition({ version: later }));

  test('rollback of everything is refused', () => expect(outcome(makeEdition(), held())).toBe('ROLLED_BACK'));

  test('rollback of the snapshot under a new timestamp is refused', () =>
    expect(outcome(makeEdition({ timestampVersion: later + 1 }), held())).toBe('ROLLED_BACK'));

  test('rollback of the targets under a new snapshot is refused', () =>
    expect(outcome(makeEdition({ snapshotVersion: later + 1 }), held())).toBe('ROLLED_BACK'));

  test('rollback is refused by the floors alone when the signed files are lost', () => {
    const floors = { timestamp: later, snapshot: later, targets: later };
    expect(outcome(makeEdition(), begin({ floors }))).toBe('ROLLED_BACK');
    expect(outcome(makeEdition({ snapshotVersion: later + 1 }), begin({ floors }))).toBe('ROLLED_BACK');
  });

  test('mix-and-match: targets of one edition under the snapshot of another', () => {
    const [one, two] = [makeEdition(), makeEdition({ version: later })];
    expect(outcome({ ...two, targets: one.targets })).toBe('TAMPERED');
  });

  test('mix-and-match: a snapshot that the timestamp does not name', () => {
    const [one, two] = [makeEdition(), makeEdition({ version: later })];
    expect(outcome({ ...two, snapshot: one.snapshot })).toBe('TAMPERED');
  });

  test('targets signed by one of two are refused', () => expect(outcome(makeEdition({ signers: editors.slice(0, 1) }))).toBe('TAMPERED'));

  test('a snapshot signed by one of two is refused', () =>
    expect(outcome(makeEdition({ snapshotSigners: editors.slice(0, 1) }))).toBe('TAMPERED'));

  test('targets signed by stewards instead of editors are refused', () => {
    const wrong = makeEdition({
      signers: stewards.slice(0, 2),
      snapshotSigners: editors.slice(0, 2),
      timestampSigners: stewards.slice(0, 1),
    });
    expect(outcome(wrong)).toBe('TAMPERED');
  });

  test('a timestamp signed by a stranger is refused', () =>
    expect(outcome(makeEdition({ timestampSigners: [makeSigner()] }))).toBe('TAMPERED'));

  test('one person’s key under two ids counts once', () => {
    const [one] = editors as [(typeof editors)[0], ...typeof editors];
    const twin = { ...one, keyid: 'f'.repeat(64) };
    const root = begin({}, makeRoot({ editors: [one, twin] }));
    expect(outcome(makeEdition({ signers: [one, twin] }), root)).toBe('TAMPERED');
  });

  test('the same signature twice makes the file malformed', () => {
    const twice = tamper(makeEdition().timestamp, ({ signatures }) => signatures.push(signatures[0] ?? null));
    expect(codeOf(updateTimestamp(begin(), twice))).toBe('MALFORMED');
  });

  test('a changed version after signing is refused', () => {
    const changed = tamper(makeEdition().timestamp, ({ signed }) => {
      signed.version = later;
    });
    expect(codeOf(updateTimestamp(begin(), changed))).toBe('TAMPERED');
  });

  test('a snapshot without targets is malformed, not an exception', () =>
    expect(outcome(makeEdition({ editSnapshot: withFields({ meta: {} }) }))).toBe('MALFORMED'));

  test('a role that vanishes from the snapshot is malformed', () => {
    const more = withFields({ meta: { 'targets.json': { version: nowVersion }, 'other.json': { version: 1 } } });
    const state = believe(makeEdition({ editSnapshot: more }));
    expect(outcome(makeEdition({ version: later }), state)).toBe('MALFORMED');
  });

  test('a cut snapshot is a half copy', () => {
    const edition = makeEdition();
    expect(outcome({ ...edition, snapshot: edition.snapshot.slice(0, -1) })).toBe('INCOMPLETE');
  });

  test('a snapshot of the right length and other content is tampered with', () => {
    const edition = makeEdition();
    const flipped = edition.snapshot.slice();
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    expect(outcome({ ...edition, snapshot: flipped })).toBe('TAMPERED');
  });

  test('a longer snapshot than was signed is tampered with', () => {
    const edition = makeEdition();
    expect(outcome({ ...edition, snapshot: encodeUtf8(`${new TextDecoder().decode(edition.snapshot)} `) })).toBe('TAMPERED');
  });

  test('fast-forward beyond the clock’s bound is malformed', () =>
    expect(outcome(makeEdition({ version: Number.MAX_SAFE_INTEGER }))).toBe('MALFORMED'));

  test('fast-forward within the bound is accepted', () => expect(outcome(makeEdition({ version: nowVersion + 86_400 }))).toBe('accepted'));

  test('files out of their order are refused', () => {
    const edition = makeEdition();
    expect(codeOf(updateSnapshot(begin(), edition.snapshot))).toBe('MALFORMED');
    expect(codeOf(updateTargets(begin(), edition.targets))).toBe('MALFORMED');
  });

  test('a state that refused is as it was', () => {
    const state = held();
    const before = { ...state };
    updateTimestamp(state, makeEdition().timestamp);
    expect({ ...state }).toEqual(before);
  });
});

describe('time', () => {
  const old = makeEdition({ expires: new Date(now.getTime() - dayMs) });

  test('expired files are believed with a warning in the product', () =>
    expect(warningsOf(believe(old)).map(({ code }) => code)).toEqual(['STALE', 'REVIEW_OVERDUE']));

  test('expired files are refused in strict mode', () => expect(outcome(old, begin({ mode: 'strict' }))).toBe('STALE'));

  test('an expired root warns in the product and stops in strict mode', () => {
    const root = makeRoot({ edit: withFields({ expires: '2026-11-01T00:00:00Z' }) });
    expect(warningsOf(believe(makeEdition(), begin({}, root))).map(({ code }) => code)).toEqual(['ROOT_STALE']);
    expect(outcome(makeEdition(), begin({ mode: 'strict' }, root))).toBe('ROOT_STALE');
  });

  test('a clock ten years behind neither locks out nor hides that it is wrong', () => {
    const state = believe(makeEdition(), begin({ now: new Date('2016-11-22T12:00:00Z') }));
    expect(warningsOf(state).map(({ code }) => code)).toEqual(['CLOCK']);
  });

  test('an expiry that is not a date is malformed', () => {
    for (const expires of ['never', '2026-13-01T00:00:00Z', '2027-02-30T00:00:00Z', '2027-01-01', ''])
      expect(outcome(makeEdition({ editTimestamp: withFields({ expires }) }))).toBe('MALFORMED');
  });

  test('strict mode takes versions as the specification has them', () => {
    const state = begin({ mode: 'strict' });
    expect(outcome(makeEdition({ version: 1 }), state)).toBe('accepted');
    expect(outcome(makeEdition({ version: Number.MAX_SAFE_INTEGER }), state)).toBe('accepted');
  });
});

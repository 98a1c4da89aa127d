import { expect, test } from 'vitest';
import { dayMs } from '../../../content/core/publish/roles.ts';
import { searchTarget } from '../../../content/core/trust/delegations.ts';
import type { JsonValue } from '../../../content/core/trust/read-json.ts';
import { begin, believe, makeEdition, now, options, withFields } from '../../support/signed-repository.ts';

// The walk itself is tested over HTTP in test/conformance/delegations.test.ts, with repositories that really delegate.
const believed = (fields: Record<string, JsonValue> = {}) =>
  believe(makeEdition({ editTargets: withFields(fields) }), begin({ mode: 'strict' }));

test('finds a file of the top-level targets without asking for anything', () => {
  const step = searchTarget(believed(), 'page.md');
  expect(step.ok && step.value).toMatchObject({ kind: 'found', role: 'targets', file: { length: 7 } });
});

test('knows what nobody has', () => expect(searchTarget(believed(), 'other')).toEqual({ ok: true, value: { kind: 'absent' } }));

test.each(['targets', 'snapshot', 'timestamp'])('needs a whole update first: without %s', (role) => {
  const step = searchTarget({ ...believed(), [role]: null }, 'page.md');
  expect(!step.ok && step.error).toEqual({ code: 'MALFORMED', data: { file: 'targets.json', why: 'order' } });
});

test('does nothing under a root that has expired', () => {
  const late = { ...options({ mode: 'strict' }), now: new Date(now.getTime() + 2_000 * dayMs) };
  const step = searchTarget({ ...believed(), options: late }, 'page.md');
  expect(!step.ok && step.error.code).toBe('ROOT_STALE');
});

const delegations = { keys: {}, roles: [{ name: 'A', keyids: [], threshold: 1, terminating: false, paths: ['*'] }] };

test('a role that the snapshot does not list ends the search', () => {
  const step = searchTarget(believed({ delegations }), 'other');
  expect(!step.ok && step.error).toEqual({ code: 'MALFORMED', data: { file: 'A.json', why: 'snapshot' } });
});

test('product mode follows nobody', () => {
  const step = searchTarget(believe(makeEdition({ editTargets: withFields({ delegations }) })), 'other');
  expect(step.ok && step.value.kind).toBe('absent');
});

import { describe, expect, test } from 'vitest';
import { type LaunchFacts, readLaunch } from '../../electron/launch.ts';

const facts: LaunchFacts = {
  args: [],
  platform: 'linux',
  env: {},
  appPath: '/opt/x/resources/app.asar',
  testMarkExists: false,
  appData: '/home/x/.config',
  inspected: false,
};
const staged = { appPath: '/opt/x/resources/app', testMarkExists: true };
const read = (changes: Partial<LaunchFacts>) => readLaunch({ ...facts, ...changes });

describe('a start', () => {
  test('without arguments opens the window on the person’s data', () =>
    expect(read({})).toEqual({
      kind: 'start',
      testBuild: false,
      smokeTest: false,
      reportStart: false,
      userData: '/home/x/.config/National Guides',
      policyFile: null,
    }));

  test('with an inspector is refused, however it was asked for', () => {
    expect(read({ args: ['--inspect'] })).toEqual({ kind: 'refused', name: 'inspect' });
    expect(read({ inspected: true })).toEqual({ kind: 'refused', name: 'inspect' });
    expect(read({ ...staged, args: ['--inspect=0'], inspected: true })).toMatchObject({ kind: 'start', testBuild: true });
  });

  test('as a smoke test keeps its own data', () => {
    expect(read({ args: ['--smoke-test'] })).toMatchObject({ smokeTest: true, userData: '/home/x/.config/National Guides/smoke-test' });
    expect(read({ args: ['--smoke-test', '--user-data-dir=/tmp/x'] })).toMatchObject({ userData: '/tmp/x' });
  });

  test('takes another policy in test builds only', () => {
    expect(read({ args: ['--policy-file=/tmp/p.json'] })).toMatchObject({ policyFile: null });
    expect(read({ ...staged, args: ['--policy-file=/tmp/p.json'] })).toMatchObject({ policyFile: '/tmp/p.json' });
  });

  test('can be timed', () => expect(read({ args: ['--report-start'] })).toMatchObject({ reportStart: true }));
});

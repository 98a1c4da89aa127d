// What a start was asked for, decided from its arguments alone, before anything is opened.
import path from 'node:path';
import { userDataFolder } from './places.ts';
import { isTestBuild, refusedSwitch } from './windows/switches.ts';

export interface LaunchFacts {
  /** Arguments without the executable. */
  readonly args: readonly string[];
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder or archive of the app, as Electron found it. */
  readonly appPath: string;
  readonly testMarkExists: boolean;
  /** Electron's per-user folder. */
  readonly appData: string;
  /** Whether an inspector listens already, however it was started. */
  readonly inspected: boolean;
}

export type Launch =
  | { readonly kind: 'refused'; readonly name: string }
  | {
      readonly kind: 'start';
      readonly testBuild: boolean;
      /** Open, search once, say one line, end. */
      readonly smokeTest: boolean;
      /** Say one line when the first text is painted, and stay open (for measurements). */
      readonly reportStart: boolean;
      readonly userData: string;
      /** Another place for machine policy, in test builds only: the machine's own needs an administrator. */
      readonly policyFile: string | null;
    };

export function readLaunch(facts: LaunchFacts): Launch {
  const testBuild = isTestBuild(facts.appPath, facts.testMarkExists);
  const refused = refusedSwitch(facts.args, testBuild, facts.platform) ?? (facts.inspected && !testBuild ? 'inspect' : null);
  if (refused !== null) return { kind: 'refused', name: refused };
  const smokeTest = facts.args.includes('--smoke-test');
  const chosen = switchValue(facts.args, 'user-data-dir');
  const folder = userDataFolder(chosen, facts.platform, facts.env, facts.appData);
  return {
    kind: 'start',
    testBuild,
    smokeTest,
    reportStart: facts.args.includes('--report-start'),
    // A smoke test must work beside an open window, and must not touch what the person keeps.
    userData: smokeTest && chosen === '' ? path.join(folder, 'smoke-test') : folder,
    policyFile: testBuild ? switchValue(facts.args, 'policy-file') || null : null,
  };
}

function switchValue(args: readonly string[], name: string): string {
  const start = `--${name}=`;
  return args.find((arg) => arg.startsWith(start))?.slice(start.length) ?? '';
}

// `guides doctor`: what keeps guides from arriving at this PC, with what to do about it.
import { readFileSync } from 'node:fs';
import { type ErrorCode, errorNumbers, errorReference } from '../core/base/error.ts';
import { examinePolicy, examineStore, machinePolicy } from '../node/examine-pc.ts';
import { examineShare, type Finding } from '../node/examine-share.ts';
import { readArguments, UsageError } from './arguments.ts';
import { doctorSentence } from './doctor-words.ts';
import { doctorHelp } from './help-sync.ts';
import { ownRootNote, takeShares } from './share-options.ts';
import { printable, type Terminal } from './terminal.ts';

const rules = {
  store: { takesValue: true },
  policy: { takesValue: true },
  root: { takesValue: true },
  json: { takesValue: false },
} as const;

interface About extends Finding {
  readonly about: string;
}

/** @returns the exit code. Throws `UsageError` and the system's errors for --root. */
export async function doctor(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(doctorHelp);
    return 0;
  }
  const named = takeShares(args);
  const { options } = readArguments(named.rest, rules, 0);
  const rootFile = options.get('root');
  const pinnedRoot = rootFile === undefined ? null : readFileSync(rootFile);
  const policy = examinePolicy(options.get('policy') ?? machinePolicy(process.platform, process.env));
  const findings: About[] = [{ about: 'policy', ...policy.finding }];
  const shares = named.shares.length > 0 ? named.shares : policy.shares;
  const store = options.get('store');
  if (shares.length === 0 && store === undefined && policy.finding.found === 'none')
    throw new UsageError('There is no policy file that names a share. Say what to look at: --share <folder>.');
  for (const share of shares) {
    terminal.progress(`Looking at ${share}`);
    findings.push(...(await examineShare({ share, pinnedRoot, now })).map((finding) => ({ about: share, ...finding })));
  }
  if (store !== undefined) findings.push(...examineStore(store).map((finding) => ({ about: store, ...finding })));
  terminal.done();
  const isWell = findings.every(({ verdict }) => verdict !== 'fault');
  if (options.has('json')) terminal.out(JSON.stringify({ ok: isWell, findings }));
  else {
    if (shares.length > 0 && pinnedRoot === null) terminal.note(ownRootNote);
    say(findings, terminal);
    terminal.out(isWell ? 'No faults were found.' : 'There are faults to mend.');
  }
  return isWell ? 0 : 1;
}

const marks = { good: 'ok   ', hint: 'note ', fault: 'FAULT' } as const;

function say(findings: readonly About[], terminal: Terminal): void {
  let about = '';
  for (const finding of findings) {
    if (finding.about !== about) terminal.out(printable(finding.about));
    about = finding.about;
    terminal.out(`  ${marks[finding.verdict]}  ${finding.check.padEnd(10)}  ${doctorSentence(finding)}${reference(finding.found)}`);
  }
}

/** As the app shows it, so that what IT is told by a reader can be found here. */
function reference(found: string): string {
  return Object.hasOwn(errorNumbers, found) ? ` (${errorReference(found as ErrorCode)})` : '';
}

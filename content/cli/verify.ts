// `guides verify`: the share's report as a table for people or as JSON for programs.
import { readFileSync } from 'node:fs';
import { type AppError, errorReference } from '../core/base/error.ts';
import { type ShareReport, verifyShare } from '../node/verify-share.ts';
import { readArguments } from './arguments.ts';
import { verifyHelp } from './help.ts';
import { printable, type Terminal, table } from './terminal.ts';

const rules = { root: { takesValue: true }, json: { takesValue: false } } as const;

/** At most this many names are listed for a channel; `--json` lists all. */
const listed = 20;

/** @returns the exit code. Throws `UsageError`, SHARE_UNREACHABLE, SHARE_DENIED and the system's errors. */
export async function verify(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(verifyHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, rules, 1);
  const rootFile = options.get('root');
  const report = await verifyShare({
    share: positional[0] as string,
    root: rootFile === undefined ? null : readFileSync(rootFile),
    now,
    onProgress: (channel, done, of) => terminal.progress(`Checking ${channel} (${done} of ${of})`),
  });
  terminal.done();
  if (options.has('json')) terminal.out(JSON.stringify(report));
  else say(report, terminal);
  return report.ok ? 0 : 1;
}

function say(report: ShareReport, terminal: Terminal): void {
  if (!report.pinned) terminal.note('No --root was given: the share’s own first root is believed. This shows damage, not a forged share.');
  const { error, warnings } = report.directory;
  if (error) terminal.out(`directory: ${sentence(error)}`);
  for (const warning of warnings) terminal.out(`directory: ${sentence(warning)}`);
  const rows = report.channels.map(({ channel, seal, guides, files, bytes, error: fault, warnings: hints }) => [
    channel,
    seal ? String(seal.version) : '-',
    seal ? `${seal.signers.length} of ${seal.keys}, ${seal.threshold} needed` : '-',
    seal ? seal.expires.slice(0, 10) : '-',
    guides,
    files,
    Math.ceil(bytes / 1024),
    [fault?.code ?? 'ok', ...hints.map(({ code }) => code)].join(' '),
  ]);
  if (rows.length > 0) terminal.out(table(['channel', 'edition', 'signed by', 'confirmed to', 'guides', 'files', 'kB', 'result'], rows));
  for (const channel of report.channels) {
    if (channel.error) terminal.out(`${channel.channel}: ${sentence(channel.error)}`);
    for (const { file, code, why } of channel.bad.slice(0, listed)) terminal.out(`${channel.channel}: ${code} ${printable(file)} (${why})`);
    if (channel.bad.length > listed) terminal.out(`${channel.channel}: … and ${channel.bad.length - listed} more`);
    for (const name of channel.unsigned.slice(0, listed)) terminal.note(`${channel.channel}: not signed, passed over: ${printable(name)}`);
  }
  if (report.demo) terminal.out('Signed with demonstration keys: nobody has approved these guides.');
  terminal.out(report.ok ? 'Everything verified.' : 'This share does not verify.');
}

function sentence(error: AppError): string {
  const facts = Object.entries(error.data).map(([name, value]) => `${name} ${printable(String(value))}`);
  return `${error.code} (${errorReference(error.code)})${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`;
}

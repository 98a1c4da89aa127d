// `guides build`: the words of the command on one side, makeShare on the other, and what is said about it.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../core/guide/model.ts';
import { readArguments, UsageError } from './arguments.ts';
import { buildHelp } from './help.ts';
import { KeysMissing, type MadeShare, makeShare } from './make-share.ts';
import { printable, type Terminal, table } from './terminal.ts';

const rules = {
  out: { takesValue: true },
  lenient: { takesValue: false },
  keys: { takesValue: true },
  json: { takesValue: false },
} as const;

/** @returns the exit code. Throws `UsageError` and the system's errors. */
export async function build(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(buildHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, rules, 1);
  const folder = positional[0] as string;
  const out = options.get('out');
  if (!out) throw new UsageError('Say where to write the share: --out <share>.');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`There is no folder "${folder}".`);
  if (isWithin(folder, out))
    throw new UsageError('The share may not lie inside the folder of guides: it would be read as guides the next time.');
  const keys = options.get('keys') ?? null;
  if (keys && isWithin(out, keys)) throw new UsageError('Keys may not lie inside the share: everybody reads it.');
  const mode = options.has('lenient') ? 'lenient' : 'strict';
  let made: MadeShare;
  try {
    const onProgress = (what: string, done: number, of: number) => terminal.progress(`${what} (${done} of ${of})`);
    made = await makeShare({ folder, out, mode, keys, now, onProgress });
  } catch (error) {
    if (!(error instanceof KeysMissing)) throw error;
    terminal.note(
      `There is a share at ${out} already, and the keys it was signed with are not here${keys ? ` (${keys})` : ''}. Name the folder they were kept in with --keys, or write to another folder.`,
    );
    return 2;
  }
  terminal.done();
  if (options.has('json')) terminal.out(JSON.stringify(jsonOf(made, out, mode)));
  else sayBuilt(made, out, terminal);
  return made.written ? 0 : 1;
}

function sayBuilt(made: MadeShare, out: string, terminal: Terminal): void {
  for (const problem of sorted(made.problems)) terminal.note(printable(lineOf(problem)));
  for (const { path: file, reason } of [...made.dropped].sort((a, b) => (a.path < b.path ? -1 : 1)))
    terminal.note(printable(`${file}:0: hint dropped ${reason}`));
  if (made.packs.length > 0) {
    const rows = made.packs.map((pack) => [
      pack.channel,
      printable(pack.title),
      pack.guides,
      pack.images,
      pack.files,
      kilobytes(pack.bytes),
    ]);
    terminal.out(table(['channel', 'title', 'guides', 'images', 'files', 'kB'], rows));
  }
  const count = (severity: Problem['severity']) => made.problems.filter((problem) => problem.severity === severity).length;
  const counts = `${count('error')} errors, ${count('warning')} warnings, ${count('hint')} hints, ${made.dropped.length} files left out`;
  if (made.written) {
    terminal.out(`Written to ${out}: edition ${made.version}, ${made.written.written} files new, ${made.written.kept} kept (${counts}).`);
    terminal.out('Signed with demonstration keys: nobody has approved these guides.');
  } else terminal.out(`Nothing was written (${counts}).`);
}

function jsonOf(made: MadeShare, share: string, mode: string): object {
  return { ok: made.written !== null, share: path.resolve(share), mode, ...made, problems: sorted(made.problems) };
}

/** `file:line: severity rule message`, as editors and CI can click on. */
export function lineOf(problem: Problem): string {
  return `${problem.file}:${problem.line}: ${problem.severity} ${problem.rule} ${problem.message}`;
}

function sorted(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function isWithin(outer: string, inner: string): boolean {
  const relative = path.relative(path.resolve(outer), path.resolve(inner));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);

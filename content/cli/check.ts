// `guides check`: everything an editor would say of a folder of guides before anybody signs it: what the builder refuses, and
// what the rules of style find. Writes nothing.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Problem, Severity } from '../core/guide/model.ts';
import { parseGuide } from '../core/guide/parse.ts';
import { sortSources } from '../core/pack/sources.ts';
import { textOf } from '../core/pack/text-of.ts';
import { readAnswers, withoutAnswered } from '../core/style/answers.ts';
import { checkStyle } from '../core/style/check-style.ts';
import type { StyledGuide } from '../core/style/model.ts';
import { readArguments, UsageError } from './arguments.ts';
import { lineOf } from './build.ts';
import { checkHelp } from './help-check.ts';
import { makeShare } from './make-share.ts';
import { type PackSources, readPacks } from './read-packs.ts';
import { printable, type Terminal } from './terminal.ts';

/** @returns the exit code: 1 when there is an error or a hint that nobody answered. Throws `UsageError` and the system's errors. */
export async function check(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(checkHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, { json: { takesValue: false } }, 1);
  const folder = positional[0] as string;
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new UsageError(`There is no folder "${folder}".`);
  const { guides, problems } = await checkFolder(folder, now);
  if (options.has('json')) terminal.out(JSON.stringify({ ok: problems.length === 0, guides, problems }));
  else {
    for (const problem of problems) terminal.note(printable(lineOf(problem)));
    const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
    terminal.out(`${guides} guides: ${count('error')} errors, ${count('warning')} warnings, ${count('hint')} hints.`);
  }
  return problems.length === 0 ? 0 : 1;
}

/** What is wrong in a folder of packs, by file and line. Throws the system's errors. */
export async function checkFolder(folder: string, now: Date): Promise<{ readonly guides: number; readonly problems: readonly Problem[] }> {
  const { packs } = readPacks(folder, 'strict');
  const guides = packs.flatMap(guidesOf);
  const ids = new Map(guides.map(({ path: file, parsed }) => [file, parsed.meta.id as string]));
  const style = checkStyle(guides);
  const built = await problemsOfBuild(folder, now);
  // The builder says some of it too; one sentence is enough.
  const said = new Set(built.map(({ file, line, rule }) => `${file}:${line}:${rule}`));
  const mine = style.filter(({ file, line, rule }) => !said.has(`${file}:${line}:${sameRule[rule] ?? rule}`));
  const left = packs.flatMap((pack) => answered(pack, [...built, ...mine], ids));
  const elsewhere = [...built, ...mine].filter(({ file }) => !packs.some(({ prefix }) => file.startsWith(prefix)));
  return { guides: guides.length, problems: [...elsewhere, ...left].sort(inOrder) };
}

// Rules of the builder that say the same in other words.
const sameRule: Readonly<Record<string, string>> = { 'alt-missing': 'image-no-alt', 'source-missing': 'footnote-missing' };

function guidesOf({ prefix, files }: PackSources): readonly StyledGuide[] {
  return sortSources(files).guides.map((file) => ({
    path: `${prefix}${file.path}`,
    parsed: parseGuide(textOf(file.bytes).text, `${prefix}${file.path}`),
  }));
}

function answered({ prefix, files }: PackSources, problems: readonly Problem[], ids: ReadonlyMap<string, string>): readonly Problem[] {
  const own = problems.filter(({ file }) => file.startsWith(prefix));
  const file = files.find(({ path: name }) => name === 'style-answers.yml');
  if (!file) return own;
  const at = `${prefix}${file.path}`;
  const read = readAnswers(textOf(file.bytes).text, at);
  return [...read.problems, ...withoutAnswered(own, read.answers, (name) => ids.get(name), at)];
}

/** What a strict build says; the share that it makes is thrown away. */
async function problemsOfBuild(folder: string, now: Date): Promise<readonly Problem[]> {
  const out = mkdtempSync(path.join(tmpdir(), 'guides-check-'));
  try {
    return (await makeShare({ folder, out: path.join(out, 'share'), mode: 'strict', keys: null, now })).problems;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const severityOrder: readonly Severity[] = ['error', 'warning', 'hint'];

const inOrder = (a: Problem, b: Problem): number =>
  severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) || (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);

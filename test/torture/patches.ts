// `change.patch` of random suggestions, taken by real git: `git apply` and `git am` each give exactly the text that was
// proposed, in that one file, under the name of whoever proposed it. Where a text has CRLF, am is told to keep it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { GuideId } from '../../content/core/base/ids.ts';
import type { Suggestion } from '../../content/core/suggestion/model.ts';
import { changePatch, guideFileOf } from '../../content/core/suggestion/patch.ts';
import { patchAddress } from '../../content/core/suggestion/patch-mail.ts';
import { readSuggestion, writeSuggestion } from '../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { baseOf, sampleSuggestion } from '../support/suggestions.ts';
import { type Chance, chanceOf, type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { anyEdit, anyText, anyWhy, names, realTexts } from './patch-texts.ts';

/** Nothing of the machine's own settings. */
const environment = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: path.join(import.meta.dirname, 'no-such-file'),
  GIT_COMMITTER_NAME: 'Editor',
  GIT_COMMITTER_EMAIL: 'editor@example.org',
  GIT_AUTHOR_NAME: 'Editor',
  GIT_AUTHOR_EMAIL: 'editor@example.org',
  LC_ALL: 'C.UTF-8',
};

export const canGit = spawnSync('git', ['--version']).status === 0;

interface Ran {
  readonly code: number | null;
  readonly out: string;
}

export function git(folder: string, ...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env: environment, encoding: 'utf8' });
  return { code: status, out: `${stdout}${status === 0 ? '' : stderr}` };
}

export async function patchSuite(options: SuiteOptions): Promise<Figures> {
  // The number.
  const edits = options.count ?? (options.form === 'long' ? 1000 : 24);
  const chance = chanceOf(options.seed);
  const real = realTexts(400);
  return inFolder(async (home) => {
    const sources = path.join(home, 'sources');
    mkdirSync(sources);
    git(sources, 'init', '-q');
    const failures: string[] = [];
    const counts = { real: 0, crlf: 0, new: 0, applied: 0, merged: 0 };
    let cases = 0;
    const series: Suggestion[] = [];
    while (cases < edits && failures.length <= mostFailures) {
      const suggestion = anySuggested(chance, real, cases, counts);
      if (suggestion === null) continue;
      cases += 1;
      failures.push(...judge(sources, path.join(home, 'change.patch'), suggestion, counts).map((wrong) => `edit ${cases}: ${wrong}`));
      // Of texts without CRLF, which one call of `git am` does not take beside others.
      const { base, proposal, guide } = suggestion;
      const isPlain = !`${base?.source}${proposal.kind === 'change' || proposal.kind === 'new-guide' ? proposal.source : ''}`.includes(
        '\r',
      );
      if (isPlain && guide !== null) series.push(suggestion);
      options.onProgress?.(cases, edits);
    }
    failures.push(...judgeSeries(path.join(home, 'series'), path.join(home, 'series.mbox'), series));
    return { cases, accepted: counts.merged, crashes: 0, failures, notes: { ...counts, series: series.length } };
  });
}

/** Null where chance changed nothing, or made a text that no suggestion may have. */
function anySuggested(chance: Chance, real: readonly string[], number: number, counts: Record<string, number>): Suggestion | null {
  const id = `guide-${number}`;
  const isReal = real.length > 0 && chance.in100(40);
  const text = isReal ? chance.pick(real) : anyText(chance, id);
  const isNew = chance.in100(8);
  const next = isNew ? text : anyEdit(chance, text);
  const suggestion = sampleSuggestion({
    guide: isNew && chance.in100(50) ? null : (id as GuideId),
    base: isNew ? null : baseOf(text),
    about: null,
    proposal: isNew ? { kind: 'new-guide', source: next, template: null } : { kind: 'change', source: next },
    why: anyWhy(chance),
    author: { name: chance.pick(names), force: chance.pick(['Kent Police', 'Heddlu Gwynedd', 'Ŵ', 'A@b <c>']), role: 'Web manager' },
    modified: chance.pick(['2026-11-23T09:05:00.000Z', '2024-02-29T23:59:59.999Z', '1969-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z']),
  });
  if (isNew ? next === '' : next === text) return null;
  // Only what could really travel.
  const read = readSuggestion(writeSuggestion(suggestion), sha256);
  if (!read.ok) throw new Error(`this is no suggestion: ${read.error}`);
  if (isReal) counts.real = (counts.real ?? 0) + 1;
  if (isNew) counts.new = (counts.new ?? 0) + 1;
  return read.value;
}

/** One line for each thing that went wrong. Leaves the folder as it was found, with one commit more. */
function judge(sources: string, patchFile: string, suggestion: Suggestion, counts: Record<string, number>): readonly string[] {
  const patch = changePatch(suggestion);
  const { proposal, base } = suggestion;
  if (patch === null || (proposal.kind !== 'change' && proposal.kind !== 'new-guide')) return ['has no patch'];
  const file = guideFileOf(suggestion);
  const target = path.join(sources, file);
  const isCrlf = /\r\n/.test(`${base?.source ?? ''}\n${proposal.source}`) || proposal.source.endsWith('\r');
  if (isCrlf) counts.crlf = (counts.crlf ?? 0) + 1;
  rmSync(target, { force: true });
  if (base) writeFileSync(target, base.source);
  git(sources, 'add', '-A');
  git(sources, 'commit', '-q', '--allow-empty', '-m', 'base');
  writeFileSync(patchFile, patch);
  const wrong: string[] = [];
  const isThere = (): boolean => Buffer.from(proposal.source).equals(readFileSync(target));

  const applied = git(sources, 'apply', patchFile);
  if (applied.code !== 0) wrong.push(`apply: ${applied.out.trim()}`);
  else if (!isThere()) wrong.push('apply: other bytes');
  else counts.applied = (counts.applied ?? 0) + 1;
  const touched = git(sources, 'status', '--porcelain').out.trim();
  if (applied.code === 0 && touched.slice(touched.indexOf(' ') + 1).trim() !== file) wrong.push(`apply: touched ${touched}`);
  git(sources, 'checkout', '-q', '.');
  git(sources, 'clean', '-fdq');

  const merged = git(sources, 'am', '-q', ...(isCrlf ? ['--keep-cr'] : []), patchFile);
  if (merged.code !== 0) {
    git(sources, 'am', '--abort');
    return [...wrong, `am: ${merged.out.trim()}`];
  }
  if (!isThere()) wrong.push('am: other bytes');
  else counts.merged = (counts.merged ?? 0) + 1;
  const [author, email, subject, ...changed] = git(sources, 'show', '--format=%an%n%ae%n%s', '--name-only', 'HEAD').out.trim().split('\n');
  if (email !== patchAddress || !author || author.includes('@')) wrong.push(`am: by ${author} <${email}>`);
  if (!subject?.startsWith(file)) wrong.push(`am: as ${subject}`);
  if (changed.join('').trim() !== file) wrong.push(`am: touched ${changed.join(' ')}`);
  if (git(sources, 'rev-list', '--count', 'HEAD').out.trim() === '1') wrong.push('am: made no commit');
  return wrong;
}

/** All of them one behind the other, in one file and one call: each begins where the one before it ends. */
function judgeSeries(sources: string, mailbox: string, suggestions: readonly Suggestion[]): readonly string[] {
  mkdirSync(sources);
  git(sources, 'init', '-q');
  for (const { guide, base } of suggestions) if (base) writeFileSync(path.join(sources, `${guide}.md`), base.source);
  git(sources, 'add', '-A');
  git(sources, 'commit', '-q', '--allow-empty', '-m', 'base');
  writeFileSync(mailbox, suggestions.map((suggestion) => changePatch(suggestion) ?? '').join(''));
  const { code, out } = git(sources, 'am', '-q', mailbox);
  if (code !== 0) return [`series: ${out.trim()}`];
  const other = suggestions.filter(({ guide, proposal }) => {
    const wanted = proposal.kind === 'change' || proposal.kind === 'new-guide' ? proposal.source : '';
    return !Buffer.from(wanted).equals(readFileSync(path.join(sources, `${guide}.md`)));
  });
  const commits = Number(git(sources, 'rev-list', '--count', 'HEAD').out) - 1;
  return [
    ...other.map(({ guide }) => `series: other bytes in ${guide}`),
    ...(commits === suggestions.length ? [] : [`series: ${commits} commits of ${suggestions.length}`]),
  ];
}

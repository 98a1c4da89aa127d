// `guides inbox export`: suggestions as a series of patches that `git am` takes in their order, each by its author.
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { patchSeries } from '../../core/suggestion/patch-series.ts';
import { isDecided, latest } from '../../core/suggestion/responses.ts';
import { writeAtomic } from '../../node/atomic-write.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { exportHelp } from '../help-suggestions.ts';
import { isHelp, sayRefusal } from '../publishing.ts';
import { packOfChannel } from '../read-packs.ts';
import { printable, type Terminal } from '../terminal.ts';
import { chooseEntries } from './choose.ts';
import { type OpenedInbox, readInbox } from './read-inbox.ts';
import { refusedLines } from './say-inbox.ts';
import { authorWords } from './words.ts';

const rules = { git: { takesValue: true }, from: { takesValue: true }, json: { takesValue: false } } as const;

/** More than were ever waiting. */
const mostNamed = 10_000;

const leftWords = {
  conflict: 'the guide, or a patch before it, changed the same words',
  taken: 'the guide says so already',
  gone: 'there is no such guide',
  'no-text': 'it changes no text',
  'guide-there': 'there is a guide of that name already',
} as const;

/** @returns the exit code. Throws `UsageError`, INBOX_…, SHARE_…, SUGGESTION_NOT_FOUND and the system's errors. */
export async function exportInbox(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(exportHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, rules, [2, mostNamed]);
  const [share = '', channel = '', ...named] = positional;
  const isJson = options.has('json');
  const git = options.get('git');
  if (git === undefined) throw new UsageError('Say where to write the patches: --git <folder>.');
  if (existsSync(git) && readdirSync(git).length > 0) throw new UsageError(`The folder "${git}" is not empty: choose a new one.`);
  const from = options.get('from');
  const files = from === undefined ? null : packOfChannel(from, channel).pack.files;
  const read = await readInbox({ share, channel, files, now }, terminal);
  if (!read.ok) return sayRefusal(read.error, isJson, terminal);
  const opened = read.value;
  const chosen = named.length > 0 ? chooseEntries(opened.grouped.entries, named) : openOnes(opened);
  const { patches, left } = patchSeries(chosen, opened.guides);
  mkdirSync(git, { recursive: true });
  for (const { name, text } of patches) await writeAtomic(path.join(git, name), text);
  if (isJson)
    terminal.out(
      JSON.stringify({ ok: left.length === 0, patches: patches.map(({ name, digest, isRebased }) => ({ name, digest, isRebased })), left }),
    );
  else {
    for (const { name, isRebased, suggestion } of patches)
      terminal.out(`${name}  ${authorWords(suggestion.author)}${isRebased ? ' (put on the newest text)' : ''}`);
    for (const { digest, why } of left) terminal.note(`left out ${digest.slice(0, 8)}: ${leftWords[why]}.`);
    for (const line of refusedLines(opened.inbox)) terminal.note(line);
    terminal.out(
      `${patches.length} patches in ${printable(git)}. In the folder of the guides: git am ${printable(path.join(git, '*.patch'))}`,
    );
  }
  return left.length > 0 && named.length > 0 ? 1 : 0;
}

/** What changes a text and is not decided, each wording once. */
function openOnes({ grouped, responses }: OpenedInbox): OpenedInbox['grouped']['entries'] {
  const decided = new Set(responses.answers.filter((answer) => isDecided(latest(answer))).map(({ suggestion }) => suggestion));
  return grouped.entries.filter(
    ({ digest, duplicateOf, suggestion: { proposal } }) =>
      duplicateOf === null && !decided.has(digest) && (proposal.kind === 'change' || proposal.kind === 'new-guide'),
  );
}

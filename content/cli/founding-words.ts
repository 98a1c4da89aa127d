// What the commands that change roots have in common: their options, whom a word means, which groups may be, and what
// is said about drafts that wait for signatures.
import { readFileSync } from 'node:fs';
import type { AppError } from '../core/base/error.ts';
import { type GroupFault, type GroupKey, groupFault, keyMeant, type RootGroup } from '../core/publish/root-group.ts';
import type { FoundingInput, RootDraft } from '../node/founding.ts';
import { UsageError } from './arguments.ts';
import { nameOf } from './cards.ts';
import { sayRefusal as say } from './publishing.ts';
import { printable, type Terminal } from './terminal.ts';

export const commonRules = {
  share: { takesValue: true },
  root: { takesValue: true },
  note: { takesValue: true },
  json: { takesValue: false },
} as const;

/** A note of the staging format is at most this long. */
const longestNote = 2_000;

/** @param note what is said when --note says nothing. Throws `UsageError`, and the system's error for --root. */
export function inputOf(options: ReadonlyMap<string, string>, now: Date, note: string): FoundingInput {
  const share = options.get('share') ?? process.env.GUIDES_SHARE;
  if (!share) throw new UsageError('Say where the share is: --share <folder>, or set GUIDES_SHARE.');
  const given = options.get('note') ?? note;
  if (given.length > longestNote) throw new UsageError(`A note has at most ${longestNote} characters.`);
  const root = options.get('root');
  return { share, now, note: given, pinnedRoot: root === undefined ? null : readFileSync(root) };
}

/** The keys that `--remove` or `--replace` means, separated by commas. Throws `UsageError`. */
export function keysMeant(keys: readonly GroupKey[], text: string): readonly GroupKey[] {
  const found = text.split(',').map((who) => {
    const key = keyMeant(keys, who);
    if (key === null)
      throw new UsageError(
        `Nobody here is "${printable(who.trim())}". There are ${keys.map((one) => `${nameOf(one)} (${one.keyid.slice(0, 8)})`).join('; ')}.`,
      );
    if (key === 'many')
      throw new UsageError(`More than one person is "${printable(who.trim())}". Give the first eight characters of the key id instead.`);
    return key;
  });
  if (new Set(found).size < found.length) throw new UsageError('The same person is named twice.');
  return found;
}

/** Throws `UsageError` when such a group may not be. */
export function checkGroup(group: RootGroup, founding: boolean): void {
  const fault = groupFault(group, founding);
  if (fault) throw new UsageError(groupSentence(fault));
}

export function groupSentence(fault: GroupFault): string {
  const people = (role: 'stewards' | 'editors') => (role === 'stewards' ? 'stewards' : 'editors of the channel');
  switch (fault.why) {
    case 'few':
      return `There must be at least ${fault.limit} ${people(fault.role)}; these are ${fault.count}.`;
    case 'many':
      return `There may be at most ${fault.limit} ${people(fault.role)}; these are ${fault.count}.`;
    case 'key':
      return `The key of ${printable(nameOf(fault.who))} is there twice. One key counts once.`;
    case 'person':
      return `${printable(nameOf(fault.who))} would hold two keys. One person signs once.`;
    case 'both':
      return `${printable(nameOf(fault.who))} is a steward; the editor's key must be another one.`;
  }
}

/** A group that works but hangs by a thread. */
export function sayThin(group: RootGroup, terminal: Terminal): void {
  const { stewards, editors } = group;
  if (stewards.length < 5)
    terminal.note(`There are only ${stewards.length} stewards; five can lose two keys. Add others soon: guides stewards change.`);
  if (editors && editors.length < 4)
    terminal.note(
      `There are only ${editors.length} editors; four or five can go on when one is away. Add others soon: guides channel editors.`,
    );
}

export function sayDrafts(drafts: readonly RootDraft[], terminal: Terminal): void {
  for (const { repository, id, version, others, again } of drafts) {
    terminal.out(`Draft ${id} of root ${version} of ${repository} waits for signatures.`);
    if (others.length > 0)
      terminal.note(`Other drafts of the same root wait already (${others.join(', ')}): only one of them can be published.`);
    if (again)
      terminal.out(
        `Draft ${again} of the published guides of ${repository} has to be signed by two editors who are in the new root: with the change, too few of the old signatures would count.`,
      );
  }
}

/** Null when the published lists need no change. */
export function sayLists(lists: { readonly id: string } | null, terminal: Terminal): void {
  if (lists) terminal.out(`Draft ${lists.id} of the directory's lists, which name the people, waits for two stewards.`);
}

/** The commands that come next for a draft. */
export const signLine = (share: string, repository: string, id: string) => `guides sign ${repository} ${id} --key <file> --share ${share}`;
export const publishLine = (share: string, repository: string, id: string) =>
  `guides publish ${repository} ${id} --key <file> --share ${share}`;

/** What comes next, one line each. */
export function sayNext(steps: readonly string[], terminal: Terminal): void {
  terminal.out('Next:');
  for (const step of steps) terminal.out(`  ${step}`);
}

/** As the other commands put it. @returns the exit code. */
export const sayRefusal = (error: AppError, terminal: Terminal, isJson: boolean): number => say(error, isJson, terminal);

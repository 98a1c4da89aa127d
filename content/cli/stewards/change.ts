// `guides stewards change` and `guides stewards directory`: stewards join and leave, in the directory's root and in
// every channel's; and the lists that follow from the published roots.

import { ok, type Result } from '../../core/base/result.ts';
import { holderOf } from '../../core/publish/key-card.ts';
import { changeKeys, type RootGroup } from '../../core/publish/root-group.ts';
import { type DirectoryDraft, stageDirectory } from '../../node/directory-draft.ts';
import { type Founded, type FoundingInput, type RootDraft, readFounded, requireGroup, sameKeys, stageRoot } from '../../node/founding.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { readCards, sayCards } from '../cards.ts';
import {
  checkGroup,
  commonRules,
  inputOf,
  keysMeant,
  publishLine,
  sayDrafts,
  sayLists,
  sayNext,
  sayRefusal,
  sayThin,
  signLine,
} from '../founding-words.ts';
import { asksForHelp } from '../subcommands.ts';
import type { Terminal } from '../terminal.ts';
import { changeHelp, directoryHelp } from './help.ts';

const mostCards = 50;

/** @returns the exit code. Throws `UsageError`, SHARE_… and the system's errors. */
export async function stewardsChange(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(changeHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, { ...commonRules, remove: { takesValue: true } }, [0, mostCards]);
  const cards = positional.length > 0 ? readCards(positional) : [];
  const input = inputOf(options, now, 'Stewards join or leave.');
  const { share } = input;
  const isJson = options.has('json');
  const directory = await founded(input, 'directory');
  if (!directory.ok) return sayRefusal(directory.error, terminal, isJson);
  const { stewards } = directory.value.group;
  const remove = options.has('remove') ? keysMeant(stewards, options.get('remove') as string) : [];
  if (cards.length === 0 && remove.length === 0) throw new UsageError('Say who joins (key cards) or who leaves (--remove).');
  const changed = { ...directory.value.group, stewards: changeKeys(stewards, { remove, add: cards.map(holderOf) }) };
  checkGroup(changed, false);
  const made = await stageAll(input, directory.value, changed);
  if (!made.ok) return sayRefusal(made.error, terminal, isJson);
  const { drafts, lists } = made.value;
  if (isJson) {
    terminal.out(JSON.stringify({ ok: true, roots: drafts, directory: lists, removed: remove, added: cards }));
    return 0;
  }
  sayCards(cards, terminal);
  sayDrafts(drafts, terminal);
  sayLists(lists, terminal);
  sayThin(changed, terminal);
  sayNext(
    [
      'Each root is signed by three of the stewards until now and by three of the new ones; whoever stays counts for both. The lists are signed by two of the new ones.',
      `Each steward, for each draft:       ${signLine(share, '<directory or channel>', '<draft>')}`,
      `The last one, the directory first:  ${publishLine(share, '<directory or channel>', '<draft>')}`,
    ],
    terminal,
  );
  return 0;
}

interface WithGroup extends Founded {
  readonly group: RootGroup;
}

async function founded(input: FoundingInput, repository: string): Promise<Result<WithGroup>> {
  const read = await readFounded(input, repository);
  if (!read.ok) return read;
  const group = requireGroup(read.value);
  return group.ok ? ok({ ...read.value, group: group.value }) : group;
}

/** The directory's root, every listed channel's, and the lists. */
async function stageAll(
  input: FoundingInput,
  directory: WithGroup,
  changed: RootGroup,
): Promise<Result<{ readonly drafts: readonly RootDraft[]; readonly lists: DirectoryDraft | null }>> {
  const channels: { read: WithGroup; group: RootGroup }[] = [];
  for (const { id } of directory.published.channels) {
    const read = await founded(input, id);
    if (!read.ok) return read;
    const group = { ...read.value.group, stewards: changed.stewards };
    // An editor who becomes a steward needs another key for that: nothing is drafted before all groups are good.
    checkGroup(group, false);
    if (!sameKeys(read.value.group.stewards, changed.stewards)) channels.push({ read: read.value, group });
  }
  const drafts: RootDraft[] = [];
  const groups = new Map<string, RootGroup>([['directory', changed]]);
  for (const { read, group } of [{ read: directory, group: changed }, ...channels]) {
    const draft = await stageRoot(input, read, group);
    if (!draft.ok) return draft;
    drafts.push(draft.value);
    groups.set(read.published.repository, group);
  }
  const lists = await stageDirectory(input, { groups });
  return lists.ok ? ok({ drafts, lists: lists.value }) : lists;
}

/** @returns 0, also when nothing was to be done. */
export async function stewardsDirectory(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(directoryHelp);
    return 0;
  }
  const { options } = readArguments(args, commonRules, 0);
  const input = inputOf(options, now, 'The lists follow the published roots.');
  const { share } = input;
  const isJson = options.has('json');
  const read = await founded(input, 'directory');
  if (!read.ok) return sayRefusal(read.error, terminal, isJson);
  const lists = await stageDirectory(input);
  if (!lists.ok) return sayRefusal(lists.error, terminal, isJson);
  if (isJson) terminal.out(JSON.stringify({ ok: true, directory: lists.value }));
  else if (lists.value === null) terminal.out('The published lists say all that the roots do. Nothing was drafted.');
  else {
    const { id, added } = lists.value;
    terminal.out(
      `Draft ${id} of the directory's lists waits for two stewards${added.length > 0 ? `; new in it: ${added.join(', ')}` : ''}.`,
    );
    sayNext([signLine(share, 'directory', id), publishLine(share, 'directory', id)], terminal);
  }
  return 0;
}

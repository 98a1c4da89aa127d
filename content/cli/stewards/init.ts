// `guides stewards init`: founds a share's directory from the stewards' cards, as drafts that they sign one after
// another. Holds no key itself.
import { mkdirSync } from 'node:fs';
import { holderOf } from '../../core/publish/key-card.ts';
import type { RootGroup } from '../../core/publish/root-group.ts';
import { stageDirectory } from '../../node/directory-draft.ts';
import { readFounded, stageRoot } from '../../node/founding.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { readCards, sayCards } from '../cards.ts';
import { checkGroup, commonRules, inputOf, publishLine, sayDrafts, sayLists, sayNext, sayRefusal, signLine } from '../founding-words.ts';
import { asksForHelp } from '../subcommands.ts';
import type { Terminal } from '../terminal.ts';
import { initHelp } from './help.ts';

/** More cards than any group has. */
const mostCards = 50;

/** @returns the exit code. Throws `UsageError`, SHARE_… and the system's errors. */
export async function stewardsInit(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(initHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, commonRules, [0, mostCards]);
  if (positional.length === 0) throw new UsageError('Name the key cards of five stewards, or a folder that holds them.');
  const cards = readCards(positional);
  const group: RootGroup = { channel: null, stewards: cards.map(holderOf), editors: null, demo: false };
  checkGroup(group, true);
  const input = inputOf(options, now, 'The stewards found the directory.');
  const { share } = input;
  mkdirSync(share, { recursive: true });
  const founded = await readFounded(input, 'directory');
  if (!founded.ok) return sayRefusal(founded.error, terminal, options.has('json'));
  if (founded.value.group)
    throw new UsageError(`There is a directory on ${share} already. Change its stewards with guides stewards change.`);
  const root = await stageRoot(input, founded.value, group);
  if (!root.ok) return sayRefusal(root.error, terminal, options.has('json'));
  const lists = await stageDirectory(input, { groups: new Map([['directory', group]]) });
  if (!lists.ok) return sayRefusal(lists.error, terminal, options.has('json'));
  if (options.has('json')) {
    terminal.out(JSON.stringify({ ok: true, root: root.value, directory: lists.value, stewards: cards }));
    return 0;
  }
  sayCards(cards, terminal);
  sayDrafts([root.value], terminal);
  sayLists(lists.value, terminal);
  sayNext(
    [
      `Three stewards sign the root:      ${signLine(share, 'directory', root.value.id)}`,
      `Two of them sign the first lists:  ${signLine(share, 'directory', lists.value?.id ?? '')}`,
      `The last one publishes the root:   ${publishLine(share, 'directory', root.value.id)}`,
      `and the lists:                     ${publishLine(share, 'directory', lists.value?.id ?? '')}`,
      'Then give directory/metadata/1.root.json to IT: it is what every installation trusts first.',
    ],
    terminal,
  );
  return 0;
}

// `guides channel editors` and `guides channel rotate`: a channel's next root, drafted for the stewards of the old and
// the new one to sign; the published edition again where the change takes its signatures away; the directory's lists.
import { holderOf, type KeyCard } from '../../core/publish/key-card.ts';
import { changeKeys, type GroupKey } from '../../core/publish/root-group.ts';
import { stageDirectory } from '../../node/directory-draft.ts';
import { readFounded, requireGroup, stageRoot } from '../../node/founding.ts';
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
import { editorsHelp, rotateHelp } from './help.ts';

const mostCards = 50;
const noChannel = 'Say the name of the channel, such as facebook.';

/** @returns the exit code. Throws `UsageError`, SHARE_… and the system's errors. */
export async function channelEditors(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(editorsHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, { ...commonRules, remove: { takesValue: true } }, [0, mostCards]);
  const [id, ...named] = positional;
  if (id === undefined) throw new UsageError(noChannel);
  const cards = named.length > 0 ? readCards(named) : [];
  const remove = options.get('remove');
  if (cards.length === 0 && remove === undefined) throw new UsageError('Say who joins (key cards) or who leaves (--remove).');
  return change({
    id,
    cards,
    options,
    terminal,
    now,
    note: 'Editors join or leave.',
    remove: (editors) => (remove === undefined ? [] : keysMeant(editors, remove)),
  });
}

/** One person's key against another of theirs: lost, stolen, or grown old. */
export async function channelRotate(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(rotateHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, { ...commonRules, replace: { takesValue: true } }, [0, 2]);
  const [id, file] = positional;
  if (id === undefined || file === undefined) throw new UsageError(`${noChannel} Then the new key card.`);
  const replace = options.get('replace');
  if (replace === undefined) throw new UsageError('Say whose old key goes: --replace <who>.');
  const cards = readCards([file]);
  if (cards.length !== 1) throw new UsageError('One new key card is needed.');
  const remove = (editors: readonly GroupKey[]) => {
    const meant = keysMeant(editors, replace);
    if (meant.length !== 1) throw new UsageError('One key is replaced at a time.');
    return meant;
  };
  return change({ id, cards, options, terminal, now, note: 'A key is replaced.', remove });
}

interface Change {
  readonly id: string;
  readonly cards: readonly KeyCard[];
  readonly options: ReadonlyMap<string, string>;
  readonly terminal: Terminal;
  readonly now: Date;
  readonly note: string;
  /** Whom the words of the command mean, of those who are there. */
  remove(editors: readonly GroupKey[]): readonly GroupKey[];
}

async function change({ id, cards, options, terminal, now, note, remove }: Change): Promise<number> {
  const isJson = options.has('json');
  if (id === 'directory') throw new UsageError('The directory has stewards and no editors: guides stewards change.');
  const input = inputOf(options, now, note);
  const { share } = input;
  const founded = await readFounded(input, id);
  if (!founded.ok) return sayRefusal(founded.error, terminal, isJson);
  const known = requireGroup(founded.value);
  if (!known.ok) return sayRefusal(known.error, terminal, isJson);
  const editors = known.value.editors ?? [];
  const gone = remove(editors);
  const group = { ...known.value, editors: changeKeys(editors, { remove: gone, add: cards.map(holderOf) }) };
  checkGroup(group, false);
  const root = await stageRoot(input, founded.value, group);
  if (!root.ok) return sayRefusal(root.error, terminal, isJson);
  const lists = await stageDirectory(input, { groups: new Map([[id, group]]) });
  if (!lists.ok) return sayRefusal(lists.error, terminal, isJson);
  if (isJson) {
    terminal.out(JSON.stringify({ ok: true, root: root.value, directory: lists.value, removed: gone, added: cards }));
    return 0;
  }
  sayCards(cards, terminal);
  sayDrafts([root.value], terminal);
  sayLists(lists.value, terminal);
  sayThin(group, terminal);
  const { again } = root.value;
  sayNext(
    [
      `Three stewards:  ${signLine(share, id, root.value.id)}`,
      ...(again ? [`Two editors of the new root:  ${signLine(share, id, again)}`] : []),
      `A steward${again ? ', once all have signed' : ''}:  ${publishLine(share, id, root.value.id)}`,
      ...(lists.value ? [`Two stewards:  ${signLine(share, 'directory', lists.value.id)}, then guides publish`] : []),
    ],
    terminal,
  );
  return 0;
}

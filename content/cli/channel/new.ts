// `guides channel new`: a channel's first root, drafted from its editors' cards for three stewards to sign.
import { isChannelId } from '../../core/base/ids.ts';
import { fitsDirectory } from '../../core/publish/directory-plan.ts';
import { holderOf, isPersonName } from '../../core/publish/key-card.ts';
import type { RootGroup } from '../../core/publish/root-group.ts';
import { readFounded, requireGroup, stageRoot } from '../../node/founding.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { readCards, sayCards } from '../cards.ts';
import { checkGroup, commonRules, inputOf, publishLine, sayDrafts, sayNext, sayRefusal, signLine } from '../founding-words.ts';
import { asksForHelp } from '../subcommands.ts';
import type { Terminal } from '../terminal.ts';
import { newHelp } from './help.ts';

const mostCards = 50;

/** @returns the exit code. Throws `UsageError`, SHARE_… and the system's errors. */
export async function channelNew(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(newHelp);
    return 0;
  }
  const rules = { ...commonRules, title: { takesValue: true }, kind: { takesValue: true } };
  const { positional, options } = readArguments(args, rules, [0, mostCards]);
  const [id, ...named] = positional;
  if (id === undefined) throw new UsageError('Say the name of the channel, such as facebook.');
  if (!isChannelId(id) || !fitsDirectory(id))
    throw new UsageError(`"${id}" cannot be a channel's name: small letters, digits and hyphens, 52 characters at most, not "directory".`);
  const title = options.get('title');
  if (title === undefined || !isPersonName(title))
    throw new UsageError('Say what readers see: --title "Facebook", one line of at most 80 characters.');
  const kind = options.get('kind') ?? 'channel';
  if (kind !== 'channel' && kind !== 'subject') throw new UsageError('A kind is "channel" or "subject".');
  if (named.length === 0) throw new UsageError('Name the key cards of four or five editors, or a folder that holds them.');
  const cards = readCards(named);
  const isJson = options.has('json');
  const input = inputOf(options, now, `A new channel: ${title}.`);
  const { share } = input;
  const directory = await readFounded(input, 'directory');
  const founders = directory.ok ? requireGroup(directory.value) : directory;
  if (!founders.ok) return sayRefusal(founders.error, terminal, isJson);
  const { stewards, demo } = founders.value;
  const group: RootGroup = { channel: { id, title, kind }, stewards, editors: cards.map(holderOf), demo };
  checkGroup(group, true);
  const channel = await readFounded(input, id);
  if (!channel.ok) return sayRefusal(channel.error, terminal, isJson);
  if (channel.value.group)
    throw new UsageError(`There is a channel "${id}" on this share already. Change its editors with guides channel editors.`);
  const root = await stageRoot(input, channel.value, group);
  if (!root.ok) return sayRefusal(root.error, terminal, isJson);
  if (isJson) {
    terminal.out(JSON.stringify({ ok: true, root: root.value, editors: cards }));
    return 0;
  }
  sayCards(cards, terminal);
  sayDrafts([root.value], terminal);
  sayNext(
    [
      `Three stewards:    ${signLine(share, id, root.value.id)}`,
      `The last of them:  ${publishLine(share, id, root.value.id)}`,
      'The group:         guides draft, sign and publish, for its first edition',
      `Then a steward:    guides stewards directory --share ${share}   (two sign it; from then on readers see the channel)`,
    ],
    terminal,
  );
  return 0;
}

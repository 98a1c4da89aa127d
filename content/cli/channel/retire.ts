// `guides channel retire`: a channel's guidance is withdrawn by a signed statement in the directory. What readers have
// stays readable and says so; nothing is deleted (trust.md 6.18).
import { isDay } from '../../core/publish/directory-plan.ts';
import { stageDirectory } from '../../node/directory-draft.ts';
import { readFounded } from '../../node/founding.ts';
import { readArguments, UsageError } from '../arguments.ts';
import { commonRules, inputOf, publishLine, sayNext, sayRefusal, signLine } from '../founding-words.ts';
import { asksForHelp } from '../subcommands.ts';
import type { Terminal } from '../terminal.ts';
import { retireHelp } from './help.ts';

/** @returns the exit code. Throws `UsageError`, SHARE_… and the system's errors. */
export async function channelRetire(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (asksForHelp(args)) {
    terminal.out(retireHelp);
    return 0;
  }
  const rules = { ...commonRules, on: { takesValue: true }, undo: { takesValue: false } };
  const { positional, options } = readArguments(args, rules, [0, 1]);
  const [id] = positional;
  if (id === undefined) throw new UsageError('Say the name of the channel, such as facebook.');
  const isJson = options.has('json');
  if (options.has('on') && options.has('undo')) throw new UsageError('Give --on <day> or --undo, not both.');
  const day = options.has('undo') ? null : (options.get('on') ?? now.toISOString().slice(0, 10));
  if (day !== null && !isDay(day)) throw new UsageError(`"${day}" is not a day: write it as 2026-11-22.`);
  const input = inputOf(options, now, day === null ? `${id} is taken back into use.` : `${id} is withdrawn on ${day}.`);
  const { share } = input;
  const directory = await readFounded(input, 'directory');
  if (!directory.ok) return sayRefusal(directory.error, terminal, isJson);
  if (!directory.value.published.channels.some((channel) => channel.id === id))
    return sayRefusal({ code: 'CHANNEL_UNKNOWN', data: { channel: id } }, terminal, isJson);
  const lists = await stageDirectory(input, { retire: { channel: id, day } });
  if (!lists.ok) return sayRefusal(lists.error, terminal, isJson);
  if (isJson) terminal.out(JSON.stringify({ ok: true, directory: lists.value, retired: day }));
  else if (lists.value === null) terminal.out(`The directory says that of ${id} already. Nothing was drafted.`);
  else {
    terminal.out(`Draft ${lists.value.id} of the directory's lists waits for two stewards.`);
    const { id: draft } = lists.value;
    sayNext([signLine(share, 'directory', draft), publishLine(share, 'directory', draft)], terminal);
  }
  return 0;
}

// `guides inbox`: what is in a channel's drop-box, put together by guide and block.
import { isDecided, latest } from '../../core/suggestion/responses.ts';
import { readArguments } from '../arguments.ts';
import { lineOf } from '../build.ts';
import { inboxHelp } from '../help-suggestions.ts';
import { isHelp, sayRefusal } from '../publishing.ts';
import { packOfChannel } from '../read-packs.ts';
import { printable, type Terminal } from '../terminal.ts';
import { type OpenedInbox, readInbox } from './read-inbox.ts';
import { inboxJson, inboxLines, refusedLines } from './say-inbox.ts';

const rules = { from: { takesValue: true }, all: { takesValue: false }, json: { takesValue: false } } as const;

/** @returns the exit code. Throws `UsageError`, INBOX_…, SHARE_… and the system's errors. */
export async function listInboxCommand(args: readonly string[], terminal: Terminal, now: Date): Promise<number> {
  if (isHelp(args)) {
    terminal.out(inboxHelp);
    return 0;
  }
  const { positional, options } = readArguments(args, rules, 2);
  const [share = '', channel = ''] = positional;
  const isJson = options.has('json');
  const from = options.get('from');
  const files = from === undefined ? null : packOfChannel(from, channel).pack.files;
  const read = await readInbox({ share, channel, files, now }, terminal);
  if (!read.ok) return sayRefusal(read.error, isJson, terminal);
  const shown = options.has('all') ? read.value : undecided(read.value);
  if (isJson) terminal.out(JSON.stringify(inboxJson(shown, channel)));
  else for (const line of inboxLines(shown)) terminal.out(line);
  if (!isJson) {
    for (const problem of read.value.problems) terminal.note(printable(lineOf(problem)));
    for (const line of refusedLines(read.value.inbox)) terminal.note(line);
    const hidden = read.value.grouped.entries.length - shown.grouped.entries.length;
    if (hidden > 0) terminal.note(`${hidden} are answered for good and left out: see them with --all.`);
  }
  return 0;
}

/** Without what was accepted, reworded or declined. */
function undecided(opened: OpenedInbox): OpenedInbox {
  const decided = new Set(opened.responses.answers.filter((answer) => isDecided(latest(answer))).map(({ suggestion }) => suggestion));
  const isOpen = (digest: (typeof opened.grouped.entries)[number]['digest']): boolean => !decided.has(digest);
  const groups = opened.grouped.groups.flatMap((group) => {
    const wordings = group.wordings.flatMap((wording) => {
      const by = wording.by.filter(isOpen);
      return by.length === 0 ? [] : [{ ...wording, by }];
    });
    const others = group.others.filter(isOpen);
    const changes = wordings.filter(({ touch }) => touch.blocks.length > 0).length;
    const isOverlap = changes > 1 || wordings.length - changes > 1;
    return wordings.length + others.length === 0 ? [] : [{ ...group, wordings, others, isOverlap }];
  });
  return { ...opened, grouped: { entries: opened.grouped.entries.filter(({ digest }) => isOpen(digest)), groups } };
}

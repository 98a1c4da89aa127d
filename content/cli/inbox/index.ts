// `guides inbox` and `guides inbox export`: a folder called "export" is named as "./export".
import type { Command } from '../subcommands.ts';
import { exportInbox } from './export.ts';
import { listInboxCommand } from './list.ts';

export const inbox: Command = (args, terminal, now) =>
  args[0] === 'export' ? exportInbox(args.slice(1), terminal, now) : listInboxCommand(args, terminal, now);

// What the commands of a group share: their options, how results and refusals are put out, and the words in which a
// draft's difference is shown.
import { readFileSync } from 'node:fs';
import type { AppError } from '../core/base/error.ts';
import { isRepository } from '../core/publish/staged.ts';
import { readArguments, UsageError } from './arguments.ts';
import { exitCodeOf, refusalJson, refusalLine } from './refusals.ts';
import type { Terminal } from './terminal.ts';

export interface PublishingWords {
  /** `directory`, a channel's id, or null where --all stands for it. */
  readonly repository: string | null;
  readonly id: string | undefined;
  readonly share: string;
  readonly pinnedRoot: Uint8Array | null;
  readonly options: ReadonlyMap<string, string>;
  readonly isJson: boolean;
}

const common = { share: { takesValue: true }, root: { takesValue: true }, json: { takesValue: false } } as const;

/** Throws `UsageError`, and the system's error for --root. */
export function readPublishing(
  args: readonly string[],
  rules: Readonly<Record<string, { readonly takesValue: boolean }>>,
  allows: { readonly draft: boolean; readonly all?: boolean },
): PublishingWords {
  const least = allows.all && args.includes('--all') ? 0 : 1;
  const { positional, options } = readArguments(args, { ...common, ...rules }, [0, allows.draft ? 2 : 1]);
  if (positional.length < least) throw new UsageError('Say which channel, or "directory".');
  const share = options.get('share') ?? process.env.GUIDES_SHARE;
  if (!share) throw new UsageError('Say where the share is: --share <folder>, or set GUIDES_SHARE.');
  const [repository = null, id] = positional;
  if (repository !== null && !isRepository(repository)) throw new UsageError(`"${repository}" is not the name of a channel.`);
  if (repository !== null && options.has('all')) throw new UsageError('Name a channel or give --all, not both.');
  const root = options.get('root');
  return { repository, id, share, pinnedRoot: root === undefined ? null : readFileSync(root), options, isJson: options.has('json') };
}

/** The rules of commands that take one repository or --all of them. */
export const keyAndAll = { key: { takesValue: true }, all: { takesValue: false } } as const;

/** @returns the exit code. */
export function sayRefusal(error: AppError, isJson: boolean, terminal: Terminal): number {
  if (isJson) terminal.out(JSON.stringify(refusalJson(error)));
  else terminal.note(refusalLine(error));
  return exitCodeOf(error);
}

export const isHelp = (args: readonly string[]): boolean => args.includes('--help') || args.includes('-h');

/** A version (UTC seconds) as a day and time. */
export const timeOf = (version: number): string => `${new Date(version * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

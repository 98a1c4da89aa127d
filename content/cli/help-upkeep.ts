// What `--help` prints for the commands that keep a share tidy.
import { keyEnvironment } from './help-parts.ts';

export const tidyHelp = `guides tidy - clears drafts that nobody needs any more

Usage
  guides tidy <channel|directory> [<draft>] --key <file> --share <share> [--root <file>] [--json]
  guides tidy --all --key <file> --share <share> [--root <file>] [--json]

Removes from staging the drafts that are published, those that were overtaken more than 14 days ago,
and those that nobody published for 90 days. With <draft> it removes that one, whatever its age.
Nothing that readers see is touched, and no root: those lie elsewhere. The key must be one of the
repository's own. guides publish clears the draft that it published by itself.

Options
  --all             The directory and every channel that this key belongs to.
  --key <file>      Your key file (guides keys new).
  --share <folder>  The share. When left out, the environment variable GUIDES_SHARE.
  --root <file>     The directory's first root (1.root.json) as it came with the app. Without it the
                    share's own first root is believed.
  --json            Prints one JSON object instead of text.

JSON
  { "ok", "done": [{ "repository", "cleared": [{ "id", "why" }], "kept": [ids] }], "passed" }

Exit codes
  0  done, also when there was nothing to clear
  1  refused; the sentence says why
  2  not understood, or the share cannot be read or written

${keyEnvironment}

Files
  <share>/staging/<channel>/<draft>/   what is cleared

Example
  npx guides tidy facebook --key ~/my.key --share /mnt/guides`;

export const pruneHelp = `guides prune - removes files that no reader has needed for half a year

Usage
  guides prune <channel|directory> --key <file> --share <share> [--dry-run] [--root <file>] [--json]
  guides prune --all --key <file> --share <share> [--dry-run] [--root <file>] [--json]

For stewards. Removes editions, and the files that only they name, which were neither the current
edition nor one of the five before it at any moment of the last 180 days. A file must also have been
there for 180 days. Roots (N.root.json) are never removed, by nobody: every new reader walks through
all of them. Files that a waiting draft names, editions newer than the one readers see, and names
that are not ours stay too. A share that does not verify is not pruned.

Options
  --all             The directory and every channel.
  --dry-run         Says what would go and removes nothing.
  --key <file>      A steward's key file (guides keys new).
  --share <folder>  The share. When left out, the environment variable GUIDES_SHARE.
  --root <file>     The directory's first root (1.root.json) as it came with the app. Without it the
                    share's own first root is believed.
  --json            Prints one JSON object instead of text.

JSON
  { "ok", "dryRun", "done": [{ "repository", "removed": [paths], "bytes", "kept" }], "failed":
    [{ "repository", "error" }] }

Exit codes
  0  done, also when there was nothing to remove
  1  refused; the sentence says why
  2  not understood, or the share or the channel cannot be found

${keyEnvironment}

Files
  <share>/channels/<channel>/metadata/  <version>.targets.json, <version>.snapshot.json
  <share>/channels/<channel>/targets/   <sha256>.<name>

Example
  npx guides prune --all --dry-run --key ~/steward.key --share /mnt/guides`;

// What `--help` prints: complete enough to work from without anything else at hand.
import { noEnvironment } from './help-parts.ts';

export const overview = `guides - builds and checks shares of National Guides

Usage
  guides build <folder> --out <share> [--lenient] [--keys <folder>] [--json]
  guides check <folder> [--json]
  guides inbox <share> <channel> [--from <folder>]
  guides apply <folder> <share> <channel> <suggestion>...
  guides draft <channel> --from <folder> --share <share>
  guides review <channel|directory> [<draft>] --share <share>
  guides sign <channel|directory|--all> [<draft>] --key <file> --share <share>
  guides publish <channel|directory|--all> [<draft>] --key <file> --share <share>
  guides heal <channel|directory> --key <file> --share <share>
  guides refresh <channel|directory|--all> --key <file> --share <share>
  guides tidy <channel|directory|--all> [<draft>] --key <file> --share <share>
  guides prune <channel|directory|--all> --key <file> --share <share> [--dry-run]
  guides verify <share> [--root <file>] [--json]
  guides sync --store <folder> --share <folder> [--root <file>]
  guides status --store <folder>
  guides doctor [--share <folder>] [--store <folder>]
  guides keys new|card|fingerprint|backup|restore ...
  guides stewards init|change|directory --share <share> ...
  guides channel new|editors|rotate|retire --share <share> ...
  guides --help | --version
  guides <command> --help

Commands
  build    Turns a folder of guides into a complete signed share.
  check    Reads guides as an editor does: sources, links, words, sentences.
  inbox    Lists what people suggest for a channel, or writes it as patches for git.
  apply    Puts suggestions into a group's guides, and answers them.
  draft    Makes the next edition of a channel, waiting for signatures.
  review   Shows what a draft would change, from the very bytes to be signed.
  sign     Signs a draft with your key.
  publish  Puts a signed draft before the readers.
  heal     Brings together what two people published at the same time.
  refresh  Confirms that what is published is still the newest.
  tidy     Clears drafts that nobody needs any more.
  prune    Removes files that no reader has needed for half a year.
  verify   Checks every signature and every file of a share.
  keys     Makes, shows, copies and restores a person's signing key.
  stewards Founds a share, and changes who its stewards are.
  channel  Founds a channel, changes who signs for it, withdraws it.
  sync     Brings verified guides from shares into a store.
  status   Says what a store holds and how its shares were.
  doctor   Finds out why guides do not arrive.

Exit codes
  0  done, all is well
  1  the guides or the share have faults; they are listed
  2  the command was not understood, or a folder cannot be read or written

In the project's folder the command is "npx guides".`;

export const buildHelp = `guides build - turns a folder of guides into a complete signed share

Usage
  guides build <folder> --out <share> [--lenient] [--keys <folder>] [--json]

The folder is one pack (it holds pack.yml), or it holds packs, one in each folder below it.
The share is written as one TUF repository for each channel and one directory repository, every
file named by its SHA-256. It is signed with demonstration keys made on the spot, with the real
thresholds: 3 of 5 stewards for roots, 2 of 5 editors for a channel, 2 of 5 stewards for the
directory, 1 for timestamps. The app shows such guides as demonstrations.

Options
  --out <share>    Where to write. Made when missing. A share that is there already is only added
                   to when its keys are at hand (--keys); otherwise nothing is changed.
  --lenient        Takes any folder of markdown: builds what it can, leaves out what is unsafe, and
                   reports every problem. Without it, any error stops the build before writing.
  --keys <folder>  Keeps the demonstration keys there, or uses those that are there, so that the
                   same share can be published again. Without it the keys are thrown away.
  --json           Prints one JSON object instead of text.

Messages
  file:line: severity rule message
  An error stops a strict build; warnings and hints never do. Paths are below <folder>.

JSON
  { "ok", "share", "version", "mode", "packs": [{ "channel", "title", "guides", "images", "files",
    "bytes" }], "problems": [{ "file", "line", "severity", "rule", "field", "message" }],
    "dropped": [{ "path", "reason" }], "written": { "written", "kept", "bytes" } or null }

Exit codes
  0  written
  1  the guides have errors (strict) or nothing could be built; nothing was written
  2  not understood, the share's keys are missing, or a folder cannot be read or written

${noEnvironment}

Files
  <folder>/pack.yml, *.md, images/  what is built
  <keys>/*.key                      demonstration keys, where --keys keeps them

Examples
  npx guides build content/guides --out /tmp/share
  npx guides build ~/old-wiki --out /tmp/share --lenient --json > report.json`;

export const verifyHelp = `guides verify - checks every signature and every file of a share

Usage
  guides verify <share> [--root <file>] [--json]

Checks, in the order of the TUF specification: the chain of roots, timestamp, snapshot and targets
of the directory and of each channel, with thresholds, versions and limits; then each file's length
and SHA-256, and that each edition's index can be read. Writes nothing.

Options
  --root <file>  The directory's first root (1.root.json) as it came with the app. Without it the
                 share's own first root is believed: that shows damage, not a forged share.
  --json         Prints one JSON object instead of a table.

Codes
  INCOMPLETE   something is missing or cut: a copy that is not finished
  TAMPERED     a signature or a digest is wrong
  MALFORMED    something is not as the format says, or a version lies in the future
  ROLLED_BACK  older than what is named elsewhere in the share
  TOO_LARGE    beyond the format's limits
  APP_TOO_OLD  made for a newer version than this
  STALE, REVIEW_OVERDUE, ROOT_STALE   verified, but past its date (a warning)
  CLOCK        this computer's clock is behind the time of signing (a warning)

JSON
  { "ok", "share", "pinned", "demo", "directory": { "version", "error", "warnings" }, "channels":
    [{ "channel", "title", "retired", "seal", "guides", "files", "bytes", "bad", "unsigned",
    "error", "warnings" }] }

Exit codes
  0  everything verified (there may be warnings)
  1  at least one fault
  2  not understood, or the share cannot be read

${noEnvironment}

Files
  <share>/directory/, <share>/channels/<channel>/  what is read: metadata/ and targets/

Examples
  npx guides verify /mnt/guides --root content/root/1.root.json
  npx guides verify /tmp/share --json`;

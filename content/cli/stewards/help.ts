// What `guides stewards --help` and its commands print.
import { cardsAre, commonOptions } from '../founding-help.ts';
import { shareEnvironment, stagingFiles } from '../help-parts.ts';

export const stewardsHelp = `guides stewards - founds a share, and changes who its stewards are

Usage
  guides stewards init --share <share> <card> ...
  guides stewards change --share <share> [<card> ...] [--remove <who>,<who>]
  guides stewards directory --share <share>
  guides stewards <command> --help

Five stewards sign for the working groups: three of them for every root (who may sign what), two for
the directory (which channels there are, who the people are). They never need to meet: a command
makes a draft on the share, each adds a signature with guides sign, the last publishes with guides
publish. Nothing private is ever written to a share.

Exit codes
  0  done
  1  the share has faults, or does not verify
  2  not understood, or the share cannot be read or written`;

export const initHelp = `guides stewards init - founds a share's directory

Usage
  guides stewards init --share <share> <card> ... [--note <text>] [--json]

Makes two drafts: the directory's first root, and its first lists (no channel yet). The root is
signed by three of the five stewards, the lists by two. The folder is made when missing.

Arguments
  <card>   ${cardsAre} Five at least, of different people.

Options
${commonOptions}

JSON
  { "ok", "root": { "repository", "id", "version", "others", "again" }, "directory": { "id",
    "version", "added" }, "stewards": [cards] }

Exit codes
  0  drafted
  2  not understood, a directory is there already, or the folder cannot be written

${shareEnvironment}

${stagingFiles}

Example
  npx guides stewards init --share /mnt/guides cards/`;

export const changeHelp = `guides stewards change - stewards join and leave

Usage
  guides stewards change --share <share> [<card> ...] [--remove <who>,<who>] [--root <file>] [--note <text>]
                         [--json]

Drafts the next root of the directory and of every channel, and the lists that name the people. Each
root needs three signatures of the stewards until now and three of the new ones; whoever stays
counts for both. A stolen or lost key is changed the same way: --remove the old one, give the new
card. With fewer than three stewards left, the share cannot be changed any more: IT then has to
install a build of the app that trusts a new first root.

Arguments
  <card>   ${cardsAre}

Options
  --remove <who>,<who>  Who leaves: whole name, or the first eight characters of the key id.
${commonOptions}

JSON
  { "ok", "roots": [{ "repository", "id", "version", "others", "again" }], "directory", "removed",
    "added" }

Exit codes
  0  drafted
  1  the share does not verify
  2  not understood, or the share cannot be read or written

${shareEnvironment}

${stagingFiles}

Example
  npx guides stewards change --share /mnt/guides new.card.json --remove "Ann Example"`;

export const directoryHelp = `guides stewards directory - the lists that follow from the published roots

Usage
  guides stewards directory --share <share> [--root <file>] [--note <text>] [--json]

Drafts the directory's lists from what is published: a new channel is listed once three stewards
signed its first root and its group published an edition; people are those of all roots. Two
stewards sign the draft. Says so when the published lists need no change.

Options
${commonOptions}

JSON
  { "ok", "directory": { "id", "version", "added" } or null }

Exit codes
  0  drafted, or nothing to do
  1  the share does not verify
  2  not understood, or the share cannot be read or written

${shareEnvironment}

${stagingFiles}

Example
  npx guides stewards directory --share /mnt/guides`;

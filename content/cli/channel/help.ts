// What `guides channel --help` and its commands print.
import { cardsAre, commonOptions } from '../founding-help.ts';
import { shareEnvironment, stagingFiles } from '../help-parts.ts';

export const channelHelp = `guides channel - founds a channel, and changes who signs for it

Usage
  guides channel new --share <share> <channel> <card> ... --title <title> [--kind subject]
  guides channel editors --share <share> <channel> [<card> ...] [--remove <who>,<who>]
  guides channel rotate --share <share> <channel> <card> --replace <who>
  guides channel retire --share <share> <channel> [--on <day>] [--undo]
  guides channel <command> --help

For stewards. Each command makes drafts on the share, to be signed one after another with guides sign
and published with guides publish. Editors of a channel sign its editions, two of them for each.

Exit codes
  0  done
  1  the share has faults, or does not verify
  2  not understood, or the share cannot be read or written`;

export const newHelp = `guides channel new - founds a channel

Usage
  guides channel new --share <share> <channel> <card> ... --title <title> [--kind channel|subject]
                     [--root <file>] [--note <text>] [--json]

Drafts the channel's first root: its four or five editors, two of whom sign each edition, and the
stewards, three of whom sign roots. Once it is published the group can draft, sign and publish its
first edition; then guides stewards directory lists the channel, and readers see it.

Arguments
  <channel>  Its short name: small letters, digits and hyphens, such as facebook.
  <card>     ${cardsAre} Four at least.

Options
  --title <title>  What readers see.
  --kind <kind>    "channel" (the default) for a platform, "subject" for guidance across platforms.
${commonOptions}

JSON
  { "ok", "root": { "repository", "id", "version", "others", "again" }, "editors": [cards] }

Exit codes
  0  drafted
  1  the share does not verify
  2  not understood, a channel of that name is there, or the share cannot be read or written

${shareEnvironment}

${stagingFiles}

Example
  npx guides channel new --share /mnt/guides facebook cards/facebook/ --title Facebook`;

const again = `Where the change leaves the published edition with fewer than two good signatures, the same guides
are drafted again: two editors of the new root sign that draft, and it is published together with
the root, so that no reader is ever refused.`;

export const editorsHelp = `guides channel editors - editors join and leave

Usage
  guides channel editors --share <share> <channel> [<card> ...] [--remove <who>,<who>] [--root <file>]
                         [--note <text>] [--json]

Drafts the channel's next root and the directory's lists, which name the people. Also for lost keys:
--remove the old one, give the new card. With up to three of five keys lost the other two go on
publishing meanwhile.
${again}

Arguments
  <channel>           Which.
  <card>              ${cardsAre}

Options
  --remove <who>,<who>  Who leaves: whole name, or the first eight characters of the key id.
${commonOptions}

JSON
  { "ok", "root": { "repository", "id", "version", "others", "again" }, "directory", "removed",
    "added" }

Exit codes
  0  drafted
  1  the share does not verify
  2  not understood, or the share cannot be read or written

${shareEnvironment}

${stagingFiles}

Example
  npx guides channel editors --share /mnt/guides facebook ben.card.json --remove "Ann Example"`;

export const rotateHelp = `guides channel rotate - one person's key against a new one

Usage
  guides channel rotate --share <share> <channel> <card> --replace <who> [--root <file>] [--note <text>]
                        [--json]

For a key that is lost or may be in other hands. The old key goes from every role at once: editions,
snapshot and timestamp. A thief of one key cannot change guidance, but can confirm an older edition
or number a confirmation far ahead; with the new root readers forget what that key alone had said.
${again}
For a steward's key use guides stewards change.

Arguments
  <channel>           Which.
  <card>              The new key's card.

Options
  --replace <who>  Whose old key goes: whole name, or the first eight characters of the key id.
${commonOptions}

JSON
  as for channel editors

Exit codes
  0  drafted
  1  the share does not verify
  2  not understood, or the share cannot be read or written

${shareEnvironment}

${stagingFiles}

Example
  npx guides channel rotate --share /mnt/guides facebook ann-2.card.json --replace 9f2c41aa`;

export const retireHelp = `guides channel retire - withdraws a channel's guidance

Usage
  guides channel retire --share <share> <channel> [--on <day>] [--undo] [--root <file>] [--note <text>]
                        [--json]

Drafts the directory's lists with the day of withdrawal; two stewards sign. Readers keep what they
have, marked as withdrawn. Deleting files from a share withdraws nothing: to a reader that looks like
a copy that is not finished.

Options
  --on <day>  From when, such as 2026-11-22; today when left out.
  --undo      Takes the withdrawal back.
${commonOptions}

JSON
  { "ok", "directory": { "id", "version", "added" } or null, "retired": day or null }

Exit codes
  0  drafted, or the directory says so already
  1  the share does not verify
  2  not understood, no such channel, or the share cannot be read or written

${shareEnvironment}

${stagingFiles}

Example
  npx guides channel retire --share /mnt/guides google-plus --on 2026-12-31`;

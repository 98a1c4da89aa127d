// What `--help` prints for the commands of a group: each complete enough to work from without anything else at hand.
import { keyEnvironment, publishedFiles, shareEnvironment, stagingFiles } from './help-parts.ts';

const options = `  --share <folder>  The share. When left out, the environment variable GUIDES_SHARE.
  --root <file>     The directory's first root (1.root.json) as it came with the app. Without it the
                    share's own first root is believed.
  --json            Prints one JSON object instead of text. A refusal is
                    { "ok": false, "error": { "code", "reference", "data", "sentence" } }.`;

const key = `  --key <file>      Your key file (guides keys new). The passphrase comes from the environment variable
                    GUIDES_PASSPHRASE, or is asked for on a terminal without being shown.`;

const exits = `Exit codes
  0  done
  1  refused; the sentence says why and what to do next
  2  not understood, or the share, the folder or the channel cannot be found`;

export const draftHelp = `guides draft - makes the next edition of a channel, waiting for signatures

Usage
  guides draft <channel> --from <folder> --share <share> [--note <text>] [--key <file>]
  guides draft <channel> --again --share <share> [--note <text>] [--key <file>]

Builds the channel's pack from a folder of guides, on top of the edition that is published, so that
blocks keep their ids. The folder is the pack (it holds pack.yml) or holds packs. The draft is put
into <share>/staging/<channel>/<draft>/: the exact bytes to be signed and the files that are new.
Readers never look there. Prints the draft's id and the difference, as guides review does.

Options
  --from <folder>   The guides. Any error in them stops the draft; warnings do not.
  --again           Drafts the published files again, unchanged, under a new version: for signatures
                    by other keys when the group changes (see guides publish, "Roots").
  --note <text>     One sentence for the others who sign.
  --key <file>      Signs the draft at once with this key, as guides sign does.
${options}

JSON
  { "ok", "draft", "version", "problems", "dropped", "difference", "bad", "counts" }

${exits}

${keyEnvironment}

${stagingFiles}

Example
  guides draft facebook --from ~/guides/channel-facebook --share /mnt/guides --note "New page roles"`;

export const reviewHelp = `guides review - shows what a draft would change, from the very bytes to be signed

Usage
  guides review <channel|directory> [<draft>] --share <share> [--json]

Parses the draft's targets, loads every file by its digest, and compares with what is published:
new, removed and changed guides with their changed blocks, fields and images; for a draft of the
directory the channels and people that came, went or were retired; for a root the keys, thresholds
and dates. Says plainly when a file is missing or is not what the draft's digests say, when the index
would show something else than its guides, and when the draft was overtaken. Without <draft> it takes
the newest one that can still be published.

How changes are shown
  + new, - removed, ~ changed; [-words that go-] {+words that come+}, … for words that stay.
  markup means: the same words, another source (a link's target, a callout, an image).

Options
${options}

JSON
  { "ok", "draft", "kind", "repository", "base", "madeAt", "note", "published", "isOutdated", "bad",
    "difference", "isComplete", "counts": [{ "role", "by", "threshold", "keys", "signers" }],
    "ignored": [{ "file", "why" }], "strange" }

Exit codes
  0  it can be signed
  1  it must not be signed: files are missing or false, or it was overtaken; or there is no draft
  2  not understood, or the share or the channel cannot be found

${shareEnvironment}

${stagingFiles}

Example
  guides review facebook --share /mnt/guides`;

export const signHelp = `guides sign - signs a draft with your key

Usage
  guides sign <channel|directory> [<draft>] --key <file> --share <share> [--json]
  guides sign --all --key <file> --share <share> [--json]

Shows the difference as guides review does, then signs and writes one file, sig.<keyid>.json, beside
the draft. Nobody meets: the others sign when they can, and whoever comes last publishes.

With --all every draft on the share that waits for this key is shown first, then all are signed with
one passphrase. Drafts that compete (only one of them can be published) and drafts that must not be
signed are named and left: read them, and name the one you mean.

Refuses to sign when
  - your key is none of those that the published root names (for a change of keys: also the new root)
  - files of the draft are missing or are not what its digests say, or the draft was overtaken
  - this PC's clock is behind what was signed last, or more than 10 minutes off the share's clock
    (seen by a file that is written into staging and removed): a wrong clock would block the channel

Options
  --all             Every draft on the share that waits for this key.
${key}
${options}

JSON
  { "ok", "draft", "file", "isNew", "isComplete", "counts", "ignored" }; with --all { "ok", "signed":
    [{ "repository", "draft", "isComplete" }], "failed", "skipped": [{ …, "rivals", "bad" }] }

${exits}

${keyEnvironment}

${stagingFiles}

Example
  guides sign facebook --key ~/my.key --share /mnt/guides`;

export const publishHelp = `guides publish - puts a signed draft before the readers

Usage
  guides publish <channel|directory> [<draft>] [--key <file>] --share <share> [--json]
  guides publish --all [--key <file>] --share <share> [--json]

Counts the signatures by public key (one person under two names counts once; files that are bad,
doubled, copies or of strangers are passed over), assembles the metadata, signs the timestamp with
your key, and writes: files, root, targets, snapshot, and the timestamp last. Whenever it is stopped,
readers have the old edition or the new one, whole. Nothing but timestamp.json is ever overwritten;
calls that a virus scanner or a server refuses are tried ten times. Then everything is read back as a
reader would, and said. Two people who publish on one folder wait for each other. The draft is then
cleared from staging. With --all everything that enough people signed is published, roots and the
directory first.

Refuses when too few have signed, when the draft was made from something else than what is published
(draft again), and when somebody published on another copy of the share (guides heal).

Roots
  A new root needs the signatures of the old stewards and of the new ones. Where the keys that leave
  had signed the published edition, readers would refuse it: then the group first signs it again
  (guides draft <channel> --again, guides sign), and publishing the root publishes both together.

Options
  --all             Every draft on the share that enough people signed.
  --key <file>      Signs the timestamp: any editor's or steward's key. Needed for editions and for the
                    directory; for a root only when it changes the timestamp's keys.
${options}

JSON
  { "ok", "draft", "kind", "version", "written", "kept", "bytes", "checked", "counts", "ignored" };
    with --all { "ok", "done": [the same], "failed": [{ "repository", "draft", "error" }] }

${exits}

${keyEnvironment}

${publishedFiles}

Example
  guides publish facebook --key ~/my.key --share /mnt/guides`;

export const healHelp = `guides heal - brings together what two people published at the same time

Usage
  guides heal <channel|directory> --key <file> --share <share> [--json]

When two people publish on two copies of the share, each copy is good, but after they have been
brought together only one timestamp is left, and the other edition lies there unseen. This finds it:
  - an edition that was made from the one readers see is shown (a new timestamp is signed)
  - where both hold changes, readers see the newest, and a draft is made that joins both, guide by
    guide and line by line, to be signed like every edition. Where both changed the same words, the
    newest edition's stay and the file is named. The people whose edition was lost are named too.
    Of the directory, new channels and withdrawals of both are joined; the people follow the roots.
Nothing is removed. Running it when all is well changes nothing.

Options
${key}
${options}

JSON
  { "ok", "did": "well" | "show" | "merge", "shown", "version", "lost": [{ "version", "signers",
    "conflicts" }], "draft" }

${exits}

${keyEnvironment}

${publishedFiles}

Example
  guides heal facebook --key ~/my.key --share /mnt/guides`;

export const refreshHelp = `guides refresh - confirms that what is published is still the newest

Usage
  guides refresh <channel|directory> --key <file> --share <share> [--force] [--json]
  guides refresh --all --key <file> --share <share> [--force] [--json]

Signs the timestamp again. Readers see "not confirmed" when nobody has done so for 45 days (90 for the
directory); reading goes on all the same. A timestamp that is younger than a week is left as it is.

Options
  --all             The directory and every channel that is not retired and that this key may confirm.
  --force           Also when the last one is younger than a week.
${key}
${options}

JSON
  { "ok", "done": [{ "repository", "isNew", "version", "until" }], "failed": [{ "repository",
    "error" }], "passed" }

${exits}

${keyEnvironment}

${publishedFiles}

Example
  guides refresh --all --key ~/my.key --share /mnt/guides`;

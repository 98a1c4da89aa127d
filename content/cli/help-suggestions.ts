// The pages of `guides inbox`, `guides inbox export` and `guides apply`.
import { noEnvironment } from './help-parts.ts';

const inboxFiles = `  <share>/inbox/<channel>/*.ngsuggest   what people left there; only read, never changed or removed`;

export const inboxHelp = `guides inbox - lists what people suggest, by guide and block

Usage
  guides inbox <share> <channel> [--from <folder>] [--all] [--json]

Opens every bundle in the channel's drop-box as something hostile, and puts together what is about
the same block: the same words once with all who propose them, different words side by side as
OVERLAP, who supports what, and what the newest text has made of each. Writes nothing.
To write suggestions as patches for git there is guides inbox export, with a page of its own.

Options
  --from <folder>  The group's own guides (the folder with pack.yml): suggestions are put beside them,
                   and answers are those in their responses.json. Without it: beside the newest
                   edition on the share.
  --all            Also what was accepted, reworded or declined.
  --json           Prints one JSON object instead of a table.

Now
  fits          made from the newest text, or from an older one and still fits
  said already  the newest text says it
  CONFLICT      the guide changed the same words since: guides apply shows the three texts
  GONE          there is no such guide any more

Messages
  REFUSED <file>: why. Such a file is not used. It may be damaged: ask its author to export it again.

JSON
  { "ok", "channel", "suggestions": [{ "digest", "files", "guide", "proposal", "supports", "kind",
    "why", "urgency", "author", "created", "modified", "standing", "duplicateOf", "supporters",
    "answer" }], "groups": [{ "guide", "block", "isOverlap", "wordings": [{ "old", "next", "by" }],
    "others" }], "refused": [{ "file", "why" }], "others", "problems" }

Exit codes
  0  listed; refused files are named
  1  the channel's edition on the share cannot be believed
  2  not understood, or the drop-box cannot be read

${noEnvironment}

Files
${inboxFiles}

Examples
  npx guides inbox /mnt/guides facebook
  npx guides inbox /mnt/guides facebook --from guides/channel-facebook --json`;

export const exportHelp = `guides inbox export - writes suggestions as patches for git, by their authors

Usage
  guides inbox export <share> <channel> [<suggestion>...] --git <folder> [--from <folder>] [--json]

Writes one mail with a patch for each suggestion, in an order in which "git am" takes them in the
folder of the guides (each guide as <its id>.md there). One that was made from an older text, or
touches a guide that a patch before it changed, is put on the newest text. What cannot be put there is
left out and named. The author of each is who made it; the address is nobody's.

Options
  <suggestion>     The beginning of a digest, 4 digits or more; without any, everything that changes a
                   text and is not decided.
  --git <folder>   Where to write: a new or empty folder.
  --from <folder>  The group's own guides (the folder with pack.yml), on which the first patch is to
                   apply. Without it: the newest edition on the share.
  --json           Prints one JSON object instead of text.

JSON
  { "ok", "patches": [{ "name", "digest", "isRebased" }], "left": [{ "digest", "why" }] }
  why: conflict, taken, gone, no-text, guide-there

Exit codes
  0  written
  1  some that were named could not be put on the text; the others are written
  2  not understood, or a folder cannot be read or written

${noEnvironment}

Files
${inboxFiles}
  <folder>/0001-<guide>-<digest>.patch  what is written

Examples
  npx guides inbox export /mnt/guides facebook --git /tmp/series
  npx guides inbox export /mnt/guides facebook 1a2b3c4d 99aa --git /tmp/series --from guides/facebook`;

export const applyHelp = `guides apply - puts suggestions into the group's guides and answers them

Usage
  guides apply <folder> <share> <channel> <suggestion>... [--accept] [--say "..."] [--each] [--json]
  guides apply <folder> <share> <channel> <suggestion>... --reword [--say "..."] [--note "..."]
  guides apply <folder> <share> <channel> <suggestion>... --decline <reason> [--say "..."]
  guides apply <folder> <share> <channel> <suggestion>... --review [--say "..."]
  guides apply <folder> <share> <channel> --receive --all

Merges the chosen suggestions into <folder> one after the other (the text they were made from, the
guide as it is now, the text proposed). A guide that changes gets its next version, once for each
edition, today's day, and a line in its change log that names the author's force, and the author only
where a name was given. The answer goes into responses.json beside pack.yml; the next edition carries
it to its readers. Whoever suggested the same words, or supports it, is answered with it.
All fit, or nothing is written. Running it again changes nothing.

Options
  <suggestion>        The beginning of a digest, 4 digits or more: guides inbox lists them.
  --accept            The words go into the guide as they are (this is what is done without an option).
  --reword            You have written it in your own words already: records version and credit.
  --decline <reason>  out-of-scope, already-covered, no-evidence, against-policy or other.
  --receive           Says that it has arrived, and lists it as open to other forces.
  --review            Says that the group looks at it.
  --all               With --receive: everything that was not answered yet.
  --say "..."         A sentence for the author. Every reader can see it.
  --note "..."        For the change log, instead of "Clearer wording" and the like.
  --each              Writes those that fit, even when others do not.
  --json              Prints one JSON object instead of text.

JSON
  { "ok", "state", "answered": [digest], "again": [digest], "results": [{ "kind": "fits", "digest",
    "file", "edition", "remarks", "isTaken", "isNew" } or { "kind": "conflict", "digest", "file",
    "places": [{ "line", "base", "sources", "suggested" }] } or { "kind": "refused", "digest", "why" }],
    "written": [file], "responses": { "answers", "open" } }

Exit codes
  0  done
  1  one does not fit (nothing was written, without --each), or is not in the drop-box
  2  not understood, responses.json is damaged, or a folder cannot be read or written

${noEnvironment}

Files
${inboxFiles}
  <folder>/*.md, <folder>/responses.json  what is written, each file whole or not at all

Examples
  npx guides apply guides/channel-facebook /mnt/guides facebook 1a2b3c4d --say "Thank you."
  npx guides apply guides/channel-facebook /mnt/guides facebook 99aa12 --decline already-covered`;

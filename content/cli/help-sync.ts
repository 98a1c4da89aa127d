// What `--help` prints for the commands of IT: sync, status and doctor.
import { noEnvironment } from './help-parts.ts';

export const syncHelp = `guides sync - brings verified guides from shares into a store

Usage
  guides sync --store <folder> --share <folder> [--share <folder> ...] [--root <file>] [--json]

Does by hand what the app does by itself every hour: looks at each share in turn, checks every
signature, copies what is missing, and makes the new editions readable all at once. The newest
valid edition of any share wins. What was held before stays readable whatever happens. Start it
again after it was stopped: it goes on where it was.

Options
  --store <folder>  The store to fill; made when missing. For one store that all users of a PC or
                    terminal server read, run this as a scheduled task and give users read rights.
  --share <folder>  A shared folder, a copy of one, or a stick that holds it. May be given often.
  --root <file>     The directory's first root (1.root.json) as it came with the app. Without it the
                    first share's own root is believed: enough for a look, not for readers.
  --json            Prints one JSON object instead of a table.

JSON
  { "ok", "changed", "shares": [{ "share", "error", "channels": [{ "channel", "outcome", "version",
    "error", "warnings", "files", "bytes" }] }] }

Exit codes
  0  every share was read and everything on it is held (an older copy beside a newer one is fine)
  1  something could not be brought in; what was held stays
  2  not understood, no share could be read, or the store cannot be written

${noEnvironment}

Files
  <store>/store-a.json, store-b.json  which editions are held, kept twice
  <store>/metadata/, blobs/            verified files
  <store>/sync-state.json              when each share was seen, and how

Examples
  guides sync --store /var/lib/national-guides --share /mnt/guides --root 1.root.json`;

export const statusHelp = `guides status - says what a store holds and how its shares were

Usage
  guides status --store <folder> [--share <folder> ...] [--json]

Reads the store only; touches no share. The app's own store is the folder "store" in its user data
(Windows: %LOCALAPPDATA%\\National Guides\\store, Linux: ~/.config/National Guides/store).

Options
  --store <folder>  The store to look at.
  --share <folder>  Names the shares of the list; others are listed by their id.
  --json            Prints one JSON object instead of a table.

JSON
  { "overall", "shares": [{ "share", "path", "status", "tried", "good", "next" }],
    "channels": [{ "channel", "title", "held", "offered", "status", "warnings", "good" }],
    "problems": [...] }
  A status is { "kind", "since", "error", "done", "of" }.

Exit codes
  0  up to date, or no share was ever looked at
  1  anything else; the table says what
  2  not understood, or the store cannot be read

${noEnvironment}

Files
  <store>/store-a.json, store-b.json, sync-state.json  what is read

Examples
  guides status --store "$HOME/.config/National Guides/store"`;

export const doctorHelp = `guides doctor - finds out why guides do not arrive

Usage
  guides doctor [--share <folder> ...] [--store <folder>] [--policy <file>] [--root <file>] [--json]

Looks at the policy file, at each share (path, reading, rights, clock, signatures, dates) and at the
store (readable, room on the disk). Without --share it takes the shares that the policy names. Where
this user may write on a share, one small file is made there and removed, to compare the clocks.

Options
  --share <folder>  A share to look at. May be given often.
  --store <folder>  A store to look at.
  --policy <file>   Another policy file than this PC's own.
  --root <file>     The directory's first root (1.root.json) as it came with the app.
  --json            Prints one JSON object instead of text.

Verdicts
  ok     as it should be
  note   worth knowing; nothing to mend at once
  FAULT  to be mended; the line says how

JSON
  { "ok", "findings": [{ "about", "check", "verdict", "found", "data" }] }

Exit codes
  0  no faults (there may be notes)
  1  at least one fault
  2  not understood, or nothing to look at

${noEnvironment}

Files
  %ProgramData%\\NationalGuides\\policy.json   the policy file on Windows
  /etc/national-guides/policy.json           the same on Linux
  <share>/staging/directory/.clock-*.tmp     made and removed, to compare the clocks

Examples
  guides doctor
  guides doctor --share /mnt/guides --root 1.root.json --json`;

// What `guides keys --help` and its commands print.
import { noEnvironment, passphraseEnvironment } from '../help-parts.ts';

export const keysHelp = `guides keys - a person's signing key: made, shown, copied to paper, restored

Usage
  guides keys new --out <file> --name <name> [--force <force>] [--role editor|steward]
  guides keys card --key <file> [--out <file>]
  guides keys fingerprint <card or key> [--words "<six words>"]
  guides keys backup --key <file> [--out <file>] [--qr <file>]
  guides keys restore --out <file> (--name <name> | --card <card>) [--words <file>]
  guides keys <command> --help

A key is an Ed25519 key of one person. Its private half lies in a file that only a passphrase opens
and never leaves your computer. Its public half, with your name, is the card that you send to a
steward. Six words stand for the public half: they are compared by telephone.

Exit codes
  0  done
  1  words or fingerprints do not fit
  2  not understood, a wrong passphrase, or a file that cannot be read or written`;

const passphraseHelp = `Passphrase
  Asked for at the terminal and not shown. A program sets GUIDES_PASSPHRASE instead. It needs at
  least 12 characters; rows of keys, common words and your own name are refused. Nobody can reset
  it: the paper copy is the way back.`;

export const newHelp = `guides keys new - makes a signing key and its card

Usage
  guides keys new --out <file> --name <name> [--force <force>] [--role editor|steward]
                  [--card <file>] [--json]

Writes a new private key, sealed under a passphrase (scrypt, then AES-256-GCM), readable by you
only. Never overwrites a file and never writes into a share. Beside it goes the key card, which
holds nothing secret.

Options
  --out <file>    The key file, such as ann.key, in a folder that only you can open.
  --name <name>   Your name as readers will see it beside what you approve.
  --force <force> Your force, shown with the name.
  --role <role>   What you mean to use it for. It gives no right; stewards decide.
  --card <file>   Where to write the card; beside the key when left out (ann.card.json).
  --json          Prints one JSON object.

${passphraseHelp}

JSON
  { "ok", "key", "cardFile", "card": { "format", "name", "force", "public", "role", "made", "keyid",
    "fingerprint": [six words] } }

Exit codes
  0  made
  2  not understood, the file is there already, or it cannot be written

${passphraseEnvironment}

Files
  *.key        the private half under a passphrase: scrypt, AES-256-GCM; for your eyes only
  *.card.json  the public half with name and force: nothing secret

Example
  npx guides keys new --out ~/keys/ann.key --name "Ann Example" --force "Kent Police" --role editor`;

export const cardHelp = `guides keys card - the public half of a key file, to be sent around

Usage
  guides keys card --key <file> [--out <file>] [--json]

Needs no passphrase. Prints the card, or writes it to a file that is not there yet.

Options
  --key <file>  The key file.
  --out <file>  Writes the card to a file instead of printing it.
  --json        Prints one JSON object.

JSON
  { "ok", "cardFile", "card": { "format", "name", "force", "public", "role", "made", "keyid",
    "fingerprint" } }

Exit codes
  0  done
  2  not understood, or the key file is damaged or cannot be read

${noEnvironment}

Files
  *.key        the private half under a passphrase: scrypt, AES-256-GCM; for your eyes only
  *.card.json  the public half with name and force: nothing secret

Example
  npx guides keys card --key ~/keys/ann.key --out ann.card.json`;

export const fingerprintHelp = `guides keys fingerprint - the six words of a key

Usage
  guides keys fingerprint <card or key file> [--words "<six words>"] [--json]

Prints the six words of a public key: 66 bits of its SHA-256, in words of the English list of
BIP-39. Before a steward signs a root with somebody's key, the two telephone and compare them. The
person who owns the key reads them from their own computer; the steward from the card that arrived.

Options
  --words "<six words>"  Compares what was read out with the key.
  --json                 Prints one JSON object.

JSON
  { "ok", "name", "force", "keyid", "fingerprint", "isSame": true, false or null }

Exit codes
  0  printed, or the same
  1  the words are those of another key: do not accept it
  2  not understood, or not a card or key file

${noEnvironment}

Files
  *.key        the private half under a passphrase: scrypt, AES-256-GCM; for your eyes only
  *.card.json  the public half with name and force: nothing secret

Example
  npx guides keys fingerprint ann.card.json --words "able cactus lunar piano river zoo"`;

export const backupHelp = `guides keys backup - the paper copy of a private key

Usage
  guides keys backup --key <file> [--out <file>] [--qr <file>] [--json]

Prints the private key as 24 words with a checksum (BIP-39), with your name and the six words of
the key. Whoever holds the paper can sign in your name: lock it away, apart from the computer.
Files are written for you only, never into a share, and must be deleted after printing.

Options
  --key <file>  The key file.
  --out <file>  Writes the page to a file instead of printing it here.
  --qr <file>   Writes the words as a QR code (SVG), for a camera.
  --json        Prints one JSON object; "words" is in it only without --out and --qr.

${passphraseHelp}

JSON
  { "ok", "out", "qr", "keyid", "words" }

Exit codes
  0  done
  2  not understood, a wrong passphrase, or a file that is there already

${passphraseEnvironment}

Files
  *.key        the private half under a passphrase: scrypt, AES-256-GCM; for your eyes only
  *.card.json  the public half with name and force: nothing secret

Example
  npx guides keys backup --key ~/keys/ann.key --out paper.txt --qr paper.svg`;

export const restoreHelp = `guides keys restore - a key from its paper copy

Usage
  guides keys restore --out <file> (--name <name> [--force <force>] | --card <card>)
                      [--words <file>] [--json]

Reads the 24 words and writes the key file anew, under a new passphrase. Words may be in capitals,
numbered, or cut after their fourth letter. A word that is not on the list is named by its place
with what was probably meant. Where all words are on the list but are no key together, the card of
the person makes it possible to find the one word that is wrong, or the two that are swapped.

Options
  --out <file>    The key file to write; it must not be there.
  --name, --force, --role   As for keys new.
  --card <card>   The key's card: gives name and force, and checks that it is the same key.
  --words <file>  Reads the words, or the whole printed page, from a file. Without it they are typed.
  --json          Prints one JSON object.

${passphraseHelp}

JSON
  as for keys new, or { "ok": false, "fault": { "why": "count", "word", "checksum" or "card", … } }

Exit codes
  0  restored
  1  the words are not those of a key, or of another key than the card's
  2  not understood, or a file that is there already

${passphraseEnvironment}

Files
  *.key        the private half under a passphrase: scrypt, AES-256-GCM; for your eyes only
  *.card.json  the public half with name and force: nothing secret

Example
  npx guides keys restore --out ~/keys/ann.key --card ann.card.json`;

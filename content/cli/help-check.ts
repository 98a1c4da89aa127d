// What `guides check --help` prints.
import { noEnvironment } from './help-parts.ts';

export const checkHelp = `guides check - reads guides as an editor does, before anybody signs them

Usage
  guides check <folder> [--json]

The folder is one pack (it holds pack.yml), or it holds packs. Writes nothing. Says what
guides build would refuse, and what the rules of style find:

  form      600 to 1,500 words; the day of the facts in the opening; a checklist, what is not
            verified and what to read next; a text alternative for each picture
  sources   every source is used and every footnote is a source; a "must" names the law or the
            national standard that binds, a "should" says who advises it; "must" nowhere else
  reading   half of the sentences have at most 20 words, none has more than 35; reading age;
            abbreviations said in full; words to avoid; words that are true for a day; dates
  repeats   no run of twelve words stands in two guides
  people    nothing that looks like personal data

Errors are mended. A hint is mended or answered: style-answers.yml beside pack.yml is a list of
"guide", "rule", "words" (part of the message; may be left out) and "why". An answer that nothing
asks for any more is an error.

Options
  --json  Prints one JSON object instead of text.

JSON
  { "ok", "guides", "problems": [{ "file", "line", "severity", "rule", "field", "message" }] }

Exit codes
  0  nothing to say
  1  something to mend or to answer
  2  not understood, or the folder cannot be read

${noEnvironment}

Files
  <folder>/pack.yml, *.md, images/   what is read
  <folder>/style-answers.yml         hints that were thought about, and why they stay

Example
  npx guides check content/guides`;

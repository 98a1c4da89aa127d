// What stands above the difference in `change.patch`: the lines of a mail that `git am` reads. What people wrote stands
// indented below a line of ours, so that none of it can be read as a header, as another mail or as a difference.
import type { Suggestion } from './model.ts';

/** Nobody's: `.invalid` is kept free by RFC 2606, and a person's own address is no part of a suggestion. */
export const patchAddress = 'suggestion@national-guides.invalid';

/** `git am` takes the address for the name of whoever has a longer one. */
const nameBytes = 60;
/** As much as a list of commits shows of one. */
const subjectLength = 100;
/** An encoded word is 75 characters at most (RFC 2047, 2), and a line 78 with `Subject: [PATCH] ` before it. */
const wordBytes = 45;

/** @param file that is changed, as it is named in the sources */
export function mailOf(suggestion: Suggestion, file: string): string {
  const { author, modified, why, id, kind, urgency, base, channel } = suggestion;
  return [
    // The line that `git format-patch` begins every mail with.
    'From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001',
    `From: ${encodeWords(nameOf(suggestion))} <${patchAddress}>`,
    `Date: ${dateOf(modified)}`,
    `Subject: [PATCH] ${encodeWords(subjectOf(file, why))}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'Why:',
    '',
    ...why.split('\n').map((line) => (line.trim() === '' ? '' : `    ${line.trimEnd()}`)),
    '',
    `Suggestion: ${id}`,
    `Kind: ${kind}`,
    `Urgency: ${urgency}`,
    base ? `Base: ${channel} ${base.edition.version} ${base.edition.digest}` : `Base: ${channel}`,
    `Force: ${author.force}`,
    `Role: ${author.role}`,
    '---',
    '',
    '',
  ].join('\n');
}

/** "Ann Example, Kent Police"; the force alone where no name is given. */
function nameOf({ author }: Suggestion): string {
  const plain = (words: string): string =>
    words
      // Signs with a meaning in an address.
      .replace(/[\\"<>@()]/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const [name, force] = [plain(author.name ?? ''), plain(author.force)];
  const whole = [name, force].filter((words) => words !== '').join(', ');
  // Git refuses a name of nothing but signs, and takes the address for one that is shorter than three.
  return /[\p{L}\p{N}]/u.test(whole) && byteLength(whole) > 2 ? cutBytes(whole, nameBytes) : 'National Guides';
}

function subjectOf(file: string, why: string): string {
  const first = why.replace(/\s+/g, ' ').trim();
  const cut = [...first];
  const words =
    cut.length <= subjectLength
      ? first
      : `${cut
          .slice(0, subjectLength - 1)
          .join('')
          .trimEnd()}…`;
  return words === '' ? file : `${file}: ${words}`;
}

/** RFC 5322 in UTC. Git knows no dates before 1970 and after 2099; a clock that far out is not worth the suggestion. */
function dateOf(time: string): string {
  const year = Number(time.slice(0, 4));
  return new Date(year >= 1971 && year <= 2098 ? time : '2000-01-01T00:00:00.000Z').toUTCString().replace('GMT', '+0000');
}

/** RFC 2047, 4.2 and 8: as it is where it is short and plain, else in words of UTF-8 that are never cut inside a character. */
function encodeWords(text: string): string {
  if (text.length <= wordBytes && /^[A-Za-z0-9][A-Za-z0-9 ,.:;'!?/+-]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    const next = /[A-Za-z0-9]/.test(character) ? character : character === ' ' ? '_' : escaped(character);
    if (word.length + next.length > wordBytes) {
      words.push(word);
      word = '';
    }
    word += next;
  }
  return [...words, word].map((part) => `=?UTF-8?q?${part}?=`).join('\n ');
}

/** `%C5%B4` and `=C5=B4` are the same bytes. */
const escaped = (character: string): string =>
  /[!'()*~._-]/.test(character)
    ? `=${character.charCodeAt(0).toString(16).toUpperCase()}`
    : encodeURIComponent(character).replace(/%/g, '=');

const byteLength = (text: string): number => encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, 'x').length;

function cutBytes(text: string, most: number): string {
  let [kept, bytes] = ['', 0];
  for (const character of text) {
    bytes += byteLength(character);
    if (bytes > most) return kept.trimEnd();
    kept += character;
  }
  return kept;
}

// A text as the pieces that a merge may keep or drop, but never cut: words, white space, line ends, link targets, and
// every other sign for itself. Joined they are the text again, character by character.

// In this order: a line end; spaces; the target of a markdown link with its bracket; a bare address; a word with what
// holds it together (don't, e-mail, v2.3); any other sign.
const piece = /\n|[^\S\n]+|\]\([^)\s]*(?:\s+"[^"\n]*")?\)|https?:\/\/[^\s)>\]"]+|[\p{L}\p{N}]+(?:['’\-_.][\p{L}\p{N}]+)*|\S/gu;

export const tokensOf = (text: string): readonly string[] => text.match(piece) ?? [];

export const isLinkTarget = (token: string): boolean => token.startsWith('](') || /^https?:\/\//.test(token);

/** Lower case, without signs: the same for what reads the same aloud. */
export const wordsOnly = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What a reader sees: without link targets and tags. */
export const seenWords = (text: string): string => wordsOnly(text.replace(/\]\([^)\s]*\)/g, '] ').replace(/<[^<>]*>/g, ' ')).join(' ');

/** White space inside lines, at their ends and between paragraphs is no difference; at their starts it is structure. */
export const squeezed = (text: string): string =>
  text
    .split('\n')
    .map((line) => `${/^\s*/.exec(line)?.[0] ?? ''}${line.trim().replace(/\s+/g, ' ')}`.trimEnd())
    .filter((line) => line !== '')
    .join('\n');

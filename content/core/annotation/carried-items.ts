// The items of a file of notes, one by one as they stand in its text: a file of 64 MB is never a tree of objects at once,
// and of a file that was cut on the way every whole item is found. Says nothing about what an item is.

/** Names under which notes are listed: web annotation pages, our list of them, an export of Hypothesis. */
const lists: readonly string[] = ['items', 'pages', 'annotations'];
/** Our files nest six deep. */
const mostDepth = 64;
/** Characters between two pauses: some milliseconds. */
const pauseEvery = 1_000_000;

interface Open {
  readonly isArray: boolean;
  /** Its elements are items, or pages of items. */
  readonly isList: boolean;
  /** Of an object that may be an item: where it begins; else -1. */
  readonly start: number;
  /** It holds a list, and is no item itself. */
  isPage: boolean;
  /** Something else than an object stands in the list since the last comma. */
  hasOther: boolean;
}

const [quote, backslash, comma, openList, closeList, openObject, closeObject] = [0x22, 0x5c, 0x2c, 0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Text of each item; `null` now and then, where the caller may do other things first. What is in a list and no object is "0".
 * Returns whether there was a list at all.
 */
export function* carriedItems(text: string): Generator<string | null, boolean> {
  const open: Open[] = [];
  let hasList = false;
  let [pause, keyStart, keyEnd] = [pauseEvery, 0, 0];
  for (let at = 0; at < text.length; at++) {
    if (at > pause) {
      pause = at + pauseEvery;
      yield null;
    }
    const sign = text.charCodeAt(at);
    const inside = open.at(-1);
    switch (sign) {
      case quote:
        if (inside?.isList) inside.hasOther = true;
        [keyStart, keyEnd] = [at + 1, endOfString(text, at)];
        at = keyEnd;
        break;
      case openObject: {
        const isElement = inside === undefined || inside.isList;
        open.push({ isArray: false, isList: false, start: isElement ? at : -1, isPage: false, hasOther: false });
        break;
      }
      case openList: {
        const isNamed =
          inside !== undefined && inside.start >= 0 && lists.includes(text.slice(keyStart, keyEnd)) && isColon(text, keyEnd, at);
        if (inside && isNamed) inside.isPage = true;
        if (inside?.isList) inside.hasOther = true;
        const isList = inside === undefined || isNamed;
        hasList ||= isList;
        open.push({ isArray: true, isList, start: -1, isPage: false, hasOther: false });
        break;
      }
      case comma:
      case closeList:
        if (inside?.isList && inside.hasOther) yield '0';
        if (inside?.isList) inside.hasOther = false;
        if (sign === closeList && inside?.isArray) open.pop();
        break;
      case closeObject:
        if (!inside || inside.isArray) break;
        open.pop();
        if (inside.start >= 0 && !inside.isPage) yield text.slice(inside.start, at + 1);
        break;
      default:
        if (inside?.isList && sign > 0x20) inside.hasOther = true;
    }
    if (open.length > mostDepth) return hasList;
    // Whatever follows the one value of a file is none of it.
    if (open.length === 0 && sign !== quote && sign > 0x20 && at > 0) return hasList;
  }
  return hasList;
}

/** Where the string ends that begins at `start`; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === backslash) before--;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}

const isColon = (text: string, keyEnd: number, at: number): boolean => text.slice(keyEnd + 1, at).trim() === ':';

// How deeply JSON nests and how much is in it, counted before a parser meets it: a tower of brackets is an attack on the
// parser, and a plain of them one on memory.

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];

/**
 * Whether brackets outside strings nest deeper than `most`, or there are more than `mostParts` of them and of commas: a
 * list or object, and each thing in it but the first. Works on bytes, which is several times faster than on text; in
 * UTF-8 no part of another character looks like a bracket or a quote.
 */
export function isDeeperThan(bytes: Uint8Array, most: number, mostParts = Number.POSITIVE_INFINITY): boolean {
  let [depth, parts] = [0, 0];
  let inString = false;
  const { length } = bytes;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] as number;
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (byte === 0x5b || byte === 0x7b) {
      depth += 1;
      parts += 1;
      if (depth > most || parts > mostParts) return true;
    } else if (byte === comma) {
      parts += 1;
      if (parts > mostParts) return true;
    } else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return false;
}

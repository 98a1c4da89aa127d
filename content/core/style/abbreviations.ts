// Abbreviations that a guide uses and does not say in full: the reader at night looks nothing up.

/** What everybody in the country knows, and names that are only ever written so. */
const known = new Set(
  (
    'UK GB EU US USA TV BBC PDF CSV OK ID IT URL AM PM HTML RSS QR USB GPS CCTV DVD PIN WiFi ISBN FAQ AM PM HR PR ' +
    // Roman numbers in the names of laws.
    'I II III IV V VI VII VIII IX X'
  ).split(' '),
);

const shape = /(?<![\p{L}\p{N}#@./_-])(?:[A-Z]{2,}[0-9]{0,2}|[A-Z]{1,2}[a-z]?[A-Z]{1,4})s?(?![\p{L}\p{N}@_-]|\.\p{L})/gu;

/**
 * Each once, at its first use, when it is neither known nor explained there: "full name (ABC)", "ABC (full name)",
 * "ABC means ..." or "ABC stands for ...", before or at the place where it is first read.
 * @param texts in reading order
 */
export function unexplained(texts: readonly string[]): readonly { readonly abbreviation: string; readonly text: number }[] {
  const seen = new Set<string>();
  const found: { abbreviation: string; text: number }[] = [];
  texts.forEach((text, at) => {
    for (const { 0: match } of text.matchAll(shape)) {
      const abbreviation = match.replace(/s$/, '');
      if (known.has(abbreviation) || seen.has(abbreviation)) continue;
      seen.add(abbreviation);
      if (!explains(text, abbreviation)) found.push({ abbreviation, text: at });
    }
  });
  return found;
}

function explains(text: string, abbreviation: string): boolean {
  const itself = `${literal(abbreviation)}s?`;
  return (
    new RegExp(`\\p{L}[’'”"]? \\((?:the |or |called |known as )*["“]?${itself}\\b`, 'u').test(text) ||
    new RegExp(`\\b${itself} \\(\\p{L}[^)]{4,}\\)`, 'u').test(text) ||
    new RegExp(`\\b${itself},? (?:means|stands for|is short for|is the|are the)\\b`, 'u').test(text)
  );
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

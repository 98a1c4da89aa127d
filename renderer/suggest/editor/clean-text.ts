// What may not be in a guide's text, whoever typed or pasted it: signs without a shape and signs that turn the direction
// of text (words could say one thing and show another), control characters, line ends of other systems.

const refused = /(?![\t\n])\p{Cc}|[\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

/** Places of what may not be there. */
export function refusedIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(refused)].map(({ index }) => ({ from: index, to: index + 1 }));
}

/** Composed letters (NFC), line ends as `\n`. Quotation marks and dashes stay as they are. */
export const cleanText = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(refused, '')
    .normalize('NFC');

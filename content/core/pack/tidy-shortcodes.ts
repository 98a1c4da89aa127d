// What a site builder's tag leaves behind when it is taken out: the words it would have shown, if it says them.

const shown = /\b(?:alt|label|text|caption|title|heading)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”)/i;

/** @param inner what stands between the braces. */
export function shortcodeText(inner: string): string {
  const match = shown.exec(inner);
  const words = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').replace(/\s+/g, ' ').trim();
  // The words are text: nothing in them may become markup or another tag.
  return words.replace(/[\\`*_{}[\]<>#|!&]/g, (character) =>
    character === '<' || character === '>' || /[{}]/.test(character) ? '' : `\\${character}`,
  );
}

/** The file or address named in `{{< ref "x.md" >}}` or `{{ "/x/" | url }}`. */
export function shortcodeTarget(inner: string): string | null {
  return /["'“]([^"'“”\s]{1,500})["'”]/.exec(inner)?.[1] ?? null;
}

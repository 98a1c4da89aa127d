// A change of dress as words: "now bold", "link now leads to …".
import { editorText } from '../../text/suggest-editor.ts';
import type { Dress } from './runs.ts';

/** In the order: what came, what went, where a link leads. */
export function dressWords(was: Dress, now: Dress): string {
  const said = [
    ...now.styles.filter((style) => !was.styles.includes(style)).map((style) => editorText.now[style]),
    ...was.styles.filter((style) => !now.styles.includes(style)).map((style) => editorText.noLonger[style]),
  ];
  const isLinkStill = was.target !== '' && now.target !== '' && was.target !== now.target;
  return [...said, ...(isLinkStill ? [editorText.leadsNow(now.target, was.target)] : [])].join(', ');
}

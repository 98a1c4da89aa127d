// Words as the guide shows them, put into an element: without signs, and with what went and what came against a base.
import { editorText } from '../../text/suggest-editor.ts';
import { type DiffPart, diffParts } from './diff-parts.ts';

/** @param base null: no changes are shown. */
export function drawWords(place: HTMLElement, base: string | null, text: string): void {
  place.replaceChildren(...diffParts(base ?? text, text).map(element));
}

function element(part: DiffPart): HTMLElement {
  const words = document.createElement(part.kind === 'gone' ? 'del' : part.kind === 'come' ? 'ins' : 'span');
  words.className = [
    part.kind === 'gone' ? 'ed-del' : part.kind === 'come' ? 'ed-ins' : '',
    ...part.styles.map((style) => `ed-${style}`),
    part.said === '' ? '' : 'ed-dress',
  ]
    .filter(Boolean)
    .join(' ');
  if (part.said !== '') words.title = part.said;
  if (part.kind !== 'same') words.dataset.said = part.kind === 'gone' ? editorText.deletes : editorText.inserts;
  words.append(part.text);
  return words;
}

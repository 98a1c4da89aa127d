// The words of a note, lightly formatted. Html comes in as it does for guides: made by core/guide, cleaned once more by
// DOMPurify, put in without React. Links lead as those of a guide do.
import DOMPurify, { type Config } from 'dompurify';
import { memo, useEffect, useLayoutEffect, useRef } from 'react';
import type { GuideId } from '../../content/core/base/ids.ts';
import { renderLight } from '../../content/core/guide/render-light.ts';
import { follow } from '../reader/GuideBody.tsx';
import { library } from '../state/library.ts';
import { readerText } from '../text/reader.ts';

// What core/guide writes for a note, and nothing else.
const rules: Config & { RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_TAGS: ['p', 'br', 'strong', 'em', 'code', 'ul', 'ol', 'li', 'blockquote', 'a', 'span', '#text'],
  ALLOWED_ATTR: ['href', 'rel', 'class', 'start'],
  ADD_URI_SAFE_ATTR: ['rel', 'start'],
  ALLOW_DATA_ATTR: true,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|guide:)/i,
};

interface Props {
  readonly text: string;
  /** The guide that the note is on. */
  readonly guide: GuideId;
}

export const NoteText = memo(function NoteText({ text, guide }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(fragmentOf(text)), [text]);
  useEffect(() => {
    const element = place.current;
    const click = (event: MouseEvent): void => follow(event, guide);
    element?.addEventListener('click', click);
    element?.addEventListener('auxclick', click);
    return () => {
      element?.removeEventListener('click', click);
      element?.removeEventListener('auxclick', click);
    };
  }, [guide]);
  return <div className="note-text" ref={place} />;
});

function fragmentOf(text: string): DocumentFragment {
  const held = library.get().guides;
  const fragment = DOMPurify.sanitize(renderLight(text, { hasGuide: (id) => held.has(id) }), rules);
  for (const link of fragment.querySelectorAll('a[data-external]')) link.append(spoken(readerText.outside));
  for (const gone of fragment.querySelectorAll('.missing-guide')) gone.append(readerText.missingGuide);
  return fragment;
}

function spoken(text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'hidden-words';
  span.textContent = text;
  return span;
}

// A guide's source as a piece of page, ready to be put in: rendered by core/guide, cleaned once more by DOMPurify
// (which also makes it acceptable to Trusted Types), and given the words and shapes that html cannot carry.
import DOMPurify, { type Config } from 'dompurify';
import type { BlockId } from '../../content/core/base/ids.ts';
import type { CalloutKind } from '../../content/core/guide/model.ts';
import { renderGuide } from '../../content/core/guide/render.ts';
import { splitSource } from '../../content/core/guide/split.ts';
import type { GuideDocument } from '../../electron/ipc/replies.ts';
import { library } from '../state/library.ts';
import { calloutWords } from '../text/names.ts';
import { readerText } from '../text/reader.ts';
import { calloutIcon } from './callout-icon.tsx';
import type { Heading } from './outline-model.ts';

export interface PreparedGuide {
  readonly fragment: DocumentFragment;
  readonly outline: readonly Heading[];
  readonly tasks: readonly BlockId[];
  /** Where the page says how far one has come with the tasks: above the first of them. */
  readonly checklist: HTMLElement | null;
}

// What core/guide writes, and nothing else.
const rules: Config & { RETURN_DOM_FRAGMENT: true } = {
  RETURN_DOM_FRAGMENT: true,
  ALLOWED_TAGS: [
    ...['p', 'div', 'span', 'label', 'input', 'aside', 'section', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'pre', 'code'],
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img', 'strong', 'em', 's', 'sup', '#text'],
  ],
  ALLOWED_ATTR: [
    'id',
    'class',
    'href',
    'rel',
    'src',
    'alt',
    'width',
    'height',
    'loading',
    'start',
    'scope',
    'role',
    'tabindex',
    'type',
    'checked',
    'disabled',
    'aria-label',
  ],
  // Everything but addresses: only href and src have to look like one.
  ADD_URI_SAFE_ATTR: ['rel', 'width', 'height', 'loading', 'start', 'scope', 'tabindex', 'type', 'checked', 'disabled', 'aria-label'],
  ALLOW_DATA_ATTR: true,
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|guide:|guides:\/\/image\/|#)/i,
};

export function prepareGuide(document: GuideDocument): PreparedGuide {
  const held = library.get().guides;
  const html = renderGuide(
    { body: splitSource(document.source).body },
    {
      blockIds: document.blockIds,
      image: (src) => (Object.hasOwn(document.images, src) ? (document.images[src] ?? null) : null),
      hasGuide: (id) => held.has(id),
    },
  );
  const fragment = DOMPurify.sanitize(html, rules);
  for (const label of fragment.querySelectorAll<HTMLElement>('[data-callout-label]')) wordCallout(label);
  for (const aside of fragment.querySelectorAll('aside')) aside.setAttribute('role', 'note');
  for (const link of fragment.querySelectorAll('a[data-external]')) link.append(spoken(readerText.outside));
  for (const gone of fragment.querySelectorAll('.missing-guide')) gone.append(spoken(readerText.missingGuide, false));
  for (const gone of fragment.querySelectorAll('.missing-place')) gone.append(spoken(readerText.missingPlace, false));
  for (const gone of fragment.querySelectorAll<HTMLElement>('.missing-image')) wordMissing(gone);
  return { fragment, outline: outlineOf(fragment), tasks: tasksOf(fragment), checklist: placeForChecklist(fragment) };
}

/** A sentence that is no part of the guide: left out of quotations, and where `hidden` only read aloud. */
function spoken(text: string, hidden = true): HTMLElement {
  const span = document.createElement('span');
  if (hidden) span.className = 'hidden-words';
  span.dataset.notText = '';
  span.textContent = text;
  return span;
}

/** What stands for the picture is text of the guide; the sentence around it is not. */
function wordMissing(picture: HTMLElement): void {
  const alt = picture.textContent ?? '';
  picture.dataset.alt = alt;
  picture.textContent = readerText.missingImage(alt);
}

function wordCallout(label: HTMLElement): void {
  const kind = label.dataset.calloutLabel as CalloutKind;
  const title = document.createElement('span');
  title.className = 'callout-title';
  title.append(...label.childNodes);
  const word = document.createElement('span');
  word.className = 'callout-word';
  word.dataset.notText = '';
  word.append(calloutIcon(kind), calloutWords[kind] ?? kind);
  label.append(word, ...(title.hasChildNodes() ? [' ', title] : []));
}

function outlineOf(fragment: DocumentFragment): readonly Heading[] {
  return [...fragment.querySelectorAll<HTMLElement>('h2[id], h3[id], h4[id]')].map((heading) => ({
    id: heading.id,
    level: Number(heading.tagName.charAt(1)),
    text: wordsOf(heading),
  }));
}

/** The text of an element without what is no part of the guide. */
export function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll('[data-not-text]')) mark.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function placeForChecklist(fragment: DocumentFragment): HTMLElement | null {
  let list = fragment.querySelector('input[data-task]')?.closest('ul, ol') ?? null;
  for (let outer = list; outer; outer = outer.parentElement?.closest('ul, ol') ?? null) list = outer;
  if (!list) return null;
  const place = document.createElement('div');
  place.dataset.notText = '';
  // On paper the boxes say it, and a line here would let the heading stand alone at the foot of a sheet.
  place.className = 'no-print';
  list.before(place);
  return place;
}

function tasksOf(fragment: DocumentFragment): readonly BlockId[] {
  return [...fragment.querySelectorAll<HTMLElement>('input[data-task]')].map((box) => box.dataset.task as BlockId);
}

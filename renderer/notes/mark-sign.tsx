// The signs in the margin, one shape for each kind of highlight, drawn without React because they stand beside a guide's
// own elements. A pen on it says that somebody wrote something.
import type { HighlightName } from '../../content/core/annotation/model.ts';

// Outlines on a 24 by 24 field: flag, ticked box, question, place on a map.
const shapes: Readonly<Record<HighlightName, readonly string[]>> = {
  important: ['M6 21.5V3.5', 'M6 3.5h12.5l-3 4.75 3 4.75H6z'],
  do: ['M4 4h16v16H4z', 'M8 12.2l2.9 2.9L16.2 9'],
  ask: ['M12 2.8a9.2 9.2 0 1 0 0 18.4 9.2 9.2 0 0 0 0-18.4z', 'M9.3 9.4a2.8 2.8 0 1 1 3.9 2.6c-.8.4-1.2.9-1.2 1.8', 'M12 17v.2'],
  local: ['M12 22c-4.6-4.5-7.2-8-7.2-11.8a7.2 7.2 0 0 1 14.4 0C19.2 14 16.6 17.5 12 22z', 'M12 10v.2'],
};
const pen = ['M3 21l1.4-5.2L16.2 4l3.8 3.8L8.2 19.6z'];

// Drawn once for each kind and copied from then on: a guide may have hundreds.
const drawnOnce = new Map<string, DocumentFragment>();

export function markSign(highlight: HighlightName, hasText: boolean): Node {
  const key = `${highlight} ${hasText}`;
  let sign = drawnOnce.get(key);
  if (!sign) {
    sign = document.createDocumentFragment();
    sign.append(drawn(shapes[highlight], 'note-mark-shape'), ...(hasText ? [drawn(pen, 'note-mark-pen')] : []));
    drawnOnce.set(key, sign);
  }
  return sign.cloneNode(true);
}

const namespace = 'http://www.w3.org/2000/svg';

function drawn(paths: readonly string[], name: string): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  for (const [key, value] of Object.entries({ class: name, viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths.join(''));
  svg.append(path);
  return svg;
}

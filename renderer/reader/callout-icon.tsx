// The shapes of the callouts, drawn without React because they stand inside a guide's text.
import type { CalloutKind } from '../../content/core/guide/model.ts';

// Outlines on a 24 by 24 field: octagon, triangle, circle with plus, page, triangle, fork in the road.
const shapes: Readonly<Record<CalloutKind, readonly string[]>> = {
  must: ['M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z', 'M12 7v6', 'M12 16.6v.2'],
  should: ['M12 2.8 21.2 12 12 21.2 2.8 12z', 'M12 7.8v5', 'M12 16v.2'],
  could: ['M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z', 'M12 8v8', 'M8 12h8'],
  note: ['M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19z', 'M12 11v6', 'M12 7.3v.2'],
  warning: ['M12 3 22.2 20.5H1.8z', 'M12 9.5v5', 'M12 17.3v.2'],
  'your-force-decides': ['M12 21.5v-8', 'M12 13.5 5 6.5', 'M12 13.5l7-7', 'M4.5 10.5V6h4.5', 'M19.5 10.5V6H15'],
};

const svg = 'http://www.w3.org/2000/svg';

export function calloutIcon(kind: CalloutKind): SVGElement {
  const icon = document.createElementNS(svg, 'svg');
  const attributes = {
    class: 'callout-icon',
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2.2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(attributes)) icon.setAttribute(name, value);
  for (const d of shapes[kind] ?? shapes.note) {
    const path = document.createElementNS(svg, 'path');
    path.setAttribute('d', d);
    icon.append(path);
  }
  return icon;
}

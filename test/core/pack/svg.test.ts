import { expect, test } from 'vitest';
import { inspectSvg } from '../../../content/core/pack/svg.ts';

const drawing = (inner: string, attributes = 'viewBox="0 0 30 40"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

test.each([
  [drawing('<rect x="1" y="2" width="3" height="4" fill="#fff"/>'), { width: 30, height: 40 }],
  [drawing('<text x="1">A &amp; B</text>', 'width="50px" height="60"'), { width: 50, height: 60 }],
  [
    `<?xml version="1.0"?>\n<!-- drawn by hand -->\n${drawing('<g><use href="#a"/><path id="a" d="M0 0" fill="url(#b)"/></g>')}\n`,
    { width: 30, height: 40 },
  ],
])('%s is plain', (source, size) => expect(inspectSvg(source)).toEqual(size));

test.each([
  drawing('<script>alert(1)</script>'),
  drawing('<SCRIPT/>'),
  drawing('<rect onclick="x"/>'),
  drawing('<rect style="x"/>'),
  drawing('<style>*{}</style>'),
  drawing('<foreignObject></foreignObject>'),
  drawing('<image href="https://a.example/x.png"/>'),
  drawing('<use href="https://a.example/x.svg#a"/>'),
  drawing('<use xlink:href="other.svg#a"/>'),
  drawing('<a href="#x"/>'),
  drawing('<animate attributeName="href"/>'),
  drawing('<rect fill="url(https://a.example/)"/>'),
  drawing('<rect fill="&#106;avascript:x"/>'),
  drawing('<text>&evil;</text>'),
  drawing('<![CDATA[x]]>'),
  drawing('<rect>'),
  drawing('</g>'),
  drawing('<rect x=1/>'),
  drawing('<svg/>'),
  drawing('', 'onload="x" viewBox="0 0 1 1"'),
  drawing('', 'width="10"'),
  `<!DOCTYPE svg [<!ENTITY x "y">]>${drawing('')}`,
  `${drawing('')}<rect/>`,
  `text ${drawing('')}`,
  '<html></html>',
  '<svg',
  '',
  drawing(' '.repeat(300_000)),
])('%s is refused', (source) => expect(inspectSvg(source.slice(0, 400_000))).toBeNull());

// Plain drawings only: an allow-list of elements and attributes, read with a small strict scanner. No script, no
// style, no event attributes, no foreign content, nothing that points outside the file, no entities of its own.

// A drawing for a guide; larger ones are photographs in disguise.
const maxCharacters = 256 * 1024;

const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs use symbol lineargradient radialgradient stop clippath mask marker pattern'.split(
    ' ',
  ),
);
const attributes = new Set(
  (
    'xmlns version id class x y x1 y1 x2 y2 cx cy r rx ry fx fy d points width height viewbox preserveaspectratio transform fill stroke ' +
    'fill-rule fill-opacity stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray ' +
    'stroke-dashoffset opacity color clip-path clip-rule mask offset stop-color stop-opacity gradientunits gradienttransform ' +
    'spreadmethod patternunits patterntransform clippathunits maskunits markerwidth markerheight markerunits refx refy orient ' +
    'marker-start marker-mid marker-end font-family font-size font-weight font-style text-anchor dominant-baseline letter-spacing ' +
    'dx dy rotate role aria-label aria-labelledby aria-hidden focusable href xlink:href xmlns:xlink xml:space lang xml:lang'
  ).split(' '),
);

const piece = /<!--[\s\S]*?-->|<\?xml[^<>]{0,200}\?>|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/gy;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Width and height in pixels of a drawing that is safe and well-formed, else `null`. */
export function inspectSvg(source: string): { readonly width: number; readonly height: number } | null {
  const text = source.replace(/^\ufeff/, '').trim();
  if (text.length > maxCharacters) return null;
  const open: string[] = [];
  let size: { width: number; height: number } | null = null;
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const match = piece.exec(text);
    if (match === null) return null;
    const [whole, closing, name, list = '', selfClosing] = match;
    if (name === undefined) {
      if (!whole.startsWith('<') && (!safeText(whole) || (open.length === 0 && whole.trim() !== ''))) return null;
      continue;
    }
    if (!elements.has(name.toLowerCase())) return null;
    if (closing === '/') {
      if (open.pop() !== name || list !== '') return null;
      continue;
    }
    const values = readAttributes(list);
    // One root, and everything else inside it.
    const isRoot = open.length === 0 && size === null;
    if (values === null || isRoot !== (name === 'svg') || (open.length === 0 && !isRoot)) return null;
    size ??= sizeOf(values);
    if (size === null) return null;
    if (selfClosing === '') open.push(name);
  }
  return open.length === 0 ? size : null;
}

function readAttributes(list: string): ReadonlyMap<string, string> | null {
  const values = new Map<string, string>();
  for (const [, rawName = '', double, single] of list.matchAll(attribute)) {
    const name = rawName.toLowerCase();
    const value = double ?? single ?? '';
    if (!attributes.has(name) || !safeText(value)) return null;
    const pointer = name === 'href' || name === 'xlink:href';
    if (pointer && !/^#[\w-]+$/.test(value)) return null;
    if (name.startsWith('xmlns') && !/^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink)$/.test(value)) return null;
    // url(...) may only name a part of the same file.
    if (/url\s*\(/i.test(value) && !/^url\(\s*#[\w-]+\s*\)$/i.test(value)) return null;
    values.set(name, value);
  }
  return values;
}

/** Only the five entities of XML and numbers that stand for printable characters. */
function safeText(text: string): boolean {
  return !/&(?!(?:amp|lt|gt|quot|apos);)/.test(text) && !/javascript:|data:/i.test(text);
}

function sizeOf(values: ReadonlyMap<string, string>): { width: number; height: number } | null {
  const box = (values.get('viewbox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const side = (name: string, index: number) => {
    const written = /^(\d{1,5}(?:\.\d+)?)(?:px)?$/.exec(values.get(name) ?? '');
    return Math.round(written ? Number(written[1]) : box.length === 4 ? (box[index] ?? 0) : 0);
  };
  const [width, height] = [side('width', 2), side('height', 3)];
  return width >= 1 && height >= 1 && Number.isFinite(width * height) ? { width, height } : null;
}

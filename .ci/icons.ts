// `node .ci/bootstrap.mjs icons`: draws the app's icon, an open book whose right page is a check mark, as SVG, as
// PNGs of every size that systems ask for, and as Windows' .ico. Only straight edges and two colours, so that no
// drawing program is needed and the same bytes come out everywhere. Run it after changing the shapes below.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { root } from './lib/places.ts';
import { command, say } from './lib/say.ts';

type Point = readonly [x: number, y: number];
interface Shape {
  readonly fill: Colour;
  readonly points: readonly Point[];
}
type Colour = readonly [red: number, green: number, blue: number];

// The accent and the raised paper of the light theme.
const blue: Colour = [0x1f, 0x4e, 0x8c];
const paper: Colour = [0xff, 0xff, 0xff];

// On a grid of 64, whole quarters where edges are upright: at 16 px each of them falls on a pixel.
const grid = 64;
const shapes: readonly Shape[] = [
  { fill: blue, points: roundedSquare(0, grid, 12) },
  // Left page, falling towards the spine.
  {
    fill: paper,
    points: [
      [8, 11],
      [28, 18],
      [28, 55],
      [8, 48],
    ],
  },
  // Right page: the check mark grows out of the spine.
  {
    fill: paper,
    points: [
      [32, 36],
      [38.5, 32.5],
      [42.5, 41],
      [49, 11],
      [56, 13],
      [47, 55],
      [40, 55],
    ],
  },
];

const pngSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const icoSizes = [16, 24, 32, 48, 64, 256] as const;
// Points per pixel and direction: edges in 64 steps of grey are as smooth as screens show.
const samples = 8;

export function main(): Promise<number> {
  return command(async () => {
    const folder = path.join(root, 'electron', 'windows', 'icons');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'icon.svg'), svg());
    for (const size of pngSizes) writeFileSync(path.join(folder, `${size}x${size}.png`), png(size));
    writeFileSync(path.join(folder, 'icon.ico'), ico());
    say(`Icons written to ${path.relative(root, folder)}.`);
    return 0;
  });
}

function roundedSquare(from: number, to: number, radius: number): readonly Point[] {
  const corners: readonly (readonly [x: number, y: number, quarter: number])[] = [
    [to - radius, from + radius, -1],
    [to - radius, to - radius, 0],
    [from + radius, to - radius, 1],
    [from + radius, from + radius, 2],
  ];
  // Nine points a corner: at 512 px an edge is shorter than two pixels out of true.
  return corners.flatMap(([x, y, quarter]) =>
    Array.from({ length: 9 }, (_, step): Point => {
      const angle = ((quarter + step / 8) * Math.PI) / 2;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

function svg(): string {
  const hex = (colour: Colour) => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  const paths = shapes.map(({ fill, points }) => {
    const spelled = points.map(([x, y]) => `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`);
    return `  <path fill="${hex(fill)}" d="M${spelled.join('L')}Z"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${grid} ${grid}">\n  <title>National Guides</title>\n${paths.join('\n')}\n</svg>\n`;
}

function png(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) rows.set(pixel(x, y, size), y * (size * 4 + 1) + 1 + x * 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits a channel, with transparency.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function pixel(x: number, y: number, size: number): readonly number[] {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samples * samples; i += 1) {
    const at: Point = [
      ((x + ((i % samples) + 0.5) / samples) * grid) / size,
      ((y + (Math.floor(i / samples) + 0.5) / samples) * grid) / size,
    ];
    const top = shapes.findLast(({ points }) => isInside(at, points));
    if (!top) continue;
    covered += 1;
    top.fill.forEach((part, channel) => {
      sum[channel] = (sum[channel] ?? 0) + part;
    });
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((part) => Math.round(part / covered)), Math.round((covered / (samples * samples)) * 255)];
}

function isInside([x, y]: Point, points: readonly Point[]): boolean {
  let inside = false;
  points.forEach(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length] as Point;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

// Windows takes PNGs inside an .ico since Vista. A size of 256 is written as 0.
function ico(): Buffer {
  const images = icoSizes.map(png);
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach((image, index) => {
    const at = 6 + 16 * index;
    const size = (icoSizes[index] ?? 0) % 256;
    head.set([size, size], at);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([head, ...images]);
}

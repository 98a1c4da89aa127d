// Drawings of a guide as bitmaps, for Word: painted by the window at twice their size. What cannot be painted is left out, and its
// words stand for it.
import type { GuideDocument } from '../../electron/ipc/replies.ts';

export interface Bitmap {
  readonly src: string;
  readonly png: Uint8Array<ArrayBuffer>;
}

// Sharp on paper, and no larger than a sheet needs.
const scale = 2;
const mostSide = 2_400;
// As in the contract.
const most = 60;

/** Of the pictures that Word does not show by itself. */
export async function bitmapsOf({ source, images }: Pick<GuideDocument, 'source' | 'images'>): Promise<Bitmap[]> {
  const drawings = Object.entries(images).filter(([src]) => !/\.(?:png|jpe?g)$/i.test(src) && source.includes(src));
  const made: Bitmap[] = [];
  for (const [src, { url, width, height }] of drawings.slice(0, most)) {
    const png = await paint(url, width, height).catch(() => null);
    if (png) made.push({ src, png });
  }
  return made;
}

async function paint(url: string, width: number, height: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const image = new Image();
  // Else the canvas would not give its pixels out again.
  image.crossOrigin = 'anonymous';
  image.src = url;
  await image.decode();
  const by = Math.min(scale, mostSide / width, mostSide / height);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by))];
  const brush = canvas.getContext('2d');
  if (!brush) return null;
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return blob && new Uint8Array(await blob.arrayBuffer());
}

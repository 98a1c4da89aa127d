// The same guide for both windows: the bare one paints its html from a file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../.ci/lib/places.ts';
import { parseGuide } from '../../content/core/guide/parse.ts';
import { renderGuide } from '../../content/core/guide/render.ts';

const file = path.join(root, 'content', 'guides', 'accessibility', 'contact-notice.md');

export async function guideText(): Promise<string> {
  const parsed = parseGuide(readFileSync(file, 'utf8'), file);
  return renderGuide(parsed, { blockIds: [], image: () => null, hasGuide: () => true });
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { runDemo } from '../../.ci/lib/demo.ts';
import { root } from '../../.ci/lib/places.ts';
import { tempFolder } from '../support/temp.ts';

it('shows a good copy, and each fault of a broken one, while reading goes on', { timeout: 60_000 }, async () => {
  const folder = tempFolder();
  const rows = await runDemo(path.join(root, 'content', 'guides'), folder, () => undefined);
  expect(rows.map(({ reader, share, channel, reads, code }) => [reader, share, channel, reads, code].join(', '))).toEqual([
    'held edition 1, north, facebook, edition 2, ',
    'held edition 1, north, whatsapp, edition 2, ',
    'held edition 1, north, x, edition 2, ',
    'held edition 1, south, facebook, edition 1, INCOMPLETE',
    'held edition 1, south, whatsapp, edition 1, ROLLED_BACK',
    'held edition 1, south, x, edition 1, TAMPERED',
    'new, north, facebook, edition 2, ',
    'new, north, whatsapp, edition 2, ',
    'new, north, x, edition 2, ',
    'new, south, facebook, nothing, INCOMPLETE',
    'new, south, whatsapp, founding edition, ',
    'new, south, x, nothing, TAMPERED',
  ]);
  for (const replica of ['national', 'north', 'south'])
    expect(readFileSync(path.join(folder, replica, 'README.txt'), 'utf8')).toContain('DEMONSTRATION');
  expect(existsSync(path.join(folder, 'keys'))).toBe(false);
});

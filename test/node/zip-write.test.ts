import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { writeZip } from '../../content/node/zip-write.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const files = [
  { name: 'suggestion.json', bytes: text('{"why":"because"}\n'.repeat(200)) },
  { name: 'evidence/0123456789abcdef-Ŵhat.png', bytes: text('not packed again'.repeat(10)) },
  { name: 'a.txt', bytes: new Uint8Array() },
];
/** Of `files`. Another one here means that every PC with this version makes other bundles than those before it. */
const known = '3ac15743f1c8265a16f337c493708cc022f002cfe2aa1eaf7a6f956724410906';

test('the same files are these bytes', () => {
  const zip = writeZip(files);
  expect(sha256(zip)).toBe(known);
});

// Each in a process of its own: the zone is read once. Midnight of 1 January 1980 was skipped or moved in some.
test.each(['UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns'])(
  'and are in %s, in Welsh and in Turkish',
  (zone) => {
    const root = path.resolve(import.meta.dirname, '..', '..');
    const program = `
      import { writeZip } from './content/node/zip-write.ts';
      import { createHash } from 'node:crypto';
      const files = JSON.parse(process.env.FILES).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') }));
      process.stdout.write(createHash('sha256').update(writeZip(files)).digest('hex'));`;
    const given = JSON.stringify(files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') })));
    const run = (locale: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, FILES: given },
      });
    expect(run(zone === 'UTC' ? 'tr_TR.UTF-8' : 'cy_GB.UTF-8')).toBe(known);
  },
  60_000,
);

test('what is packed already is stored, all else is deflated', () => {
  const zip = Buffer.from(writeZip(files));
  expect(zip.includes('not packed again'.repeat(10))).toBe(true);
  expect(zip.includes('{"why":"because"}\n{"why"')).toBe(false);
  const start = 30 + 'suggestion.json'.length;
  expect(inflateRawSync(zip.subarray(start)).toString()).toBe('{"why":"because"}\n'.repeat(200));
});

test('the order is the one given', () => {
  const zip = Buffer.from(writeZip(files));
  const places = files.map(({ name }) => zip.indexOf(name));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

import { mkdirSync, readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { suggestionLimits } from '../../content/core/suggestion/bounds.ts';
import { openDraftEvidence } from '../../content/node/draft-evidence.ts';
import { sha256 } from '../../content/node/hash.ts';
import { tempFolder } from '../support/temp.ts';

const bytes = new TextEncoder().encode('a photograph');

test('a file is kept under its digest, once, and comes back', async () => {
  const folder = path.join(tempFolder(), 'evidence');
  const evidence = openDraftEvidence(folder);
  expect(evidence.read(sha256(bytes))).toBeNull();
  expect([await evidence.put(bytes), await evidence.put(bytes)]).toEqual([sha256(bytes), sha256(bytes)]);
  expect([readdirSync(folder), Buffer.from(evidence.read(sha256(bytes)) ?? []).toString()]).toEqual([[sha256(bytes)], 'a photograph']);
});

test('a damaged one is none, and is mended when it is attached again', async () => {
  const folder = tempFolder();
  const evidence = openDraftEvidence(folder);
  const digest = await evidence.put(bytes);
  truncateSync(path.join(folder, digest), 3);
  expect(evidence.read(digest)).toBeNull();
  await evidence.put(bytes);
  expect(evidence.read(digest)).not.toBeNull();
});

test('what is larger than a suggestion may carry is refused, also when it is put there by hand', async () => {
  const folder = tempFolder();
  const [most, more] = [suggestionLimits.evidenceFileBytes, suggestionLimits.evidenceFileBytes + 1].map((size) => new Uint8Array(size)) as [
    Uint8Array,
    Uint8Array,
  ];
  const evidence = openDraftEvidence(folder);
  await evidence.put(most);
  await expect(evidence.put(more)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  writeFileSync(path.join(folder, sha256(more)), more);
  expect(evidence.read(sha256(more))).toBeNull();
});

test('a file that cannot be read is not taken for none', () => {
  const folder = tempFolder();
  mkdirSync(path.join(folder, sha256(bytes)));
  expect(() => openDraftEvidence(folder).read(sha256(bytes))).toThrow();
});

test('what no draft names goes once it is old, and nothing else', async () => {
  const folder = tempFolder();
  const evidence = openDraftEvidence(folder);
  expect(openDraftEvidence(path.join(folder, 'none')).clear(new Set(), new Date())).toBe(0);
  const [named, old, young] = await Promise.all(['named', 'old', 'young'].map((text) => evidence.put(new TextEncoder().encode(text))));
  const then = new Date('2026-01-01');
  for (const digest of [named, old]) utimesSync(path.join(folder, digest as string), then, then);
  writeFileSync(path.join(folder, 'readme.txt'), 'mine');
  utimesSync(path.join(folder, 'readme.txt'), then, then);
  expect(evidence.clear(new Set(named ? [named] : []), new Date('2026-06-01'))).toBe(1);
  await evidence.put(new TextEncoder().encode('named'));
  expect(evidence.clear(new Set(), new Date('2026-06-01'))).toBe(0);
  expect(readdirSync(folder).sort()).toEqual([named as string, young as string, 'readme.txt'].sort());
});

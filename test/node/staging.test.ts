import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner } from '../../content/node/keys.ts';
import { addSignature, listDrafts, namesIn, readStaged, repositoryFolder, stagingFolder, writeDraft } from '../../content/node/staging.ts';
import { facebook, sampleFiles, stagedEdition } from '../support/staged-drafts.ts';
import { tempFolder } from '../support/temp.ts';

const now = new Date('2026-11-22T09:00:00Z');
const blobName = `${sha256(sampleFiles[0]?.bytes ?? '')}.a.md`;

async function staged() {
  const share = tempFolder();
  const id = await writeDraft(share, stagedEdition({ now }));
  return { share, id, folder: path.join(share, ...stagingFolder(facebook), id) };
}
const codeOf = async (share: string, id: string) => {
  const read = await readStaged(share, facebook, id);
  return read.ok ? 'ok' : `${read.error.code} ${String(read.error.data.why)}`;
};

describe('staging', () => {
  it('keeps a draft with its blobs, and reads it back', async () => {
    const { share, id, folder } = await staged();
    expect(readdirSync(folder).sort()).toEqual(['draft.json', 'draft.snapshot.json', 'draft.targets.json', 'targets']);
    const read = await readStaged(share, facebook, id);
    if (!read.ok) throw new Error(read.error.code);
    const bytes = await read.value.blob('a.md', sha256(sampleFiles[0]?.bytes ?? ''), 4);
    expect(bytes && Buffer.from(bytes).toString()).toBe('# A\n');
  });

  it('writes no blob that is published already, but one whose published copy is damaged', async () => {
    const share = tempFolder();
    const published = path.join(share, ...repositoryFolder(facebook), 'targets');
    mkdirSync(published, { recursive: true });
    writeFileSync(path.join(published, blobName), '# A\n');
    const id = await writeDraft(share, stagedEdition({ now }));
    expect(existsSync(path.join(share, ...stagingFolder(facebook), id, 'targets'))).toBe(false);
    writeFileSync(path.join(published, blobName), '# B\n');
    await writeDraft(share, stagedEdition({ now }));
    expect(existsSync(path.join(share, ...stagingFolder(facebook), id, 'targets', blobName))).toBe(true);
  });

  it('lists the newest draft first, and says which are still arriving', async () => {
    const { share, id, folder } = await staged();
    const later = await writeDraft(share, stagedEdition({ now: new Date(now.getTime() + 60_000) }));
    rmSync(path.join(folder, 'draft.json'));
    mkdirSync(path.join(folder, '..', 'not-a-draft'));
    const drafts = await listDrafts(share, facebook);
    expect(drafts.map((draft) => [draft.id, draft.read.ok])).toEqual([
      [later, true],
      [id, false],
    ]);
    expect(await listDrafts(share, 'x')).toEqual([]);
  });

  it.each<[string, (folder: string) => void, string]>([
    ['is not there', (folder) => rmSync(folder, { recursive: true }), 'INCOMPLETE missing'],
    ['is half written', (folder) => rmSync(path.join(folder, 'draft.snapshot.json')), 'INCOMPLETE missing'],
    ['was edited', (folder) => appendFileSync(path.join(folder, 'draft.targets.json'), ' '), 'MALFORMED canonical'],
    ['lies under another id', (folder) => renameSync(folder, path.join(folder, '..', '1-abcdef')), 'MALFORMED place'],
    [
      'is a link',
      (folder) => {
        renameSync(folder, `${folder}-elsewhere`);
        symlinkSync(`${folder}-elsewhere`, folder);
      },
      'MALFORMED link',
    ],
  ])('refuses a draft that %s', async (_, damage, expected) => {
    const { share, id, folder } = await staged();
    damage(folder);
    expect(await codeOf(share, expected.endsWith('place') ? '1-abcdef' : id)).toBe(expected);
  });

  it('never takes an id or a repository as a path', async () => {
    const { share } = await staged();
    expect(await codeOf(share, '../../x')).toBe('MALFORMED id');
    expect(await readStaged(share, '../x', '1-abcdef')).toMatchObject({ ok: false, error: { code: 'MALFORMED' } });
    expect(await readStaged('/nowhere/at/all', facebook, '1-abcdef')).toMatchObject({ ok: false, error: { code: 'SHARE_UNREACHABLE' } });
  });

  it('adds one file for each signer, once', async () => {
    const { share, id, folder } = await staged();
    const signer = makeSigner();
    const first = await addSignature(share, facebook, id, signer);
    const second = await addSignature(share, facebook, id, signer);
    expect([first, second].map((added) => added.ok && added.value.outcome)).toEqual(['written', 'kept']);
    expect(readdirSync(folder).filter((name) => name.startsWith('sig.'))).toEqual([`sig.${signer.keyid}.json`]);
  });

  it('replaces half a signature of the same key, which a broken copy left', async () => {
    const { share, id, folder } = await staged();
    const signer = makeSigner();
    const file = path.join(folder, `sig.${signer.keyid}.json`);
    writeFileSync(file, '{"format":1,');
    expect(await addSignature(share, facebook, id, signer)).toMatchObject({ ok: true, value: { outcome: 'written' } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ keyid: signer.keyid });
  });

  it('hands over conflict copies as signatures to be judged, and names what is strange', async () => {
    const { share, id, folder } = await staged();
    await addSignature(share, facebook, id, makeSigner());
    const [name = ''] = readdirSync(folder).filter((file) => file.startsWith('sig.'));
    copyFileSync(path.join(folder, name), path.join(folder, name.replace('.json', '.sync-conflict-20261122.json')));
    copyFileSync(path.join(folder, 'draft.json'), path.join(folder, 'draft.sync-conflict-20261122.json'));
    const read = await readStaged(share, facebook, id);
    expect(read.ok && [read.value.signatures.size, read.value.strange]).toEqual([2, ['draft.sync-conflict-20261122.json']]);
  });

  it('stops at a folder that somebody is filling', () => {
    const folder = tempFolder();
    for (let count = 0; count < 1_001; count += 1) writeFileSync(path.join(folder, `${count}`), '');
    expect(() => namesIn(folder)).toThrow('TOO_LARGE');
    expect(namesIn(path.join(folder, 'none'))).toEqual([]);
  });
});

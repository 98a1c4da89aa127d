import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../content/core/base/utf8.ts';
import { signatureFile, stageFiles } from '../../../content/core/publish/stage.ts';
import { readDraft } from '../../../content/core/publish/staged.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { makeSigner } from '../../../content/node/keys.ts';
import { stagedEdition, stagedMap } from '../../support/staged-drafts.ts';

const now = new Date('2026-11-22T09:00:00Z');

describe('the files of a draft', () => {
  it('are named by time and by what is signed, so that the same draft has the same id', () => {
    const [one, two] = [stageFiles(stagedEdition({ now }), sha256), stageFiles(stagedEdition({ now }), sha256)];
    expect(one.id).toMatch(/^1795338000-[0-9a-f]{6}$/);
    expect(two.id).toBe(one.id);
    expect(one.blobs.map(({ name }) => name)).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.a\.md$/)]);
    expect(one.parts.map(({ name }) => name)).toEqual(['draft.targets.json', 'draft.snapshot.json']);
  });

  it('need every role that the kind has', () => {
    expect(() => stageFiles({ ...stagedEdition({ now }), parts: new Map() }, sha256)).toThrow('needs the role targets');
  });

  it('get one signature file for each person, over each part', () => {
    const draft = readDraft(stagedMap(stagedEdition({ now })));
    if (!draft.ok) throw new Error(draft.error.code);
    const signer = makeSigner();
    const { name, bytes } = signatureFile(draft.value, signer);
    expect(name).toBe(`sig.${signer.keyid}.json`);
    expect(JSON.parse(decodeUtf8(bytes) ?? '')).toMatchObject({
      format: 1,
      public: signer.key.keyval.public,
      signatures: { targets: signer.sign(draft.value.parts.get('targets')?.bytes as Uint8Array), snapshot: expect.any(String) },
    });
  });
});

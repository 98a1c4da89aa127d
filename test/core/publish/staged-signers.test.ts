import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../../../content/core/base/utf8.ts';
import { signatureFile } from '../../../content/core/publish/stage.ts';
import { readDraft, type StagedDraft } from '../../../content/core/publish/staged.ts';
import { assemble, countSigners } from '../../../content/core/publish/staged-signers.ts';
import { parseMetadata, type RootMetadata } from '../../../content/core/trust/metadata.ts';
import { meetsThreshold } from '../../../content/core/trust/verify.ts';
import { makeSigner, type Signer } from '../../../content/node/keys.ts';
import { verifySignature } from '../../../content/node/verify-signature.ts';
import { signers, stagedEdition, stagedMap, stagedRoot } from '../../support/staged-drafts.ts';

const now = new Date('2026-11-22T09:00:00Z');

function read(draft: Parameters<typeof stagedMap>[0]): StagedDraft {
  const result = readDraft(stagedMap(draft));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
const { draft: rootDraft, stewards, editors } = stagedRoot({ now });
const firstRoot = read(rootDraft);
const root = (firstRoot.kind === 'root' && firstRoot.root) as RootMetadata;
const edition = read(stagedEdition({ now }));
const sigs = (draft: StagedDraft, people: readonly Signer[]) =>
  new Map(people.map((person) => signatureFile(draft, person)).map(({ name, bytes }) => [name, bytes]));
const count = (files: ReadonlyMap<string, Uint8Array>) => countSigners(edition, files, root, verifySignature);

describe('the signers of a draft', () => {
  it('are enough when two different editors signed both parts', () => {
    const counted = count(sigs(edition, editors.slice(0, 2)));
    expect(counted).toMatchObject({ isComplete: true, ignored: [] });
    const files = assemble(edition, counted);
    const targets = parseMetadata('targets', files?.get('targets') as Uint8Array, 'product');
    expect(targets.ok && meetsThreshold(root, 'targets', targets.value, 'product')).toBe(true);
  });

  it('are too few with one, and nothing is put together', () => {
    const counted = count(sigs(edition, editors.slice(0, 1)));
    expect(counted.isComplete).toBe(false);
    expect(assemble(edition, counted)).toBeNull();
  });

  it('do not include strangers, nor stewards where editors sign', () => {
    const counted = count(sigs(edition, [makeSigner(), stewards[0] as Signer, editors[0] as Signer]));
    expect(counted.signers).toHaveLength(1);
    expect(counted.ignored.map(({ why }) => why)).toEqual(['key', 'key']);
  });

  it('count one person once, whatever the key is called', () => {
    const person = editors[0] as Signer;
    const twin: Signer = { ...person, keyid: 'f'.repeat(64) };
    const counted = count(sigs(edition, [person, twin]));
    expect(counted.signers).toHaveLength(1);
    expect(counted.ignored.map(({ why }) => why)).toEqual(['twice']);
  });

  it('do not include a signature over another draft, nor half of one', () => {
    const other = read(stagedEdition({ now: new Date(now.getTime() + 60_000) }));
    const person = editors[1] as Signer;
    expect(count(sigs(other, [person])).ignored).toEqual([{ file: `sig.${person.keyid}.json`, why: 'signature' }]);
    const half = new Map([...sigs(edition, [person])].map(([name, bytes]) => [name, bytes.slice(0, 100)]));
    expect(count(half).ignored).toEqual([{ file: `sig.${person.keyid}.json`, why: 'shape' }]);
  });

  it('do not include copies that a replicator set aside', () => {
    const [[name, bytes]] = [...sigs(edition, editors.slice(0, 1))] as [[string, Uint8Array]];
    const copy = name.replace('.json', '.sync-conflict-20261122-090000-ABCDEFG.json');
    expect(count(new Map([[copy, bytes]])).ignored).toEqual([{ file: copy, why: 'name' }]);
    expect(count(new Map([['sig.txt', encodeUtf8('hello')]])).ignored).toEqual([{ file: 'sig.txt', why: 'name' }]);
  });

  it('of a new root must be enough by the old root and by the new one', () => {
    const newcomers = signers(3);
    const next = read(stagedRoot({ now, version: 2, stewards: [...stewards.slice(0, 2), ...newcomers], editors }).draft);
    const by = (people: readonly Signer[]) => countSigners(next, sigs(next, people), root, verifySignature).isComplete;
    expect(by(stewards.slice(0, 3))).toBe(false);
    expect(by([...stewards.slice(0, 2), ...newcomers.slice(0, 1)])).toBe(false);
    expect(by([...stewards.slice(0, 3), ...newcomers.slice(0, 1)])).toBe(true);
  });

  it('of a first root vouch for themselves', () => {
    const counted = countSigners(firstRoot, sigs(firstRoot, stewards.slice(0, 3)), null, verifySignature);
    expect(counted.isComplete).toBe(true);
  });
});

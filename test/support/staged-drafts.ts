// Small drafts as staging holds them, signed by keys that live as long as the test.
import type { ChannelId } from '../../content/core/base/ids.ts';
import { encodeUtf8 } from '../../content/core/base/utf8.ts';
import type { EditionFile } from '../../content/core/pack/model.ts';
import { draftEdition, signable } from '../../content/core/publish/edition.ts';
import { rootSigned } from '../../content/core/publish/metadata.ts';
import { dayMs, thresholds, validDays } from '../../content/core/publish/roles.ts';
import { type NewDraft, stageFiles } from '../../content/core/publish/stage.ts';
import { sha256 } from '../../content/node/hash.ts';
import { makeSigner, type Signer } from '../../content/node/keys.ts';

export const facebook = 'facebook' as ChannelId;
export const sampleFiles: readonly EditionFile[] = [{ name: 'a.md', bytes: encodeUtf8('# A\n') }];

export const signers = (count: number): Signer[] => Array.from({ length: count }, makeSigner);

export function stagedEdition(input: { now: Date; files?: readonly EditionFile[]; base?: number }): NewDraft {
  const files = input.files ?? sampleFiles;
  const draft = draftEdition(files, Math.floor(input.now.getTime() / 1000), sha256);
  return {
    kind: 'edition',
    repository: facebook,
    base: input.base ?? 0,
    madeAt: input.now,
    note: '',
    parts: new Map([
      ['targets', draft.targets],
      ['snapshot', draft.snapshot],
    ]),
    files,
  };
}

export interface RootInput {
  readonly now: Date;
  readonly version?: number;
  readonly stewards?: readonly Signer[];
  readonly editors?: readonly Signer[];
}

export function stagedRoot(input: RootInput): { draft: NewDraft; stewards: readonly Signer[]; editors: readonly Signer[] } {
  const { now, version = 1, stewards = signers(5), editors = signers(5) } = input;
  const role = (people: readonly Signer[], threshold: number) => ({ keyids: people.map(({ keyid }) => keyid), threshold });
  const signed = rootSigned({
    version,
    issued: now,
    expires: new Date(now.getTime() + validDays.root * dayMs),
    keys: new Map([...stewards, ...editors].map(({ keyid, key }) => [keyid, key])),
    roles: {
      root: role(stewards, thresholds.root),
      targets: role(editors, thresholds.targets),
      snapshot: role(editors, thresholds.snapshot),
      timestamp: role([...editors, ...stewards], thresholds.timestamp),
    },
    demo: true,
  });
  const channel = { id: facebook, title: 'The facebook channel', kind: 'channel' };
  const parts = new Map([['root', signable({ ...signed, channel })]] as const);
  const draft: NewDraft = { kind: 'root', repository: facebook, base: version - 1, madeAt: now, note: '', parts, files: [] };
  return { draft, stewards, editors };
}

/** The draft's files by name, without its blobs. */
export function stagedMap(draft: NewDraft): Map<string, Uint8Array> {
  const { parts, head } = stageFiles(draft, sha256);
  return new Map([...parts, head].map(({ name, bytes }) => [name, bytes]));
}

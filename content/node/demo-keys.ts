// Keys for demonstrations: a full set of stewards and editors, made on the spot. They live in memory and are gone
// with the process, unless a person names a folder to keep them in, outside any share, to publish again with.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId } from '../core/base/ids.ts';
import type { DemoKeys } from '../core/publish/demo-share.ts';
import { groupSizes } from '../core/publish/roles.ts';
import { writeAtomic } from './atomic-write.ts';
import { type Signer, signerOf } from './keys.ts';

interface KeptKey {
  readonly d: string;
  readonly x: string;
}

interface KeptKeys {
  readonly format: 1;
  readonly use: 'demonstration only';
  readonly stewards: readonly KeptKey[];
  readonly editors: Readonly<Record<string, readonly KeptKey[]>>;
}

const keysFile = 'demo-keys.json';

export const hasKeys = (folder: string): boolean => existsSync(path.join(folder, keysFile));

/** Signers for every channel: those of `folder` where there are some, new ones for what is missing. */
export async function demoKeys(channels: readonly ChannelId[], folder: string | null): Promise<DemoKeys> {
  const kept = folder && hasKeys(folder) ? (JSON.parse(readFileSync(path.join(folder, keysFile), 'utf8')) as KeptKeys) : null;
  const stewards = kept?.stewards ?? make(groupSizes.stewards);
  const editors: Record<string, readonly KeptKey[]> = { ...kept?.editors };
  for (const channel of channels) if (!Object.hasOwn(editors, channel)) editors[channel] = make(groupSizes.editors);
  if (folder) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const whole: KeptKeys = { format: 1, use: 'demonstration only', stewards, editors };
    await writeAtomic(path.join(folder, keysFile), JSON.stringify(whole, null, 2));
    chmodSync(path.join(folder, keysFile), 0o600);
  }
  return { stewards: stewards.map(open), editors: new Map(channels.map((channel) => [channel, (editors[channel] ?? []).map(open)])) };
}

function make(count: number): KeptKey[] {
  return Array.from({ length: count }, () => {
    const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
    return { d, x };
  });
}

function open({ d, x }: KeptKey): Signer {
  const privateKey = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', d, x }, format: 'jwk' });
  return signerOf(privateKey, createPublicKey(privateKey));
}

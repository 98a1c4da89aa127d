// The options that the commands of IT have in common: shares, which may be given often, and the pinned root.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AppFault } from '../core/base/error.ts';
import { metadataBytes } from '../core/trust/limits.ts';
import { openShare } from '../node/share.ts';
import { UsageError } from './arguments.ts';

/** The values of `--share`, absolute, and the other words; each folder once. */
export function takeShares(args: readonly string[]): { readonly shares: readonly string[]; readonly rest: readonly string[] } {
  const shares = new Set<string>();
  const rest: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? '';
    const [, inline] = /^--share(?:=(.*))?$/s.exec(arg) ?? [];
    if (!/^--share(?:=|$)/.test(arg)) {
      rest.push(arg);
      continue;
    }
    if (inline === undefined) at += 1;
    const value = inline ?? args[at];
    if (!value) throw new UsageError('The option --share needs a folder after it.');
    shares.add(path.resolve(value));
  }
  return { shares: [...shares], rest };
}

/** The file's bytes, or the first root of the first share that has one. Throws the system's errors or the share's. */
export async function rootFrom(file: string | undefined, shares: readonly string[]): Promise<Uint8Array> {
  if (file !== undefined) return readFileSync(file);
  let last: unknown = new AppFault('SHARE_UNREACHABLE', { errno: 'ENOENT' });
  for (const where of shares) {
    try {
      const share = openShare(where);
      const folder = share.folder('directory', 'metadata');
      const root = folder && (await share.read(folder, '1.root.json', metadataBytes.root));
      if (root) return root;
    } catch (thrown) {
      last = thrown;
    }
  }
  throw last;
}

export const ownRootNote = 'No --root was given: the share’s own first root is believed. This shows damage, not a forged share.';

// A `.ngsuggest` as bytes: packed the same on every PC, opened as the hostile file it may be.

import type { Result } from '../core/base/result.ts';
import { isFileName, suggestionLimits } from '../core/suggestion/bounds.ts';
import { type BundleFile, type BundleRefusal, bundleLimits, bundleNames, checkBundle, type ReadBundle } from '../core/suggestion/bundle.ts';
import { sha256 } from './hash.ts';
import { readZip, type ZipLimits } from './zip-read.ts';
import { writeZip } from './zip-write.ts';

/** @param files from `bundleFiles` */
export const packBundle = (files: readonly BundleFile[]): Uint8Array => writeZip(files);

const limits: ZipLimits = {
  bytes: bundleLimits.bytes,
  files: bundleLimits.files,
  inflated: bundleLimits.inflated,
  nameBytes: bundleLimits.nameBytes,
  bytesOf(name) {
    if (name === bundleNames.suggestion) return suggestionLimits.fileBytes;
    if (name === bundleNames.patch) return bundleLimits.patchBytes;
    if (name === bundleNames.summary) return bundleLimits.summaryBytes;
    const [, file] = /^evidence\/[0-9a-f]{16}-(.+)$/su.exec(name) ?? [];
    return file !== undefined && isFileName(file) ? suggestionLimits.evidenceFileBytes : null;
  },
};

/** Never throws and writes nothing: whatever the bytes are, within 2 s and 150 MB. */
export async function openBundle(bytes: Uint8Array): Promise<Result<ReadBundle, BundleRefusal>> {
  const files = await readZip(bytes, limits);
  return files.ok ? checkBundle(files.value, sha256) : files;
}

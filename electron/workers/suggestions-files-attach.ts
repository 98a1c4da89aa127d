// A file that a person chose as evidence -> its bytes and a name that every system takes. It may lie on a drive that does
// not answer, grow while it is read, or be no file at all: it is read in bounds, and given up after a while.
import { type FileHandle, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppFault } from '../../content/core/base/error.ts';
import { isFileName, suggestionLimits } from '../../content/core/suggestion/bounds.ts';
import { errnoOf } from '../../content/node/faults.ts';

/** A drive that wakes up takes some seconds; a person waits for no more than this. */
const usualPatienceMs = 20_000;

/** Throws FILE_TOO_LARGE or FILE_UNREADABLE. @param patienceMs shorter in tests only */
export async function readEvidence(file: string, patienceMs = usualPatienceMs): Promise<Uint8Array> {
  const late = new AbortController();
  const given = wait(patienceMs, undefined, { ref: false, signal: late.signal }).then(() => {
    throw new AppFault('FILE_UNREADABLE', { file: evidenceName(path.basename(file)), errno: 'HUNG' });
  });
  try {
    return await Promise.race([readBounded(file), given]);
  } catch (thrown) {
    if (thrown instanceof AppFault) throw thrown;
    throw new AppFault('FILE_UNREADABLE', { file: evidenceName(path.basename(file)), errno: errnoOf(thrown) }, thrown);
  } finally {
    given.catch(() => undefined);
    late.abort();
  }
}

async function readBounded(file: string): Promise<Uint8Array> {
  const found = await stat(file);
  // A pipe or a device might never end.
  if (!found.isFile()) throw new AppFault('FILE_UNREADABLE', { file: evidenceName(path.basename(file)), errno: 'EISDIR' });
  refuseLarge(found.size);
  const handle = await open(file, 'r');
  try {
    return await fill(handle);
  } finally {
    await handle.close();
  }
}

/** Whatever its length is by now. */
async function fill(handle: FileHandle): Promise<Uint8Array> {
  const buffer = new Uint8Array(suggestionLimits.evidenceFileBytes + 1);
  let done = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, done, buffer.length - done, done);
    done += bytesRead;
    refuseLarge(done);
    if (bytesRead === 0) return buffer.slice(0, done);
  }
}

function refuseLarge(bytes: number): void {
  const most = suggestionLimits.evidenceFileBytes;
  if (bytes > most) throw new AppFault('FILE_TOO_LARGE', { bytes, most });
}

/** Longest ending that is kept where a name is made plain: ".numbers", ".torrent" and all that offices write. */
const endingLength = 12;

/** The name itself where every system takes it; else what is left of it without what some system refuses. */
export function evidenceName(name: string): string {
  if (isFileName(name)) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot + 1).replace(/[^A-Za-z0-9]/g, '') : '';
  const kept = ending === '' || ending.length > endingLength ? '' : `.${ending}`;
  const stem = plain(kept === '' ? name : name.slice(0, dot));
  const cut = plain([...stem].slice(0, (suggestionLimits.fileName - kept.length) / 2).join(''));
  const short = stem.length + kept.length <= suggestionLimits.fileName ? stem : cut;
  // A name of Windows' own, such as "con", or nothing at all.
  return [`${short}${kept}`, `file ${short}`.trim() + kept].find(isFileName) ?? `file${kept}`;
}

/** Without controls, signs that turn a line round, separators, and dots and blanks at its ends. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}/\\:*?"<>|]+/gu, ' ')
    .replace(/^[.~ ]+|[. ]+$/g, '');

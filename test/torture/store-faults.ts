// Lets each call of an import on files fail with each of 12 errors of the system, once and from then on. It ends in
// the code that the error has at that kind of call, never in a crash; what was held stays whole, and the next import
// is as good as the first (trust.md goal B3).
import { rmSync } from 'node:fs';
import type { ErrorCode } from '../../content/core/base/error.ts';
import { type JobAnswer, jobServer, type StoreScene, storeScene } from '../support/store-scene.ts';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';

const errnos = 'EIO ENOSPC EACCES EPERM EBUSY EMFILE ESTALE EROFS ENAMETOOLONG ENOTCONN ETIMEDOUT EINTR'.split(' ');

type Code = ErrorCode | 'fine';

const refused = 'STORE_DENIED';
/** What an error means where the store is concerned. Only a sector that cannot be read is damage. */
const ofStore: Readonly<Record<string, ErrorCode>> = {
  EIO: 'STORE_DAMAGED',
  ENOSPC: 'NO_SPACE',
  ...Object.fromEntries(['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EMFILE', 'ENAMETOOLONG'].map((errno) => [errno, refused])),
  ...Object.fromEntries(['ESTALE', 'ENOTCONN', 'ETIMEDOUT', 'EINTR'].map((errno) => [errno, refused])),
};
const ofShare = (errno: string): ErrorCode => (['EACCES', 'EPERM'].includes(errno) ? 'SHARE_DENIED' : 'SHARE_UNREACHABLE');

/** Held by a virus scanner for a moment: a rename is tried again. */
const passing = ['EBUSY', 'EPERM', 'EACCES'];

/** Calls of the store whose failing once harms nothing: what cannot be read counts as not held, what cannot be removed stays. */
const harmless = new Set(['store read', 'store look', 'store open', 'store close-read', 'store rm']);

/** The codes that may come of a call that fails once; `fine` only where nothing is lost by it. */
export function expectedOnce(call: string, errno: string): readonly Code[] {
  if (call.startsWith('share ')) return [ofShare(errno)];
  const code = ofStore[errno] ?? 'UNEXPECTED';
  if (call === 'store rename' && passing.includes(errno)) return ['fine'];
  return harmless.has(call) ? ['fine', code] : [code];
}

/** From that call on every other one fails too, on the share and in the store: either may be what ends it. */
function expectedEver(errno: string): readonly Code[] {
  return [ofShare(errno), ofStore[errno] ?? 'UNEXPECTED', 'fine'];
}

export async function storeFaultSuite(options: SuiteOptions): Promise<Figures> {
  const isLong = options.form === 'long';
  return inFolder(async (home) => {
    const scene = await storeScene(home, 6);
    const server = jobServer(scene.job, scene.hook);
    const calls = scene.free.seen;
    const failures: string[] = [];
    const notes = new Map<string, number>();
    const all = casesOf(calls, isLong).slice(0, options.count ?? undefined);
    let [accepted, crashes] = [0, 0];
    try {
      for (const [at, { point, errno, ever }] of all.entries()) {
        const call = calls[point - 1] ?? '';
        const what = `${errno} ${ever ? 'from' : 'at'} call ${point} (${call})`;
        const store = scene.fresh('case');
        try {
          const answer = await server.run(scene.line({ store, fail: point, code: errno, ever }));
          notes.set(answer.code, (notes.get(answer.code) ?? 0) + 1);
          if (answer.code.startsWith('threw')) crashes += 1;
          const wrong = await judge(scene, answer, store, ever ? expectedEver(errno) : expectedOnce(answer.seen[point - 1] ?? '', errno));
          if (wrong === null) accepted += 1;
          else failures.push(`${what}: ${wrong}`);
        } catch (thrown) {
          crashes += 1;
          failures.push(`${what}: threw ${String(thrown)}`);
        }
        rmSync(store, { recursive: true, force: true });
        options.onProgress?.(at + 1, all.length);
        if (failures.length > mostFailures) break;
      }
    } finally {
      server.stop();
    }
    return { cases: all.length, accepted, crashes, failures, notes: { calls: calls.length, ...Object.fromEntries(notes) } };
  });
}

async function judge(scene: StoreScene, answer: JobAnswer, store: string, expected: readonly Code[]): Promise<string | null> {
  const unexpected = (answer.codes.length === 0 ? ['fine'] : answer.codes).filter((code) => !expected.includes(code as Code));
  if (unexpected.length > 0) return `${unexpected.join()} instead of ${expected.join(' or ')}`;
  const mixture = await scene.mixture(store);
  if (mixture !== null) return `mixture ${mixture}`;
  const { fault } = await scene.heal(store);
  return fault && `afterwards ${fault}`;
}

interface Case {
  readonly point: number;
  readonly errno: string;
  readonly ever: boolean;
}

/** The short form takes each errno at one call of each kind, in turn once and for ever. */
function casesOf(calls: readonly string[], isLong: boolean): readonly Case[] {
  const kinds = [...new Set(calls)];
  const points = isLong ? calls.map((_, at) => at + 1) : kinds.map((kind) => calls.indexOf(kind) + 1);
  const cases = errnos.flatMap((errno) => points.flatMap((point) => [false, true].map((ever) => ({ point, errno, ever }))));
  // Every second one, shifted by errno: each kind of call meets half of the errors once and half for ever.
  return isLong ? cases : cases.filter(({ errno, ever }, at) => (Math.floor(at / 2) + errnos.indexOf(errno) + Number(ever)) % 2 === 0);
}

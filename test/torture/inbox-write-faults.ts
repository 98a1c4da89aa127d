// Each operation of a drop-box's file system (FUSE) fails at each of its calls with each error that servers give, and once
// is carried out though its answer is lost: with hard links, without, and where nothing can be renamed either.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Figures, inFolder, mostFailures, type SuiteOptions } from '../support/torture.ts';
import { type WritableShare, type WriteFault, type WriteOp, writableShare } from '../support/writable-share.ts';
import { type Before, dropAt, type Held, holds, prepare } from './inbox-write-box.ts';

const modes: Readonly<Record<string, readonly WriteOp[]>> = { link: [], rename: ['link'], plain: ['link', 'rename'] };
const ops: readonly WriteOp[] = [
  'getattr',
  'create',
  'write',
  'fsync',
  'flush',
  'open',
  'read',
  'link',
  'rename',
  'unlink',
  'readdir',
  'fsyncdir',
];
const errnos = 'EIO ENOSPC EDQUOT EACCES EPERM EROFS EBUSY ESTALE ENOTCONN ETIMEDOUT ENAMETOOLONG EMFILE'.split(' ');
const answered: readonly WriteOp[] = ['create', 'write', 'fsync', 'flush', 'link', 'rename', 'unlink'];
const befores: readonly Before[] = ['empty', 'theirs', 'ours'];
/** No operation has more calls in one sending. */
const mostCalls = 40;

/** What a person is told of an error; 'fine' wherever nothing is lost by it. */
const told: Readonly<Record<string, string>> = {
  ENOSPC: 'INBOX_FULL',
  EDQUOT: 'INBOX_FULL',
  EACCES: 'INBOX_DENIED',
  EPERM: 'INBOX_DENIED',
  EROFS: 'INBOX_DENIED',
};

interface Case {
  readonly mode: string;
  readonly before: Before;
  readonly op: WriteOp;
  readonly kind: string;
}

function cases(isLong: boolean): readonly Case[] {
  const all = Object.keys(modes).flatMap((mode) =>
    befores.flatMap((before) =>
      ops.flatMap((op) => [...errnos, ...(answered.includes(op) ? ['lost'] : [])].map((kind): Case => ({ mode, before, op, kind }))),
    ),
  );
  // A prime that divides none of the counts above: each mode, operation and error is met.
  return isLong ? all : all.filter((_, at) => at % 29 === 0);
}

export async function inboxFaults(options: SuiteOptions): Promise<Figures> {
  const all = cases(options.form === 'long').slice(0, options.count ?? undefined);
  const failures: string[] = [];
  const codes = new Map<string, number>();
  let [count, accepted, crashes, left] = [0, 0, 0, 0];
  await inFolder(async (home) => {
    const share = await writableShare(home);
    mkdirSync(path.join(share.source, 'box'));
    try {
      for (const [at, one] of all.entries()) {
        for (let nth = 1; nth <= mostCalls; nth += 1) {
          const { code, wrong, unfinished, isStruck } = await strike(share, one, nth);
          // One call less than that is all there are.
          if (!isStruck) break;
          count += 1;
          left += unfinished;
          codes.set(code, (codes.get(code) ?? 0) + 1);
          if (code === 'UNEXPECTED') crashes += 1;
          if (wrong === null) accepted += 1;
          else failures.push(`${one.mode}, ${one.before}: ${one.kind} at ${one.op} ${nth}: ${wrong}`);
        }
        options.onProgress?.(at + 1, all.length);
        if (failures.length > mostFailures) break;
      }
    } finally {
      await share.stop();
    }
  });
  return { cases: count, accepted, crashes, failures, notes: { ...Object.fromEntries(codes), 'left unfinished by faults': left } };
}

const fine = (code: string, { unfinished }: Held): Struck => ({ code, wrong: null, unfinished, isStruck: true });

interface Struck {
  readonly code: string;
  readonly wrong: string | null;
  readonly unfinished: number;
  readonly isStruck: boolean;
}

async function strike(share: WritableShare, { mode, before, op, kind }: Case, nth: number): Promise<Struck> {
  const [behind, seen] = [path.join(share.source, 'box'), path.join(share.seen, 'box')];
  const lacks: Pick<WriteFault, 'lacks'> = { lacks: modes[mode] ?? [] };
  prepare(behind, before);
  share.set({ ...lacks, op, kind, nth });
  const first = await dropAt(seen);
  const isStruck = share.struck();
  const held = holds(behind);
  share.set(lacks);
  const second = await dropAt(seen);
  const after = holds(behind);
  const others = before === 'theirs' ? 1 : 0;
  // What cannot be looked at or removed stays; nobody reads it.
  const mayStay = ['unlink', 'getattr'].includes(op) ? 1 : 0;
  // What was made though its answer was lost may be somebody else's, where it has its name from the beginning.
  const mayTear = mode === 'plain' && ['create', 'getattr'].includes(op) ? 1 : 0;
  // A file that is as long and may not be read is taken for the same: names carry a digest, but for the one of this suite.
  if (before === 'theirs' && op === 'open' && ['EACCES', 'EPERM'].includes(kind) && first.how === 'there') return fine(first.code, held);
  const expected = told[kind] ?? 'SHARE_UNREACHABLE';
  const wrong =
    first.code !== 'fine' && first.code !== expected
      ? `ended in ${first.code}`
      : first.code === 'fine' && held.ours !== 1
        ? `said to be there, and is ${held.ours} times`
        : Math.max(held.torn, after.torn) > mayTear
          ? `${held.torn} torn, then ${after.torn}`
          : held.theirs !== others || after.theirs !== others
            ? 'somebody else’s file is not what it was'
            : held.unfinished > mayStay
              ? `left ${held.unfinished} unfinished`
              : second.code !== 'fine' || after.ours !== 1
                ? `sent again: ${second.code}, there ${after.ours} times`
                : null;
  return { code: first.code, wrong, unfinished: held.unfinished, isStruck };
}

// Which of several processes holds a name: each makes a file of its own and looks whose others are there, so that of two
// at least one sees the other and draws back. No file's name is ever used twice, so that what a dead process left can be
// removed at any time. Holds for processes of one PC; others' claims on a shared folder count until they are old.
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { sha256 } from './hash.ts';

export interface Claim {
  /** Nobody took it for dead meanwhile. */
  isHeld(): boolean;
  /** May be called twice; never throws. */
  release(): void;
}

/** Tells PCs apart where several use one folder; says nothing about them. */
export const machineMark = (name = hostname()): string => sha256(name).slice(0, 8);

/** Of this process. What has its number and is not here could not be removed when it was released. */
const held = new Set<string>();

/** @param name letters, digits and `-` */
const fileFor = (name: string): string => `.${name}.${machineMark()}.${process.pid}.${randomBytes(6).toString('hex')}.claim`;
const claimFile = /^\.([a-z0-9-]+)\.([0-9a-f]{8})\.(\d{1,10})\.[0-9a-f]{12}\.claim$/;

/**
 * One try. Null: somebody has it. The folder must be there. Throws the system's error.
 * @param oldMs age from which a claim whose process seems to live counts as left behind; null: never
 */
export function tryClaim(folder: string, name: string, oldMs: number | null): Claim | null {
  if (livingClaims(folder, name, null, oldMs).length > 0) return null;
  const own = fileFor(name);
  const file = path.join(folder, own);
  held.add(own);
  const release = (): void => {
    held.delete(own);
    try {
      rmSync(file, { force: true });
    } catch {
      // The next one to look removes it.
    }
  };
  try {
    closeSync(openSync(file, 'wx', 0o600));
    if (livingClaims(folder, name, own, oldMs).length === 0) return { release, isHeld: () => existsSync(file) };
  } catch (thrown) {
    release();
    throw thrown;
  }
  release();
  return null;
}

/** Of others, by the names of their files; removes what dead processes left. */
function livingClaims(folder: string, name: string, own: string | null, oldMs: number | null): readonly string[] {
  return readdirSync(folder).filter((found) => {
    const [, whose, machine, pid] = claimFile.exec(found) ?? [];
    if (whose !== name || found === own) return false;
    const file = path.join(folder, found);
    const isOwn = machine === machineMark() && Number(pid) === process.pid;
    const isDead = isOwn ? !held.has(found) : machine === machineMark() && !isRunning(Number(pid));
    const isLeft = isDead || isOld(file, own === null ? null : path.join(folder, own), oldMs);
    // How old another PC's claim is, only the disk can say, by a file that was made just now.
    if (isDead || (isLeft && own !== null)) rmSync(file, { force: true });
    return !isLeft;
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Any other refusal means that there is a process, of another person.
    return (thrown as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** By the clock of the disk that both stand on, or by this PC's before there is anything to compare with. */
function isOld(file: string, beside: string | null, oldMs: number | null): boolean {
  if (oldMs === null) return false;
  const made = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const now = beside === null ? Date.now() : statSync(beside, { throwIfNoEntry: false })?.mtimeMs;
  // Also one from the future: a clock that was set back would keep it young for hours.
  return made === undefined || (now !== undefined && Math.abs(now - made) > oldMs);
}

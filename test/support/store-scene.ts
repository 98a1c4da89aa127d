// The scene of the store's torture suites: a store that holds an old edition, a share that offers a new one, and the
// import as a process that can be killed at a call or have calls fail. Knows nothing of the test runner.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { importShare } from '../../content/node/import-share.ts';
import { openLocalStore } from '../../content/node/local-store.ts';
import { makeShareFolder, type TestShare } from './demo-share.ts';
import { now, nowVersion } from './signed-repository.ts';

export interface HookPlan {
  readonly share: string;
  readonly store: string;
  /** The process dies at this call that changes something. */
  readonly kill?: number;
  /** This call fails with the code, and with `ever` all after it. */
  readonly fail?: number;
  readonly code?: string;
  readonly ever?: boolean;
  /** Gets a byte for each blob that was read to its end. */
  readonly log?: string;
}

export interface JobLine extends HookPlan {
  /** File with the pinned root. */
  readonly root: string;
  readonly now: string;
}

export interface JobAnswer {
  /** The first of `codes`, or 'fine'. */
  readonly code: string;
  readonly codes: readonly string[];
  /** Calls that change something. */
  readonly changes: number;
  /** Blobs that were read to their end. */
  readonly whole: number;
  /** Each call as `where what`. */
  readonly seen: readonly string[];
}

export interface StoreScene {
  readonly share: TestShare;
  /** Where the import begins; a copy is made for each case. */
  readonly held: string;
  readonly job: string;
  readonly hook: string;
  fresh(name: string): string;
  line(plan: Omit<HookPlan, 'share'>): string;
  /** What a whole import did. */
  readonly free: JobAnswer;
  /** Null when every channel is wholly old or wholly new; else what is there. */
  mixture(store: string): Promise<string | null>;
  /** Imports once more; null when all is new then, and nothing temporary is left. `files` came from the share. */
  heal(store: string): Promise<{ readonly fault: string | null; readonly files: number }>;
}

/** @param guides of the larger of two channels. */
export async function storeScene(home: string, guides: number): Promise<StoreScene> {
  const pages = (word: string) => ({ facebook: Array.from({ length: guides }, (_, at) => `# ${word} ${at}\n`), x: [`# ${word}\n`] });
  const [folder, held] = [path.join(home, 'share'), path.join(home, 'held')];
  mkdirSync(folder);
  const old = await makeShareFolder({ bodies: pages('Old') }, folder);
  const root = path.join(home, 'root.json');
  writeFileSync(root, old.pinnedRoot);
  const input = { share: folder, pinnedRoot: old.pinnedRoot, now };
  await importShare({ ...input, store: held });
  const made = await makeShareFolder({ bodies: pages('New'), keys: old.keys, roots: old.roots, version: nowVersion + 60 }, folder);
  const share = { ...made, pinnedRoot: old.pinnedRoot };
  const job = await buildJob(home);
  const hook = path.join(import.meta.dirname, '..', 'torture', 'store-crash-hook.cjs');
  const line = (plan: Omit<HookPlan, 'share'>) =>
    JSON.stringify({ ...plan, share: folder, root, now: now.toISOString() } satisfies JobLine);
  const fresh = (name: string) => {
    const store = path.join(home, name);
    cpSync(held, store, { recursive: true });
    return store;
  };
  const whole = ['Old', 'New'].map((word) => Object.values(pages(word)).map((texts) => JSON.stringify(texts.toSorted())));
  const found = async (store: string): Promise<readonly string[]> => {
    const local = await openLocalStore(store);
    const texts = async (channel: 'facebook' | 'x') => {
      const all: string[] = [];
      for await (const { source } of local.guideTexts(channel as never)) all.push(source);
      return JSON.stringify(all.toSorted());
    };
    return [await texts('facebook'), await texts('x')];
  };
  const after = fresh('free');
  const free = runKilled(job, hook, line({ store: after })).answer;
  if (free?.code !== 'fine') throw new Error(`the free import ended in ${free?.code}`);
  rmSync(after, { recursive: true });
  return {
    ...{ share, held, job, hook, fresh, line, free },
    async mixture(store) {
      const here = await found(store);
      const isWhole = here.every((texts, at) => whole.some((edition) => edition[at] === texts));
      return isWhole ? null : JSON.stringify(here).slice(0, 200);
    },
    async heal(store) {
      const report = await importShare({ ...input, store });
      const files = report.channels.reduce((sum, channel) => sum + channel.files, 0);
      const here = await found(store);
      const faults = [
        ...(report.error ? [report.error.code] : []),
        ...here.flatMap((texts, at) => (texts === whole[1]?.[at] ? [] : [`not new: ${texts.slice(0, 100)}`])),
        ...temporary(store).map((name) => `left behind: ${name}`),
      ];
      return { fault: faults.length === 0 ? null : faults.join(', '), files };
    },
  };
}

/** Files that only an import at work has. */
export const temporary = (store: string): readonly string[] =>
  readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:tmp|part)$/.test(name));

export const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** One import in a process of its own; no answer when it was killed. @param before another program that starts it. */
export function runKilled(
  job: string,
  hook: string,
  line: string,
  before: readonly string[] = [],
): { readonly answer: JobAnswer | null; readonly killed: boolean } {
  const [command = '', ...args] = [...before, process.execPath, '--require', hook, job];
  const { stdout, signal, status } = spawnSync(command, args, { input: `${line}\n`, encoding: 'utf8' });
  // strace ends by the signal that its child got, or says 128 more.
  const killed = signal === 'SIGKILL' || status === 137;
  return { answer: killed || stdout === '' ? null : (JSON.parse(stdout) as JobAnswer), killed };
}

/** A process that imports again and again; for what does not kill it. */
export function jobServer(job: string, hook: string): { run(line: string): Promise<JobAnswer>; stop(): void; stopped(): Promise<void> } {
  const child: ChildProcess = spawn(process.execPath, ['--require', hook, job], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((answer: JobAnswer) => void)[] = [];
  if (child.stdout) createInterface({ input: child.stdout }).on('line', (text) => waiting.shift()?.(JSON.parse(text) as JobAnswer));
  child.on('exit', () => {
    for (const done of waiting.splice(0)) done({ code: 'the process ended', codes: [], changes: 0, whole: 0, seen: [] });
  });
  return {
    run: (line) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin?.write(`${line}\n`);
      }),
    stop: () => child.stdin?.end(),
    stopped: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.stdin?.end();
      }),
  };
}

/** @param file below test/torture */
export async function buildJob(home: string, file = 'store-crash-job.ts'): Promise<string> {
  const job = path.join(home, 'job.mjs');
  // Dependencies in the CommonJS form ask for Node's own modules by `require`.
  const banner = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  const root = path.resolve(import.meta.dirname, '..', '..');
  const esbuild = path.join(root, 'node_modules', 'esbuild', 'bin', 'esbuild');
  const from = path.join(root, 'test', 'torture', file);
  const args = [from, '--bundle', '--platform=node', '--format=esm', `--outfile=${job}`, `--banner:js=${banner}`];
  const { status, stderr } = spawnSync(esbuild, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`esbuild: ${stderr}`);
  return job;
}

// Kills an import at its calls on files, and again while it recovers; lets them fail with every errno. Afterwards the
// old or the new edition is whole, and the next import leaves no temporary file (trust.md goals B1 and B3).
// TORTURE=long: 300 guides, every call, 2,000 pairs.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeShareFolder, type TestShare } from '../support/demo-share.ts';
import { bring, readable } from '../support/imports.ts';
import { now, nowVersion } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

const isLong = process.env.TORTURE === 'long';
const guides = isLong ? 300 : 6;
/** Points of the short form; each costs a process. */
const shortPoints = 14;
const errnos = 'EIO ENOSPC EACCES EPERM EBUSY EMFILE ESTALE EROFS ENAMETOOLONG ENOTCONN ETIMEDOUT EINTR'.split(' ');
const known = /^code (fine|NO_SPACE|STORE_DENIED|STORE_DAMAGED|STORE_MISSING|SHARE_UNREACHABLE|SHARE_DENIED|INCOMPLETE)$/m;

let share: TestShare;
let job: string;
let root: string;
let started: string;
let texts: { readonly old: readonly string[]; readonly new: readonly string[] };
let calls: number;

const run = (store: string, env: Readonly<Record<string, string>>) =>
  spawnSync(
    process.execPath,
    ['--require', path.join(import.meta.dirname, 'store-crash-hook.cjs'), job, store, share.folder, root, now.toISOString()],
    {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    },
  );
const fresh = () => {
  const store = tempFolder();
  cpSync(started, store, { recursive: true });
  return store;
};
const pages = (word: string) => ({ facebook: Array.from({ length: guides }, (_, at) => `# ${word} ${at}\n`), x: [`# ${word}\n`] });

/** Each channel for itself is the old edition or the new one. */
async function expectWhole(store: string, what: string): Promise<void> {
  const found = await readable(store);
  const [facebook, x] = [found.filter((text) => / \d/.test(text)), found.filter((text) => !/ \d/.test(text))];
  const editions = [texts.old, texts.new].map((all) => JSON.stringify(all.filter((text) => / \d/.test(text)).sort()));
  expect(editions, what).toContain(JSON.stringify(facebook.sort()));
  expect([['# Old\n'], ['# New\n']], what).toContainEqual(x);
}

async function expectHealed(store: string, what: string): Promise<void> {
  await expectWhole(store, what);
  await bring(share, store);
  expect([...(await readable(store))].sort(), what).toEqual([...texts.new].sort());
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' });
  expect(
    files.filter((name) => name.endsWith('.tmp')),
    what,
  ).toEqual([]);
  rmSync(store, { recursive: true });
}

/** Folders of tests end with them, so each makes its own. */
async function prepare(): Promise<void> {
  const folder = tempFolder();
  job = path.join(folder, 'job.mjs');
  // Dependencies in the CommonJS form ask for Node's own modules by `require`.
  const banner = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  const esbuild = path.resolve(import.meta.dirname, '..', '..', 'node_modules', 'esbuild', 'bin', 'esbuild');
  const from = path.join(import.meta.dirname, 'store-crash-job.ts');
  const built = spawnSync(esbuild, [from, '--bundle', '--platform=node', '--format=esm', `--outfile=${job}`, `--banner:js=${banner}`]);
  expect(built.status, String(built.stderr)).toBe(0);
  const old = await makeShareFolder({ bodies: pages('Old') });
  root = path.join(folder, 'root.json');
  writeFileSync(root, old.pinnedRoot);
  started = tempFolder();
  await bring(old, started);
  share = await makeShareFolder({ bodies: pages('New'), keys: old.keys, roots: old.roots, version: nowVersion + 60 }, old.folder);
  const after = fresh();
  const free = run(after, {});
  expect(free.stdout, free.stderr).toContain('code fine');
  calls = Number(/^calls (\d+)$/m.exec(free.stdout)?.[1] ?? 0);
  texts = { old: await readable(started), new: await readable(after) };
}

test('an import killed at any call leaves the old or the new edition, and nothing behind', async () => {
  await prepare();
  expect(calls).toBeGreaterThan(20);
  const every = isLong ? 1 : Math.max(1, Math.floor(calls / shortPoints));
  for (let point = 1; point <= calls; point += every) {
    const store = fresh();
    expect(run(store, { NG_KILL: String(point) }).signal, `killed at ${point}`).toBe('SIGKILL');
    await expectHealed(store, `killed at ${point}`);
  }
});

test('killed again while it recovers, too', async () => {
  await prepare();
  const pairs = isLong ? 2_000 : 6;
  for (let pair = 0; pair < pairs; pair += 1) {
    const [first, second] = [1 + ((pair * 7) % calls), 1 + ((pair * 11) % calls)];
    const store = fresh();
    run(store, { NG_KILL: String(first) });
    run(store, { NG_KILL: String(second) });
    await expectHealed(store, `killed at ${first}, then at ${second}`);
  }
});

test('each errno, once and for ever, ends in a code and never in a crash', async () => {
  await prepare();
  const step = isLong ? 1 : Math.max(1, Math.floor(calls / 2));
  for (const errno of errnos)
    for (let point = 2; point <= calls; point += step)
      for (const ever of isLong ? ['', ':ever'] : [point % 2 === 0 ? '' : ':ever']) {
        // A refused rename is tried for six seconds: not in the short form.
        if (!isLong && ever !== '' && ['EBUSY', 'EPERM', 'EACCES'].includes(errno)) continue;
        const store = fresh();
        const what = `${errno} at ${point}${ever}`;
        const { stdout, stderr } = run(store, { NG_FAIL: `${point}:${errno}${ever}` });
        expect(stdout, `${what} ${stderr}`).toMatch(known);
        await expectHealed(store, what);
      }
});

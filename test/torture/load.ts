// 43 forces with 60 PCs each ask one share for ten channels, by the real plan with its jitter on a clock that runs
// faster: an hour and more of asking. Counted at the file calls of the asking processes. Then one page is published
// anew, and every client that looks fetches that page, the list of files, and three metadata files.
import { type ChildProcess, spawn } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { importShare } from '../../content/node/import-share.ts';
import { bundleJob } from '../support/mirror-bundle.ts';
import { type Bodies, firstSecond, foundMirror, type MirrorGroup, mirrorChannel, publishMirror } from '../support/mirror-group.ts';
import { canMount, sambaShare } from '../support/real-share.ts';
import { type Figures, inFolder, type SuiteOptions } from '../support/torture.ts';
import type { LoadFigures, LoadOrders } from './load-job.ts';

const channels = 10;
const forms = {
  short: { clients: 60, seconds: 4, processes: 2, news: 60, isSamba: false },
  long: { clients: 43 * 60, seconds: 600, processes: 4, news: 200, isSamba: true },
} as const;
/** The longest pause between two looks that the plan makes: everybody looks at least once. */
const lengthOfPlanMs = 72 * 60_000;
/** Of one repository in one check with nothing new (trust.md goal C3). */
const [mostOpens, mostBytes] = [2, 2_000];
/** A page, the list of an edition's files, and the metadata of the channel. */
const newsFiles = ['page', 'index.json', 'timestamp.json', 'snapshot.json', 'targets.json'];

export async function loadSuite(options: SuiteOptions): Promise<Figures> {
  const form = forms[options.form];
  const count = options.count ?? form.clients;
  return inFolder(async (home) => {
    const failures: string[] = [];
    const samba = form.isSamba && canMount.samba ? await sambaShare(home) : null;
    try {
      const share = samba?.source ?? path.join(home, 'source');
      const [bodies, others] = pages();
      const group = await foundMirror(share, bodies, firstSecond, others);
      const job = path.join(home, 'job.cjs');
      bundleJob('load-job.ts', job);
      const clients = await prepare(home, share, group, count);
      const seen = samba?.seen ?? share;
      const run = async (names: readonly string[], byHand: boolean): Promise<readonly LoadFigures[]> => {
        const orders = (part: number): LoadOrders => ({
          clients: names.filter((_, at) => at % form.processes === part),
          home: path.join(home, 'clients'),
          share: seen,
          root: path.join(home, 'root.json'),
          seed: options.seed + part,
          lengthMs: form.seconds * 1000,
          pace: lengthOfPlanMs / (form.seconds * 1000),
          start: (firstSecond + 86_400) * 1000,
          byHand,
        });
        return Promise.all(Array.from({ length: form.processes }, (_, part) => runJob(job, orders(part))));
      };

      options.onProgress?.(0, count);
      const idle = await run(clients, false);
      const sum = (pick: (figures: LoadFigures) => number) => idle.reduce((total, figures) => total + pick(figures), 0);
      const most = (pick: (figures: LoadFigures) => number) => Math.max(...idle.map(pick));
      const repositories = sum((figures) => figures.repositories);
      const opens = { mean: sum((figures) => figures.opens) / repositories, most: most((figures) => figures.mostOpens) };
      const bytes = { mean: sum((figures) => figures.bytes) / repositories, most: most((figures) => figures.mostBytes) };
      const asked = sum((figures) => figures.clients);
      const checks = sum((figures) => figures.checks);
      if (asked !== count) failures.push(`${asked} of ${count} clients looked`);
      if (repositories !== checks * (channels + 1)) failures.push(`${repositories} repositories in ${checks} checks`);
      if (opens.most > mostOpens) failures.push(`a check opened ${opens.most} files of a repository`);
      if (bytes.most > mostBytes) failures.push(`a check read ${bytes.most} bytes of a repository`);
      for (const { outcomes } of idle)
        for (const [code, times] of Object.entries(outcomes))
          if (code !== 'current') failures.push(`${times} times ${code} with nothing new`);

      await publishMirror(group, share, { ...bodies, 'page-2': '## Page\n\nChanged today.' }, firstSecond + 90_000);
      const told = clients.slice(0, form.news);
      const news = await run(told, true);
      let accepted = 0;
      for (const { outcomes, found } of news) {
        accepted += outcomes.imported ?? 0;
        const names = (found[mirrorChannel] ?? []).map((name) => name.replace(/^.*page-2\.md$/, 'page').replace(/^[0-9a-f]+\./, ''));
        if ([...names].sort().join() !== [...newsFiles].sort().join()) failures.push(`one changed page moved ${names.join(', ')}`);
        for (const [repository, files] of Object.entries(found))
          if (repository !== mirrorChannel && files.join() !== 'timestamp.json') failures.push(`${repository} moved ${files.join(', ')}`);
        if (Object.keys(outcomes).some((code) => code !== 'imported' && code !== 'current')) failures.push(JSON.stringify(outcomes));
      }
      if (accepted !== told.length) failures.push(`${accepted} of ${told.length} clients took the new edition`);

      const times = idle.flatMap(({ ms }) => ms).sort((a, b) => a - b);
      const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
      const notes = {
        clients: asked,
        checks,
        'opens per channel and check': round(opens.mean),
        'most opens': opens.most,
        'bytes per channel and check': Math.round(bytes.mean),
        'most bytes': bytes.most,
        'ms per check p50': at(0.5),
        'ms per check p95': at(0.95),
        'latest ms': Math.round(most((figures) => figures.latestMs)),
        'files per client of one changed page': newsFiles.length,
        on: samba ? 'Samba through rclone' : form.isSamba ? 'a plain folder (no samba here)' : 'a plain folder',
        'counted at': 'fs calls of the processes',
      };
      return { cases: checks + told.length, accepted, crashes: 0, failures, notes };
    } finally {
      await samba?.stop();
    }
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

function pages(): readonly [Bodies, Readonly<Record<string, Bodies>>] {
  const of = (prefix: string) => Object.fromEntries([1, 2, 3].map((at) => [`${prefix}-${at}`, `## Part ${at}\n\nOf ${prefix}.`]));
  return [of('page'), Object.fromEntries(Array.from({ length: channels - 1 }, (_, at) => [`channel-${at}`, of(`other-${at}`)]))];
}

/** One real import; every client has it as links of its own, which a write replaces and never changes. */
async function prepare(home: string, share: string, group: MirrorGroup, count: number): Promise<readonly string[]> {
  writeFileSync(path.join(home, 'root.json'), group.pinnedRoot);
  const first = path.join(home, 'first');
  const now = new Date((firstSecond + 3_600) * 1000);
  const { error, channels: reports } = await importShare({ store: first, share, pinnedRoot: group.pinnedRoot, now });
  if (error || reports.some(({ outcome }) => outcome !== 'imported')) throw new Error(`the first import: ${JSON.stringify(error)}`);
  const entries = readdirSync(first, { recursive: true, withFileTypes: true }).map((entry) => ({
    isFolder: entry.isDirectory(),
    name: path.relative(first, path.join(entry.parentPath, entry.name)),
  }));
  const names = Array.from({ length: count }, (_, at) => `pc-${at}`);
  for (const name of names) {
    const store = path.join(home, 'clients', name);
    mkdirSync(store, { recursive: true });
    for (const entry of entries) if (entry.isFolder) mkdirSync(path.join(store, entry.name), { recursive: true });
    for (const entry of entries) if (!entry.isFolder) linkSync(path.join(first, entry.name), path.join(store, entry.name));
  }
  return names;
}

function runJob(job: string, orders: LoadOrders): Promise<LoadFigures> {
  const hook = path.join(import.meta.dirname, 'load-hook.cjs');
  const child: ChildProcess = spawn(process.execPath, ['--require', hook, job], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NG_SHARE: orders.share },
  });
  child.stdin?.end(JSON.stringify(orders));
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(JSON.parse(text) as LoadFigures) : reject(new Error(`a job ended with ${code}`))));
  });
}

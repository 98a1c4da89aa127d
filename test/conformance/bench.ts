// One repository, its server and one client's folders, for a conformance test.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runClient } from './client.ts';
import { day, Repository, serve, start } from './simulator.ts';

export interface Bench {
  readonly repo: Repository;
  readonly url: string;
  readonly folder: string;
  /** What the client said when it failed, newest last. */
  readonly said: string[];
  /** Trusts `root`, or the first one published. */
  init(root?: Uint8Array): Promise<number>;
  refresh(days?: number): Promise<number>;
  download(...names: readonly string[]): Promise<number>;
  downloadAt(days: number, ...names: readonly string[]): Promise<number>;
  /** Trusted roles with their versions, as `root 1`. */
  trusted(): string[];
  version(role: string): number | null;
  /** Contents of the artifacts, oldest first. */
  artifacts(): string[];
}

export async function withBench(use: (bench: Bench) => Promise<void>, repo = new Repository()): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guides-conformance-'));
  const server = await serve(repo);
  try {
    await use(benchOf(repo, server.url, folder));
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchOf(repo: Repository, url: string, folder: string): Bench {
  const said: string[] = [];
  const metadata = path.join(folder, 'metadata');
  const targets = path.join(folder, 'targets');
  mkdirSync(metadata);
  mkdirSync(targets);
  const run = (args: readonly string[], days = 0) =>
    runClient(['--metadata-dir', metadata, ...args], new Date(start.getTime() + days * day), (line) => said.push(line));
  const repository = ['--metadata-url', `${url}/metadata`];
  const versionIn = (file: string) =>
    (JSON.parse(readFileSync(path.join(metadata, file), 'utf8')) as { signed: { version: number } }).signed.version;
  const bench: Bench = {
    repo,
    url,
    folder,
    said,
    init: (root = repo.published.get('root')?.[0] ?? new Uint8Array()) => {
      writeFileSync(path.join(folder, 'first.json'), root);
      return run(['init', path.join(folder, 'first.json')]);
    },
    refresh: (days) => run([...repository, 'refresh'], days),
    download: (...names) => bench.downloadAt(0, ...names),
    downloadAt: (days, ...names) => {
      const wanted = names.flatMap((name) => ['--target-name', name]);
      return run([...repository, ...wanted, '--target-base-url', `${url}/targets/`, '--target-dir', targets, 'download'], days);
    },
    trusted: () =>
      readdirSync(metadata)
        .sort()
        .map((file) => `${file.slice(0, -'.json'.length)} ${versionIn(file)}`),
    version: (role) => (existsSync(path.join(metadata, `${role}.json`)) ? versionIn(`${role}.json`) : null),
    artifacts: () =>
      readdirSync(targets)
        .map((file) => path.join(targets, file))
        .sort((one, two) => statSync(one).mtimeMs - statSync(two).mtimeMs)
        .map((file) => readFileSync(file, 'utf8')),
  };
  return bench;
}

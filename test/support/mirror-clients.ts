// Four TUF clients that read a static mirror over HTTP: ours in strict mode by its command-line protocol, and three that
// other people wrote. Each keeps what it trusts between reads; each read ends with the bytes of all targets.
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TUFClient } from '@freedomofpress/tuf-browser';
import { Updater as Updater5 } from 'tuf-js';
import { DownloadHTTPError as NotFound5, DownloadLengthMismatchError as TooLong5 } from 'tuf-js/dist/error.js';
import { Updater as Updater6 } from 'tuf-js-6';
import { DownloadHTTPError as NotFound6, DownloadLengthMismatchError as TooLong6 } from 'tuf-js-6/dist/error.js';
import { sha256 } from '../../content/node/hash.ts';
import { TargetFolder } from '../conformance/cache.ts';
import { runClient } from '../conformance/client.ts';

export interface MirrorClient {
  readonly name: string;
  /**
   * @param base address of the repository's folder, without a slash at the end.
   * @returns name -> SHA-256 of what was read, or why not. Never throws.
   */
  read(base: string, names: readonly string[]): Promise<Answer>;
  /** Only of one that may stay stuck after a read that broke off: it begins again from its first root. */
  readonly forget?: () => void;
}

export type Answer = { readonly got: ReadonlyMap<string, string> } | { readonly refused: string };

/** @param folder an empty one; `root` the first root of the repository. */
export function mirrorClients(folder: string, root: Uint8Array): readonly MirrorClient[] {
  const place = (name: string) => {
    const own = path.join(folder, name);
    mkdirSync(path.join(own, 'targets'), { recursive: true });
    writeFileSync(path.join(own, 'first.json'), root);
    return own;
  };
  return [
    ours(place('ours')),
    tufJs('tuf-js 5', place('tuf-js-5'), Updater5, NotFound5, TooLong5),
    tufJs('tuf-js 6', place('tuf-js-6'), Updater6 as unknown as typeof Updater5, NotFound6, TooLong6),
    tufBrowser(Buffer.from(root).toString()),
  ];
}

const refusing = async (name: string, read: () => Promise<Map<string, string>>): Promise<Answer> => {
  try {
    return { got: await read() };
  } catch (thrown) {
    return { refused: `${name}: ${thrown instanceof Error ? thrown.message : String(thrown)}`.slice(0, 200) };
  }
};

function ours(folder: string): MirrorClient {
  const [metadata, targets] = [path.join(folder, 'metadata'), path.join(folder, 'targets')];
  let isReady = false;
  return {
    name: 'ours, strict',
    read: (base, names) =>
      refusing('ours', async () => {
        const run = async (...args: readonly string[]) => {
          const said: string[] = [];
          const exit = await runClient(['--metadata-dir', metadata, ...args], new Date(), (line) => said.push(line));
          if (exit !== 0) throw new Error(said.join(' '));
        };
        if (!isReady) await run('init', path.join(folder, 'first.json'));
        isReady = true;
        const wanted = names.flatMap((name) => ['--target-name', name]);
        const urls = ['--metadata-url', `${base}/metadata`, '--target-base-url', `${base}/targets`, '--target-dir', targets];
        await run(...urls, ...wanted, 'download');
        const kept = new TargetFolder(targets);
        return new Map(names.map((name) => [name, sha256(kept.read(name) ?? new Uint8Array())]));
      }),
  };
}

type NotFound = new (message: string, status: number) => Error;
type TooLong = new (message: string) => Error;

function tufJs(name: string, folder: string, Updater: typeof Updater5, Missing: NotFound, Long: TooLong): MirrorClient {
  const [metadataDir, targetDir] = [path.join(folder, 'metadata'), path.join(folder, 'targets')];
  mkdirSync(metadataDir);
  writeFileSync(path.join(metadataDir, 'root.json'), readFileSync(path.join(folder, 'first.json')));
  const downloadBytes = async (url: string, most: number) => {
    const response = await fetch(url);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Missing(`status ${response.status}`, response.status);
    if (bytes.length > most) throw new Long('too long');
    return bytes;
  };
  const downloadFile = async <T>(url: string, most: number, handler: (file: string) => Promise<T>): Promise<T> => {
    const file = path.join(folder, randomUUID());
    writeFileSync(file, await downloadBytes(url, most));
    return handler(file);
  };
  return {
    name,
    read: (base, names) =>
      refusing(name, async () => {
        const updater = new Updater({
          metadataDir,
          metadataBaseUrl: `${base}/metadata`,
          targetDir,
          targetBaseUrl: `${base}/targets`,
          fetcher: { downloadBytes, downloadFile },
        });
        await updater.refresh();
        const got = new Map<string, string>();
        for (const target of names) {
          const info = await updater.getTargetInfo(target);
          if (!info) throw new Error(`${target} is unknown`);
          got.set(target, sha256(readFileSync(await updater.downloadTarget(info))));
        }
        return got;
      }),
  };
}

function tufBrowser(root: string): MirrorClient {
  const kept = new Map<string, unknown>();
  const backend = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    writeRaw: async (key: string, value: Uint8Array) => void kept.set(key, JSON.parse(Buffer.from(value).toString())),
    delete: async (key: string) => void kept.delete(key),
  };
  return {
    name: 'tuf-browser',
    // It keeps a snapshot before it has the targets, finds "nothing new" the next time, and goes on with older targets or none.
    forget: () => kept.clear(),
    read: (base, names) =>
      refusing('tuf-browser', async () => {
        const client = new TUFClient(`${base}/metadata/`, root, 'n', `${base}/targets/`, { backend } as never);
        const { warn } = console;
        // It warns of key ids that are no hashes.
        console.warn = () => undefined;
        try {
          await client.updateTUF();
          const got = new Map<string, string>();
          for (const name of names) got.set(name, sha256(new Uint8Array(await client.getTarget(name))));
          return got;
        } finally {
          console.warn = warn;
        }
      }),
  };
}

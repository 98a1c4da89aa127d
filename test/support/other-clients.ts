// Four TUF clients behind one face, each reading the same files in memory: ours in strict mode, and three that other
// people wrote. Every client keeps what it trusts from one refresh to the next.
import { mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TUFClient } from '@freedomofpress/tuf-browser';
import { Updater as Updater5 } from 'tuf-js';
import { DownloadHTTPError as NotFound5, DownloadLengthMismatchError as TooLong5 } from 'tuf-js/dist/error.js';
import { Updater as Updater6 } from 'tuf-js-6';
import { DownloadHTTPError as NotFound6, DownloadLengthMismatchError as TooLong6 } from 'tuf-js-6/dist/error.js';
import { decodeUtf8 } from '../../content/core/base/utf8.ts';
import {
  noFloors,
  startTrust,
  type TrustedState,
  updateRoot,
  updateSnapshot,
  updateTargets,
  updateTimestamp,
} from '../../content/core/trust/state.ts';
import { sha256 } from '../../content/node/hash.ts';

/** Metadata by file name; what is not there is not found. */
export type Served = ReadonlyMap<string, Uint8Array>;

export interface Client {
  readonly name: string;
  /** What was believed, as one line that can be compared; or why not. Never throws. */
  refresh(served: Served): Promise<Answer>;
}

export type Answer = { readonly believed: string } | { readonly refused: string };

const line = (root: unknown, timestamp: unknown, snapshot: unknown, names: readonly string[]) =>
  `root ${root}, timestamp ${timestamp}, snapshot ${snapshot}, ${[...names].sort().join()}`;

type Kept = ['timestamp' | 'snapshot' | 'targets', Uint8Array];
const updates = { timestamp: updateTimestamp, snapshot: updateSnapshot, targets: updateTargets };

/** The specification's client workflow over core/trust; what was accepted is kept at once (5.4.5, 5.5.7, 5.6.6). */
export function ourClient(firstRoot: Uint8Array): Client {
  let root = firstRoot;
  let kept: Kept[] = [];
  const refresh = (served: Served): Answer => {
    const options = { mode: 'strict', now: new Date(), sha256, floors: noFloors } as const;
    const start = startTrust(root, options);
    if (!start.ok) return { refused: start.error.code };
    let state = start.value;
    for (let bytes = served.get(`${state.root.version + 1}.root.json`); bytes; bytes = served.get(`${state.root.version + 1}.root.json`)) {
      const next = updateRoot(state, bytes);
      if (!next.ok) return { refused: `${next.error.code} ${next.error.data.why}` };
      state = next.value;
      root = bytes;
    }
    // What was kept protects against going back also when it has expired since: a time long ago expires nothing.
    let held: TrustedState = { ...state, options: { ...options, now: new Date(0) } };
    for (const [role, bytes] of kept) {
      const next = updates[role](held, bytes);
      if (next.ok) held = next.value;
    }
    state = { ...held, options };
    const isConsistent = state.root.signed.consistent_snapshot === true;
    const fresh: Kept[] = [];
    const step = (role: Kept[0], name: string): string | null => {
      const own = role === 'timestamp' ? [] : kept.filter(([of]) => of === role).map(([, bytes]) => bytes);
      let why = 'missing';
      for (const bytes of [...own.reverse(), ...[served.get(name) ?? []].flat()]) {
        const next = updates[role](state, bytes as Uint8Array);
        if (next.ok) {
          if (next.value !== state) fresh.push([role, bytes as Uint8Array]);
          state = next.value;
          return null;
        }
        why = `${next.error.code} ${next.error.data.file} ${next.error.data.why}`;
      }
      return why;
    };
    const named = (role: string, version: number | undefined) => (isConsistent ? `${version}.${role}.json` : `${role}.json`);
    const wrong =
      step('timestamp', 'timestamp.json') ??
      step('snapshot', named('snapshot', state.timestamp?.snapshot.version)) ??
      step('targets', named('targets', state.snapshot?.meta.get('targets.json')?.version));
    kept = [...kept, ...fresh];
    if (wrong !== null) return { refused: wrong };
    return {
      believed: line(state.root.version, state.timestamp?.version, state.snapshot?.version, [...(state.targets?.targets.keys() ?? [])]),
    };
  };
  return { name: 'ours', refresh: async (served) => refresh(served) };
}

type NotFound = new (message: string, status: number) => Error;
type TooLong = new (message: string) => Error;

function tufJs(name: string, Updater: typeof Updater5, Missing: NotFound, Long: TooLong, folder: string, firstRoot: Uint8Array): Client {
  const metadataDir = mkdtempSync(path.join(folder, 'js-'));
  writeFileSync(path.join(metadataDir, 'root.json'), firstRoot);
  return {
    name,
    async refresh(served) {
      const downloadBytes = async (url: string, most: number) => {
        const bytes = served.get(decodeURIComponent(url.split('/').pop() ?? ''));
        if (!bytes) throw new Missing('not found', 404);
        if (bytes.length > most) throw new Long('too long');
        return Buffer.from(bytes);
      };
      const downloadFile = () => Promise.reject(new Error('no files are asked for'));
      try {
        const updater = new Updater({ metadataDir, metadataBaseUrl: 'mem://repository', fetcher: { downloadBytes, downloadFile } });
        await updater.refresh();
        // There is no way to list what it trusts but to look inside.
        const { trustedSet: set } = updater as unknown as {
          trustedSet: Record<'root' | 'timestamp' | 'snapshot' | 'targets', { signed: Signed }>;
        };
        return {
          believed: line(
            set.root.signed.version,
            set.timestamp.signed.version,
            set.snapshot.signed.version,
            Object.keys(set.targets.signed.targets),
          ),
        };
      } catch (thrown) {
        return { refused: String(thrown) };
      }
    },
  };
}

interface Signed {
  readonly version: number;
  readonly targets: Record<string, unknown>;
}

function tufBrowser(firstRoot: Uint8Array): Client {
  const kept = new Map<string, { signed: Signed }>();
  const backend = {
    read: async (key: string) => kept.get(key),
    write: async (key: string, value: unknown) => void kept.set(key, structuredClone(value) as { signed: Signed }),
    writeRaw: async (key: string, value: Uint8Array) => void kept.set(key, JSON.parse(Buffer.from(value).toString()) as { signed: Signed }),
    delete: async (key: string) => void kept.delete(key),
  };
  const client = new TUFClient('mem://repository/', decodeUtf8(firstRoot) ?? '', 'n', 'mem://targets/', { backend } as never);
  return {
    name: 'tuf-browser',
    async refresh(served) {
      const [before, warn] = [globalThis.fetch, console.warn];
      // It fetches through the global function, and warns of key ids that are no hashes.
      globalThis.fetch = async (url) => {
        const bytes = served.get(decodeURIComponent(String(url).split('/').pop() ?? ''));
        return bytes ? new Response(Uint8Array.from(bytes)) : new Response(null, { status: 404 });
      };
      console.warn = () => undefined;
      try {
        await client.updateTUF();
        const of = (role: string) => kept.get(`n/${role}.json`)?.signed;
        return {
          believed: line(
            of('root')?.version ?? 1,
            of('timestamp')?.version,
            of('snapshot')?.version,
            Object.keys(of('targets')?.targets ?? {}),
          ),
        };
      } catch (thrown) {
        return { refused: String(thrown) };
      } finally {
        globalThis.fetch = before;
        console.warn = warn;
      }
    },
  };
}

/** @param folder scratch: tuf-js keeps its metadata in files. */
export function otherClients(folder: string, firstRoot: Uint8Array): readonly Client[] {
  return [
    tufJs('tuf-js 5', Updater5, NotFound5, TooLong5, folder, firstRoot),
    tufJs('tuf-js 6', Updater6 as unknown as typeof Updater5, NotFound6, TooLong6, folder, firstRoot),
    tufBrowser(firstRoot),
  ];
}

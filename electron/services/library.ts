// Calls of the group `library`: what is held in the local store, and one verified guide at a time. At the first
// start the store is filled from the seed that came with the app; when the store is damaged or gone later, it is
// filled again from there. What was readable stays readable whatever happens.
import type { AppError } from '../../content/core/base/error.ts';
import { AppFault, asAppError } from '../../content/core/base/error.ts';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { ImportReport } from '../../content/node/import-share.ts';
import type { LocalStore, OpenedGuide } from '../../content/node/local-store.ts';
import type { GuideDocument, LibraryState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';

export interface LibraryPorts {
  readonly openStore: () => Promise<LocalStore>;
  /** Verifies the seed and imports what is new in it; never rejects. */
  readonly importSeed: () => Promise<ImportReport>;
  /** Whether the seed that came with this app was imported already, by its stamp. */
  readonly seedIsKnown: () => Promise<boolean>;
  readonly rememberSeed: () => Promise<void>;
  readonly log: (event: string, error: AppError, cause?: unknown) => void;
  readonly changed: (state: LibraryState) => void;
  /** Damaged files were found while reading. `isWhole`: the seed had what was needed; else a share may have it. */
  readonly mended?: (isWhole: boolean) => void;
}

export interface Library {
  /** The store is open, and filled if this is the first start. Never rejects. */
  readonly ready: Promise<void>;
  state(): LibraryState;
  guide(id: GuideId): Promise<GuideDocument>;
  /** The same as it is held, of an edition that a page still shows. Throws GUIDE_NOT_FOUND when that is gone. */
  held(id: GuideId, edition: number): Promise<OpenedGuide>;
  /** @param edition version of the edition whose page shows it; null: the newest */
  image(channel: ChannelId, name: string, edition: number | null): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
  /** Brings in a seed that is newer than the store; call when the window is at rest. */
  refresh(): Promise<void>;
  /** Another process brought in something new. An open page keeps its document. Never rejects. */
  reload(): Promise<void>;
}

/** What a new copy of the files can mend. */
const mendable = new Set<string>(['BLOB_DAMAGED', 'STORE_DAMAGED', 'STORE_MISSING']);

export function openLibrary(ports: LibraryPorts): Library {
  let store: LocalStore | null = null;
  let troubles: LibraryState['problems'] = [];
  let filling: Promise<void> | null = null;

  const fill = (): Promise<void> => {
    filling ??= fillFromSeed().finally(() => {
      filling = null;
    });
    return filling;
  };
  const fillFromSeed = async (): Promise<void> => {
    const report = await ports.importSeed();
    troubles = problemsOf(report);
    for (const { channel, ...error } of troubles) ports.log('seed', { ...error, data: { ...error.data, channel: channel ?? '' } });
    if (troubles.length === 0) await ports.rememberSeed();
    try {
      if (store) await store.reload();
      else store = await ports.openStore();
    } catch (thrown) {
      note('store', thrown);
    }
  };
  const note = (event: string, thrown: unknown): void => {
    const error = asAppError(thrown);
    ports.log(event, error, thrown);
    if (!troubles.some(({ code, channel }) => code === error.code && channel === null))
      troubles = [...troubles, { ...error, channel: null }];
  };
  const begin = async (): Promise<void> => {
    try {
      store = await ports.openStore();
    } catch (thrown) {
      note('store', thrown);
    }
    if (!store || store.held().length === 0 || store.problems().length > 0) await fill();
  };
  const state = (): LibraryState => {
    const held = store?.held() ?? [];
    return {
      packs: held.map(({ info, seal, retired }) => ({ info, seal, retired })),
      guides: held.flatMap(({ guides }) => guides),
      problems: [...(store?.problems() ?? []), ...troubles],
    };
  };
  /** Runs once more after the store was filled anew, where a new copy can help. */
  const mending = async <T>(run: (store: LocalStore) => Promise<T>): Promise<T> => {
    try {
      if (!store) throw new AppFault('STORE_MISSING');
      return await run(store);
    } catch (thrown) {
      if (!(thrown instanceof AppFault) || !mendable.has(thrown.code)) throw thrown;
      ports.log('mending', thrown.toAppError(), thrown);
      await fill();
      ports.changed(state());
      try {
        if (!store) throw thrown;
        const value = await run(store);
        ports.mended?.(true);
        return value;
      } catch (again) {
        ports.mended?.(false);
        // A store that could not be filled holds nothing: what became of it is the reason, not that the guide is not there.
        throw again instanceof AppFault && again.code.endsWith('_NOT_FOUND') ? thrown : again;
      }
    }
  };
  const ready = begin().catch((thrown: unknown) => note('store', thrown));
  return {
    ready,
    state,
    guide: async (id) => {
      await ready;
      return documentOf(await mending((open) => open.openGuide(id)));
    },
    held: async (id, edition) => {
      await ready;
      return mending((open) => open.openGuide(id, edition));
    },
    image: async (channel, name, edition) => {
      await ready;
      const bytes = await mending((open) => open.openFile(channel, name, edition ?? undefined));
      const type = imageType(bytes);
      return type ? { bytes, type } : null;
    },
    refresh: async () => {
      await ready;
      if (await ports.seedIsKnown()) return;
      await fill();
      ports.changed(state());
    },
    reload: async () => {
      await ready;
      try {
        if (store) await store.reload();
        else store = await ports.openStore();
        // What was wrong with the seed matters no more once a share filled the store.
        if (store.held().length > 0 && store.problems().length === 0) troubles = [];
      } catch (thrown) {
        note('store', thrown);
      }
      ports.changed(state());
    },
  };
}

export function libraryHandlers(library: Library): Pick<Handlers, 'library.list' | 'library.guide'> {
  return {
    'library.list': async () => {
      await library.ready;
      return library.state();
    },
    'library.guide': ({ id }) => library.guide(id),
  };
}

function problemsOf(report: ImportReport): LibraryState['problems'] {
  const general = [report.error, report.directory.error].find((error) => error !== null);
  const single = report.channels.flatMap(({ channel, error }) => (error ? [{ ...error, channel }] : []));
  return [...(general ? [{ ...general, channel: null }] : []), ...single];
}

export function documentOf(opened: OpenedGuide): GuideDocument {
  const { summary, source, blockIds, images, seal, pack } = opened;
  const entries = images.map(
    ({ src, file, width, height }) => [src, { url: `guides://image/${seal.channel}/${seal.version}/${file}`, width, height }] as const,
  );
  return { summary, source, blockIds, images: Object.fromEntries(entries), seal, pack };
}

/** By the first bytes, never by the name: what is no such image is not served at all. */
export function imageType(bytes: Uint8Array): string | null {
  const starts = (...expected: readonly number[]): boolean => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x52, 0x49, 0x46, 0x46) && Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP') return 'image/webp';
  const head = Buffer.from(bytes.subarray(0, 1_000))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  return /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(head) ? 'image/svg+xml' : null;
}

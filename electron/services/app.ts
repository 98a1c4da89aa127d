// Calls of the group `app`: everything the first paint needs, in one crossing.
import type { GuideId } from '../../content/core/base/ids.ts';
import type { GuideDocument, LibraryState, ReadingState, SettingsState, StartState } from '../ipc/replies.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { Library } from './library.ts';

export interface AppPorts {
  readonly library: Pick<Library, 'ready' | 'state' | 'guide'>;
  readonly settings: () => SettingsState;
  readonly reading: () => ReadingState;
  readonly app: StartState['app'];
  readonly now: () => Date;
  /** Smoke test: a guide is opened also where nothing was read yet. */
  readonly openFirst: boolean;
}

export function appHandlers(ports: AppPorts): Pick<Handlers, 'app.start'> {
  return {
    'app.start': async () => {
      await ports.library.ready;
      const settings = ports.settings();
      const reading = ports.reading();
      const wanted = guideToOpen(ports.library.state(), settings, reading, ports.openFirst);
      const open = wanted === null ? null : await openOrNull(ports.library, wanted);
      // Read after opening: a damaged guide is among the problems by then.
      return { library: ports.library.state(), settings, reading, app: ports.app, open, now: ports.now().toISOString() };
    },
  };
}

export function guideToOpen(library: LibraryState, settings: SettingsState, reading: ReadingState, openFirst: boolean): GuideId | null {
  const [last] = reading.recent;
  const held = last && library.guides.some(({ id }) => id === last.guide) ? last.guide : null;
  if (openFirst) return library.guides[0]?.id ?? null;
  return settings.values.startAt === 'last-guide' ? held : null;
}

// A guide that cannot be opened must not keep the window from starting: home says what is wrong.
async function openOrNull(library: Pick<Library, 'guide'>, id: GuideId): Promise<GuideDocument | null> {
  try {
    return await library.guide(id);
  } catch {
    return null;
  }
}

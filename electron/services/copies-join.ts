// Joins copies of guides to the rest of the app: the library has the text, a process of its own makes each copy.
import path from 'node:path';
import { type BrowserWindow, utilityProcess } from 'electron';
import type { Handlers } from '../ipc/serve.ts';
import type { Places } from '../places.ts';
import { takePath } from '../windows/dialogs.ts';
import { askWhereToSaveCopy } from '../windows/dialogs-copies.ts';
import { copiesHandlers } from './copies.ts';
import { type CopiesProcess, createCopiesRunner } from './copies-process.ts';
import type { Library } from './library.ts';

export interface CopiesJoin {
  readonly places: Places;
  readonly library: () => Library;
  /** Throws while there is no window. */
  readonly window: () => BrowserWindow;
  readonly now: () => Date;
}

export function joinCopies({ places, library, window, now }: CopiesJoin): Pick<Handlers, 'copies.save'> {
  return copiesHandlers({
    held: (guide, edition) => library().held(guide, edition),
    image: (channel, file, edition) => library().image(channel, file, edition),
    library: () => library().state(),
    chooseFile: async (format, ending, suggested) => {
      const token = await askWhereToSaveCopy(window(), format, ending, suggested);
      return token === null ? null : takePath(token);
    },
    run: createCopiesRunner({
      fork: () =>
        utilityProcess.fork(path.join(places.workers, 'copies.cjs'), [], { serviceName: 'copies', stdio: 'ignore' }) as CopiesProcess,
      forceKill,
    }),
    now,
  });
}

function forceKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

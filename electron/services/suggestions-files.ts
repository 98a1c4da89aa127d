// Calls of the group `suggestions` with a file, a folder or the inbox of the share. A path that was chosen goes to the notes
// process, which alone touches it; the share is only touched by a process of its own. The window learns a name, never a path.
import path from 'node:path';
import { AppFault } from '../../content/core/base/error.ts';
import type { Handlers } from '../ipc/serve.ts';
import type { SuggestionFormat } from '../windows/dialogs-suggestions.ts';
import type { InboxSender } from './inbox-process.ts';
import type { NotesService } from './notes-process.ts';

export interface SuggestionFilesPorts {
  readonly call: NotesService['call'];
  /** All of these: null when the person changed their mind. */
  readonly chooseEvidence: () => Promise<string | null>;
  readonly chooseFile: (format: SuggestionFormat, suggested: string) => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly sender: InboxSender;
  /** Shared folders in the order in which they are tried. */
  readonly shares: () => readonly string[];
}

type FileCalls =
  | 'suggestions.attach'
  | 'suggestions.preview'
  | 'suggestions.send'
  | 'suggestions.export'
  | 'suggestions.word'
  | 'suggestions.write';

export function suggestionFileHandlers(ports: SuggestionFilesPorts): Pick<Handlers, FileCalls> {
  const { call, chooseEvidence, chooseFile, chooseFolder, sender, shares } = ports;
  return {
    'suggestions.attach': async ({ id }) => {
      const file = await chooseEvidence();
      return file === null ? null : call('suggestions.attach', { id, file });
    },
    'suggestions.preview': (request) => call('suggestions.preview', request),
    'suggestions.send': async (request) => {
      const { name, channel, bytes, digest } = await call('suggestions.pack', request);
      const dropped = await sender.send(shares(), { channel, name, bytes });
      // Killed before this is written down, the same is sent once more, and is there already.
      return call('suggestions.sent', { id: request.id, digest, way: 'inbox', name: dropped.name });
    },
    'suggestions.export': async ({ bundles }) => {
      const [first, ...others] = bundles;
      if (!first) throw new AppFault('BAD_REQUEST', { what: 'bundles' });
      const isFolder = others.length > 0;
      // Its name is asked for first: what has changed since it was shown is not worth a dialog.
      const file = isFolder ? await chooseFolder() : await chooseFile('bundle', (await call('suggestions.pack', first)).name);
      return file === null ? null : call('suggestions.export', { file, isFolder, bundles });
    },
    'suggestions.word': async ({ id, suggested, labels }) => {
      const file = await chooseFile('word', suggested);
      if (file === null) return null;
      await call('suggestions.word', { id, file, labels });
      return { name: path.basename(file) };
    },
    'suggestions.write': async ({ format, suggested, text }) => {
      const file = await chooseFile(format, suggested);
      if (file === null) return null;
      await call('save', { file, text });
      return { name: path.basename(file) };
    },
  };
}

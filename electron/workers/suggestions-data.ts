// A person's suggestions as files of their own, for "Export all my data": each draft as it is kept, and what was attached.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { writeDraftFile } from '../../content/core/suggestion/draft-file.ts';
import { writeAtomic } from '../../content/node/atomic-write.ts';
import type { NoteContext } from './notes-context.ts';

/** @returns names of the files below `folder`, as they are written: they are added to `written` one by one */
export async function saveSuggestions(
  folder: string,
  { drafts, evidence, breathe }: Pick<NoteContext, 'drafts' | 'evidence' | 'breathe'>,
  written: string[],
): Promise<void> {
  const kept = (await drafts.list(breathe)).drafts.filter(({ draft }) => draft.deleted === null);
  if (kept.length === 0) return;
  mkdirSync(path.join(folder, 'suggestions'));
  const put = async (name: string, content: string | Uint8Array): Promise<void> => {
    await writeAtomic(path.join(folder, 'suggestions', name), content);
    written.push(`suggestions/${name}`);
    await breathe();
  };
  const attached = new Set<string>();
  for (const draft of kept) {
    const { id, evidence: items } = draft.draft.suggestion;
    await put(`${id.slice('urn:uuid:'.length)}.json`, writeDraftFile(draft));
    for (const item of items) {
      const bytes = item.kind === 'file' && !attached.has(item.digest) ? evidence.read(item.digest) : null;
      if (item.kind !== 'file' || !bytes) continue;
      attached.add(item.digest);
      // Two files may have one name.
      await put(`${item.digest.slice(0, 8)} ${item.name}`, bytes);
    }
  }
}

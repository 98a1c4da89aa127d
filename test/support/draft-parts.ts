// The stores of suggestions that the notes process has beside its notes, in a folder of the test.
import path from 'node:path';
import { type DraftEvidence, openDraftEvidence } from '../../content/node/draft-evidence.ts';
import { type DraftStore, openDraftStore } from '../../content/node/draft-store.ts';

export function draftParts(dataDir: string, writer: string): { readonly drafts: DraftStore; readonly evidence: DraftEvidence } {
  const folder = path.join(dataDir, 'suggestions');
  return {
    drafts: openDraftStore({ folder, writer, log: () => undefined }),
    evidence: openDraftEvidence(path.join(folder, 'evidence')),
  };
}

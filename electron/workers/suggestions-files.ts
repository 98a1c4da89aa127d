// What is asked of a person's suggestions with a file: evidence that comes in, bundles and Word files that go out. A file
// that was chosen may lie on a network drive: only this process touches it, and it may be killed.
import path from 'node:path';
import { AppFault } from '../../content/core/base/error.ts';
import { suggestionLimits } from '../../content/core/suggestion/bounds.ts';
import type { Evidence, Suggestion } from '../../content/core/suggestion/model.ts';
import type { NoteJob, NoteJobs } from './notes-context.ts';
import { changeDraft, keptOf } from './suggestions-context.ts';
import { evidenceName, readEvidence } from './suggestions-files-attach.ts';
import { packShown, previewOf } from './suggestions-files-pack.ts';
import { exportBundles, markSent, saveBytes } from './suggestions-files-write.ts';

const attach: NoteJob<'suggestions.attach'> = async ({ id, file }, context) => {
  refuseFull((await keptOf(context, id)).draft.suggestion);
  const bytes = await readEvidence(file);
  const digest = await context.evidence.put(bytes);
  const item: Evidence = { kind: 'file', name: evidenceName(path.basename(file)), bytes: bytes.length, digest };
  await changeDraft(context, id, (kept) => {
    const { suggestion } = kept.draft;
    // Asked twice, or chosen twice: it is there.
    if (suggestion.evidence.some((known) => known.kind === 'file' && known.digest === digest && known.name === item.name)) return null;
    // Exactly what left stays what it is.
    if (kept.draft.sent) throw new AppFault('SUGGESTION_CHANGED', { why: 'sent' });
    refuseFull(suggestion);
    const next = { ...suggestion, evidence: [...suggestion.evidence, item], modified: context.now };
    return { ...kept, draft: { ...kept.draft, suggestion: next } };
  });
  await context.changedSuggestions('window');
  return keptOf(context, id);
};

function refuseFull({ evidence }: Suggestion): void {
  if (evidence.length >= suggestionLimits.evidence) throw new AppFault('SUGGESTION_FULL', { why: 'too-much-evidence' });
}

const sent: NoteJob<'suggestions.sent'> = async ({ id, digest, way, name }, context) => {
  const written = await markSent(id, { digest, way }, context);
  await context.changedSuggestions();
  return { sent: written, name };
};

const word: NoteJob<'suggestions.word'> = async ({ id, file, labels }, context) => {
  const { draft, title } = await keptOf(context, id);
  // Loaded when it is asked for: nobody else needs so much of a library.
  const { suggestionDocx } = await import('../../content/node/suggestion-docx.ts');
  await saveBytes(file, await suggestionDocx(draft.suggestion, title, labels));
  return null;
};

type Names =
  | 'suggestions.attach'
  | 'suggestions.preview'
  | 'suggestions.pack'
  | 'suggestions.sent'
  | 'suggestions.export'
  | 'suggestions.word';
export const suggestionFileJobs: Pick<NoteJobs, Names> = {
  'suggestions.attach': attach,
  'suggestions.preview': previewOf,
  'suggestions.pack': packShown,
  'suggestions.sent': sent,
  'suggestions.export': exportBundles,
  'suggestions.word': word,
};

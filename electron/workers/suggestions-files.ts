// What is asked of a person's suggestions with a file: evidence that comes in, bundles and Word files that go out.
import { AppFault } from '../../content/core/base/error.ts';
import type { NoteJobs } from './notes-context.ts';

const notYet = () => {
  throw new AppFault('UNEXPECTED', { what: 'suggestions' });
};
type Names =
  | 'suggestions.attach'
  | 'suggestions.preview'
  | 'suggestions.pack'
  | 'suggestions.sent'
  | 'suggestions.export'
  | 'suggestions.word';
export const suggestionFileJobs: Pick<NoteJobs, Names> = {
  'suggestions.attach': notYet,
  'suggestions.preview': notYet,
  'suggestions.pack': notYet,
  'suggestions.sent': notYet,
  'suggestions.export': notYet,
  'suggestions.word': notYet,
};

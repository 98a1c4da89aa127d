// What is asked of a person's suggestions, but for what concerns files.
import { AppFault } from '../../content/core/base/error.ts';
import type { NoteJobs } from './notes-context.ts';

const notYet = () => {
  throw new AppFault('UNEXPECTED', { what: 'suggestions' });
};
type Names =
  | 'suggestions.all'
  | 'suggestions.counts'
  | 'suggestions.guide'
  | 'suggestions.begin'
  | 'suggestions.open'
  | 'suggestions.save'
  | 'suggestions.settle'
  | 'suggestions.delete'
  | 'suggestions.restore';
export const suggestionJobs: Pick<NoteJobs, Names> = {
  'suggestions.all': notYet,
  'suggestions.counts': notYet,
  'suggestions.guide': notYet,
  'suggestions.begin': notYet,
  'suggestions.open': notYet,
  'suggestions.save': notYet,
  'suggestions.settle': notYet,
  'suggestions.delete': notYet,
  'suggestions.restore': notYet,
};

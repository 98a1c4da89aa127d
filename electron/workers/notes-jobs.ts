// The table of everything that the notes process can be asked for.
import type { NoteJobs } from './notes-context.ts';
import { fileJobs } from './notes-files.ts';
import { editJobs } from './notes-jobs-edit.ts';
import { exchangeJobs } from './notes-jobs-exchange.ts';
import { readJobs } from './notes-jobs-read.ts';
import { suggestionFileJobs } from './suggestions-files.ts';
import { suggestionJobs } from './suggestions-jobs.ts';

export const noteJobs: Omit<NoteJobs, 'counts'> = {
  ...readJobs,
  ...editJobs,
  ...exchangeJobs,
  ...fileJobs,
  ...suggestionJobs,
  ...suggestionFileJobs,
};

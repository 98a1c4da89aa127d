// The table of what is asked of a person's suggestions, but for what concerns files.
import { suggestionEditJobs } from './suggestions-jobs-edit.ts';
import { suggestionReadJobs } from './suggestions-jobs-read.ts';

export const suggestionJobs = { ...suggestionEditJobs, ...suggestionReadJobs };

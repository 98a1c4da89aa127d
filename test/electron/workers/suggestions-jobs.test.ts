import { expect, test } from 'vitest';
import { suggestionJobs } from '../../../electron/workers/suggestions-jobs.ts';

test('every call about suggestions that concerns no file has its job', () => {
  expect(Object.keys(suggestionJobs).sort()).toEqual(
    ['all', 'begin', 'counts', 'delete', 'guide', 'open', 'restore', 'save', 'settle'].map((name) => `suggestions.${name}`),
  );
});

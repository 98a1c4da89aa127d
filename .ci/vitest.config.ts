import path from 'node:path';
import { defineConfig } from 'vitest/config';

// Two kinds of test: `unit` runs all day; `e2e` drives the real app and needs what .ci/lib/stage.ts stages.
const root = path.resolve(import.meta.dirname, '..');
export default defineConfig({
  root,
  test: {
    projects: [
      { root, test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: ['test/e2e/**'], environment: 'node' } },
      // One window at a time: two would fight for two cores and for the focus.
      {
        root,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

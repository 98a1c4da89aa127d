import path from 'node:path';
import { defineConfig } from 'vitest/config';

// `unit` runs all day; `commands` runs the command line; `e2e` drives the real app and needs what .ci/lib/stage.ts stages. The window's and the main
// process's modules hold state and are tested with a stand-in for Electron, so each file gets a fresh world; the
// rest is pure or cleans up after itself, and starts four times faster without.
const root = path.resolve(import.meta.dirname, '..');
const stateful = ['test/electron/**/*.test.ts', 'test/renderer/**/*.test.{ts,tsx}'];
// These start the real commands as processes, a second each: too slow for all day, and each file waits for its own.
const commands = ['test/cli/**/*.test.ts', 'test/ci/pages.test.ts', 'test/ci/demo.test.ts', 'test/conformance/process.test.ts'];
export default defineConfig({
  root,
  test: {
    // Vitest leaves a core for watching; nobody watches here.
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/e2e/**', 'test/torture/**', ...stateful, ...commands],
          environment: 'node',
          isolate: false,
        },
      },
      { root, test: { name: 'unit-stateful', include: stateful, environment: 'node' } },
      { root, test: { name: 'commands', include: commands, environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 } },
      // The short forms; `npm run torture` runs the long ones without a test runner. Two files at a time: half of them wait
      // for a share that hangs while the other half keeps a core busy.
      {
        root,
        test: {
          name: 'torture',
          include: ['test/torture/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
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

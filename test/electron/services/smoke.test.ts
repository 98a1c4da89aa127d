import { expect, test } from 'vitest';
import type { LibraryState } from '../../../electron/ipc/replies.ts';
import { firstTextMs, runSmoke } from '../../../electron/services/smoke.ts';

const library = { packs: [{}], guides: [{ title: 'House rules, moderation and abuse' }], problems: [] } as unknown as LibraryState;
const found = { ms: 12.345, reply: { ok: true, value: { hits: [{}, {}] } } };

function run(search: unknown, state = library, shownAt = 1_500) {
  const scripts: string[] = [];
  const contents = {
    executeJavaScript: async (script: string) => {
      scripts.push(script);
      return script.includes('data-first-text') ? 1_400 : search;
    },
  };
  const result = runSmoke({
    contents: contents as never,
    shownAt: () => shownAt,
    createdAt: 1_000,
    library: () => state,
    runtime: 'Electron 45',
  });
  return { result, scripts };
}

test('a good run says its figures', async () =>
  expect(await run(found).result).toEqual({
    ok: true,
    runtime: 'Electron 45',
    guides: 1,
    packs: 1,
    firstTextMs: 500,
    searchMs: 12.3,
    hits: 2,
  }));

test('it searches for a word of the first title', () =>
  expect(run(found).result.then(() => run(found).scripts[0])).resolves.toContain('data-first-text'));

test.each([
  ['a search that fails', { ms: 1, reply: { ok: false, error: { code: 'SEARCH_UNAVAILABLE' } } }, library, 'SEARCH_UNAVAILABLE'],
  ['a search that finds nothing', { ms: 1, reply: { ok: true, value: { hits: [] } } }, library, 'a word of a title was not found'],
  [
    'no guides',
    found,
    { packs: [], guides: [], problems: [{ code: 'SEED_MISSING', data: {}, channel: null }] } as LibraryState,
    'no guide is held: SEED_MISSING',
  ],
])('%s is not ok', async (_name, search, state, error) => expect(await run(search, state).result).toMatchObject({ ok: false, error }));

test('a window that breaks is not ok', async () => {
  const contents = { executeJavaScript: () => Promise.reject(new Error('gone')) };
  expect(
    await runSmoke({ contents: contents as never, shownAt: () => 0, createdAt: 0, library: () => library, runtime: '' }),
  ).toMatchObject({ ok: false, error: 'gone' });
});

test('text counts from when it is on the screen', async () => {
  const contents = { executeJavaScript: async () => 1_400 } as never;
  expect(await firstTextMs({ contents, shownAt: () => 1_700, createdAt: 1_000 })).toBe(700);
  expect(await firstTextMs({ contents, shownAt: () => Number.NaN, createdAt: 1_000 })).toBe(400);
});

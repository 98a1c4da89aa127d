import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';

type Listener = (event: object, request: unknown) => Promise<unknown>;
const registered = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({
  ipcMain: { handle: (name: string, listener: unknown) => registered.set(name, listener) },
}));
const { answer, callNames, isOurs, push, serve } = await import('../../../electron/ipc/serve.ts');
type Handlers = Parameters<typeof serve>[0];

const seen: { name: string; request: unknown }[] = [];
const handlers = Object.fromEntries(
  callNames.map((name) => [
    name,
    (request: unknown) => {
      seen.push({ name, request });
      return null;
    },
  ]),
) as unknown as Handlers;
const failed = vi.fn();

beforeEach(() => {
  seen.length = 0;
  failed.mockReset();
});

const contents = { isDestroyed: (): boolean => false, send: vi.fn() };
const frame = (url: string, parent: object | null = null) => ({ url, parent });
const event = (url: string, parent: object | null = null) => ({ sender: contents, senderFrame: frame(url, parent) });
const ours = (candidate: object) => isOurs(candidate as Parameters<typeof isOurs>[0], contents as never);

describe('the sender', () => {
  test('may be the main frame of our window showing our page', () => expect(ours(event('guides://app/index.html'))).toBe(true));

  test.each([
    ['a frame inside our page', event('guides://app/index.html', {})],
    ['an image opened as a page', event('guides://image/x/y.svg')],
    ['a host that starts like ours', event('guides://app.evil/index.html')],
    ['another scheme', event('https://app/index.html')],
    ['a file', event('file:///guides://app/index.html')],
    ['a page without an address', event('about:blank')],
    ['an empty address', event('')],
    ['a frame that is gone', { sender: contents, senderFrame: null }],
    ['another window with our page', { sender: { isDestroyed: (): boolean => false }, senderFrame: frame('guides://app/index.html') }],
  ])('may not be %s', (_name, candidate) => expect(ours(candidate)).toBe(false));

  test('may not be anybody while there is no window', () => expect(isOurs(event('guides://app/index.html') as never, null)).toBe(false));

  test('may not be a window that was destroyed', () =>
    expect(isOurs(event('guides://app/index.html') as never, { ...contents, isDestroyed: (): boolean => true } as never)).toBe(false));
});

describe('serving', () => {
  beforeAll(() => serve(handlers, { window: () => contents as never, failed }));
  const call = (name: string, from: object, request: unknown) => (registered.get(name) as Listener)(from, request);

  test('answers every call of the contract and no other', () => expect([...registered.keys()]).toEqual([...callNames]));

  test.each(callNames)('refuses %s from a strange sender with a code', async (name) => {
    expect(await call(name, event('https://evil.example/'), {})).toEqual({
      ok: false,
      error: { code: 'BAD_SENDER', data: { call: name } },
    });
    expect(seen).toEqual([]);
  });

  test('hands the checked request to its handler', async () => {
    expect(await call('library.guide', event('guides://app/index.html'), { id: 'x-setup' })).toEqual({ ok: true, value: null });
    expect(seen).toEqual([{ name: 'library.guide', request: { id: 'x-setup' } }]);
  });
});

describe('answering', () => {
  test('turns a fault into its code and logs it', async () => {
    const fault = new AppFault('GUIDE_NOT_FOUND', { guide: 'x' });
    const broken = { ...handlers, 'library.guide': () => Promise.reject(fault) } as unknown as Handlers;
    expect(await answer(broken, 'library.guide', { id: 'x' }, { failed })).toEqual({
      ok: false,
      error: { code: 'GUIDE_NOT_FOUND', data: { guide: 'x' } },
    });
    expect(failed).toHaveBeenCalledWith('library.guide', fault);
  });

  test('turns what nobody foresaw into UNEXPECTED, without its message', async () => {
    const broken = {
      ...handlers,
      'app.start': () => {
        throw new Error('text of a guide');
      },
    } as unknown as Handlers;
    expect(await answer(broken, 'app.start', {}, { failed })).toEqual({ ok: false, error: { code: 'UNEXPECTED', data: {} } });
  });

  test.each([[[]], [new Date(0)], [new Map()], [new Uint8Array()], [null], ['']])(
    'refuses %j where a request without parts is expected',
    async (value) => {
      expect(await answer(handlers, 'app.start', value, { failed })).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } });
    },
  );

  const hostile = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withTypedArray: true,
      maxDepth: 4,
    }),
    fc.record(
      { id: fc.anything(), text: fc.anything(), patch: fc.anything(), guide: fc.anything(), query: fc.anything() },
      { requiredKeys: [] },
    ),
    fc.constantFrom({ __proto__: { id: 'x' } }, { id: '__proto__' }, { id: 'constructor' }, [], null, undefined, 0, '', Number.NaN),
  );

  test.each(callNames)('never throws for 1,000 arguments to %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(hostile, async (request) => {
        const reply = await answer(handlers, name, request, { failed });
        expect(reply.ok || (reply.error as { code: string }).code === 'BAD_REQUEST').toBe(true);
      }),
      { numRuns: 1_000 },
    );
    expect(failed).not.toHaveBeenCalled();
  });
});

describe('pushing', () => {
  test('reaches the window', () => {
    push(contents as never, 'command', 'home');
    expect(contents.send).toHaveBeenCalledWith('command', 'home');
  });

  test('is quiet without a window', () => expect(() => push(null, 'command', 'home')).not.toThrow());
});

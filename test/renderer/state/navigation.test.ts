import { afterEach, expect, test } from 'vitest';
import type { BlockId } from '../../../content/core/base/ids.ts';
import type { Result } from '../../../content/core/base/result.ts';
import type { GuideDocument } from '../../../electron/ipc/replies.ts';
import { canGoBack } from '../../../renderer/state/history.ts';
import {
  go,
  goHome,
  navigation,
  openGuide,
  placeInEdition,
  retry,
  setSpotReader,
  showNewest,
  startNavigation,
  stepHistory,
} from '../../../renderer/state/navigation.ts';
import { type FakeBridge, fakeBridge } from '../../support/fake-bridge.ts';
import { guideId, sampleDocument, sampleSeal } from '../../support/library-samples.ts';

let bridge: FakeBridge | undefined;
afterEach(() => {
  bridge?.remove();
  setSpotReader(() => null);
});

const ids = (...all: string[]) => all as BlockId[];
const library = () => fakeBridge({ 'library.guide': ({ id }) => ({ ok: true, value: sampleDocument(id) }) });
const shown = () => navigation.get().guide?.summary.id ?? navigation.get().place.kind;

test('the window starts with the guide it was given, and without one at Home', () => {
  startNavigation(sampleDocument('a'));
  expect([shown(), canGoBack(navigation.get().history)]).toEqual(['a', false]);
  startNavigation(null);
  expect(shown()).toBe('home');
});

test('the page before stays until the guide has come', async () => {
  let come: (reply: Result<GuideDocument>) => void = () => undefined;
  bridge = fakeBridge({ 'library.guide': () => new Promise((resolve) => (come = resolve)) });
  startNavigation(sampleDocument('a'));
  const opening = openGuide(guideId('b'));
  expect([shown(), navigation.get().busy]).toEqual(['a', true]);
  come({ ok: true, value: sampleDocument('b') });
  await opening;
  expect([shown(), navigation.get().busy]).toEqual(['b', false]);
});

test('the last wish wins, whichever guide comes last', async () => {
  const waiting = new Map<string, (reply: Result<GuideDocument>) => void>();
  bridge = fakeBridge({ 'library.guide': ({ id }) => new Promise((resolve) => waiting.set(id, resolve)) });
  startNavigation(null);
  const both = [openGuide(guideId('slow')), openGuide(guideId('quick'))];
  waiting.get('quick')?.({ ok: true, value: sampleDocument('quick') });
  waiting.get('slow')?.({ ok: true, value: sampleDocument('slow') });
  await Promise.all(both);
  expect(shown()).toBe('quick');
});

test('going Home while a guide is on its way stays at Home', async () => {
  let come: (reply: Result<GuideDocument>) => void = () => undefined;
  bridge = fakeBridge({ 'library.guide': () => new Promise((resolve) => (come = resolve)) });
  startNavigation(sampleDocument('a'));
  const opening = openGuide(guideId('b'));
  await goHome();
  come({ ok: true, value: sampleDocument('b') });
  await opening;
  expect([shown(), navigation.get().busy]).toEqual(['home', false]);
});

test('back comes with the spot where the page was left', async () => {
  bridge = library();
  startNavigation(sampleDocument('a'));
  setSpotReader(() => ({ block: 'b2345672', offset: 80 }));
  await openGuide(guideId('b'), 'b7777777');
  expect(navigation.get().landing).toMatchObject({ target: 'b7777777', spot: null, focus: 'move' });
  await stepHistory(-1);
  expect([shown(), navigation.get().landing.spot]).toEqual(['a', { block: 'b2345672', offset: 80 }]);
});

test('a place in the guide that is open is gone to without fetching it again', async () => {
  bridge = library();
  startNavigation(sampleDocument('a'));
  const before = navigation.get().landing.seq;
  await openGuide(guideId('a'), 'section');
  expect([bridge.asked.length, navigation.get().landing.target, navigation.get().landing.seq > before]).toEqual([0, 'section', true]);
});

test('a newer edition of the open guide is fetched when asked for', async () => {
  bridge = library();
  startNavigation(sampleDocument('a'));
  await go({ kind: 'guide', guide: guideId('a'), target: null }, { fresh: true });
  expect(bridge.asked.length).toBe(1);
});

test('a guide that cannot be opened is a page with the fault, and can be tried again', async () => {
  let whole = false;
  bridge = fakeBridge({
    'library.guide': ({ id }) =>
      whole ? { ok: true, value: sampleDocument(id) } : { ok: false, error: { code: 'BLOB_DAMAGED', data: {} } },
  });
  startNavigation(sampleDocument('a'));
  await openGuide(guideId('b'));
  expect([navigation.get().failure?.code, navigation.get().guide]).toEqual(['BLOB_DAMAGED', null]);
  whole = true;
  await retry();
  expect([navigation.get().failure, shown()]).toEqual([null, 'b']);
  await stepHistory(-1);
  expect(shown()).toBe('a');
});

test('the newest edition takes the place of the one shown, at the block that was read', async () => {
  const seal = sampleSeal({ version: 9 });
  bridge = fakeBridge({ 'library.guide': ({ id }) => ({ ok: true, value: sampleDocument(id, { seal, blockIds: ids('b2', 'b4') }) }) });
  startNavigation(sampleDocument('a', { blockIds: ids('b1', 'b2', 'b3', 'b4') }));
  setSpotReader(() => ({ block: 'b3', offset: 90 }));
  await showNewest();
  const { guide, landing, history } = navigation.get();
  expect([guide?.seal.version, landing.spot, history.entries.length]).toEqual([9, { block: 'b2', offset: 90 }, 1]);
});

test.each([
  [{ block: 'b3', offset: 90 }, ['b3', 'b1'], { block: 'b3', offset: 90 }],
  [{ block: 'b3', offset: 90 }, ['b1'], { block: 'b1', offset: 90 }],
  [{ block: 'b3', offset: 90 }, ['b9'], { block: null, offset: 0 }],
  [{ block: 'gone', offset: 90 }, ['b1'], { block: null, offset: 0 }],
  [{ block: null, offset: 30 }, ['b9'], { block: null, offset: 30 }],
  [null, ['b9'], null],
])('the spot %j in an edition of the blocks %j is %j', (spot, after, there) => {
  expect(placeInEdition(spot, ['b1', 'b2', 'b3'], after)).toEqual(there);
});

import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type CallName, contract, pushNames } from '../../../electron/ipc/contract.ts';

const fits = (name: CallName, request: unknown) => v.safeParse(contract[name].request, request).success;
const query = { text: 'x', channels: [], limit: 10, verbatim: false };

describe('the contract', () => {
  test.each<[CallName, unknown]>([
    ['app.start', {}],
    ['library.guide', { id: 'x-setup' }],
    ['search.query', query],
    ['search.query', { ...query, text: 'y'.repeat(20_000) }],
    ['gaps.add', { query: 'geofence' }],
    ['settings.change', { patch: { theme: 'dark' } }],
    ['reading.position', { guide: 'x-setup', block: null, edition: 1795350012 }],
    ['reading.tick', { guide: 'x-setup', block: 'babcdefg', ticked: true }],
    ['reading.restore-ticks', { guide: 'x-setup', ticks: [['babcdefg', '2026-11-22T10:00:00.000Z']] }],
    ['page.pdf', { suggested: 'X, set up' }],
    ['clipboard.write', { text: 'a', html: '' }],
    ['sync.remove-share', { id: '0123456789abcdef' }],
  ])('takes %s with %j', (name, request) => expect(fits(name, request)).toBe(true));

  test.each<[CallName, unknown]>([
    ['app.start', { extra: 1 }],
    ['app.start', null],
    ['library.guide', { id: '../x' }],
    ['library.guide', { id: 'X' }],
    ['library.guide', { id: 'x'.repeat(61) }],
    ['library.guide', { id: ['x'] }],
    ['search.query', { ...query, text: 'y'.repeat(20_001) }],
    ['search.query', { ...query, limit: 51 }],
    ['search.query', { ...query, limit: 1.5 }],
    ['search.query', { ...query, channels: ['../'] }],
    ['settings.change', { patch: { theme: 'pink' } }],
    ['settings.change', { patch: { __proto__: null, unknown: 1 } }],
    ['reading.position', { guide: 'x', block: 'nope', edition: 1 }],
    ['reading.restore-ticks', { guide: 'x', ticks: Array.from({ length: 501 }, () => ['babcdefg', '']) }],
    ['page.pdf', { suggested: 'a'.repeat(121) }],
    ['link.external', { url: 'h'.repeat(2_001) }],
    ['sync.add-share', { path: '/mnt/share' }],
    ['sync.import-folder', { path: '/mnt/share' }],
  ])('refuses %s with %j', (name, request) => expect(fits(name, request)).toBe(false));

  test('names calls as group and verb', () => {
    for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z]+\.[a-z-]+$/);
  });

  test('pushes eleven things', () =>
    expect(pushNames).toEqual([
      ...['command', 'settings.changed', 'library.changed', 'search.progress', 'sync.changed'],
      ...['notes.changed', 'notes.placed', 'notes.progress', 'notes.folder-changed'],
      ...['suggestions.changed', 'suggestions.moved'],
    ]));
});

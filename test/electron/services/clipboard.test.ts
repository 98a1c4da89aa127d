import { expect, test, vi } from 'vitest';
import { clipboardHandlers, systemClipboard } from '../../../electron/services/clipboard.ts';

test('a quote goes to the clipboard as text and as html', async () => {
  const write = vi.fn(async () => undefined);
  expect(await clipboardHandlers(write)['clipboard.write']({ text: 'a', html: '<p>a</p>' })).toBeNull();
  expect(write).toHaveBeenCalledWith('a', '<p>a</p>');
});

test('both runtimes are written to in their own way', async () => {
  const old = { clipboard: { write: vi.fn() } };
  await systemClipboard(old)('a', '');
  await systemClipboard(old)('a', '<p>a</p>');
  expect(old.clipboard.write.mock.calls).toEqual([[{ text: 'a' }], [{ text: 'a', html: '<p>a</p>' }]]);
  class ClipboardItem {
    readonly items: object;
    constructor(items: object) {
      this.items = items;
    }
  }
  const modern = { clipboard: { write: vi.fn() }, ClipboardItem };
  await systemClipboard(modern)('a', '<p>a</p>');
  expect(modern.clipboard.write.mock.calls[0]?.[0]).toEqual([new ClipboardItem({ 'text/plain': 'a', 'text/html': '<p>a</p>' })]);
});

import { beforeEach, expect, test, vi } from 'vitest';

const dialog = vi.hoisted(() => ({ showSaveDialog: vi.fn() }));
vi.mock('electron', () => ({ dialog }));
const { askWhereToSaveCopy } = await import('../../../electron/windows/dialogs-copies.ts');
const { takePath } = await import('../../../electron/windows/dialogs.ts');

const window = {} as never;
beforeEach(() => dialog.showSaveDialog.mockReset());

test.each([
  ['word', '.docx', 'Word document'],
  ['html', '.html', 'Web page'],
  ['markdown', '.md', 'Markdown text'],
  ['markdown', '.zip', 'Markdown text with its pictures (zip)'],
  ['text', '.txt', 'Plain text'],
  ['csv', '.csv', 'Table (CSV)'],
] as const)('a copy as %s ends in %s, whatever the person typed', async (format, ending, name) => {
  dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/x/mine' });
  const token = await askWhereToSaveCopy(window, format, ending, `${'../'.repeat(3)}House: rules v0.1`);
  expect(token).not.toContain('mine');
  expect(token && takePath(token)).toBe(`/home/x/mine${ending}`);
  const options = dialog.showSaveDialog.mock.lastCall?.[1];
  expect(options.defaultPath).toBe(`House rules v0.1${ending}`);
  expect(options.filters).toEqual([{ name, extensions: [ending.slice(1)] }]);
});

test('an ending that is there already is not said twice, and no path means that they changed their mind', async () => {
  dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/x/mine.DOCX' });
  const token = await askWhereToSaveCopy(window, 'word', '.docx', 'x');
  expect(token && takePath(token)).toBe('/home/x/mine.DOCX');
  dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
  expect(await askWhereToSaveCopy(window, 'word', '.docx', 'x')).toBeNull();
});

import { beforeEach, describe, expect, test, vi } from 'vitest';

const dialog = vi.hoisted(() => ({ showSaveDialog: vi.fn(), showOpenDialog: vi.fn() }));
vi.mock('electron', () => ({ dialog }));
const { askForEvidence, askForSuggestionsFolder, askWhereToSaveSuggestion } = await import(
  '../../../electron/windows/dialogs-suggestions.ts'
);
const { takePath } = await import('../../../electron/windows/dialogs.ts');

const window = {} as never;
beforeEach(() => {
  dialog.showSaveDialog.mockReset();
  dialog.showOpenDialog.mockReset();
});

describe('a file of evidence and a folder', () => {
  test.each([
    [askForEvidence, ['openFile']],
    [askForSuggestionsFolder, ['openDirectory', 'createDirectory']],
  ])('are chosen, and their path stays here', async (ask, properties) => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/home/x/chosen'] });
    const token = await ask(window);
    expect(token).not.toContain('chosen');
    expect(token && takePath(token)).toBe('/home/x/chosen');
    expect(dialog.showOpenDialog.mock.lastCall?.[1].properties).toEqual(properties);
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
    expect(await ask(window)).toBeNull();
  });
});

describe('where a suggestion is saved', () => {
  test.each([
    ['bundle', 'ngsuggest'],
    ['word', 'docx'],
    ['markdown', 'md'],
    ['html', 'html'],
    ['text', 'txt'],
  ] as const)('as %s ends in .%s, whatever the person typed', async (format, ending) => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/x/mine' });
    const token = await askWhereToSaveSuggestion(window, format, `Kent: ${'../'.repeat(3)}rules.${ending}`);
    expect(token && takePath(token)).toBe(`/home/x/mine.${ending}`);
    const choice = dialog.showSaveDialog.mock.lastCall?.[1];
    expect(choice.filters[0].extensions).toEqual([ending]);
    expect(choice.defaultPath).toMatch(/^Kent [^/\\:]*rules\.[a-z]+$/);
    expect(choice.properties).toContain('showOverwriteConfirmation');
  });

  test('keeps an ending that is there, in any case, and may be called off', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/x/MINE.NGSUGGEST' });
    const token = await askWhereToSaveSuggestion(window, 'bundle', 'x');
    expect(token && takePath(token)).toBe('/home/x/MINE.NGSUGGEST');
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await askWhereToSaveSuggestion(window, 'bundle', 'x')).toBeNull();
  });
});

import { beforeEach, describe, expect, test, vi } from 'vitest';

const dialog = vi.hoisted(() => ({ showSaveDialog: vi.fn(), showOpenDialog: vi.fn(), showMessageBox: vi.fn() }));
vi.mock('electron', () => ({ dialog }));
const {
  askAboutLink,
  askForDataFolder,
  askForFolder,
  askForNotes,
  askWhereToSaveNotes,
  askWhereToSavePdf,
  keepPath,
  pdfName,
  plainName,
  takePath,
} = await import('../../../electron/windows/dialogs.ts');
const { judgeLink } = await import('../../../electron/windows/link-policy.ts');

const window = {} as never;
beforeEach(() => {
  dialog.showSaveDialog.mockReset();
  dialog.showMessageBox.mockReset();
});

describe('a path', () => {
  test('is behind its token once', () => {
    const token = keepPath('/home/x/a.pdf');
    expect(token).not.toContain('a.pdf');
    expect([takePath(token), takePath(token)]).toEqual(['/home/x/a.pdf', null]);
  });

  test('is forgotten when too many were never used', () => {
    const first = keepPath('first');
    for (let count = 0; count < 20; count += 1) keepPath(String(count));
    expect(takePath(first)).toBeNull();
  });
});

describe('choosing a folder', () => {
  test.each(['import', 'add'] as const)('to %s keeps the path here', async (why) => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/mnt/guides'] });
    const token = await askForFolder(window, why);
    expect(token && takePath(token)).toBe('/mnt/guides');
    expect(dialog.showOpenDialog.mock.lastCall?.[1].properties).toEqual(['openDirectory']);
  });

  test('may be called off', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
    expect(await askForFolder(window, 'import')).toBeNull();
  });
});

describe('files of notes', () => {
  test('are chosen to be read, and their path stays here', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/home/x/notes.json'] });
    const token = await askForNotes(window);
    expect(token && takePath(token)).toBe('/home/x/notes.json');
    expect(dialog.showOpenDialog.mock.lastCall?.[1]).toMatchObject({
      properties: ['openFile'],
      filters: [{ extensions: ['json', 'jsonld'] }],
    });
  });

  test.each([
    ['json', 'My notes', '/home/x/a', 'My notes.json', '/home/x/a.json'],
    ['markdown', 'My notes 2026-11-23', '/home/x/a.MD', 'My notes 2026-11-23.md', '/home/x/a.MD'],
    ['html', '../x', '/home/x/a.html', 'x.html', '/home/x/a.html'],
  ] as const)('as %s are saved under the name that was chosen, with its ending', async (format, suggested, chosen, offered, kept) => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: chosen });
    const token = await askWhereToSaveNotes(window, format, suggested);
    expect(dialog.showSaveDialog.mock.lastCall?.[1]).toMatchObject({ defaultPath: offered });
    expect(token && takePath(token)).toBe(kept);
  });

  test('and a folder for data may be called off', async () => {
    dialog.showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await askForNotes(window)).toBeNull();
    expect(await askForDataFolder(window)).toBeNull();
    expect(await askWhereToSaveNotes(window, 'json', 'x')).toBeNull();
    dialog.showOpenDialog.mockResolvedValue({ canceled: false, filePaths: ['/mnt/stick'] });
    const token = await askForDataFolder(window);
    expect(token && takePath(token)).toBe('/mnt/stick');
  });

  test('or folders never get a name that leads elsewhere', () => {
    expect(plainName('National Guides data 2026-11-23', '', 'data')).toBe('National Guides data 2026-11-23');
    expect(plainName('../../x', '', 'data')).toBe('x');
    expect(plainName('...', '', 'data')).toBe('data');
  });
});

describe('saving a PDF', () => {
  test('asks with a plain name and keeps the chosen path here', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: false, filePath: '/home/x/Guide' });
    const token = await askWhereToSavePdf(window, 'X: set up / use');
    expect(dialog.showSaveDialog.mock.calls[0]?.[1]).toMatchObject({ defaultPath: 'X set up use.pdf' });
    expect(token && takePath(token)).toBe('/home/x/Guide.pdf');
  });

  test('may be called off', async () => {
    dialog.showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
    expect(await askWhereToSavePdf(window, 'x')).toBeNull();
  });

  test.each([
    ['X, set up', 'X set up.pdf'],
    ['guide.pdf', 'guide.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\x', 'C x.pdf'],
    ['a\u202Egnp', 'a gnp.pdf'],
    ['', 'guide.pdf'],
    ['...', 'guide.pdf'],
    ['Cyfryngau cymdeithasol â', 'Cyfryngau cymdeithasol â.pdf'],
  ])('suggests for %s the name %s', (suggested, name) => expect(pdfName(suggested)).toBe(name));
});

describe('a link', () => {
  const ask = (url: string, mayOpen: boolean) => askAboutLink(window, judgeLink(url), mayOpen);

  test('is shown with its host before anything happens', async () => {
    dialog.showMessageBox.mockResolvedValue({ response: 1 });
    expect(await ask('https://www.gov.uk/x', true)).toBe('open');
    const options = dialog.showMessageBox.mock.calls[0]?.[1];
    expect(options.message).toContain('www.gov.uk');
    expect(options.detail).toContain('https://www.gov.uk/x');
  });

  test('can only be copied where opening is not allowed', async () => {
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    expect(await ask('https://www.gov.uk/x', false)).toBe('copy');
    expect(dialog.showMessageBox.mock.calls[0]?.[1].buttons).toHaveLength(2);
    dialog.showMessageBox.mockResolvedValue({ response: 1 });
    expect(await ask('https://www.gov.uk/x', false)).toBe('nothing');
  });

  test('that is refused is not shown at all', async () => {
    dialog.showMessageBox.mockResolvedValue({ response: 0 });
    expect(await ask('file:///etc/passwd', true)).toBe('nothing');
    expect(JSON.stringify(dialog.showMessageBox.mock.calls)).not.toContain('passwd');
  });

  test('whose dialog was closed does nothing', async () => {
    dialog.showMessageBox.mockResolvedValue({ response: 99 });
    expect(await ask('mailto:a@x.co.uk', true)).toBe('nothing');
  });
});

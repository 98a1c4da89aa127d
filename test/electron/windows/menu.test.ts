import { EventEmitter } from 'node:events';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { commands } from '../../../electron/ipc/contract.ts';
import { accelerators, contextTemplate, menuTemplate, watchContextMenu } from '../../../electron/windows/menu.ts';

const all = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);

const send = vi.fn();
const showLog = vi.fn();
const menu = all(menuTemplate({ send, showLog, testBuild: false }));

describe('the menu', () => {
  test('has five menus', () => expect(menuTemplate({ send, showLog, testBuild: false })).toHaveLength(5));

  test.each(commands)('has an item that sends %s', (command) => {
    const item = menu.find(({ id }) => id === command);
    item?.click?.(undefined as never, undefined, undefined as never);
    expect(send).toHaveBeenLastCalledWith(command);
  });

  test('gives no key twice', () => {
    const keys = menu.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toHaveLength(Object.keys(accelerators).length);
  });

  test('gives no Alt key twice in one menu', () => {
    for (const { submenu } of menuTemplate({ send, showLog, testBuild: false })) {
      const letters = (submenu as MenuItemConstructorOptions[]).flatMap(({ label }) => /&(.)/.exec(label ?? '')?.[1]?.toLowerCase() ?? []);
      expect(letters).toEqual([...new Set(letters)]);
    }
  });

  test('shows the log folder to IT', () => {
    menu.find(({ id }) => id === 'show-log')?.click?.(undefined as never, undefined, undefined as never);
    expect(showLog).toHaveBeenCalled();
  });

  test('has developer tools in test builds only', () => {
    const roles = (testBuild: boolean) => all(menuTemplate({ send, showLog, testBuild })).map(({ role }) => role);
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(true)).toContain('toggleDevTools');
  });
});

describe('a right click', () => {
  const editFlags = { canUndo: true, canCut: false, canCopy: false, canPaste: true, canSelectAll: true } as never;
  const nothing = { isEditable: false, selectionText: '', linkURL: '', editFlags };
  const copy = vi.fn();
  const labels = (params: object) => contextTemplate({ ...nothing, ...params }, { send, copy }).map(({ label }) => label);

  test('on a selection offers what the selection bar offers', () =>
    expect(labels({ selectionText: 'words' })).toEqual(['&Copy', '&Highlight', '&Note', 'Su&ggest a change', 'Copy &with citation']));

  test('in a field offers what can be done there', () =>
    expect(contextTemplate({ ...nothing, isEditable: true }, { send, copy }).find(({ role }) => role === 'cut')?.enabled).toBe(false));

  test('on an outside link offers to copy its address and never to open it', () => {
    const [item] = contextTemplate({ ...nothing, linkURL: 'https://www.gov.uk/x' }, { send, copy });
    item?.click?.(undefined as never, undefined, undefined as never);
    expect(copy).toHaveBeenCalledWith('https://www.gov.uk/x');
    expect(labels({ linkURL: 'https://www.gov.uk/x' })).toHaveLength(1);
  });

  test('on a link inside the app offers no address', () =>
    expect(labels({ linkURL: 'guides://app/index.html#x' })).toEqual(['&Back', '&Forward']));

  test('shows the menu where there is one', () => {
    const contents = new EventEmitter();
    const popup = vi.fn();
    watchContextMenu(contents as never, { send, copy }, popup);
    contents.emit('context-menu', {}, { ...nothing, selectionText: 'words' });
    expect(popup).toHaveBeenCalledTimes(1);
  });
});

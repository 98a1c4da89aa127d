import { expect, test, vi } from 'vitest';
import { settingsHandlers } from '../../../electron/services/settings.ts';
import { openSettings } from '../../../electron/settings/keeper.ts';
import { tempFolder } from '../../support/temp.ts';

const keeper = () =>
  openSettings({
    folder: tempFolder(),
    policy: { mandatory: { font: 'system' }, defaults: {} },
    save: async () => undefined,
    log: () => undefined,
    now: new Date(0),
  });

test('a change is told to the window and to the system', async () => {
  const changed = vi.fn();
  const calls = settingsHandlers(keeper(), changed);
  const view = await calls['settings.change']({ patch: { theme: 'dark', width: undefined } as never });
  expect(view.values).toMatchObject({ theme: 'dark', width: 'normal' });
  expect(changed).toHaveBeenCalledWith(view);
  expect((await calls['settings.reset']({})).values.theme).toBe('system');
  expect(changed).toHaveBeenCalledTimes(2);
});

test('a refused change is told to nobody', async () => {
  const changed = vi.fn();
  await expect(settingsHandlers(keeper(), changed)['settings.change']({ patch: { font: 'legible' } })).rejects.toMatchObject({
    code: 'SETTING_MANAGED',
  });
  expect(changed).not.toHaveBeenCalled();
});

import { expect, test } from 'vitest';
import { machineStoreFolder, placesOf, userDataFolder } from '../../electron/places.ts';

test('user data is local on Windows and never roams', () => {
  const env = { LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local' };
  expect(userDataFolder('', 'win32', env, 'C:\\Users\\x\\AppData\\Roaming')).toBe('C:\\Users\\x\\AppData\\Local\\National Guides');
  expect(userDataFolder('', 'linux', {}, '/home/x/.config')).toBe('/home/x/.config/National Guides');
});

test('another folder may be chosen', () => expect(userDataFolder('/tmp/x', 'linux', {}, '/home/x')).toBe('/tmp/x'));

test('what the browser engine keeps is apart from a person’s words', () => {
  const places = placesOf('/app/dist/app', '/app/resources', '/data');
  expect(places).toMatchObject({ seed: '/app/resources/seed', pinnedRoot: '/app/dist/app/root/1.root.json', store: '/data/store' });
  expect(places.browser).not.toBe(places.userData);
});

test('the store that all users of a PC share lies beside the machine’s policy', () => {
  expect(machineStoreFolder('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\NationalGuides\\store');
  expect(machineStoreFolder('linux', {})).toBe('/var/lib/national-guides/store');
});

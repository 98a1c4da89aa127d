import { describe, expect, it } from 'vitest';
import { checkHouse } from '../../.ci/lib/house.ts';

const check = (files: Readonly<Record<string, string>>) =>
  checkHouse(Object.keys(files), (file) => files[file] ?? '')
    .filter((finding) => !finding.message.includes('has no README'))
    .map((finding) => `${finding.file}:${finding.line}: ${finding.message}`);

describe('the house rules', () => {
  it('bound the size of a file', () => {
    expect(check({ 'content/core/base/x.ts': 'a\n'.repeat(250) })).toEqual([]);
    expect(check({ 'content/core/base/x.ts': 'a\n'.repeat(251) })).toEqual(['content/core/base/x.ts:250: has 251 lines; at most 250']);
  });

  it('bound the size of a component more tightly', () => {
    expect(check({ 'renderer/home/Home.tsx': 'a\n'.repeat(151) })).toEqual(['renderer/home/Home.tsx:150: has 151 lines; at most 150']);
  });

  it('find the switch that turns the sandbox off, wherever it stands', () => {
    expect(check({ 'test/x.ts': `args.push('--${'no'}-sandbox')` })).toEqual(['test/x.ts:1: the sandbox stays on']);
  });

  it('find private keys and registry hosts', () => {
    expect(check({ 'a.txt': `-----BEGIN ${'PRIVATE'} KEY-----` })).toHaveLength(1);
    expect(check({ 'a.md': `https://${['registry', 'npmjs'].join('.')}.org/x` })).toHaveLength(1);
  });

  it('keep raw channels in their one place', () => {
    expect(check({ 'electron/services/x.ts': 'ipcMain.handle()' })).toHaveLength(1);
    expect(check({ 'electron/ipc/serve.ts': 'ipcMain.handle()' })).toEqual([]);
    expect(check({ 'renderer/home/x.ts': 'window.guides.call()' })).toHaveLength(1);
  });

  it('ask for a README in each room', () => {
    expect(checkHouse([], () => '').some((finding) => finding.file === 'content/core/trust/README.md')).toBe(true);
  });
});

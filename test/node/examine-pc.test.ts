import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { examinePolicy, examineStore, machinePolicy } from '../../content/node/examine-pc.ts';
import { importShare } from '../../content/node/import-share.ts';
import { makeShareFolder } from '../support/demo-share.ts';
import { now } from '../support/signed-repository.ts';
import { tempFolder } from '../support/temp.ts';

describe('the policy', () => {
  const look = (text: string) => {
    const file = path.join(tempFolder(), 'policy.json');
    writeFileSync(file, text);
    const { finding, shares } = examinePolicy(file);
    return `${finding.verdict} ${finding.found} ${shares.join()}`.trim();
  };
  test.each([
    ['{"format":1,"mandatory":{"shares":["/a","/b"]}}', 'good read /a,/b'],
    ['\uFEFF{"format":1,"defaults":{"shares":["/a"]}}', 'good read /a'],
    ['{"format":1,"mandatory":{"theme":"dark"}}', 'hint no-shares'],
    ['{"format":1,"mandatory":{"shares":["guides"]}}', 'fault values'],
    ['{"format":1,"mandatory":{"shares":"/a"}}', 'fault values'],
    ['{"format":2}', 'fault format'],
    ['[]', 'fault format'],
    ['{"shares":["\\server\\guides"]}', 'fault not-json'],
    [' '.repeat(70_000), 'fault too-large'],
  ])('%#: is %s', (text, said) => expect(look(text)).toBe(said));

  test('may be missing or not readable', () => {
    expect(examinePolicy(path.join(tempFolder(), 'none')).finding.found).toBe('none');
    expect(examinePolicy(tempFolder()).finding.found).toBe('not-readable');
  });

  test('stands where the app looks for it', () => {
    expect(machinePolicy('linux', {})).toBe('/etc/national-guides/policy.json');
    expect(machinePolicy('win32', { ProgramData: 'D:\\Data' })).toBe('D:\\Data\\NationalGuides\\policy.json');
  });
});

describe('the store', () => {
  const look = (store: string) => examineStore(store).map(({ check, found }) => `${check} ${found}`);

  test('holds what was brought in', async () => {
    const { folder, pinnedRoot } = await makeShareFolder();
    const store = path.join(tempFolder(), 'deep', 'store');
    expect(look(store)[0]).toBe('store empty');
    await importShare({ store, share: folder, pinnedRoot, now });
    expect(look(store)[0]).toBe('store held');
    expect(look(store)[1]).toMatch(/^space (enough|low)$/);
  });

  test('may be damaged', () => {
    const store = tempFolder();
    mkdirSync(path.join(store, 'store.json'));
    expect(examineStore(store)[0]).toMatchObject({ verdict: 'fault' });
  });
});

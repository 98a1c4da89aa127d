import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parsePolicy, policyFiles, readPolicy } from '../../../electron/settings/policy.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'policy-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let count = 0;
const file = (text: string | Buffer) => {
  count += 1;
  const name = path.join(dir, `${count}.json`);
  writeFileSync(name, text);
  return name;
};
const nothing = { mandatory: {}, defaults: {} };

describe('machine policy', () => {
  test('stands beside the app and in the machine folder, which wins', () => {
    expect(policyFiles('linux', '/opt/app/resources', {})).toEqual(['/opt/app/resources/policy.json', '/etc/national-guides/policy.json']);
    expect(policyFiles('win32', 'C:\\app', { ProgramData: 'D:\\Data' })[1]).toBe('D:\\Data\\NationalGuides\\policy.json');
    expect(policyFiles('win32', 'C:\\app', {})[1]).toBe('C:\\ProgramData\\NationalGuides\\policy.json');
  });

  test('that is not there decides nothing', () =>
    expect(readPolicy([path.join(dir, 'none.json'), path.join(dir, 'none', 'none.json')])).toEqual({ policy: nothing, problems: [] }));

  test('of two files is joined setting by setting', () => {
    const weak = file('{"format":1,"mandatory":{"theme":"dark","font":"system"},"defaults":{"width":"wide"}}');
    const strong = file('\uFEFF{"format":1,"mandatory":{"theme":"light"}}');
    expect(readPolicy([weak, strong])).toEqual({
      policy: { mandatory: { theme: 'light', font: 'system' }, defaults: { width: 'wide' } },
      problems: [],
    });
  });

  test('keeps its good values when others do not fit', () => {
    const mixed = file('{"format":1,"mandatory":{"theme":"pink","textSize":4,"__proto__":1},"defaults":{"font":[]}}');
    expect(readPolicy([mixed])).toEqual({
      policy: { mandatory: { textSize: 4 }, defaults: {} },
      problems: [{ file: mixed, why: 'values', names: ['theme', 'font'] }],
    });
  });

  test.each([
    ['{', 'not-json'],
    ['', 'not-json'],
    ['\u0000\u0001', 'not-json'],
    ['[]', 'format'],
    ['null', 'format'],
    ['{"mandatory":{}}', 'format'],
    ['{"format":2,"mandatory":{"theme":"dark"}}', 'format'],
    ['{"format":1,"mandatory":[]}', 'format'],
    ['{"format":1,"defaults":"theme"}', 'format'],
    [`{"format":1,"note":"${'x'.repeat(70_000)}"}`, 'too-large'],
  ])('holding %s is ignored and said', (text, why) => {
    const broken = file(text);
    expect(readPolicy([broken])).toEqual({ policy: nothing, problems: [{ file: broken, why, names: [] }] });
  });

  test('in a folder, a device or a dangling link is ignored', () => {
    const folder = path.join(dir, 'folder.json');
    mkdirSync(folder);
    expect(readPolicy([folder]).problems[0]?.why).toMatch(/not-a-file|not-readable/);
    const link = path.join(dir, 'link.json');
    symlinkSync(path.join(dir, 'nowhere'), link);
    expect(readPolicy([link])).toEqual({ policy: nothing, problems: [] });
  });

  test.skipIf(process.platform === 'win32')('as a pipe that nobody writes to does not hold up the start', () => {
    const pipe = path.join(dir, 'pipe.json');
    spawnSync('mkfifo', [pipe]);
    expect(readPolicy([pipe]).problems[0]?.why).toBe('not-a-file');
  });

  test('has no other keys that count', () => expect(parsePolicy('{"format":1,"theme":"dark"}')).toEqual({ policy: nothing, dropped: [] }));
});

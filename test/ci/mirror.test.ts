import { describe, expect, it } from 'vitest';
import { checkMirror } from '../../.ci/lib/mirror.ts';

const check = (files: Readonly<Record<string, string>>) =>
  checkMirror(Object.keys(files), (file) => files[file] ?? '').map((finding) => `${finding.file}: ${finding.message}`);

describe('the mirror of tests', () => {
  it('asks for a test of every file that has something to run', () => {
    expect(check({ 'content/core/guide/parse.ts': 'export function parse() {}' })).toEqual([
      'content/core/guide/parse.ts: has no test at test/core/guide/parse.test.ts',
    ]);
  });

  it('is content when the test is there', () => {
    expect(check({ 'content/node/keys.ts': 'export const a = () => 1;', 'test/node/keys.test.ts': '' })).toEqual([]);
  });

  it('asks nothing of types and constants', () => {
    expect(check({ 'content/core/guide/model.ts': 'export interface A { a: string }\nexport const b = { c: 1 } as const;' })).toEqual([]);
  });

  it('finds tests whose source has gone', () => {
    expect(check({ 'test/core/guide/old.test.ts': '' })).toEqual([
      'test/core/guide/old.test.ts: tests content/core/guide/old.ts, which is not there',
    ]);
  });
});

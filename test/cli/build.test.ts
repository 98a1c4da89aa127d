import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, lineOf } from '../../content/cli/build.ts';
import type { Terminal } from '../../content/cli/terminal.ts';
import type { Sha256 } from '../../content/core/base/ids.ts';
import { writeResponsesSource } from '../../content/core/suggestion/check-responses.ts';
import { noResponses, withEvent } from '../../content/core/suggestion/responses.ts';
import { writeResponses } from '../../content/core/suggestion/responses-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { runGuides } from '../support/run-guides.ts';
import { sourceFolder } from '../support/sources.ts';
import { tempFolder } from '../support/temp.ts';

const fine = { x: { 'x-setup': '## First\n\nOpen it.\n' } };

describe('guides build, run for real', () => {
  test('writes a share where the caller stands, and says what it did', () => {
    const folder = tempFolder();
    sourceFolder(fine, path.join(folder, 'sources'));
    const { code, out, err } = runGuides(['build', 'sources', '--out', 'share'], folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^channel {2}title +guides +images +files +kB\nx +The x channel +1 +0 +3 +\d+\nWritten to share: edition \d{10}, \d+ files new, 0 kept/,
    );
    expect(out).toContain('nobody has approved');
    expect(readdirSync(path.join(folder, 'share')).sort()).toEqual(['channels', 'directory']);
  }, 30_000);

  test('lists problems as file:line: severity rule message, and writes nothing', () => {
    const folder = tempFolder();
    sourceFolder({ x: { 'x-setup': 'See [none](guide:no-such-guide).\n' } }, path.join(folder, 'sources'));
    const { code, out, err } = runGuides(['build', 'sources', '--out', 'share'], folder);
    expect([code, existsSync(path.join(folder, 'share'))]).toEqual([1, false]);
    expect(err).toMatch(/^channel-x\/x-setup\.md:\d+: error [a-z-]+ .+$/m);
    expect(out).toContain('Nothing was written (1 errors');
  }, 30_000);

  test('carries what the group answers, and says where that is damaged', () => {
    const folder = tempFolder();
    sourceFolder(fine, path.join(folder, 'sources'));
    const answers = path.join(folder, 'sources', 'channel-x', 'responses.json');
    const said = withEvent(noResponses, 'a'.repeat(64) as Sha256, { state: 'received', on: '2026-11-24', words: '' });
    const text = Buffer.from(writeResponsesSource(said)).toString();
    writeFileSync(answers, text);
    expect(runGuides(['build', 'sources', '--out', 'share'], folder)).toMatchObject({ code: 0, err: '' });
    const targets = readdirSync(path.join(folder, 'share', 'channels', 'x', 'targets'));
    expect(targets).toContain(`${sha256(writeResponses(said))}.responses.json`);
    writeFileSync(answers, text.replace('received', 'receeved'));
    const { code, err } = runGuides(['build', 'sources', '--out', 'other'], folder);
    expect([code, existsSync(path.join(folder, 'other'))]).toEqual([1, false]);
    expect(err).toContain('channel-x/responses.json:3: error responses Entry 1 of "answers" (aaaaaaaa) is not as it must be.');
  }, 30_000);

  test('prints JSON and nothing else to standard output', () => {
    const folder = tempFolder();
    mkdirSync(path.join(folder, 'wiki'));
    writeFileSync(path.join(folder, 'wiki', 'index.md'), '# Home\n\n<b>x</b>\n');
    const { code, out } = runGuides(['build', 'wiki', '--out', 'share', '--lenient', '--json'], folder);
    const report = JSON.parse(out) as { ok: boolean; mode: string; packs: unknown[]; problems: { file: string; line: number }[] };
    expect([code, report.ok, report.mode, report.packs.length]).toEqual([0, true, 'lenient', 1]);
    expect(report.problems.every(({ file, line }) => file.length > 0 && line >= 0)).toBe(true);
  }, 30_000);

  test('does not touch a share whose keys are not here', () => {
    const folder = tempFolder();
    sourceFolder(fine, path.join(folder, 'sources'));
    expect(runGuides(['build', 'sources', '--out', 'share', '--keys', 'keys'], folder).code).toBe(0);
    const refused = runGuides(['build', 'sources', '--out', 'share'], folder);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('keys it was signed with are not here')]);
    expect(runGuides(['build', 'sources', '--out', 'share', '--keys', 'keys'], folder).out).toMatch(/, \d+ kept/);
  }, 60_000);

  test.each([
    [['build', '.', '--odd'], 'There is no option "--odd". See guides build --help.'],
    [['constructor'], 'There is no command "constructor"'],
    [[], 'Usage'],
  ])(
    '%j is code 2 with a sentence',
    (args, sentence) => {
      const { code, err, out } = runGuides(args, tempFolder());
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(sentence)]);
    },
    30_000,
  );

  test('helps, and says its version', () => {
    const folder = tempFolder();
    for (const args of [['--help'], ['build', '--help'], ['verify', '--help']]) {
      const { code, out } = runGuides(args, folder);
      expect([code, out]).toEqual([0, expect.stringContaining('Exit codes')]);
    }
    expect(runGuides(['--version'], folder).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  }, 30_000);
});

const silent: Terminal = { out: () => undefined, note: () => undefined, progress: () => undefined, done: () => undefined };

test.each([
  [[], 'A folder is missing'],
  [['none', '--out', 'share'], 'There is no folder "none"'],
  [['.'], 'Say where to write'],
  [['.', '--out', './share'], 'may not lie inside'],
  [['.', '--out', '../share', '--keys', '../share/keys'], 'Keys may not lie inside the share'],
])('build %j is refused before anything is read', async (args, sentence) => {
  await expect(build(args, silent, new Date())).rejects.toThrow(sentence);
});

test('a problem is one line that editors can click on', () => {
  expect(lineOf({ severity: 'warning', rule: 'id-twice', file: 'a.md', line: 3, field: null, message: 'Twice.' })).toBe(
    'a.md:3: warning id-twice Twice.',
  );
});

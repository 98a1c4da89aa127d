// A series of patches as git takes it: in its order, by its authors, and what does not fit named.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { GuideId } from '../../../content/core/base/ids.ts';
import type { Suggestion } from '../../../content/core/suggestion/model.ts';
import { patchSeries } from '../../../content/core/suggestion/patch-series.ts';
import { digestOf } from '../../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../../content/node/hash.ts';
import { guideMd } from '../../support/sources.ts';
import { baseOf, sampleSuggestion } from '../../support/suggestions.ts';
import { tempFolder } from '../../support/temp.ts';

const source = guideMd('house-rules', 'everyday', '## Rules\n\nYou may hide a comment.\n\nTell the team.\n\n## End\n\nThat is all.');
const newest = new Map([['house-rules' as GuideId, { source }]]);
const change = (from: string, to: string, force: string, base = source): Suggestion =>
  sampleSuggestion({
    base: baseOf(base),
    proposal: { kind: 'change', source: base.replace(from, to) },
    author: { name: null, force, role: 'Editor' },
  });
const chosen = (list: readonly Suggestion[]) => list.map((suggestion) => ({ suggestion, digest: digestOf(suggestion, sha256) }));
const older = source.replace('That is all.', 'That was all.');

it('applies with git am, one after the other, by who suggested it', () => {
  const list = [
    change('may hide', 'must hide', 'Kent Police'),
    change('Tell the team.', 'Tell the team at once.', 'Essex Police', older),
    change('may hide', 'should hide', 'Dorset Police'),
    change('Tell the team.', 'Tell the team at once.', 'Surrey Police'),
    sampleSuggestion({ proposal: { kind: 'comment' } }),
    sampleSuggestion({ guide: 'gone' as GuideId }),
    sampleSuggestion({
      guide: null,
      base: null,
      about: null,
      proposal: { kind: 'new-guide', source: guideMd('new-rules', 'everyday', 'New.'), template: null },
    }),
  ];
  const { patches, left } = patchSeries(chosen(list), newest);
  expect(patches.map(({ name, isRebased }) => [name.slice(0, 17), isRebased])).toEqual([
    ['0001-house-rules-', false],
    ['0002-house-rules-', true],
    [`0003-new-rules-${patches[2]?.digest.slice(0, 2) ?? ''}`, false],
  ]);
  expect(left.map(({ why }) => why)).toEqual(['conflict', 'taken', 'no-text', 'gone']);

  const folder = path.join(tempFolder(), 'sources');
  mkdirSync(folder);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.org', '-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  writeFileSync(path.join(folder, 'house-rules.md'), source);
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'First');
  for (const { name, text } of patches) writeFileSync(path.join(folder, '..', name), text);
  git('am', '-q', ...patches.map(({ name }) => path.join(folder, '..', name)));
  expect(git('log', '--format=%an', '--reverse').trim().split('\n').slice(1)).toEqual([
    'Kent Police',
    'Essex Police',
    'Ann Example, Kent Police',
  ]);
  const text = readFileSync(path.join(folder, 'house-rules.md'), 'utf8');
  expect(text).toContain('You must hide a comment.\n\nTell the team at once.\n\n## End\n\nThat is all.');
  expect(readFileSync(path.join(folder, 'new-rules.md'), 'utf8')).toContain('New.');
});

it('refuses a new guide where there is one of that name', () => {
  const proposal = { kind: 'new-guide' as const, source, template: null };
  const { left } = patchSeries(chosen([sampleSuggestion({ guide: null, base: null, about: null, proposal })]), newest);
  expect(left.map(({ why }) => why)).toEqual(['guide-there']);
});

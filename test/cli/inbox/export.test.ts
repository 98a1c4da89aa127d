// `guides inbox export` for real: what it writes is taken by `git am` in the folder of the guides.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { channel } from '../../support/group.ts';
import { by, changeOf, type InboxScene, inboxScene, type Left } from '../../support/inbox-scene.ts';
import { runGuides } from '../../support/run-guides.ts';
import { guides } from '../../support/said.ts';
import { tempFolder } from '../../support/temp.ts';

let scene: InboxScene;
let [kent, essex, tell]: Left[] = [];
let out: string;
beforeEach(async () => {
  scene = await inboxScene();
  out = path.join(tempFolder(), 'series');
  const source = scene.text('comments');
  kent = scene.leave(
    changeOf('comments', source, 'unkind', 'cruel', { ...by('Kent Police', 'Ann Example'), created: '2026-11-01T09:00:00.000Z' }),
  );
  essex = scene.leave(changeOf('comments', source, 'unkind', 'rude', { ...by('Essex Police'), created: '2026-11-02T09:00:00.000Z' }));
  tell = scene.leave(changeOf('page-setup', scene.text('page-setup'), 'twice', 'three times', by('Surrey Police')));
});
const run = (...args: readonly string[]) => guides('inbox', 'export', scene.share, channel, '--git', out, ...args);
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=E', '-c', 'user.email=e@example.org', ...args], { cwd: scene.folder, encoding: 'utf8' });

describe('guides inbox export', () => {
  it('writes what is open as a series, and names what does not fit', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'First');
    const { code, err } = await run();
    expect([code, err]).toEqual([0, `left out ${essex?.digest.slice(0, 8)}: the guide, or a patch before it, changed the same words.`]);
    git(
      'am',
      '-q',
      ...readdirSync(out)
        .sort()
        .map((name) => path.join(out, name)),
    );
    expect(git('log', '--format=%an', '--reverse').trim().split('\n')).toEqual(['E', 'Ann Example, Kent Police', 'Surrey Police']);
    expect(scene.text('comments')).toContain('cruel');
    expect(scene.text('page-setup')).toContain('three times');
  });

  it('goes by the group’s own sources, as they are now', async () => {
    scene.write('comments.md', scene.text('comments').replace('## Comments', '## Comments on posts'));
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'First');
    const ran = runGuides(
      ['inbox', 'export', scene.share, channel, kent?.digest ?? '', '--git', out, '--from', scene.folder, '--json'],
      scene.folder,
    );
    expect([ran.code, JSON.parse(ran.out)]).toMatchObject([
      0,
      { ok: true, patches: [{ digest: kent?.digest, isRebased: true }], left: [] },
    ]);
    git('am', '-q', ...readdirSync(out).map((name) => path.join(out, name)));
    expect(scene.text('comments')).toContain('## Comments on posts\n\nHide a comment that is cruel');
  });

  it('takes those that are named, in that order, and says with its code that one does not fit', async () => {
    const { code } = await run(tell?.digest ?? '', essex?.digest ?? '', kent?.digest ?? '');
    expect(code).toBe(1);
    expect(
      readdirSync(out)
        .map((name) => name.slice(0, 10))
        .sort(),
    ).toEqual(['0001-page-', '0002-comme']);
  });

  it('writes into no folder that holds something', async () => {
    await run();
    await expect(run()).rejects.toThrow('is not empty');
    await expect(guides('inbox', 'export', scene.share, channel)).rejects.toThrow('--git <folder>');
  });
});

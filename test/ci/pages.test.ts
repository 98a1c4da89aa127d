// Each page of content/cli/pages is a promise that its commands work, in their order: they are run.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importShare } from '../../content/node/import-share.ts';
import { makeSeed, signerOfSeed, writeKeyFile } from '../../content/node/key-file.ts';
import { readPublishedGuides } from '../../content/node/newest-guides.ts';
import { readPublished } from '../../content/node/published.ts';
import { newCard, writeCard } from '../support/cards.ts';
import { channel, firstBodies, type Group } from '../support/group.ts';
import { makeGroupWithFiles, passphrase, writeSources } from '../support/group-keys.ts';
import { changeOf, leaveBundle } from '../support/inbox-scene.ts';
import { guideMd } from '../support/sources.ts';
import { tempFolder } from '../support/temp.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const pages = path.join(root, 'content', 'cli', 'pages');
const changed = { ...firstBodies, comments: '## Comments\n\nHide a comment that is unkind to anybody.\n' };

/** The lines of the page's `sh` blocks, in order; a line that ends in a backslash goes on. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return blocks
    .flatMap((block) => block.replace(/\\\n\s*/g, ' ').split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function run(command: string, cwd: string, env: Readonly<Record<string, string>>) {
  const guides = `guides() { "${process.execPath}" "${path.join(root, '.ci', 'guides.mjs')}" "$@"; }`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${guides}\n${command}`], {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

/** What a steward has at hand on the first day: four others' cards and keys, the editors', and nothing of a share. */
async function stewardSettings(): Promise<{ folder: string; env: Readonly<Record<string, string>> }> {
  const folder = tempFolder();
  const at = (name: string) => path.join(folder, name);
  for (const name of ['stewards', 'editors', 'others']) mkdirSync(at(name));
  const person = async (place: string, name: string): Promise<{ key: string; card: string }> => {
    const key = at(`${name.replaceAll(' ', '-')}.key`);
    const seed = makeSeed();
    await writeKeyFile(key, seed, passphrase, { name, force: 'Test Police', role: null, made: '2026-11-22T12:00:00.000Z' });
    return { key, card: writeCard(at(place), newCard(name, signerOfSeed(seed).key.keyval.public)) };
  };
  const stewards = [];
  for (const name of ['Steward Two', 'Steward Three', 'Steward Four', 'Steward Five']) stewards.push(await person('stewards', name));
  const editors = [];
  for (const name of ['Ann', 'Ben', 'Cat', 'Dan', 'Eve']) editors.push(await person('editors', name));
  const other = (name: string) => writeCard(at('others'), newCard(name));
  const env = {
    SHARE: at('share'),
    CARDS: at('stewards'),
    EDITOR_CARDS: at('editors'),
    GUIDES: writeSources(at('guides'), changed),
    STEWARD_KEY: at('steward.key'),
    SECOND_KEY: stewards[0]?.key ?? '',
    THIRD_KEY: stewards[1]?.key ?? '',
    EDITOR_KEY: editors[0]?.key ?? '',
    SECOND_EDITOR_KEY: editors[1]?.key ?? '',
    THIRD_EDITOR_KEY: editors[2]?.key ?? '',
    FOURTH_EDITOR_KEY: editors[3]?.key ?? '',
    CARD: other('New Editor'),
    WHO: 'Ann',
    NEW_CARD: other('Ben Again'),
    STOLEN: 'Ben',
    NEW_STEWARD_CARD: other('New Steward'),
    WHICH_STEWARD: 'Steward Five',
    GUIDES_PASSPHRASE: passphrase,
  };
  return { folder, env };
}

async function settings(): Promise<{ group: Group; folder: string; env: Readonly<Record<string, string>> }> {
  const group = await makeGroupWithFiles();
  const { folder, editorFiles, stewardFiles } = group;
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('root.json'), group.pinnedRoot);
  writeFileSync(at('policy.json'), JSON.stringify({ format: 1, mandatory: { shares: [group.share] } }));
  const leave = (guide: keyof typeof firstBodies, from: string, to: string) =>
    leaveBundle(group.share, changeOf(guide, guideMd(guide, channel, firstBodies[guide]), from, to)).digest.slice(0, 8);
  const suggested = {
    SUGGESTION: leave('page-setup', 'twice', 'three times'),
    ANOTHER: leave('comments', 'unkind', 'rude'),
    third: leave('page-setup', 'the page', 'your page'),
  };
  const env = {
    ...suggested,
    SHARE: group.share,
    ROOT: at('root.json'),
    STORE: at('store'),
    POLICY: at('policy.json'),
    GUIDES: writeSources(at('guides'), changed),
    KEY: editorFiles[0] ?? '',
    COLLEAGUE_KEY: editorFiles[1] ?? '',
    STEWARD_KEY: stewardFiles[0] ?? '',
    GUIDES_PASSPHRASE: passphrase,
  };
  return { group, folder, env };
}

describe.skipIf(process.platform === 'win32')('the pages of the guides command', () => {
  const names = readdirSync(pages).filter((name) => name.endsWith('.md') && name !== 'README.md');

  /** The stewards' page begins with an empty folder and has many hands: it needs settings of its own. */
  const elsewhere = ['stewards.md'];

  it.each(names.filter((name) => !elsewhere.includes(name)))('%s: its commands work in their order', { timeout: 240_000 }, async (name) => {
    const commands = commandsOf(readFileSync(path.join(pages, name), 'utf8'));
    expect(commands.length).toBeGreaterThan(2);
    const { group, folder, env } = await settings();
    for (const command of commands) {
      const { status, said } = run(command, folder, env);
      expect(`${status} ${command}\n${status === 0 ? '' : said}`).toBe(`0 ${command}\n`);
    }
    // What the group's page is for: readers have the new edition.
    const published = await readPublished({ share: group.share, repository: channel, now: new Date(), pinnedRoot: group.pinnedRoot });
    if (name !== 'group.md') return;
    expect(published.ok && published.value.version).toBeGreaterThan(group.version);
    const read = await readPublishedGuides({ share: group.share, channel, now: new Date() });
    const answers = read.ok ? read.value.responses.answers.map(({ events }) => events.at(-1)?.state).sort() : [];
    expect(answers).toEqual(['accepted', 'declined', 'received']);
    expect(readdirSync(path.join(folder, 'series'))).toHaveLength(1);
  });

  it('stewards.md: its commands work in their order, and readers follow each change', { timeout: 400_000 }, async () => {
    const commands = commandsOf(readFileSync(path.join(pages, 'stewards.md'), 'utf8'));
    const { folder, env } = await stewardSettings();
    const store = path.join(folder, 'store');
    const seen: string[] = [];
    for (const command of commands) {
      const { status, said } = run(command, folder, env);
      expect(`${status} ${command}\n${status === 0 ? '' : said}`).toBe(`0 ${command}\n`);
      // A reader who was there from the first day looks after each publishing of a channel that is listed.
      if (!command.startsWith('guides publish') || !existsSync(path.join(folder, 'root.json'))) continue;
      const pinnedRoot = readFileSync(path.join(folder, 'root.json'));
      const report = await importShare({ store, share: env.SHARE ?? '', pinnedRoot, now: new Date(Date.now() + 1_000) });
      seen.push(
        [report.error, report.directory.error, ...report.channels.map(({ error }) => error)].map((one) => one?.code ?? 'well').join(' '),
      );
    }
    // The channel is listed by the third of them.
    expect(seen).toEqual(['well well', 'well well', ...Array.from({ length: 5 }, () => 'well well well')]);
    const published = await readPublished({ share: env.SHARE ?? '', repository: channel, now: new Date() });
    if (!published.ok) throw new Error(published.error.code);
    const people = [...published.value.people.values()].join('; ');
    for (const name of ['New Editor', 'Ben Again', 'New Steward']) expect(people).toContain(name);
    for (const name of ['Ann, Test', 'Steward Five']) expect(people).not.toContain(name);
    expect(published.value.root?.version).toBe(4);
    expect(published.value.channels.map(({ id, retired }) => [id, retired])).toEqual([[channel, '2026-12-31']]);
    // What was published is not left in staging.
    for (const name of ['directory', channel])
      expect(readdirSync(path.join(env.SHARE ?? '', 'staging', name)).filter((one) => one.includes('-'))).toEqual([]);
  });

  it('are named in the README beside them', () => {
    const readme = readFileSync(path.join(root, 'content', 'cli', 'README.md'), 'utf8');
    for (const name of names) expect(readme).toContain(`pages/${name}`);
  });
});

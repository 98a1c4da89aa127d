// Each page of content/cli/pages is a promise that its commands work, in their order: they are run.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPublished } from '../../content/node/published.ts';
import { newCard, writeCard, writeCards } from '../support/cards.ts';
import { channel, firstBodies, type Group } from '../support/group.ts';
import { makeGroupWithFiles, passphrase, writeSources } from '../support/group-keys.ts';

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

/** Ids of drafts that a command printed, under the names by which a page speaks of them. */
function draftsIn(said: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, id = '', of = ''] of said.matchAll(/^Draft (\d+-[0-9a-f]{6}) of (root|the directory's lists)/gm))
    found[of === 'root' ? 'ROOT_DRAFT' : 'LISTS_DRAFT'] ??= id;
  return found;
}

/** What a steward has at hand: cards of others, and the keys of two colleagues. */
function stewardSettings(at: (name: string) => string, { keys }: Group, files: readonly string[]): Readonly<Record<string, string>> {
  for (const folder of ['stewards', 'editors', 'others']) mkdirSync(at(folder));
  for (const [index, { key }] of keys.stewards.entries()) writeCard(at('stewards'), newCard(`Steward ${index + 1}`, key.keyval.public));
  writeCards(at('editors'), ['Ann', 'Ben', 'Cat', 'Dan']);
  const [card = '', steward = ''] = writeCards(at('others'), ['New Editor', 'New Steward']);
  return {
    NEW: at('new-share'),
    CARDS: at('stewards'),
    EDITOR_CARDS: at('editors'),
    CARD: card,
    NEW_STEWARD_CARD: steward,
    WHO: keys.editors.get(channel)?.[4]?.keyid.slice(0, 8) ?? '',
    WHICH_STEWARD: keys.stewards[4]?.keyid.slice(0, 8) ?? '',
    SECOND_KEY: files[1] ?? '',
    THIRD_KEY: files[2] ?? '',
  };
}

async function settings(): Promise<{ group: Group; folder: string; env: Readonly<Record<string, string>> }> {
  const group = await makeGroupWithFiles();
  const { folder, editorFiles, stewardFiles } = group;
  const at = (name: string) => path.join(folder, name);
  writeFileSync(at('root.json'), group.pinnedRoot);
  writeFileSync(at('policy.json'), JSON.stringify({ format: 1, mandatory: { shares: [group.share] } }));
  const env = {
    SHARE: group.share,
    ROOT: at('root.json'),
    STORE: at('store'),
    POLICY: at('policy.json'),
    GUIDES: writeSources(at('guides'), changed),
    KEY: editorFiles[0] ?? '',
    COLLEAGUE_KEY: editorFiles[1] ?? '',
    STEWARD_KEY: stewardFiles[0] ?? '',
    GUIDES_PASSPHRASE: passphrase,
    ...stewardSettings(at, group, stewardFiles),
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
    let drafts: Readonly<Record<string, string>> = {};
    for (const command of commands) {
      const { status, said } = run(command, folder, { ...env, ...drafts });
      drafts = { ...drafts, ...draftsIn(said) };
      expect(`${status} ${command}\n${status === 0 ? '' : said}`).toBe(`0 ${command}\n`);
    }
    // What the group's page is for: readers have the new edition.
    const published = await readPublished({ share: group.share, repository: channel, now: new Date(), pinnedRoot: group.pinnedRoot });
    if (name === 'group.md') expect(published.ok && published.value.version).toBeGreaterThan(group.version);
  });

  it.todo('stewards.md: its commands work in their order');

  it('are named in the README beside them', () => {
    const readme = readFileSync(path.join(root, 'content', 'cli', 'README.md'), 'utf8');
    for (const name of names) expect(readme).toContain(`pages/${name}`);
  });
});

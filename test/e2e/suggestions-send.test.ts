// Suggestions leave the real app: into the drop-box of a share that takes them, refuses or is full, and into files where it
// does not take them.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../content/node/hash.ts';
import { openBundle } from '../../content/node/suggestion-bundle.ts';
import { freshUserDataDir, launchApp, openFolder, type RunningApp, stagedApp } from '../support/electron-app.ts';
import { answerOpenDialog, answerSaveDialog, call, complaints } from '../support/screens.ts';
import { canMount, smallDisk } from '../support/small-disk.ts';
import { type Suggester, suggester, summary } from '../support/suggester.ts';

let home: string;
let profile: string;
let running: RunningApp;
let person: Suggester;
let said: readonly string[] = [];

async function start(shares: readonly string[]): Promise<void> {
  running = await launchApp({ userDataDir: profile, policy: { format: 1, mandatory: { shares } } });
  said = complaints(running);
  person = await suggester(running.page);
}
/** What readers find in a drop-box: each whole, by its name. */
const held = (box: string): readonly string[] => readdirSync(box).filter((name) => !name.startsWith('.'));
async function isWhole(file: string): Promise<boolean> {
  return (await openBundle(readFileSync(file))).ok;
}
/** What the log says of suggestions. */
const log = (): string =>
  readFileSync(path.join(profile, 'logs', 'national-guides.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"where":"suggestions"'))
    .join('\n');

beforeAll(async () => {
  // The app of a run as root is another user's.
  home = mkdtempSync(path.join(tmpdir(), 'guides-send-'));
  chmodSync(home, 0o755);
  profile = await freshUserDataDir();
}, 180_000);
afterEach(async () => {
  expect(said).toEqual([]);
});
afterAll(() => {
  for (const folder of [home, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

describe('a share with a drop-box', () => {
  let share: string;
  let box: string;
  let out: string;
  beforeAll(async () => {
    share = openFolder(path.join(home, 'share'));
    out = openFolder(mkdtempSync(path.join((await stagedApp()).home, 'e2e-out-')));
    await start([path.join(home, 'bare'), share]);
    box = openFolder(path.join(share, 'inbox', person.channel));
  }, 120_000);
  afterAll(async () => {
    await running?.close();
    rmSync(out, { recursive: true, force: true });
  });

  test('gets exactly what was shown, once, and it is told as sent', async () => {
    const id = await person.draft('A line for the drop-box.');
    const shown = await person.preview(id);
    expect(shown.files.map(({ name }) => name)).toEqual(['suggestion.json', 'change.patch', 'summary.html']);
    const { sent, name } = await person.send(id);
    expect(held(box)).toEqual([name]);
    const bytes = readFileSync(path.join(box, name));
    expect([sha256(bytes), bytes.length, shown.name]).toEqual([shown.digest, shown.bytes, name]);
    const read = await openBundle(bytes);
    expect(read.ok && read.value.digest).toBe(sent.digest);
    expect(read.ok && read.value.suggestion.author.force).toBe('Kent Police');
    expect((await person.open(id)).draft).toMatchObject({ state: 'sent', sent: { way: 'inbox', digest: sent.digest } });
    expect(await person.send(id)).toEqual({ sent, name });
    expect(readdirSync(box)).toEqual([name]);
    expect(log()).toContain('inbox-sent');
    expect(log()).not.toContain(home);
  });

  test('gets nothing that is not ready, or not what was shown', async () => {
    const before = held(box);
    const vague = await person.draft('A line without a reason.', '');
    await expect(person.send(vague)).rejects.toThrow('SUGGESTION_INCOMPLETE');
    const id = await person.draft('A line that changes.');
    const { digest } = await person.preview(id);
    const { draft } = await person.open(id);
    await call(running.page, 'suggestions.save', { id, seen: draft.clock, why: 'Another reason.' });
    await expect(call(running.page, 'suggestions.send', { id, summary, digest })).rejects.toThrow('SUGGESTION_CHANGED');
    expect([held(box), await person.state(id)]).toEqual([before, draft.state]);
    expect((await person.send(id)).sent.way).toBe('inbox');
  });

  test('that refuses leaves the draft as it was, which goes into a file instead', async () => {
    const id = await person.draft('A line that is refused.');
    const { state } = (await person.open(id)).draft;
    chmodSync(box, 0o555);
    try {
      await expect(person.send(id)).rejects.toThrow('INBOX_DENIED');
    } finally {
      chmodSync(box, 0o777);
    }
    expect((await person.open(id)).draft).toMatchObject({ state, sent: null });
    const { digest, name } = await person.preview(id);
    const file = path.join(out, name);
    await answerSaveDialog(running.app, null);
    expect(await call(running.page, 'suggestions.export', { bundles: [{ id, summary, digest }] })).toBeNull();
    expect(await person.state(id)).toBe(state);
    await answerSaveDialog(running.app, file);
    expect(await call(running.page, 'suggestions.export', { bundles: [{ id, summary, digest }] })).toEqual({ name, files: 1 });
    expect(sha256(readFileSync(file))).toBe(digest);
    expect((await person.open(id)).draft).toMatchObject({ state: 'sent', sent: { way: 'file' } });
  });

  test('that takes and shows nothing (no list, no look inside) is served all the same', async () => {
    const id = await person.draft('A line into the dark.');
    chmodSync(box, 0o733);
    try {
      const { name } = await person.send(id);
      expect(await isWhole(path.join(box, name))).toBe(true);
    } finally {
      chmodSync(box, 0o777);
    }
  });

  test('that has none for this channel, or is not there, is said so', async () => {
    const id = await person.draft('A line for nobody.');
    rmSync(path.join(share, 'inbox'), { recursive: true });
    await expect(person.send(id)).rejects.toThrow('SHARE_UNREACHABLE');
    mkdirSync(path.join(home, 'bare'));
    chmodSync(path.join(home, 'bare'), 0o755);
    await expect(person.send(id)).rejects.toThrow('INBOX_MISSING');
    expect((await person.open(id)).draft.sent).toBeNull();
    box = openFolder(path.join(openFolder(path.join(share, 'inbox')), person.channel));
    expect((await person.send(id)).sent.way).toBe('inbox');
  });

  test.skipIf(!canMount)('on a disk that is full says so, and takes it when there is room (needs root to mount)', async () => {
    const id = await person.draft('A line that does not fit.');
    const disk = smallDisk('size=4k,mode=777', box);
    await expect(person.send(id)).rejects.toThrow('INBOX_FULL');
    expect([readdirSync(box), (await person.open(id)).draft.sent]).toEqual([[], null]);
    disk.remount('size=4m');
    expect(await isWhole(path.join(box, (await person.send(id)).name))).toBe(true);
    disk.stop();
  });

  test('may be left for files: evidence in, several suggestions, a Word file and words out', async () => {
    const id = await person.draft('A line with a picture.');
    const picture = path.join(out, 'The sign?.png');
    writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]));
    chmodSync(picture, 0o644);
    await answerOpenDialog(running.app, null);
    expect(await call(running.page, 'suggestions.attach', { id })).toBeNull();
    await answerOpenDialog(running.app, picture);
    const kept = await call(running.page, 'suggestions.attach', { id });
    expect(kept?.draft.suggestion.evidence).toMatchObject([{ kind: 'file', name: 'The sign.png', bytes: 5 }]);
    truncateSync(picture, 5 * 1024 * 1024 + 1);
    await expect(call(running.page, 'suggestions.attach', { id })).rejects.toThrow('FILE_TOO_LARGE');
    rmSync(picture);
    const second = await person.draft('Another line.');
    const bundles = await Promise.all([id, second].map(async (one) => ({ id: one, summary, digest: (await person.preview(one)).digest })));
    const folder = openFolder(path.join(out, 'several'));
    await answerOpenDialog(running.app, folder);
    for (let times = 0; times < 2; times += 1)
      expect(await call(running.page, 'suggestions.export', { bundles })).toEqual({ name: 'several', files: 2 });
    expect(readdirSync(folder).sort()).toEqual(
      (await Promise.all([id, second].map(async (one) => (await person.preview(one)).name))).sort(),
    );
    for (const name of readdirSync(folder)) expect(await isWhole(path.join(folder, name))).toBe(true);

    const document = path.join(out, 'Mine.docx');
    await answerSaveDialog(running.app, path.join(out, 'Mine'));
    expect(await call(running.page, 'suggestions.word', { id, suggested: 'Mine', labels: {} })).toEqual({ name: 'Mine.docx' });
    expect(readFileSync(document).subarray(0, 2).toString()).toBe('PK');
    expect(await call(running.page, 'suggestions.write', { format: 'text', suggested: 'Mine', text: 'Dear all' })).toEqual({
      name: 'Mine.txt',
    });
    expect(readFileSync(path.join(out, 'Mine.txt'), 'utf8')).toBe('Dear all');
  });
});

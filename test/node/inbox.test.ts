// A drop-box into which anybody puts anything: suggestions are read, everything else is named, nothing is touched.
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ChannelId } from '../../content/core/base/ids.ts';
import { bundleLimits } from '../../content/core/suggestion/bundle.ts';
import { listInbox } from '../../content/node/inbox.ts';
import { leaveBundle } from '../support/inbox-scene.ts';
import { baseOf, sampleSource, sampleSuggestion } from '../support/suggestions.ts';
import { tempFolder } from '../support/temp.ts';

const channel = 'everyday';
const boxOf = (share: string): string => path.join(share, 'inbox', channel);
function emptyBox(): string {
  const share = tempFolder();
  mkdirSync(boxOf(share), { recursive: true });
  return share;
}
const codeOf = (share: string, name: string = channel) =>
  listInbox(share, name).then(
    () => 'fine',
    (error: { code: string }) => error.code,
  );

describe('an inbox', () => {
  it('gives each suggestion with its digest, in the order of the files', async () => {
    const share = emptyBox();
    const left = [1, 2, 3, 4, 5, 6].map(() => leaveBundle(share, sampleSuggestion()));
    const { entries, others } = await listInbox(share, channel);
    const wanted = [...left].sort((a, b) => (a.file < b.file ? -1 : 1));
    expect(entries.map(({ file, read }) => [file, read.ok && read.value.digest])).toEqual(wanted.map(({ file, digest }) => [file, digest]));
    expect(entries[0]?.read).toEqual({ ok: true, value: { digest: wanted[0]?.digest, suggestion: wanted[0]?.suggestion } });
    expect(others).toBe(0);
  });

  it('names what is none with why, and changes nothing', async () => {
    const share = emptyBox();
    const good = leaveBundle(share, sampleSuggestion());
    const bytes = readFileSync(path.join(boxOf(share), good.file));
    const put = (name: string, content: Uint8Array | string) => writeFileSync(path.join(boxOf(share), name), content);
    put('cut.ngsuggest', bytes.subarray(0, bytes.length - 10));
    put('empty.ngsuggest', '');
    put('page.ngsuggest', '<html>');
    put('huge.ngsuggest', Buffer.alloc(bundleLimits.bytes + 1));
    mkdirSync(path.join(boxOf(share), 'folder.ngsuggest'));
    symlinkSync(path.join(boxOf(share), good.file), path.join(boxOf(share), 'link.ngsuggest'));
    leaveBundle(share, sampleSuggestion({ channel: 'facebook' as ChannelId }), channel);
    put('.0123456789ab.unsent.tmp', bytes);
    put('Thumbs.db', '');
    const before = readdirSync(boxOf(share));
    const { entries, others } = await listInbox(share, channel);
    expect(
      Object.fromEntries(entries.flatMap(({ file, read }) => (read.ok ? [] : [[file.replace(/^Kent.*/, 'other'), read.error]]))),
    ).toEqual({
      'cut.ngsuggest': 'not-a-zip',
      'empty.ngsuggest': 'not-a-zip',
      'page.ngsuggest': 'not-a-zip',
      'huge.ngsuggest': 'too-large',
      'folder.ngsuggest': 'unreadable',
      'link.ngsuggest': 'unreadable',
      other: 'other-channel',
    });
    expect([entries.filter(({ read }) => read.ok).length, others, readdirSync(boxOf(share))]).toEqual([1, 2, before]);
  });

  it('holds the text once that many began from', async () => {
    const share = emptyBox();
    for (let at = 0; at < 3; at += 1) leaveBundle(share, sampleSuggestion({ why: `Reason ${at}.` }));
    leaveBundle(share, sampleSuggestion({ base: baseOf(`${sampleSource}More.\n`) }));
    const { entries } = await listInbox(share, channel);
    const bases = entries.flatMap(({ read }) => (read.ok && read.value.suggestion.base ? [read.value.suggestion.base.source] : []));
    expect([bases.length, new Set(bases).size]).toEqual([4, 2]);
  });

  it('that is not there, or cannot be read, is said', async () => {
    expect(await codeOf(tempFolder())).toBe('INBOX_MISSING');
    expect(await codeOf(path.join(tempFolder(), 'none'))).toBe('SHARE_UNREACHABLE');
    expect(await codeOf(emptyBox(), '../staging')).toBe('CHANNEL_UNKNOWN');
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('that may not be listed is said', async () => {
    const share = emptyBox();
    chmodSync(boxOf(share), 0o300);
    expect(await codeOf(share)).toBe('INBOX_DENIED');
    chmodSync(boxOf(share), 0o700);
  });
});

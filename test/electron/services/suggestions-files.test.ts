import { describe, expect, test } from 'vitest';
import { AppFault } from '../../../content/core/base/error.ts';
import type { ChannelId, Sha256 } from '../../../content/core/base/ids.ts';
import { type SuggestionFilesPorts, suggestionFileHandlers } from '../../../electron/services/suggestions-files.ts';
import { idOf } from '../../support/suggestions.ts';

const id = idOf(1);
const digest = 'd'.repeat(64) as Sha256;
const bundle = { id, summary: '<p>What</p>', digest };
const packed = {
  name: 'Kent.ngsuggest',
  channel: 'facebook' as ChannelId,
  bytes: new Uint8Array([1, 2]),
  digest: 'e'.repeat(64) as Sha256,
};

function served(chosen: string | null, sending?: () => Promise<never>) {
  const asked: (readonly [string, unknown])[] = [];
  const call = (async (name: string, request: unknown) => {
    asked.push([name, request]);
    return name === 'suggestions.pack' ? packed : `answer of ${name}`;
  }) as SuggestionFilesPorts['call'];
  const handlers = suggestionFileHandlers({
    call,
    chooseEvidence: async () => chosen,
    chooseFile: async (format, suggested) => chosen && `${chosen}/${suggested}.${format}`,
    chooseFolder: async () => chosen,
    sender: {
      send: async (shares, file) => {
        asked.push(['to inbox', { shares, file }]);
        return sending ? sending() : { name: 'Kent-2.ngsuggest', how: 'link', isRead: true };
      },
    },
    shares: () => ['/mnt/a', '/mnt/b'],
  });
  return { handlers, asked };
}

describe('sending', () => {
  test('packs what was shown, leaves it on a share, and writes down only then that it was sent', async () => {
    const { handlers, asked } = served(null);
    expect(await handlers['suggestions.send'](bundle)).toBe('answer of suggestions.sent');
    expect(asked).toEqual([
      ['suggestions.pack', bundle],
      ['to inbox', { shares: ['/mnt/a', '/mnt/b'], file: { channel: 'facebook', name: 'Kent.ngsuggest', bytes: packed.bytes } }],
      ['suggestions.sent', { id, digest: packed.digest, way: 'inbox', name: 'Kent-2.ngsuggest' }],
    ]);
  });

  test('that is refused writes nothing down', async () => {
    const { handlers, asked } = served(null, () => Promise.reject(new AppFault('INBOX_DENIED')));
    await expect(handlers['suggestions.send'](bundle)).rejects.toMatchObject({ code: 'INBOX_DENIED' });
    expect(asked.map(([name]) => name)).toEqual(['suggestions.pack', 'to inbox']);
  });
});

describe('calls that ask for a file', () => {
  test('give the path to the notes process and its name to the window', async () => {
    const { handlers, asked } = served('/mnt/stick');
    const labels = { why: 'Why' };
    expect(await handlers['suggestions.attach']({ id })).toBe('answer of suggestions.attach');
    expect(await handlers['suggestions.word']({ id, suggested: 'Mine', labels })).toEqual({ name: 'Mine.word' });
    expect(await handlers['suggestions.write']({ format: 'text', suggested: 'Mine', text: 'Dear' })).toEqual({ name: 'Mine.text' });
    expect(asked).toEqual([
      ['suggestions.attach', { id, file: '/mnt/stick' }],
      ['suggestions.word', { id, file: '/mnt/stick/Mine.word', labels }],
      ['save', { file: '/mnt/stick/Mine.text', text: 'Dear' }],
    ]);
  });

  test('save one suggestion as the file it would be sent as, and several into a folder', async () => {
    const { handlers, asked } = served('/mnt/stick');
    await handlers['suggestions.export']({ bundles: [bundle] });
    await handlers['suggestions.export']({ bundles: [bundle, bundle] });
    expect(asked).toEqual([
      ['suggestions.pack', bundle],
      ['suggestions.export', { file: '/mnt/stick/Kent.ngsuggest.bundle', isFolder: false, bundles: [bundle] }],
      ['suggestions.export', { file: '/mnt/stick', isFolder: true, bundles: [bundle, bundle] }],
    ]);
  });

  test('do nothing when the person changed their mind', async () => {
    const { handlers, asked } = served(null);
    expect(await handlers['suggestions.attach']({ id })).toBeNull();
    expect(await handlers['suggestions.export']({ bundles: [bundle] })).toBeNull();
    expect(await handlers['suggestions.export']({ bundles: [bundle, bundle] })).toBeNull();
    expect(await handlers['suggestions.word']({ id, suggested: 'Mine', labels: {} })).toBeNull();
    expect(await handlers['suggestions.write']({ format: 'html', suggested: 'Mine', text: '' })).toBeNull();
    // Only what the file would be called was asked.
    expect(asked).toEqual([['suggestions.pack', bundle]]);
  });
});

test('what is shown is asked of the notes process', async () => {
  const { handlers, asked } = served(null);
  await handlers['suggestions.preview']({ id, summary: 'S' });
  expect(asked).toEqual([['suggestions.preview', { id, summary: 'S' }]]);
});

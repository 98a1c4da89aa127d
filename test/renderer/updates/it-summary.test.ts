import { expect, test } from 'vitest';
import { itSummary } from '../../../renderer/updates/it-summary.ts';
import { sampleChannel, sampleShare, sampleStatus, sampleSync, seedShare } from '../../support/sync-samples.ts';

const app = { version: '0.1.0', runtime: 'Electron 45', platform: 'win32' };
const now = '2026-11-22T09:20:00Z';

test('IT gets the paths, states, codes and small facts of every share and channel', () => {
  const refused = sampleStatus({ kind: 'refused', error: { code: 'TAMPERED', data: { file: '7.snapshot.json', why: 'hash' } } });
  const text = itSummary(sampleSync({ settled: refused, channels: [sampleChannel('x', { status: refused, offered: 7 })] }), app, now);
  for (const part of [
    'National Guides 0.1.0, Electron 45, win32',
    'State: refused since 2026-11-22T09:14:00Z, NG-1011 TAMPERED file=7.snapshot.json why=hash',
    '- \\\\files.force.example\\NationalGuides (user, id 0123456789abcdef)',
    '- x: edition 1772614800, offered 7; confirmed 2026-11-22T09:14:00Z',
  ])
    expect(text).toContain(part);
});

test('what is not there is said, not left out', () => {
  const text = itSummary(sampleSync({ shares: [seedShare], channels: [], lastChecked: null, lastGood: null, nextCheck: null }), app, now);
  expect(text).toContain('Shared folders\n- none');
  expect(text).toContain('Channels\n- none');
  expect(text).toContain('A share was last read: never');
});

test.each([
  ['C:\\Users\\jane.doe\\NationalGuides', 'C:\\Users\\<person>\\NationalGuides'],
  ['\\\\server\\home$\\jd1234\\NationalGuides', '\\\\server\\home$\\<person>\\NationalGuides'],
  ['/home/jane/guides', '/home/<person>/guides'],
  ['\\\\server\\National Guides', '\\\\server\\National Guides'],
])('whose profile a folder lies in is left out: %s', (folder, expected) => {
  const text = itSummary(sampleSync({ shares: [sampleShare({ path: folder })] }), app, now);
  expect(text).toContain(`- ${expected} (user`);
});

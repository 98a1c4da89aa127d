// What the window is told of shared folders, for tests of what is made of it. Every field can be set.
import type { SyncStatus } from '../../content/core/sync/model.ts';
import type { SyncChannel, SyncShare, SyncState } from '../../electron/ipc/replies.ts';
import { channelId } from './library-samples.ts';

export const sampleStatus = (own: Partial<SyncStatus> = {}): SyncStatus => ({
  kind: 'current',
  since: '2026-11-22T09:14:00Z',
  error: null,
  done: null,
  of: null,
  ...own,
});

export const sampleShare = (own: Partial<SyncShare> = {}): SyncShare => ({
  id: '0123456789abcdef',
  label: 'NationalGuides',
  path: '\\\\files.force.example\\NationalGuides',
  origin: 'user',
  status: sampleStatus(),
  lastChecked: '2026-11-22T09:14:00Z',
  lastGood: '2026-11-22T09:14:00Z',
  nextCheck: '2026-11-22T10:12:00Z',
  ...own,
});

export const seedShare = sampleShare({
  id: 'seed',
  label: '',
  path: '',
  origin: 'seed',
  lastChecked: null,
  lastGood: null,
  nextCheck: null,
});

export const sampleChannel = (id: string, own: Partial<SyncChannel> = {}): SyncChannel => ({
  channel: channelId(id),
  title: id.charAt(0).toUpperCase() + id.slice(1),
  held: Date.UTC(2026, 2, 4, 9) / 1000,
  offered: null,
  status: sampleStatus(),
  warnings: [],
  lastGood: '2026-11-22T09:14:00Z',
  ...own,
});

export const sampleSync = (own: Partial<SyncState> = {}): SyncState => ({
  overall: sampleStatus(),
  settled: sampleStatus(),
  lastChecked: '2026-11-22T09:14:00Z',
  lastGood: '2026-11-22T09:14:00Z',
  nextCheck: '2026-11-22T10:12:00Z',
  managed: false,
  shares: [sampleShare(), seedShare],
  channels: [sampleChannel('facebook')],
  ...own,
});

import { describe, expect, it } from 'vitest';
import { makeSigner } from '../../content/node/keys.ts';
import { refreshTimestamp } from '../../content/node/publish-refresh.ts';
import { channel, makeGroup, publishInput } from '../support/group.ts';

const week = 7 * 24 * 3_600_000;

describe('the heartbeat', () => {
  it('leaves a young timestamp alone unless it is forced', async () => {
    const group = await makeGroup();
    const input = { ...publishInput(group.share, group.editors[3] ?? null), force: false };
    expect(await refreshTimestamp(input)).toMatchObject({ ok: true, value: { isNew: false, version: group.version } });
    const forced = await refreshTimestamp({ ...input, force: true });
    expect(forced).toMatchObject({ ok: true, value: { isNew: true } });
    expect(forced.ok && forced.value.version).toBeGreaterThan(group.version);
  });

  it('confirms after a week, also by a steward, for 45 days', async () => {
    const group = await makeGroup();
    const later = new Date(Date.now() + week);
    const input = publishInput(group.share, group.stewards[0] ?? null, { now: () => later, shareTime: async () => later });
    const until = new Date(later.getTime() + 45 * 24 * 3_600_000).toISOString().slice(0, 10);
    expect(await refreshTimestamp({ ...input, force: false })).toMatchObject({ ok: true, value: { isNew: true, until } });
  });

  it('refuses a stranger, a wrong clock and a channel that is not there', async () => {
    const group = await makeGroup();
    const code = async (more: Partial<Parameters<typeof refreshTimestamp>[0]>) => {
      const result = await refreshTimestamp({ ...publishInput(group.share, group.editors[0] ?? null), force: true, ...more });
      return result.ok ? 'ok' : result.error.code;
    };
    expect(await code({ signer: makeSigner() })).toBe('KEY_NOT_HELD');
    expect(await code({ now: () => new Date(Date.now() + 3_600_000) })).toBe('CLOCK');
    expect(await code({ repository: 'none' })).toBe('CHANNEL_UNKNOWN');
    expect(await code({ repository: 'directory' })).toBe('KEY_NOT_HELD');
    expect(await code({ repository: channel })).toBe('ok');
  });
});

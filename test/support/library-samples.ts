// Guides, packs and settings as the window gets them, for tests of what is made of them. Every field can be set.
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import type { GuideSummary, PackInfo } from '../../content/core/pack/model.ts';
import type { EditionSeal } from '../../content/core/trust/model.ts';
import type { GuideDocument, HeldPack } from '../../electron/ipc/replies.ts';

export const guideId = (id: string) => id as GuideId;
export const channelId = (id: string) => id as ChannelId;

export function sampleGuide(id: string, own: Partial<GuideSummary> = {}): GuideSummary {
  return {
    id: guideId(id),
    channel: channelId('facebook'),
    title: `Guide ${id}`,
    summary: `What ${id} is about.`,
    topic: 'moderation',
    audience: ['web-manager'],
    group: 'Facebook working group',
    status: 'approved',
    version: '1.0',
    updated: '2026-03-01',
    approved: '2026-03-03',
    reviewBy: '2027-03-03',
    confidence: 'official',
    words: 900,
    lang: 'en-GB',
    ...own,
  };
}

export function sampleSeal(own: Partial<EditionSeal> = {}): EditionSeal {
  return {
    channel: channelId('facebook'),
    version: Date.UTC(2026, 2, 4, 9) / 1000,
    signers: ['A. Editor', 'B. Editor'],
    threshold: 2,
    keys: 5,
    checkedAt: '2026-11-22T09:14:00Z',
    expires: '2027-03-04T09:00:00Z',
    demo: false,
    ...own,
  };
}

export function samplePack(
  channel: string,
  own: Partial<PackInfo> = {},
  seal: Partial<EditionSeal> = {},
  retired: string | null = null,
): HeldPack {
  return {
    info: {
      id: `channel-${channel}`,
      channel: channelId(channel),
      title: channel.charAt(0).toUpperCase() + channel.slice(1),
      kind: 'channel',
      purpose: `What ${channel} is for.`,
      workingGroup: { name: `${channel} working group`, roles: [] },
      reviewEveryMonths: 6,
      order: 10,
      start: null,
      ...own,
    },
    seal: sampleSeal({ channel: channelId(channel), ...seal }),
    retired,
  };
}

export function sampleDocument(id: string, own: Partial<GuideDocument> = {}): GuideDocument {
  const pack = samplePack('facebook');
  return { summary: sampleGuide(id), source: '# Text\n', blockIds: [], images: {}, seal: pack.seal, pack: pack.info, ...own };
}

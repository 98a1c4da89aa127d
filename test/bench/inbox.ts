// How long a group waits for its inbox: 2,000 bundles opened as hostile and grouped, beside a published edition of our own
// guides. A third were made from an older edition, in which other lines differ.
//   npx tsx test/bench/inbox.ts [ROUNDS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../.ci/lib/places.ts';
import { type OpenedInbox, readInbox } from '../../content/cli/inbox/read-inbox.ts';
import { makeShare } from '../../content/cli/make-share.ts';
import type { ChannelId, GuideId } from '../../content/core/base/ids.ts';
import { readPublishedGuides } from '../../content/node/newest-guides.ts';
import { leaveBundle } from '../support/inbox-scene.ts';
import { baseOf, sampleSuggestion } from '../support/suggestions.ts';
import { talk } from '../support/talk.ts';
import { round, type Spread, spread } from './stats.ts';

const count = 2_000;
const channel = 'facebook';
const forces = ['Kent Police', 'Essex Police', 'Surrey Police', 'Dorset Police', 'Cumbria Constabulary'];

export interface InboxFigures {
  readonly bundles: number;
  readonly words: number;
  readonly groups: number;
  /** From the share to what is shown, in this process. */
  readonly listedMs: Spread;
  /** The processor's part of it, which other work on the PC changes little. */
  readonly cpuMs: Spread;
  /** The whole command, with the start of its process. */
  readonly commandMs: number;
  readonly peakRssMiB: number;
}

export async function measureInbox(rounds = 5): Promise<InboxFigures> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-inbox-'));
  try {
    const share = path.join(folder, 'share');
    const made = await makeShare({ folder: path.join(root, 'content', 'guides'), out: share, mode: 'strict', keys: null, now: new Date() });
    if (!made.written) throw new Error('the guides cannot be built');
    const words = await fillInbox(share);
    const times: number[] = [];
    const cpu: number[] = [];
    let opened: OpenedInbox | null = null;
    for (let at = 0; at <= rounds; at += 1) {
      const started = performance.now();
      const used = process.cpuUsage();
      const read = await readInbox({ share, channel, files: null, now: new Date() }, talk());
      if (!read.ok || read.value.grouped.entries.length !== count) throw new Error('not all bundles were read');
      // The first one warms up.
      if (at > 0) times.push(performance.now() - started);
      const { user, system } = process.cpuUsage(used);
      if (at > 0) cpu.push((user + system) / 1_000);
      opened = read.value;
    }
    const began = performance.now();
    const ran = spawnSync(process.execPath, [path.join(root, '.ci', 'guides.mjs'), 'inbox', share, channel, '--json'], {
      maxBuffer: 2 ** 28,
    });
    if (ran.status !== 0) throw new Error(String(ran.stderr));
    return {
      bundles: count,
      words,
      groups: opened?.grouped.groups.length ?? 0,
      listedMs: spread(times),
      cpuMs: spread(cpu),
      commandMs: round(performance.now() - began, 0),
      peakRssMiB: round(process.resourceUsage().maxRSS / 1024, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns words of the guides that they are about */
async function fillInbox(share: string): Promise<number> {
  const read = await readPublishedGuides({ share, channel, now: new Date() });
  if (!read.ok || !read.value.edition) throw new Error('the share cannot be read');
  const { index, texts } = read.value.edition;
  for (let number = 0; number < count; number += 1) {
    const { id } = index.guides[number % index.guides.length] as (typeof index.guides)[number];
    const newest = texts.get(id) ?? '';
    const source = number % 3 === 0 ? olderOf(newest) : newest;
    leaveBundle(share, {
      ...sampleSuggestion({ base: baseOf(source), proposal: { kind: 'change', source: changed(source, number) }, about: null }),
      channel: channel as ChannelId,
      guide: id as GuideId,
      author: { name: null, force: forces[number % forces.length] as string, role: 'Web manager' },
      created: new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString(),
    });
  }
  return index.guides.reduce((sum, guide) => sum + guide.words, 0);
}

/** Every twentieth line of words was another then. */
const olderOf = (text: string): string =>
  text
    .split('\n')
    .map((line, at) => (at > 60 && at % 20 === 0 && /^[A-Z].* /.test(line) ? `${line} It was so once.` : line))
    .join('\n');

/** One or two words of a line of prose; some of them the same as another's. */
function changed(text: string, number: number): string {
  const lines = text.split('\n');
  const prose = lines.flatMap((line, at) => (at > 60 && /^[A-Z][a-z].{30,}/.test(line) ? [at] : []));
  const at = prose[(number * 7) % prose.length] as number;
  lines[at] = (lines[at] as string).replace(/ (\w+)/, ` ${['always', 'never', 'at once', 'with care'][number % 4]} $1`);
  return lines.join('\n');
}

if (process.argv[1]?.endsWith('inbox.ts')) console.log(JSON.stringify(await measureInbox(Number(process.argv[2] ?? 5)), null, 2));

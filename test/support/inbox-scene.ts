// A working group with its sources, a share with one published edition, and other forces who leave bundles in its drop-box.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ChannelId, GuideId, Sha256 } from '../../content/core/base/ids.ts';
import { bundleFiles, bundleName } from '../../content/core/suggestion/bundle.ts';
import type { Suggestion } from '../../content/core/suggestion/model.ts';
import { digestOf } from '../../content/core/suggestion/suggestion-json.ts';
import { sha256 } from '../../content/node/hash.ts';
import { packBundle } from '../../content/node/suggestion-bundle.ts';
import { channel, firstBodies, type Group, makeGroup, sourcesOf } from './group.ts';
import { baseOf, sampleSuggestion } from './suggestions.ts';
import { tempFolder } from './temp.ts';

export interface Left {
  readonly digest: Sha256;
  readonly file: string;
  readonly suggestion: Suggestion;
}

/** Puts a bundle where the app would. @param share root of the share */
export function leaveBundle(share: string, suggestion: Suggestion, box: string = suggestion.channel): Left {
  const digest = digestOf(suggestion, sha256);
  const folder = path.join(share, 'inbox', box);
  mkdirSync(folder, { recursive: true });
  const file = bundleName(suggestion, digest);
  writeFileSync(path.join(folder, file), packBundle(bundleFiles(suggestion, new Map(), '<!doctype html><title>Suggestion</title>')));
  return { digest, file, suggestion };
}

/** A change of some words of a guide, as somebody else would make it. */
export function changeOf(guide: string, source: string, from: string | RegExp, to: string, special: Partial<Suggestion> = {}): Suggestion {
  const next = source.replace(from, to);
  if (next === source) throw new Error(`${String(from)} is not in ${guide}`);
  return sampleSuggestion({
    channel: channel as ChannelId,
    guide: guide as GuideId,
    base: baseOf(source),
    proposal: { kind: 'change', source: next },
    about: null,
    ...special,
  });
}

export const by = (force: string, name: string | null = null): Pick<Suggestion, 'author'> => ({
  author: { name, force, role: 'Web manager' },
});

export interface InboxScene extends Group {
  /** The pack's own folder. */
  readonly folder: string;
  text(guide: string): string;
  write(file: string, text: string): void;
  leave(suggestion: Suggestion): Left;
}

export async function inboxScene(bodies: Readonly<Record<string, string>> = firstBodies): Promise<InboxScene> {
  const group = await makeGroup(bodies);
  const folder = path.join(tempFolder(), 'channel-facebook');
  mkdirSync(folder, { recursive: true });
  const write = (file: string, text: string | Uint8Array): void => writeFileSync(path.join(folder, file), text);
  for (const { path: name, bytes } of sourcesOf(bodies)) write(name, bytes);
  mkdirSync(path.join(group.share, 'inbox', channel), { recursive: true });
  return {
    ...group,
    folder,
    write,
    text: (guide) => readFileSync(path.join(folder, `${guide}.md`), 'utf8'),
    leave: (suggestion) => leaveBundle(group.share, suggestion),
  };
}

// A small pack as sources in memory, and a build of it with the settings that tests share.
import { createHash } from 'node:crypto';
import type { Sha256 } from '../../../content/core/base/ids.ts';
import { type BuildInput, type BuiltPack, buildPack } from '../../../content/core/pack/build.ts';
import { complete } from '../guide/complete-guide.ts';
import { png } from './pictures.ts';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256;

export interface Source {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** @param contents path to text or bytes; null leaves a file of the small pack out. */
export function sources(contents: Readonly<Record<string, string | Uint8Array | null>> = {}): readonly Source[] {
  const all: Record<string, string | Uint8Array | null> = {
    'pack.yml':
      'id: channel-x\nchannel: x\ntitle: X\nkind: channel\npurpose: Updates.\nworking_group: { name: X group, roles: [Lead] }\nreview_every_months: 3\norder: 20\nstart: x-setup\nguides: [x-setup, x-use]\n',
    'synonyms.yml': '- [dm, direct message]\n',
    'x-setup.md': complete('', '\nOpen it only with an owner.\n\n## Who\n\nA role, see [use](guide:x-use#how).\n\n![The page](page.png)\n'),
    'x-use.md': complete('', '\nShort posts.\n\n## How\n\n- [ ] Check twice\n')
      .replace('id: x-setup', 'id: x-use')
      .replace('related: [x-use]', 'related: [x-setup]'),
    'page.png': png(30, 20),
    ...contents,
  };
  return Object.entries(all).flatMap(([path, content]) => {
    if (content === null) return [];
    return [{ path, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content }];
  });
}

export function build(files: readonly Source[], more: Partial<BuildInput> = {}): BuiltPack {
  return buildPack({ files, previous: null, mode: 'strict', packName: 'folder', sha256, today: '2026-11-22', ...more });
}

export const short = (built: BuiltPack) => built.problems.map(({ severity, rule, file, line }) => `${severity} ${rule} ${file} ${line}`);

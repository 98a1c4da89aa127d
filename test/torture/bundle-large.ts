// Bundles with texts as long as they may be, or a sign longer, and as much work as can be made of them.
import { type BundleFile, bundleFiles } from '../../content/core/suggestion/bundle.ts';
import type { Evidence, Suggestion } from '../../content/core/suggestion/model.ts';
import { sha256 } from '../../content/node/hash.ts';
import { rawEntry, rawZip } from '../support/raw-zip.ts';
import { baseOf, sampleSuggestion } from '../support/suggestions.ts';
import { chanceOf } from '../support/torture.ts';
import type { HostileCase } from './bundle-archives.ts';

const megabyte = 1024 * 1024;
const zip = (files: readonly BundleFile[]): Uint8Array => rawZip(files.map(({ name, bytes }) => rawEntry(name, bytes)));

/** Within bounds, or just beyond, and as much work as can be made of them. */
export function largeTexts(): readonly HostileCase[] {
  const most = 2 * megabyte;
  const told = (about: string, special: Partial<Suggestion>, isFine: boolean): HostileCase => ({
    about,
    isFine,
    bytes: () => zip(bundleFiles(sampleSuggestion(special), new Map(), 'x')),
  });
  const chance = chanceOf(1);
  const random = (signs: number, sign: () => string): string => Array.from({ length: signs }, sign).join('');
  const change = (about: string, old: string, next: string, isFine = true): HostileCase => ({
    ...told(about, { about: null, base: baseOf(old), proposal: { kind: 'change', source: next } }, isFine),
    isHeavy: isFine,
  });
  const front = (inner: string): string => `---\n${inner}\n---\n\nText.\n`;
  const made = (about: string, source: string): HostileCase =>
    told(about, { about: null, guide: null, base: null, proposal: { kind: 'new-guide', source, template: null } }, true);
  const laughs = Array.from(
    { length: 9 },
    (_, at) =>
      `${'abcdefghi'[at]}: &${'abcdefghi'[at]} [${
        at === 0
          ? '"lol"'
          : Array(9)
              .fill(`*${'abcdefghi'[at - 1]}`)
              .join(',')
      }]`,
  );
  return [
    change('one line of 2 MB each', 'a'.repeat(most), 'b'.repeat(most)),
    change('lines of one sign', 'a\n'.repeat(most / 2), 'b\n'.repeat(most / 2)),
    change('empty lines', '\n'.repeat(most), `x${'\n'.repeat(most - 1)}`),
    change(
      'lines in another order',
      random(most / 2, () => `${chance.int(2)}\n`),
      random(most / 2, () => `${chance.int(2)}\n`),
    ),
    change(
      '9,000 lines, every one other',
      random(9_000, () => `${chance.int(1e9)}\n`),
      random(9_000, () => `${chance.int(1e9)}\n`),
    ),
    change(
      '9,000 lines of two kinds',
      random(9_000, () => `${chance.int(2)}\n`),
      random(9_000, () => `${chance.int(2)}\n`),
    ),
    change('every second line of 9,000', 'a\nb\n'.repeat(4_500), 'a\nc\n'.repeat(4_500)),
    change('all of it gone', 'a\n'.repeat(most / 2), ''),
    change('all of it new', '', 'a\n'.repeat(most / 2)),
    change('signs of three bytes', '漢'.repeat(most / 3 - 1), '字'.repeat(most / 3 - 1)),
    change('a sign more than 2 MB', 'a', 'b'.repeat(most + 1), false),
    change('3 MB of signs of two bytes', 'a', 'é'.repeat(1.5 * megabyte), false),
    change('controls, which JSON writes with six signs', '\u0001'.repeat(1.2 * megabyte), '\u0002', true),
    ...(['stored', 'packed'] as const).map(
      (how): HostileCase => ({
        about: `all of it as large as it may be, ${how}`,
        isFine: true,
        bytes: () => {
          const files = Array.from({ length: 4 }, (_, at) => new Uint8Array(5 * megabyte).fill(at));
          const evidence = files.map(
            (bytes, at): Evidence => ({ kind: 'file', name: `${at}.bin`, bytes: bytes.length, digest: sha256(bytes) }),
          );
          const texts = { base: baseOf('a\n'.repeat(most / 2)), proposal: { kind: 'change', source: 'b\n'.repeat(most / 2) } } as const;
          const suggestion = sampleSuggestion({ about: null, evidence, ...texts });
          const all = bundleFiles(suggestion, new Map(files.map((bytes) => [sha256(bytes), bytes])), 'x'.repeat(6 * megabyte));
          return rawZip(all.map(({ name, bytes }) => rawEntry(name, bytes, {}, how === 'packed' || !name.endsWith('.bin'))));
        },
      }),
    ),
    made('a new guide that laughs', front(laughs.join('\n'))),
    made('a new guide called as a device', front('id: con')),
    made('a new guide called a path', front('id: ../../x')),
    made('a new guide of front matter alone', `---\n${'id: \n'.repeat(most / 6)}---\n`),
    made('a new guide of one bracket', '['.repeat(most)),
    made('a new guide of stars', '*a '.repeat(most / 3)),
    made('a new guide of quotes', `${'>'.repeat(most - 2)}\n`),
  ];
}

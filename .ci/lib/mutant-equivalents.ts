// Mutants that no test can notice, one by one, with the reason. They count as survivors all the same.
import type { Mutant } from './mutants.ts';

interface Equivalent {
  readonly file: string;
  /** The mutant's own text before and after, spaces as one. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [
  ...['(!isObject(entry)) && (!isObject(entry.hashes))', 'false'].map((to) => ({
    file: 'metadata.ts',
    from: '!isObject(entry) || !isObject(entry.hashes)',
    to,
    reason: 'what is no object has neither length nor hash, and is refused for the lack of them',
  })),
  ...[
    ["hashes.get('sha256') ?? ''", "hashes.get('sha256')"],
    ["''", '"mutant"'],
  ].map(([from = '', to = '']) => ({ file: 'metadata.ts', from, to, reason: 'neither of them is a digest' })),
  {
    file: 'read-json.ts',
    from: "''",
    to: '"mutant"',
    reason: 'neither of them is JSON',
  },
  {
    file: 'patterns.ts',
    from: 'end < 0',
    to: 'end <= 0',
    reason: 'a class ends at its third letter or later',
  },
  {
    file: 'state.ts',
    from: '!state.snapshot || !link',
    to: '(!state.snapshot) && (!link)',
    reason: 'a snapshot that is believed names the targets',
  },
  {
    file: 'verify.ts',
    from: '{ return false; }',
    to: '{}',
    reason: 'nothing is as little of a good signature as false',
  },
  {
    file: 'verify.ts',
    from: 'sig === undefined',
    to: 'false',
    reason: 'the text of no signature is not hexadecimal either',
  },
  ...['false', 'keyObjects.size > rememberedKeys', 'keyObjects.size < rememberedKeys', 'true'].map((to) => ({
    file: 'verify.ts',
    from: 'keyObjects.size >= rememberedKeys',
    to,
    reason: 'when keys are forgotten is only a matter of time and memory',
  })),
  ...[
    ['known !== undefined', 'false'],
    ['keyObjects.clear();', ''],
    ['keyObjects.set(name, made);', ''],
  ].map(([from = '', to = '']) => ({ file: 'verify.ts', from, to, reason: 'a key object made again is the same' })),
];

const plain = (text: string): string => text.replace(/\s+/g, ' ');

export function equivalentReason({ file, from, text }: Mutant): string | null {
  const found = equivalents.find((one) => file.endsWith(`/${one.file}`) && plain(from) === one.from && plain(text) === one.to);
  return found?.reason ?? null;
}

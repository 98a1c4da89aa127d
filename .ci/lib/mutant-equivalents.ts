// Mutants that no test can notice, one by one, with the reason. They count as survivors all the same.
import type { Mutant } from './mutants.ts';

interface Equivalent {
  readonly file: string;
  /** The mutant's own text before and after, spaces as one. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const equivalents: readonly Equivalent[] = [];

const plain = (text: string): string => text.replace(/\s+/g, ' ');

export function equivalentReason({ file, from, text }: Mutant): string | null {
  const found = equivalents.find((one) => file.endsWith(`/${one.file}`) && plain(from) === one.from && plain(text) === one.to);
  return found?.reason ?? null;
}

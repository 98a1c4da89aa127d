// The torture suites by name. Each runs in a short form in `npm test` and in a long one by `npm run torture -- NAME`.
import type { Suite } from '../support/torture.ts';

export interface NamedSuite {
  readonly about: string;
  readonly load: () => Promise<Suite>;
}

export const suites: Readonly<Record<string, NamedSuite>> = {
  attacks: {
    about: 'every attack on a share with the code it must end in',
    load: async () => (await import('./attacks.ts')).attackSuite,
  },
  flips: {
    about: 'every bit and every shorter length of every metadata file of a share of two channels',
    load: async () => (await import('./flips.ts')).flipSuite,
  },
};

// `npm run build`: the bundles and the seed, without starting anything.
import { ensureBuilt } from './lib/build.ts';
import { command } from './lib/say.ts';

export function main(): Promise<number> {
  return command(async () => {
    await ensureBuilt();
    return 0;
  });
}

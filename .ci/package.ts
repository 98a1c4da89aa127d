// `npm run package`: an unpacked app for this platform in dist/packages; with `-- --installers` the installers of
// electron-builder.yml as well (on the platform they are for). Works offline once the runtime is there.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, type Configuration, Platform } from 'electron-builder';
import { ensureBuilt } from './lib/build.ts';
import { writeLicences } from './lib/licences.ts';
import { dist, root } from './lib/places.ts';
import { ensureRuntime } from './lib/runtime.ts';
import { runtimeAsElectron } from './lib/runtime-copy.ts';
import { command, say } from './lib/say.ts';

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const runtime = await ensureRuntime();
    await ensureBuilt();
    writeLicences(path.join(dist, 'licences.txt'));
    const electronDist = runtimeAsElectron(runtime);
    try {
      const output = path.join(dist, 'packages');
      if (!args.includes('--installers')) rmSync(output, { recursive: true, force: true });
      mkdirSync(output, { recursive: true });
      const config: Configuration = { electronDist, electronVersion: runtime.version };
      const target = args.includes('--installers') ? undefined : 'dir';
      await build({
        projectDir: root,
        config: { extends: 'electron-builder.yml', ...config },
        targets: Platform.current().createTarget(target),
      });
      say(
        `Packaged with Electron ${runtime.version}${runtime.source === 'registry' ? ' from the npm registry: for tests only, do not ship it' : ''}: ${output}`,
      );
      return 0;
    } finally {
      rmSync(electronDist, { recursive: true, force: true });
    }
  });
}

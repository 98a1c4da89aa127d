// Starts the client without leaving a trace: its modules are bundled in memory at every start, so that neither the
// caller's folder, nor a temporary folder, nor files dated by a moved clock play any part. Plain JavaScript, because
// it runs before anything of ours can be loaded.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root, setUp } from '../../.ci/set-up.mjs';

const require = createRequire(import.meta.url);
if (!existsSync(path.join(root, 'node_modules', 'esbuild'))) await setUp();

const { outputFiles } = require('esbuild').buildSync({
  absWorkingDir: import.meta.dirname,
  entryPoints: ['client.ts'],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
  // The library asks for Node's own modules in the older way.
  banner: { js: `import { createRequire } from 'node:module';const require = createRequire(${JSON.stringify(import.meta.url)});` },
});
const { runClient } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
process.exitCode = await runClient(process.argv.slice(2), new Date(), (line) => console.error(line));

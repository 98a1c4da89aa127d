#!/usr/bin/env node
// First step of every npm command: sets up what is missing, then hands over to the TypeScript command of that
// name in this folder.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { load, root, setUp } from './set-up.mjs';

const name = process.argv[2] ?? '';
if (!/^[a-z-]+$/.test(name) || !existsSync(path.join(root, '.ci', `${name}.ts`))) {
  console.error(`There is no command "${name}". The commands are listed under "scripts" in package.json.`);
  process.exit(1);
}
await setUp();
process.chdir(root);
const { main } = await load('.ci', `${name}.ts`);
process.exitCode = await main(process.argv.slice(3));

#!/usr/bin/env node
// The `guides` command (`npx guides` in a clone): sets up what is missing, then runs the command line in the
// caller's own folder.
import { load, setUp } from './set-up.mjs';

await setUp();
const { main } = await load('content', 'cli', 'main.ts');
process.exitCode = await main(process.argv.slice(2));

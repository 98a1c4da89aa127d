// The file system as it is. Inside Electron `fs` opens every `*.asar` file as an archive, so that a guide
// called `evil.asar` on a share would be parsed by it; there the untouched module is taken instead.

import type * as NodeFs from 'node:fs';
import nodeFs from 'node:fs';
import { createRequire } from 'node:module';

export const rawFs: typeof NodeFs = process.versions.electron ? (createRequire(import.meta.url)('original-fs') as typeof NodeFs) : nodeFs;

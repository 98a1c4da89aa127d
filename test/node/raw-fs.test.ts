import fs from 'node:fs';
import { expect, test } from 'vitest';
import { rawFs } from '../../content/node/raw-fs.ts';

test('outside Electron the file system is Node’s own', () => expect(rawFs).toBe(fs));

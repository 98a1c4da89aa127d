import { describe, expect, it } from 'vitest';
import { checkLayers } from '../../.ci/lib/layers.ts';

const messages = (file: string, source: string) => checkLayers(file, source).map((finding) => `${finding.line}: ${finding.message}`);

describe('the import rules', () => {
  it.each([
    ['content/core/guide/x.ts', `import { a } from '../base/result.ts'; import md from 'markdown-it';`],
    ['content/core/guide/deep/x.ts', `import { a } from '../parse.ts';`],
    ['content/node/x.ts', `import { readFile } from 'node:fs/promises'; import { b } from '../core/trust/state.ts';`],
    ['renderer/api.ts', `import type { Contract } from '../electron/ipc/contract.ts';`],
    ['renderer/home/Home.tsx', `import { Book } from 'lucide-react'; import type { Seal } from '../../content/core/trust/model.ts';`],
    ['electron/services/library.ts', `import { store } from '../../content/node/local-store.ts';`],
  ])('let %s import what its room may have', (file, source) => {
    expect(messages(file, source)).toEqual([]);
  });

  it.each([
    ['content/core/guide/x.ts', `import { readFile } from 'node:fs';`],
    ['content/core/guide/x.ts', `import { a } from '../trust/state.ts';`],
    ['content/core/guide/x.ts', `import type { A } from '../pack/model.ts';`],
    ['content/core/search/x.ts', `export { a } from '../trust/state.ts';`],
    ['content/node/x.ts', `import { app } from 'electron';`],
    ['content/cli/x.ts', `const e = await import('electron');`],
    ['renderer/api.ts', `import { contract } from '../electron/ipc/contract.ts';`],
    ['renderer/home/Home.tsx', `import { readTrust } from '../../content/core/trust/state.ts';`],
    ['renderer/ui/button.tsx', `import { api } from '../api.ts';`],
    ['electron/preload.ts', `import { open } from '../content/node/local-store.ts';`],
    ['electron/services/x.ts', `import { App } from '../../renderer/app.tsx';`],
    ['content/core/pack/x.ts', `import lunr from 'lunr';`],
  ])('refuse in %s: %s', (file, source) => {
    expect(messages(file, source)).toHaveLength(1);
  });

  it('treat a file that no rule covers as an error', () => {
    expect(messages('scripts/x.ts', '')).toHaveLength(1);
  });

  it('name the line', () => {
    expect(messages('content/core/base/x.ts', `\n\nimport fs from 'node:fs';`)[0]).toMatch(/^3: /);
  });
});

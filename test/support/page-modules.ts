// Modules of the window, put into a page of the real app by the debugger, which the content policy does not bind: what
// only a browser can show is asked of them there, as it is asked of axe.
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { root } from '../../.ci/lib/places.ts';

/** Their exports are in the page's `under` from then on. */
export async function putModules(page: Page, under: string, modules: readonly string[]): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: modules.map((file) => `export * from './${file}';`).join('\n'), resolveDir: path.join(root) },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'putModules',
    target: 'chrome130',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  await page.evaluate(`${outputFiles[0]?.text ?? ''}; globalThis[${JSON.stringify(under)}] = putModules;`);
}

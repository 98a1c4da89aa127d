// What ours is measured against: the same runtime with an app of a dozen lines that paints the same text in
// one sandboxed window, from a file, and says so on stdout.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stageDir } from '../../.ci/lib/places.ts';
import type { Runtime } from '../../.ci/lib/runtime.ts';
import { runnable, type Staged, stageRuntime } from '../../.ci/lib/stage.ts';

const main = `
const { app, BrowserWindow } = require('electron');
app.enableSandbox();
app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  await window.loadFile(require('node:path').join(__dirname, 'index.html'));
  await window.webContents.executeJavaScript('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))', true);
  process.stdout.write(JSON.stringify({ firstTextMs: Date.now() - process.getCreationTime() }) + '\\n');
});
app.on('window-all-closed', () => app.quit());
`;

/** @param html the text to paint, as ours has it */
export function stageBare(runtime: Runtime, html: string): Staged {
  const dir = `${stageDir}-bare`;
  stageRuntime(runtime, dir);
  const app = path.join(dir, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  writeFileSync(path.join(app, 'package.json'), JSON.stringify({ name: 'bare', version: '0.0.0', main: 'main.cjs' }));
  writeFileSync(path.join(app, 'main.cjs'), main);
  writeFileSync(
    path.join(app, 'index.html'),
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Bare</title><body>${html}</body></html>`,
  );
  const home = `${dir}-home`;
  return { command: runnable(dir, home), dir, home };
}

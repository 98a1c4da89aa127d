// `npm start`: makes sure of everything that a window needs, then opens it. Arguments go to the app
// (`npm start -- --smoke-test`); its standard output and exit code are this command's own.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuilt } from './lib/build.ts';
import { ensureDisplay, ensureLibraries } from './lib/display.ts';
import { ensureRuntime } from './lib/runtime.ts';
import { command, Stop, say } from './lib/say.ts';
import { stageApp } from './lib/stage.ts';

export function main(args: readonly string[]): Promise<number> {
  return command(async () => {
    const runtime = await ensureRuntime();
    const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
    ensureLibraries(runtime, headless);
    const staged = stageApp(runtime, await ensureBuilt());
    const display = await ensureDisplay();
    try {
      const kind = runtime.source === 'registry' ? ' (older, from the npm registry: for tests and building only)' : '';
      say(`Runs on Electron ${runtime.version}${kind}.`);
      // Without a graphics card Chromium tries one for a second before it gives up.
      return await run(staged.command, headless ? ['--disable-gpu', ...args] : args, { ...process.env, ...display.env });
    } finally {
      display.stop();
    }
  });
}

function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: ['ignore', 'inherit', 'pipe'] });
    // Chromium's own lines about missing system services say nothing to a person who starts a reader.
    let rest = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (!/^\[\d+:\d+\/\d+\.\d+:(?:ERROR|WARNING|INFO):/.test(line)) process.stderr.write(`${line}\n`);
    });
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.once('SIGINT', pass);
    process.once('SIGTERM', pass);
    child.once('error', (error) =>
      reject(new Stop(`The window could not be started (${error.message}). Run "npm run build" and try again.`)),
    );
    child.once('close', (code, signal) => {
      process.off('SIGINT', pass);
      process.off('SIGTERM', pass);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

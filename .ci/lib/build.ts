// Builds the app (bundles for each process) and its seed share, unless what is built is current.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { appOut, dist, root, seedOut } from './places.ts';
import { say } from './say.ts';
import { buildSeed } from './seed.ts';

const sources = ['electron', 'renderer', 'content', '.ci/lib', 'package-lock.json', 'package.json'];

/** Brings `dist` up to date and returns the stamp of what is built. */
export async function ensureBuilt(): Promise<string> {
  const stamp = path.join(dist, '.stamp');
  const wanted = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return wanted;
  const started = performance.now();
  say('Building the app ...');
  rmSync(stamp, { force: true });
  rmSync(appOut, { recursive: true, force: true });
  mkdirSync(appOut, { recursive: true });
  const [window] = await Promise.all([build(rendererBundle()), ...nodeBundles().map((options) => build(options))]);
  copyStatic(earlyFiles(window.metafile ?? { inputs: {}, outputs: {} }));
  await buildSeed(path.join(root, 'content', 'guides'), seedOut, path.join(appOut, 'root'));
  writeFileSync(stamp, wanted);
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return wanted;
}

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"' },
};

// What a start does not need is compiled when it is first asked for: `import('./x.ts')` in the main process and its
// workers becomes a file of its own. Named here, so that nothing is split by accident.
const lazy = [
  'electron/settings/save.ts',
  'content/node/import-share.ts',
  'content/node/open-responses.ts',
  'content/node/rebuild-catalogue.ts',
  'content/node/suggestion-docx.ts',
  'content/node/guide-docx.ts',
];
const split = (toApp: './' | '../'): Plugin => ({
  name: 'split',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\.?\// }, ({ kind, path: wanted, resolveDir }) => {
      const file = path.relative(root, path.join(resolveDir, wanted)).replaceAll(path.sep, '/');
      return kind === 'dynamic-import' && lazy.includes(file) ? { path: `${toApp}${lazyName(file)}`, external: true } : undefined;
    }),
});
/** `import()` as `require`: Electron's loader of modules would cost more than it brings. */
const splitting = (toApp: './' | '../'): BuildOptions => ({ plugins: [split(toApp)], supported: { 'dynamic-import': false } });
const lazyName = (file: string): string => `lazy/${path.basename(file, '.ts')}.cjs`;

// Electron 33 carries Node 20.18 and Chromium 130; whatever runs there runs in the newer one too.
function nodeBundles(): BuildOptions[] {
  const workers = readdirSync(path.join(root, 'electron', 'workers')).filter((name) => name.endsWith('.worker.ts'));
  const entry = (from: string, to: string): BuildOptions => ({
    ...common,
    entryPoints: [from],
    outfile: path.join(appOut, to),
    platform: 'node',
    format: 'cjs',
    target: 'node20.18',
    external: ['electron', 'original-fs'],
    // electron-store and others are ES modules that ask for their own address.
    define: { ...common.define, 'import.meta.url': '__importMetaUrl', 'import.meta.dirname': '__dirname' },
    banner: { js: 'const __importMetaUrl=require("node:url").pathToFileURL(__filename).href;' },
  });
  return [
    { ...entry('electron/main.ts', 'main.cjs'), ...splitting('./') },
    ...lazy.map((file) => entry(file, lazyName(file))),
    { ...entry('electron/preload.ts', 'preload.cjs'), banner: {}, define: common.define ?? {} },
    ...workers.map((name) => ({
      ...entry(`electron/workers/${name}`, `workers/${name.replace('.worker.ts', '.cjs')}`),
      ...splitting('../'),
    })),
  ];
}

function rendererBundle(): BuildOptions {
  return {
    ...common,
    entryPoints: { main: 'renderer/main.tsx' },
    outdir: path.join(appOut, 'renderer'),
    platform: 'browser',
    format: 'esm',
    splitting: true,
    target: 'chrome130',
    jsx: 'automatic',
    loader: { '.woff2': 'file', '.svg': 'file' },
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    metafile: true,
  };
}

/** What the first paint needs and the page would only ask for once its script runs: asked for with the script instead. */
function earlyFiles({ outputs }: Metafile): string[] {
  const below = path.relative(root, path.join(appOut, 'renderer'));
  const names = Object.keys(outputs).map((file) => path.relative(below, file).replaceAll(path.sep, '/'));
  const main = outputs[path.join(below, 'main.js').replaceAll(path.sep, '/')]?.imports ?? [];
  const scripts = main.filter(({ kind }) => kind === 'import-statement').map(({ path: file }) => path.relative(below, file));
  const letters = names.filter((name) => /-latin-wght-normal-\w+\.woff2$/.test(name));
  return [
    ...scripts.map((name) => `<link rel="modulepreload" href="${name.replaceAll(path.sep, '/')}">`),
    ...letters.map((name) => `<link rel="preload" as="font" type="font/woff2" href="${name}" crossorigin>`),
  ];
}

function copyStatic(early: readonly string[]): void {
  const page = readFileSync(path.join(root, 'renderer', 'index.html'), 'utf8');
  writeFileSync(
    path.join(appOut, 'renderer', 'index.html'),
    page.replace(/^(\s*)<\/head>/m, (end, space) => `${early.map((link) => `${space}  ${link}\n`).join('')}${end}`),
  );
  cpSync(path.join(root, 'electron', 'windows', 'icons'), path.join(appOut, 'icons'), { recursive: true });
}

function sourceHash(): string {
  const hash = createHash('sha256');
  const add = (file: string) => hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  const walk = (dir: string): void => {
    for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(dir, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (!entry.name.endsWith('.md') || full.includes(`${path.sep}guides${path.sep}`)) add(full);
    }
  };
  for (const source of sources) {
    const full = path.join(root, source);
    if (/\.json$/.test(source)) add(full);
    else walk(full);
  }
  return hash.digest('hex');
}

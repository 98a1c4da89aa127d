// House rules that a machine can see: sizes, a README in each room, and words that may not stand in the tree.
import type { Finding } from './files.ts';

const limits = { file: 250, component: 150, readme: 40 } as const;

const rooms = [
  'content/core',
  'content/core/base',
  'content/core/guide',
  'content/core/pack',
  'content/core/lineage',
  'content/core/trust',
  'content/core/annotation',
  'content/core/suggestion',
  'content/core/copy',
  'content/core/style',
  'content/core/search',
  'content/core/publish',
  'content/node',
  'content/cli',
  'content/guides',
  'content/root',
  'electron',
  'electron/ipc',
  'electron/services',
  'electron/settings',
  'electron/windows',
  'electron/workers',
  'renderer',
  'renderer/state',
  'renderer/home',
  'renderer/reader',
  'renderer/search',
  'renderer/settings',
  'renderer/notes',
  'renderer/copy',
  'renderer/suggest',
  'renderer/suggest/editor',
  'renderer/ui',
  'renderer/text',
  'renderer/styles',
  'test',
  '.ci',
];

// Written in pieces so that this file does not find itself.
const forbidden: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`--${'no'}-sandbox`), 'the sandbox stays on'],
  [new RegExp(['registry', 'npmjs'].join('\\.')), 'no registry host names'],
  [new RegExp(`/${'work'}/(main|shared)`), 'no path of one machine'],
  [/BEGIN (ENCRYPTED |OPENSSH |EC |RSA )?PRIVATE KEY/, 'no private keys'],
];

// Raw channels are touched in one place each; everything else goes through the contract.
const owners: readonly (readonly [pattern: RegExp, room: RegExp, owner: string])[] = [
  [/\bipcMain\b/, /^electron\//, 'electron/ipc/serve.ts'],
  [/\bipcRenderer\b/, /^electron\//, 'electron/preload.ts'],
  [/\bwindow\.guides\b/, /^renderer\//, 'renderer/api.ts'],
];

export function checkHouse(files: readonly string[], read: (file: string) => string): Finding[] {
  const all = new Set(files);
  const findings: Finding[] = rooms
    .filter((room) => !all.has(`${room}/README.md`))
    .map((room) => ({ file: `${room}/README.md`, line: 1, message: 'the room has no README' }));
  for (const file of files) {
    if (/\.(png|ico|woff2|webp|jpe?g)$/.test(file) || file === 'package-lock.json') continue;
    const text = read(file);
    const lines = text.split('\n');
    const count = lines.length - (text.endsWith('\n') ? 1 : 0);
    const limit =
      /\.tsx$/.test(file) && file.startsWith('renderer/') ? limits.component : /\.(ts|tsx|mjs|css)$/.test(file) ? limits.file : undefined;
    if (limit !== undefined && count > limit) findings.push({ file, line: limit, message: `has ${count} lines; at most ${limit}` });
    if (file.endsWith('/README.md') && count > limits.readme)
      findings.push({ file, line: limits.readme, message: `has ${count} lines; at most ${limits.readme}` });
    lines.forEach((line, index) => {
      for (const [pattern, why] of forbidden) if (pattern.test(line)) findings.push({ file, line: index + 1, message: why });
      for (const [pattern, room, owner] of owners) {
        if (/\.tsx?$/.test(file) && room.test(file) && file !== owner && pattern.test(line) && !/^\s*(\/\/|\*|\/\*\*)/.test(line))
          findings.push({ file, line: index + 1, message: `only ${owner} may touch this` });
      }
    });
  }
  return findings;
}

// Which room may import what (architecture.md), as data, and the check of one file against it. Most wrong
// imports already fail to compile; this catches the rest. A file that no rule covers is an error.
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import type { Finding } from './files.ts';

interface Rule {
  /** Files whose path starts with this; the longest match wins. */
  readonly room: string;
  /** Path prefixes of ours, and packages (with subpaths). `node:*` stands for Node's own modules. */
  readonly may: readonly string[];
  /** The same, for `import type` only. */
  readonly mayTypes?: readonly string[];
}

const base = 'content/core/base/';
const guide = 'content/core/guide/';
const pack = 'content/core/pack/';
const lineage = 'content/core/lineage/';
const trust = 'content/core/trust/';
const search = 'content/core/search/';
const annotation = 'content/core/annotation/';
const suggestion = 'content/core/suggestion/';
const copy = 'content/core/copy/';
const style = 'content/core/style/';
const react = ['react', 'react-dom', 'react-aria-components', 'lucide-react'];

export const rules: readonly Rule[] = [
  { room: base, may: [] },
  { room: guide, may: [base, 'markdown-it', 'markdown-it-footnote', 'yaml'] },
  { room: lineage, may: [base, guide] },
  { room: pack, may: [base, guide, lineage, 'yaml'] },
  { room: trust, may: [base, '@tufjs/models'] },
  { room: annotation, may: [base, guide, lineage] },
  { room: suggestion, may: [base, guide, lineage, annotation] },
  // One file: the differences of two texts by lines, as git reads them.
  { room: 'content/core/suggestion/patch.ts', may: [base, guide, suggestion, 'diff'] },
  { room: copy, may: [base, guide] },
  { room: 'content/core/sync/', may: [base, pack, trust] },
  { room: search, may: [base, guide, 'lunr'] },
  { room: style, may: [base, guide, suggestion, 'yaml'] },
  { room: 'content/core/publish/', may: [base, guide, pack, trust, suggestion] },
  // One file each: the words of keys, and the codes of their paper copies.
  { room: 'content/core/publish/key-words.ts', may: [base, '@scure/bip39'] },
  { room: 'content/node/qr-code.ts', may: ['qr'] },
  { room: 'content/node/zip-write.ts', may: ['fflate'] },
  { room: 'content/node/zip-read.ts', may: ['content/core/base/', 'yauzl', 'node:*'] },
  { room: 'content/node/suggestion-docx.ts', may: ['content/core/', 'content/node/', 'docx', 'node:*'] },
  { room: 'content/node/guide-docx', may: ['content/core/', 'content/node/', 'docx', 'node:*'] },
  { room: 'content/node/', may: ['content/core/', 'node:*', 'original-fs'] },
  { room: 'content/cli/', may: ['content/core/', 'content/node/', 'node:*'] },
  { room: 'electron/ipc/', may: ['content/core/', 'electron/settings/schema.ts', 'electron', 'valibot', 'node:*'] },
  { room: 'electron/settings/', may: ['content/core/', 'content/node/', 'electron', 'electron-store', 'valibot', 'node:*'] },
  {
    room: 'electron/services/',
    may: [
      'content/core/',
      'content/node/',
      'electron/ipc/',
      'electron/settings/',
      'electron/windows/',
      'electron/workers/',
      'electron/places.ts',
      'electron',
      'node:*',
    ],
  },
  { room: 'electron/workers/', may: ['content/core/', 'content/node/', 'electron/ipc/', 'electron/settings/', 'electron', 'node:*'] },
  { room: 'electron/windows/', may: ['content/core/', 'content/node/', 'electron/ipc/', 'electron/settings/', 'electron', 'node:*'] },
  { room: 'electron/preload.ts', may: ['electron/ipc/contract.ts', 'electron'] },
  { room: 'electron/', may: ['content/core/', 'content/node/', 'electron/', 'electron', 'node:*'] },
  { room: 'renderer/ui/', may: [...react, 'renderer/styles/', 'renderer/ui/'] },
  {
    room: 'renderer/suggest/editor/',
    may: [
      base,
      guide,
      lineage,
      annotation,
      suggestion,
      'renderer/',
      ...react,
      '@codemirror/commands',
      '@codemirror/lang-markdown',
      '@codemirror/language',
      '@codemirror/merge',
      '@codemirror/state',
      '@codemirror/view',
      '@lezer/highlight',
      '@lezer/markdown',
    ],
    mayTypes: ['electron/ipc/replies.ts', 'electron/ipc/suggestion-replies.ts'],
  },
  {
    room: 'renderer/',
    may: [
      base,
      guide,
      search,
      lineage,
      annotation,
      suggestion,
      copy,
      'renderer/',
      ...react,
      'dompurify',
      '@fontsource-variable/atkinson-hyperlegible-next',
      'electron/settings/schema.ts',
    ],
    mayTypes: [
      'electron/ipc/contract.ts',
      'electron/ipc/replies.ts',
      'electron/ipc/note-replies.ts',
      'electron/ipc/note-schemas.ts',
      'electron/ipc/suggestion-replies.ts',
      'electron/ipc/suggestion-schemas.ts',
      'electron/ipc/copy-schemas.ts',
      'content/core/',
    ],
  },
  {
    room: 'test/',
    may: [
      'content/',
      'electron/',
      'renderer/',
      'test/',
      '.ci/',
      'vitest',
      'playwright',
      '@electron/fuses',
      'fast-check',
      'tuf-js',
      'tuf-js-6',
      '@freedomofpress/tuf-browser',
      '@electron/fuses',
      'axe-core',
      'esbuild',
      'markdown-it',
      'minisearch',
      'approx-string-match',
      'lunr',
      'yaml',
      'valibot',
      '@tufjs/models',
      '@codemirror/language',
      '@codemirror/state',
      '@scure/bip39',
      'qr',
      'diff',
      'docx',
      'fflate',
      'yauzl',
      'electron',
      'react',
      'react-dom',
      'node:*',
    ],
  },
  {
    room: '.ci/',
    may: [
      '.ci/',
      'content/core/',
      'content/node/',
      'content/cli/',
      // The demonstration tells a reader's fault in the app's own words.
      'renderer/text/errors.ts',
      'test/',
      'esbuild',
      'oxc-parser',
      'yauzl',
      'vitest',
      'playwright',
      '@electron/fuses',
      'electron-builder',
      'node:*',
    ],
  },
];

/** Imports of one file that its room may not have. */
export function checkLayers(file: string, source: string): Finding[] {
  const rule = [...rules].sort((a, b) => b.room.length - a.room.length).find((candidate) => file.startsWith(candidate.room));
  if (!rule) return [{ file, line: 1, message: 'no import rule covers this file: add its room to .ci/lib/layers.ts' }];
  const found: Finding[] = [];
  for (const wanted of importsOf(file, source)) {
    const target = wanted.from.startsWith('.') ? path.posix.join(path.posix.dirname(file), wanted.from) : wanted.from;
    const allowed = [...rule.may, ...(wanted.typeOnly ? (rule.mayTypes ?? []) : [])];
    const own = wanted.from.startsWith('.') && target.startsWith(rule.room) && rule.room.endsWith('/');
    if (own || allowed.some((entry) => matches(entry, target, wanted.from.startsWith('.')))) continue;
    found.push({ file, line: wanted.line, message: `${rule.room} may not import ${target}${wanted.typeOnly ? ' (type)' : ''}` });
  }
  return found;
}

function matches(entry: string, target: string, local: boolean): boolean {
  if (entry === 'node:*') return !local && target.startsWith('node:');
  if (local) return entry.endsWith('/') ? target.startsWith(entry) : target === entry;
  return target === entry || target.startsWith(`${entry}/`);
}

interface Wanted {
  readonly from: string;
  readonly typeOnly: boolean;
  readonly line: number;
}

function importsOf(file: string, source: string): Wanted[] {
  const { module } = parseSync(file, source);
  const lineAt = (offset: number) => source.slice(0, offset).split('\n').length;
  const plain = module.staticImports.map((found) => ({
    from: found.moduleRequest.value,
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
    line: lineAt(found.start),
  }));
  const again = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) =>
      entry.moduleRequest ? [{ from: entry.moduleRequest.value, typeOnly: entry.isType, line: lineAt(found.start) }] : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap((found) => {
    const text = source.slice(found.moduleRequest.start, found.moduleRequest.end);
    const literal = /^['"](.*)['"]$/.exec(text);
    return literal?.[1] ? [{ from: literal[1], typeOnly: false, line: lineAt(found.start) }] : [];
  });
  return [...plain, ...again, ...dynamic];
}

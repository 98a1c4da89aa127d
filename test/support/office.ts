// LibreOffice as a reader of our Word files: what it takes for inserted and deleted, and the two texts that come of it. Its
// profile is a temporary one, its run bounded.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Debian: libreoffice-writer-nogui (`npm run torture -- --install`). */
export const canOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0;

export interface Revision {
  readonly kind: string;
  readonly author: string;
  readonly date: string;
}

export interface OfficeText {
  /** Lines that are not empty, with every change accepted. */
  readonly accepted: readonly string[];
  /** The same with every change rejected. */
  readonly rejected: readonly string[];
  readonly revisions: readonly Revision[];
  /** Words of comments, and the words each one is fastened to. */
  readonly comments: readonly { readonly said: string; readonly on: string }[];
  readonly headings: readonly string[];
}

// A cold start and two dozen files on a busy machine.
export const mostMs = 120_000;

/** All of them in one run: starting takes longer than reading. */
export function openInOffice(files: readonly Uint8Array[]): readonly OfficeText[] {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'office-'));
  try {
    const names = files.map((bytes, at) => {
      const file = path.join(folder, `${at}.docx`);
      writeFileSync(file, bytes);
      return file;
    });
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile'))}`;
    const options = [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder];
    execFileSync('soffice', [...options, ...names], { stdio: 'ignore', timeout: mostMs });
    return names.map((name) => readFlat(readFileSync(name.replace(/docx$/, 'fodt'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** One sign of the text, with the changes it stands in; a paragraph's end is a sign too. */
interface Sign {
  readonly text: string;
  readonly within: readonly string[];
}

function readFlat(flat: string): OfficeText {
  const kinds = new Map<string, Revision>();
  for (const [, id = '', kind = '', inner = ''] of flat.matchAll(
    /<text:changed-region[^>]*text:id="([^"]+)">\s*<text:(insertion|deletion|format-change)>([\s\S]*?)<\/text:changed-region>/g,
  )) {
    const author = plain(/<dc:creator>([\s\S]*?)<\/dc:creator>/.exec(inner)?.[1] ?? '');
    kinds.set(id, { kind, author, date: /<dc:date>(.*?)<\/dc:date>/.exec(inner)?.[1] ?? '' });
  }
  const comments: { said: string; on: string; name: string }[] = [];
  const open = new Set<string>();
  const fastened = new Set<string>();
  const signs: Sign[] = [];
  const on = new Map<string, string>();
  const body = flat
    .slice(flat.indexOf('<office:text'))
    .replace(/<text:tracked-changes[\s\S]*?<\/text:tracked-changes>/, '')
    .replace(/<office:annotation [^>]*?office:name="([^"]+)"[^>]*>([\s\S]*?)<\/office:annotation>/g, (_, name: string, inner: string) => {
      const said = inner.replace(/<dc:(?:creator|date)>[\s\S]*?<\/dc:(?:creator|date)>|<meta:[\s\S]*?<\/meta:[^>]*>/g, '');
      comments.push({
        name,
        said: plain(said.replace(/<text:p\s*\/>/g, '\n').replace(/<\/text:p>\s*(?=<text:p)/g, '\n')).replace(/^\s+|\s+$/gm, ''),
        on: '',
      });
      return `<comment-start name="${name}"/>`;
    });
  const add = (text: string): void => {
    if (text === '') return;
    signs.push({ text, within: [...open] });
    for (const name of fastened) on.set(name, (on.get(name) ?? '') + text);
  };
  let inside = 0;
  for (const [, tag = '', text = ''] of body.matchAll(/(<[^>]+>)|([^<]+)/g)) {
    const id = /text:change-id="([^"]+)"/.exec(tag)?.[1] ?? '';
    const name = /^<text:([ph])[ >/]/.exec(tag)?.[1];
    if (tag.startsWith('<text:change-start')) open.add(id);
    else if (tag.startsWith('<text:change-end')) open.delete(id);
    else if (tag.startsWith('<comment-start')) fastened.add(/name="([^"]+)"/.exec(tag)?.[1] ?? '');
    else if (tag.startsWith('<office:annotation-end')) fastened.delete(/office:name="([^"]+)"/.exec(tag)?.[1] ?? '');
    else if (tag.startsWith('<text:line-break')) add('\n');
    else if (tag.startsWith('<text:tab')) add('\t');
    else if (tag.startsWith('<text:s/') || tag.startsWith('<text:s ')) add(' '.repeat(Number(/text:c="(\d+)"/.exec(tag)?.[1] ?? 1)));
    else if (name && !tag.endsWith('/>')) inside += 1;
    else if (name || /^<\/text:[ph]>/.test(tag)) {
      if (!name) inside -= 1;
      add('\n');
    } else if (text !== '' && inside > 0) add(plain(text));
  }
  const without = (kind: string): readonly string[] =>
    signs
      .filter(({ within }) => !within.some((id) => kinds.get(id)?.kind === kind))
      .map(({ text }) => text)
      .join('')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    accepted: without('deletion'),
    rejected: without('insertion'),
    revisions: [...kinds.values()],
    comments: comments.map(({ said, name }) => ({ said, on: (on.get(name) ?? '').trim() })),
    headings: [...body.matchAll(/<text:h [^>]*>([\s\S]*?)<\/text:h>/g)].map(([, inner = '']) => plain(inner)),
  };
}

const plain = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|amp|quot|apos));/gi, (_, hex: string, decimal: string, name: string) =>
      name ? ({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[name] ?? '') : String.fromCodePoint(Number(hex ? `0x${hex}` : decimal)),
    );

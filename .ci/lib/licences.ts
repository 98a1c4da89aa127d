// The licences of everything that is bundled into the app, as one text file beside it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Follows package.json's `dependencies` (development tools are not shipped), each package once. */
export function writeLicences(file: string): void {
  const seen = new Map<string, string>();
  const visit = (name: string, from: string): void => {
    const dir = locate(name, from);
    if (!dir || seen.has(dir)) return;
    const manifest = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8')) as Manifest;
    const text = readdirSync(dir).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    seen.set(
      dir,
      `${manifest.name} ${manifest.version} (${manifest.license ?? 'see text'})\n\n${text ? readFileSync(path.join(dir, text), 'utf8').trim() : ''}\n`,
    );
    for (const dependency of Object.keys(manifest.dependencies ?? {})) visit(dependency, dir);
  };
  const own = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
  for (const name of Object.keys(own.dependencies ?? {})) visit(name, root);
  writeFileSync(file, [...seen.values()].sort().join(`\n${'-'.repeat(80)}\n\n`));
}

function locate(name: string, from: string): string | undefined {
  for (let dir = from; ; dir = path.dirname(dir)) {
    const candidate = path.join(dir, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (dir === path.dirname(dir)) return undefined;
  }
}

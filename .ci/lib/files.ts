// The project's own files for the checks: what git tracks or would track, minus what it ignores.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.ts';

/** Paths relative to the root, with forward slashes, in alphabetical order. */
export function projectFiles(): string[] {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return [...new Set(listed.stdout.split('\0'))].filter((file) => file && existsSync(path.join(root, file))).sort();
}

export function sourceFiles(): string[] {
  return projectFiles().filter((file) => /\.(ts|tsx|mts|mjs)$/.test(file));
}

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Prints the findings the way editors and CI can click on; returns how many there are. */
export function report(check: string, findings: readonly Finding[]): number {
  for (const finding of findings) console.log(`${finding.file}:${finding.line}: ${check}: ${finding.message}`);
  return findings.length;
}

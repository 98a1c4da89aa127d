// A guide's front matter after a change: its version, its day, and one more line of its change log, written where authors
// would write them and nowhere else. Only where the front matter is too unusual for that it is written anew.
import type { GuideChange, GuideMeta } from './model.ts';
import { parseGuide } from './parse.ts';
import { splitSource } from './split.ts';
import { writeFrontMatter } from './write-front-matter.ts';

/** "0.1" -> "0.2", "1" -> "1.1", "1.4.2" -> "1.5". Null for what is no version. */
export function raisedVersion(version: string): string | null {
  const [, major, minor = '0'] = /^(\d{1,4})(?:\.(\d{1,4}))?(?:\.\d{1,4})?$/.exec(version) ?? [];
  return major === undefined ? null : `${major}.${Number(minor) + 1}`;
}

/** Null where there is no front matter in YAML. What the log says already is not said twice. */
export function recordChange(source: string, change: GuideChange): string | null {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { kind, front, frontLine, body } = splitSource(text);
  if (kind !== 'yaml') return null;
  const { meta } = parseGuide(text, '');
  const isSaid = meta.changes.some(({ version, note }) => version === change.version && note === change.note);
  const wanted: GuideMeta = {
    ...meta,
    version: change.version,
    updated: meta.updated !== null && meta.updated > change.date ? meta.updated : change.date,
    changes: isSaid ? meta.changes : isNewestFirst(meta) ? [change, ...meta.changes] : [...meta.changes, change],
  };
  const lines = front.split('\n');
  if (meta.version !== wanted.version) setField(lines, 'version', JSON.stringify(wanted.version));
  if (meta.updated !== wanted.updated) setField(lines, 'updated', wanted.updated ?? 'null');
  if (!isSaid) addChange(lines, meta, change);
  const all = text.split('\n');
  const start = frontLine - 1;
  const written = [...all.slice(0, start), ...lines, ...all.slice(start + front.split('\n').length)].join('\n');
  const result = isAs(written, wanted) ? written : `${writeFrontMatter(wanted)}${body}`;
  return source.includes('\r\n') ? result.replace(/\n/g, '\r\n') : result;
}

const isNewestFirst = ({ changes }: GuideMeta): boolean => (changes[0]?.date ?? '') > (changes.at(-1)?.date ?? '');

function setField(lines: string[], key: string, value: string): void {
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  const comment = /[ \t]#.*$/.exec(lines[at] ?? '')?.[0] ?? '';
  if (at < 0) lines.push(`${key}: ${value}`);
  else lines[at] = `${key}: ${value}${comment}`;
}

function addChange(lines: string[], meta: GuideMeta, { version, date, note }: GuideChange): void {
  const item = `{ version: ${JSON.stringify(version)}, date: ${date}, note: ${JSON.stringify(note)} }`;
  const at = lines.findIndex((line) => line.startsWith('changes:'));
  const rest = (lines[at] ?? '').slice('changes:'.length).trim();
  if (at < 0) lines.push('changes:', `  - ${item}`);
  else if (rest === '' || rest.startsWith('#')) {
    // Behind the last line that belongs to the list.
    let end = at + 1;
    while (end < lines.length && /^(?:[ \t]|-|#|$)/.test(lines[end] as string)) end += 1;
    const indent = /^([ \t]*)-/.exec(lines.slice(at + 1, end).find((line) => /^[ \t]*-/.test(line)) ?? '')?.[1] ?? '  ';
    lines.splice(isNewestFirst(meta) ? at + 1 : end, 0, `${indent}- ${item}`);
  } else if (/^\[\s*\]$/.test(rest) || rest === 'null' || rest === '~') lines.splice(at, 1, 'changes:', `  - ${item}`);
}

/** Whether the text says what it shall, and nothing else of the front matter changed. */
function isAs(text: string, wanted: GuideMeta): boolean {
  const { meta } = parseGuide(text, '');
  return JSON.stringify(meta) === JSON.stringify(wanted);
}

// `responses.json` as a group keeps it beside its guides: one entry a line, so that two editors' changes can be put
// together. Strict where the reader is forgiving: what readers would pass over is said before it is published.
import { canonicalJson } from '../base/canonical-json.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { Responses } from './responses.ts';
import { readResponses, responsesFormat, writeResponses } from './responses-json.ts';

export interface ResponsesFault {
  /** Counted from 1; 0 when it is about the whole file. */
  readonly line: number;
  /** One English sentence, for the editors. */
  readonly message: string;
}

/** For the folder of sources; `writeResponses` is for the edition. */
export function writeResponsesSource(responses: Responses): Uint8Array<ArrayBuffer> {
  const { answers, open } = JSON.parse(decodeUtf8(writeResponses(responses)) ?? '') as Record<'answers' | 'open', readonly object[]>;
  const list = (entries: readonly object[]): string =>
    entries.length === 0 ? '[]' : `[\n${entries.map((entry) => canonicalJson(entry)).join(',\n')}\n]`;
  return encodeUtf8(`{ "format": ${responsesFormat},\n"answers": ${list(answers)},\n"open": ${list(open)} }\n`);
}

/** Never throws. */
export function checkResponses(bytes: Uint8Array): Result<Responses, readonly ResponsesFault[]> {
  const { responses, refused, isNewer } = readResponses(bytes);
  if (isNewer) return fail([{ line: 0, message: 'A newer National Guides wrote this file: use the newer program.' }]);
  if (refused === 0) return ok(responses);
  const text = decodeUtf8(bytes);
  if (text === null) return fail([{ line: 0, message: 'The file is not text in UTF-8.' }]);
  const value = parsed(text);
  if ('line' in value) return fail([{ line: value.line, message: 'The file is not JSON here.' }]);
  const faults = (['answers', 'open'] as const).flatMap((list) => faultsOf(list, value.json, text));
  return fail(faults.length > 0 ? faults : [{ line: 0, message: 'The file is too large, too deep, or not what a group answers.' }]);
}

function faultsOf(list: 'answers' | 'open', json: unknown, text: string): readonly ResponsesFault[] {
  const entries: unknown = typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[list] : null;
  if (!Array.isArray(entries)) return [];
  const seen = new Set<string>();
  return entries.flatMap((entry: unknown, at): ResponsesFault[] => {
    const name = nameOf(entry);
    const isTwice = name !== null && seen.has(name);
    if (name !== null) seen.add(name);
    const alone = encodeUtf8(JSON.stringify({ format: responsesFormat, [list]: [entry] }));
    if (!isTwice && readResponses(alone).refused === 0) return [];
    const line = name === null ? 0 : lineOf(text, placeOf(text, list, name, isTwice));
    const why = isTwice ? 'is there twice' : 'is not as it must be';
    return [{ line, message: `Entry ${at + 1} of "${list}"${name === null ? '' : ` (${name.slice(0, 8)})`} ${why}.` }];
  });
}

const nameOf = (entry: unknown): string | null => {
  const name: unknown = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>).suggestion : null;
  return typeof name === 'string' && /^[0-9a-f]{64}$/.test(name) ? name : null;
};

/** Of the entry's own digest, looked for below the name of its list. */
function placeOf(text: string, list: string, name: string, isTwice: boolean): number {
  const first = text.indexOf(`"${name}"`, text.indexOf(`"${list}"`));
  return isTwice ? text.indexOf(`"${name}"`, first + 1) : first;
}

const lineOf = (text: string, at: number): number => text.slice(0, Math.max(0, at)).split('\n').length;

function parsed(text: string): { readonly json: unknown } | { readonly line: number } {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return { line: badLine(text.trimEnd().split('\n')) };
  }
}

/** Counted from 1. Engines seldom say where; of how much of a text they say only that it ends too early can be asked. */
function badLine(lines: readonly string[]): number {
  let [good, bad] = [0, lines.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBegun(lines.slice(0, middle).join('\n'))) good = middle;
    else bad = middle;
  }
  return bad;
}

function isBegun(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const [, position] = /position (\d+)/.exec(said) ?? [];
    return /end of JSON|[Uu]nterminated/.test(said) || Number(position) >= text.length;
  }
}

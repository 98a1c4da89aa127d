// YAML -> a small tree with the line of every value. Anchors and aliases are refused (a few lines of them can
// stand for billions of values), depth and size are bounded, and keys such as `__proto__` are only ever map keys.
import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { quote, type Report } from './problem.ts';

export type YamlValue =
  | { readonly kind: 'none'; readonly line: number }
  /** `text` is as written (`0.10` stays `0.10`), `value` as YAML understands it. */
  | { readonly kind: 'text'; readonly line: number; readonly text: string; readonly value: string | number | boolean }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly YamlValue[] }
  | { readonly kind: 'map'; readonly line: number; readonly entries: ReadonlyMap<string, YamlValue> };

export type YamlMap = Extract<YamlValue, { kind: 'map' }>;

/** Characters of one YAML text, and levels in it: our own files need 20,000 and 4. */
const limits = { characters: 128 * 1024, depth: 12 } as const;

/**
 * @param firstLine of the file on which `text` starts.
 * @param severity of what is wrong with the YAML itself.
 * @returns `null` when there is nothing that can be used.
 */
export function readYaml(text: string, firstLine: number, severity: 'error' | 'warning', report: Report): YamlValue | null {
  if (text.length > limits.characters) {
    report(severity, 'yaml-too-large', firstLine, `This YAML is longer than ${limits.characters} characters.`);
    return null;
  }
  try {
    const counter = new LineCounter();
    const document = parseDocument(text, {
      schema: 'core',
      version: '1.2',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: counter,
    });
    const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
    for (const error of document.errors) report(severity, 'yaml', lineAt(error.pos[0]), `Not valid YAML: ${error.message}.`);
    return convert(document.contents, 0, firstLine, { lineAt, severity, report });
  } catch {
    // Ten thousand opening brackets end in a full stack.
    report(severity, 'yaml', firstLine, 'Not valid YAML: nested too deeply.');
    return null;
  }
}

interface Context {
  readonly lineAt: (offset: number) => number;
  readonly severity: 'error' | 'warning';
  readonly report: Report;
}

function convert(node: ParsedNode | null, depth: number, parentLine: number, context: Context): YamlValue {
  if (node === null) return { kind: 'none', line: parentLine };
  const line = context.lineAt(node.range[0]);
  if (depth > limits.depth) {
    context.report(context.severity, 'yaml-too-deep', line, `Values are nested more than ${limits.depth} levels deep.`);
    return { kind: 'none', line };
  }
  if (isAlias(node)) {
    context.report(context.severity, 'yaml-alias', line, 'YAML aliases are not allowed: write the value out.');
    return { kind: 'none', line };
  }
  if (isScalar(node)) {
    const value = node.value as unknown;
    if (value === null || value === undefined) return { kind: 'none', line };
    if (typeof value === 'string') return { kind: 'text', line, text: value, value };
    const kept = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value)) ? value : String(value);
    return { kind: 'text', line, text: node.source ?? String(value), value: kept };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => convert(item as ParsedNode, depth + 1, line, context));
    return { kind: 'list', line, items };
  }
  if (!isMap(node)) return { kind: 'none', line };
  const entries = new Map<string, YamlValue>();
  for (const pair of node.items) {
    const key = pair.key as ParsedNode | null;
    const keyLine = key ? context.lineAt(key.range[0]) : line;
    if (!isScalar(key)) {
      context.report(context.severity, 'yaml-key', keyLine, 'A key must be plain text.');
      continue;
    }
    const name = typeof key.value === 'string' ? key.value : String(key.source ?? key.value);
    if (entries.has(name)) {
      context.report(context.severity, 'yaml-duplicate-key', keyLine, `The key ${quote(name)} is given twice; the last one counts.`, name);
    }
    entries.set(name, convert(pair.value as ParsedNode | null, depth + 1, keyLine, context));
  }
  return { kind: 'map', line, entries };
}

/** As plain values, for fields that are kept and not understood. */
export function plainValue(value: YamlValue): unknown {
  switch (value.kind) {
    case 'none':
      return null;
    case 'text':
      return value.value;
    case 'list':
      return value.items.map(plainValue);
    case 'map':
      // Not assignment: `__proto__` must become a key like any other.
      return Object.fromEntries([...value.entries].map(([key, item]) => [key, plainValue(item)]));
  }
}

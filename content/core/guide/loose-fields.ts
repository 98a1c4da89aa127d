// Front matter that no parser accepts, line by line: enough to keep a title and a date. For imports only.
import type { SplitSource } from './split.ts';
import type { YamlMap } from './yaml-tree.ts';

const yamlLine = /^([A-Za-z_][\w-]*):[ \t]+(?:"([^"]*)"?|'([^']*)'?|([^\s"'[\]{}&*|>!%@#`][^#]*))/;
const tomlLine = /^([A-Za-z_][\w-]*)[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'[{#][^#]*))/;

/** Only keys with a value on the same line. */
export function looseFields(split: SplitSource): YamlMap {
  const pattern = split.kind === 'toml' ? tomlLine : yamlLine;
  const entries = new Map(
    split.front.split('\n').flatMap((row, index) => {
      const match = pattern.exec(row);
      const text = (match?.[2] ?? match?.[3] ?? match?.[4] ?? '').trim();
      if (match?.[1] === undefined || text === '') return [];
      return [[match[1], { kind: 'text', line: split.frontLine + index, text, value: text }] as const];
    }),
  );
  return { kind: 'map', line: split.frontLine, entries };
}

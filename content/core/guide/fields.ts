// Typed reading of the keys of a YAML map: each reader answers with a value or says what is wrong, with line and field.
import { isDay } from './day.ts';
import { quote, type Report } from './problem.ts';
import type { YamlMap, YamlValue } from './yaml-tree.ts';

/** Longest text of one field, and most items of one list: generous for people, small for attacks. */
const limits = { text: 4_000, items: 200 } as const;

export interface Fields {
  has(key: string): boolean;
  line(key: string): number;
  /** Trimmed; `null` when absent, empty or not a text. */
  text(key: string): string | null;
  texts(key: string): readonly string[];
  day(key: string): string | null;
  oneOf<T extends string>(key: string, allowed: readonly T[]): T | null;
  map(key: string): Fields;
  maps(key: string): readonly Fields[];
  raw(key: string): YamlValue | undefined;
  /** Keys that nothing has asked for yet. */
  unread(): readonly string[];
}

/** @param prefix of field names in reports, such as `working_group.`. */
export function fieldsOf(map: YamlMap | null, severity: 'error' | 'warning', report: Report, prefix = '', line = 1): Fields {
  const entries = map?.entries ?? new Map<string, YamlValue>();
  const read = new Set<string>();
  const get = (key: string) => {
    read.add(key);
    return entries.get(key);
  };
  const wrong = (value: YamlValue, key: string, wanted: string) =>
    report(severity, 'field-type', value.line, `"${prefix}${key}" must be ${wanted}.`, prefix + key);
  const textOf = (value: YamlValue, key: string): string | null => {
    if (value.kind === 'none') return null;
    if (value.kind !== 'text') {
      wrong(value, key, 'a text');
      return null;
    }
    const text = value.text.replace(/\s+/g, ' ').trim();
    if (text.length > limits.text) {
      report(severity, 'field-too-long', value.line, `"${prefix}${key}" is longer than ${limits.text} characters.`, prefix + key);
      return text.slice(0, limits.text);
    }
    return text === '' ? null : text;
  };
  const itemsOf = (key: string): readonly YamlValue[] => {
    const value = get(key);
    if (!value || value.kind === 'none') return [];
    // One value where a list is meant is what people write for a list of one.
    const items = value.kind === 'list' ? value.items : [value];
    if (items.length > limits.items) wrong(value, key, `a list of at most ${limits.items} items`);
    return items.slice(0, limits.items);
  };
  const self: Fields = {
    has: (key) => (entries.get(key)?.kind ?? 'none') !== 'none',
    line: (key) => entries.get(key)?.line ?? map?.line ?? line,
    text: (key) => {
      const value = get(key);
      return value ? textOf(value, key) : null;
    },
    texts: (key) => itemsOf(key).flatMap((item) => textOf(item, key) ?? []),
    day: (key) => {
      const value = get(key);
      const text = value ? textOf(value, key) : null;
      if (text === null || isDay(text)) return text;
      report(
        severity,
        'field-date',
        self.line(key),
        `"${prefix}${key}" must be a date such as 2026-11-22, not ${quote(text)}.`,
        prefix + key,
      );
      return null;
    },
    oneOf: (key, allowed) => {
      const text = self.text(key);
      const found = allowed.find((value) => value === text?.toLowerCase());
      if (found === undefined && text !== null) {
        const message = `"${prefix}${key}" must be one of ${allowed.join(', ')}, not ${quote(text)}.`;
        report(severity, 'field-value', self.line(key), message, prefix + key);
      }
      return found ?? null;
    },
    map: (key) => {
      const value = get(key);
      if (value && value.kind !== 'map' && value.kind !== 'none') wrong(value, key, 'a group of fields');
      return fieldsOf(value?.kind === 'map' ? value : null, severity, report, `${prefix}${key}.`, self.line(key));
    },
    maps: (key) =>
      itemsOf(key).flatMap((item, index) => {
        if (item.kind === 'map') return [fieldsOf(item, severity, report, `${prefix}${key}[${index + 1}].`, item.line)];
        wrong(item, key, 'a list of groups of fields');
        return [];
      }),
    raw: get,
    unread: () => [...entries.keys()].filter((key) => !read.has(key)),
  };
  return self;
}

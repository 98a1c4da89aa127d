// One spelling of a value as JSON, so that equal values have equal bytes: keys sorted by UTF-16 unit, no white
// space, whole numbers only. Strings are escaped as JSON asks, so that any parser can read the result.
// Refuses (throws) what has no such spelling: fractions, unsafe integers, undefined, functions, cycles.

// Deeper values are a mistake of ours or a cycle; the formats we write go six levels deep.
const maxDepth = 64;

/** Throws a `TypeError` for values outside JSON and for numbers that are not safe integers. */
export function canonicalJson(value: unknown): string {
  return spell(value, 0);
}

function spell(value: unknown, depth: number): string {
  if (depth > maxDepth) throw new TypeError('canonical JSON: nested too deeply');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`canonical JSON: not a whole number: ${value}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => spell(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`canonical JSON: ${typeof value} has no spelling`);
  // Put together by `+`, which copies nothing until all is done: `join` would copy a long text once for each level.
  let pairs = '';
  for (const [key, item] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    pairs += `${pairs === '' ? '' : ','}${JSON.stringify(key)}:${spell(item, depth + 1)}`;
  return `{${pairs}}`;
}

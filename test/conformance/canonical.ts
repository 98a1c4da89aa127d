// Canonical JSON (OLPC) as TUF signs it, written again for the tests so that the client is not checked by its own code.
import type { Json } from './simulator.ts';

export function canonicalBytes(value: Json): Uint8Array {
  return Buffer.from(textOf(value));
}

function textOf(value: Json): string {
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (Array.isArray(value)) return `[${value.map(textOf).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.keys(value).sort();
    return `{${fields.map((name) => `${textOf(name)}:${textOf(value[name] ?? null)}`).join(',')}}`;
  }
  return String(value);
}

// Bytes from a share -> a JSON object, with size and nesting checked before the parser sees them.
// A cut or half-written file is INCOMPLETE (copies are often caught half-way), never an exception.
import type { AppError } from '../base/error.ts';
import { isDeeperThan } from '../base/json-depth.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { decodeUtf8 } from '../base/utf8.ts';
import { trustLimits } from './limits.ts';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** @param file name for the error, without a path. */
export function readJsonObject(bytes: Uint8Array, maxBytes: number, file: string): Result<JsonObject> {
  if (bytes.length > maxBytes) return refuse('TOO_LARGE', file, 'bytes');
  if (isDeeperThan(bytes, trustLimits.depth)) return refuse('TOO_LARGE', file, 'depth');
  let value: unknown;
  try {
    value = JSON.parse(decodeUtf8(bytes) ?? '');
  } catch {
    return refuse('INCOMPLETE', file, 'json');
  }
  return isObject(value) ? ok(value) : refuse('MALFORMED', file, 'json');
}

/** A whole number that can be counted with, `least` or more. */
export function isWhole(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The one shape of a refusal in this room: which file, and which check said no. */
export function refuse(code: AppError['code'], file: string, why: string): { readonly ok: false; readonly error: AppError } {
  return fail({ code, data: { file, why } });
}

// Readers for the values of a hostile JSON file: each answers with a checked value or refuses with the path of what is wrong.

/** Thrown inside this room only, and always caught in index.ts. */
export class WrongShape extends Error {
  readonly place: string;

  constructor(place: string) {
    super(place);
    this.place = place;
  }
}

export type Json = Readonly<Record<string, unknown>>;

export function asObject(value: unknown, place: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongShape(place);
  return value as Json;
}

export function asList(value: unknown, place: string, most: number): readonly unknown[] {
  if (!Array.isArray(value) || value.length > most) throw new WrongShape(place);
  return value;
}

/** Bounded text without control characters: it is shown in lists and written to logs. */
export function asText(value: unknown, place: string, most: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (typeof value !== 'string' || value.length > most || /[\u0000-\u001f\u007f-\u009f]/.test(value)) throw new WrongShape(place);
  return value;
}

export function asInteger(value: unknown, place: string, least: number, most: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > most) throw new WrongShape(place);
  return value;
}

export function asOneOf<T extends string>(value: unknown, place: string, allowed: readonly T[]): T {
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw new WrongShape(place);
  return found;
}

export function asMatching<T extends string>(value: unknown, place: string, check: (text: string) => text is T): T {
  if (typeof value !== 'string' || !check(value)) throw new WrongShape(place);
  return value;
}

export function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

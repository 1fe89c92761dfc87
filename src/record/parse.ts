/** A record that cannot be read: `path` says where in it, the message what would be right. */
export class RecordError extends Error {
  constructor(
    readonly path: string,
    readonly expected: string
  ) {
    super(`damaged record: ${path} should be ${expected}`)
    this.name = 'RecordError'
  }
}

/** What `read` makes of a saved record, or of a part of one; null where that throws a `RecordError`. */
export function ifReadable<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof RecordError) return null
    throw error
  }
}

export type Fields = { readonly [key: string]: unknown }

/** Each of these returns its argument with a type, or throws a `RecordError` that names the path. */
export function asObject(value: unknown, path: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RecordError(path, 'an object')
  return value as Fields
}

/** `value` as a list of at most `most` entries; a `RecordError` with `path` if it is none. */
export function asArray(value: unknown, path: string, most = Infinity): readonly unknown[] {
  if (!Array.isArray(value)) throw new RecordError(path, 'a list')
  if (value.length > most) throw new RecordError(path, `a list of at most ${most}`)
  return value
}

/** `value` as text of at most `longest` UTF-16 units; a `RecordError` with `path` if it is none. */
export function asString(value: unknown, path: string, longest = Infinity): string {
  if (typeof value !== 'string') throw new RecordError(path, 'text')
  if (value.length > longest) throw new RecordError(path, `text of at most ${longest} characters`)
  return value
}

/** `value` as a whole number from 0 to `most`; a `RecordError` with `path` if it is none. */
export function asCount(value: unknown, path: string, most = Number.MAX_SAFE_INTEGER): number {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new RecordError(path, 'a whole number from 0')
  if ((value as number) > most) throw new RecordError(path, `at most ${most}`)
  return value as number
}

/** `value` as a finite number; a `RecordError` with `path` if it is none. */
export function asFinite(value: unknown, path: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new RecordError(path, 'a number')
  return value
}

/** `value` as a number from 0 to 1; a `RecordError` with `path` if it is none. */
export function asFraction(value: unknown, path: string): number {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1)) throw new RecordError(path, 'a number from 0 to 1')
  return value
}

/** `value` as one of these names; a `RecordError` with `path` if it is none. */
export function asOneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T {
  if (!allowed.includes(value as T)) throw new RecordError(path, `one of ${allowed.join(', ')}`)
  return value as T
}

/** null stays null; anything else is read by `read`. */
export function orNull<T>(value: unknown, path: string, read: (value: unknown, path: string) => T): T | null {
  return value === null ? null : read(value, path)
}

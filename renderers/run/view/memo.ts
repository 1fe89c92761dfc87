/** Keeps the last value made under each name for as long as what it was made from stays the same. */
export class Memo {
  private readonly entries = new Map<string, { readonly keys: readonly unknown[]; readonly value: unknown }>()

  get<Value>(name: string, keys: readonly unknown[], make: () => Value): Value {
    const known = this.entries.get(name)
    if (known && known.keys.length === keys.length && known.keys.every((key, i) => Object.is(key, keys[i])))
      return known.value as Value
    const value = make()
    this.entries.set(name, { keys, value })
    return value
  }
}

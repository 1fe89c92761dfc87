/** Whether two parts of records hold the same: numbers bit for bit (every NaN is the same), lists, typed arrays and objects by what is in them. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isObject(a) || !isObject(b)) return false
  if (ArrayBuffer.isView(a) || ArrayBuffer.isView(b)) return sameList(a, b)
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => key in b && sameValue(a[key], b[key]))
}

type Numbers = { readonly length: number; readonly [index: number]: unknown }

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null

function sameList(one: object, other: object): boolean {
  const [a, b] = [one as Numbers, other as Numbers]
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false
  return true
}

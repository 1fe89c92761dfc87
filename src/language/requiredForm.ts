import { ownKeys, type Mapping, type Shape } from './shape'

/** The keys that a mapping of this form must have. */
export const requiredKeys = ({ keys }: Mapping): [string, Shape][] => [...keys].filter(([, { required }]) => required)

/** "{csv, target}", "{depth, units}": the form in short. */
export const formLabel = (name: string, mapping: Mapping): string =>
  `{${[...nameField(name, mapping), ...requiredKeys(mapping).map(([key]) => key)].join(', ')}}`

/**
 * A mapping as a snippet, with a place to fill in for each key that it must have: {csv: ${1:data.csv}, target: ${2:column}}.
 * `name` is left out where a key says it.
 */
export function requiredForm(name: string, mapping: Mapping): string {
  let places = 0
  const place = (shape: Shape): string => {
    const form = shape.scalar === '' ? shape.mappings[0] : undefined
    return form ? `{${fields(form).join(', ')}}` : `\${${++places}:${shape.doc.examples?.[0] ?? ''}}`
  }
  const fields = (form: Mapping): string[] => requiredKeys(form).map(([key, shape]) => `${key}: ${place(shape)}`)
  const all = [...nameField(name, mapping), ...fields(mapping)]
  return all.length > 0 ? `{${all.join(', ')}}` : '{$1}'
}

const nameField = (name: string, mapping: Mapping): string[] =>
  name === '' || ownKeys(mapping).includes(name) ? [] : [`name: ${name}`]

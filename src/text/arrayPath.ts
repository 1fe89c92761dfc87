/** Where a cell finds an array: the file, and of an archive (.npz) the array's name in it. */
export interface ArrayPath {
  readonly file: string
  /** null: the file is a single array, or an archive of one */
  readonly member: string | null
}

/** Reads "x.npy", "data.npz" and "data.npz/x", an array of an archive. */
export function arrayPath(path: string): ArrayPath {
  const archive = /^(.*?\.npz)[\\/]+(.*)$/is.exec(path)
  return archive === null ? { file: path, member: null } : { file: archive[1]!, member: archive[2]! || null }
}

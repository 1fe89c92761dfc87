/** Steps from a cell's mapping to a value in it: keys, and indices of lists. */
export type Path = readonly PropertyKey[]

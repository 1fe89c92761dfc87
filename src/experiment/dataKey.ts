import type { Experiment } from './experiment'

/** Experiments with the same key have the same data, if their files are the same. */
export const dataKey = ({ dataset, shuffle, seed }: Experiment): string => JSON.stringify([dataset, shuffle, seed])

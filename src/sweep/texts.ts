/** Why there is nothing to compare, in English. */
export const TEXTS = {
  notRun: (name: string) => `${name} has not run yet; run it, then run this cell again`
}

export { predict } from './forward'
export { loadWeights } from './learn'
export { product, productWithBias } from './product'
export { step } from './step'
export { dismiss, help } from './team'

/** The first byte of memory that is the caller's. */
export function firstFree(): usize {
  return __heap_base
}

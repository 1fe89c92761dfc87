import bytes from '../kernels/kernels.wasm'

/** What ../kernels exports; addresses are bytes in the memory that it was given. */
export interface Kernels {
  firstFree(): number
  step(run: number): void
  predict(run: number): void
  loadWeights(layer: number): void
  /** one phase of a helper's life; 0 when it is to leave */
  help(run: number, worker: number): number
  dismiss(run: number): void
  product: Product
  productWithBias: Product
}

type Product = (
  left: number,
  leftPanel: number,
  right: number,
  rightPanel: number,
  out: number,
  outPanel: number,
  rows: number,
  inner: number,
  columns: number
) => void

/** Compiled once: V8 optimises what it has seen run, and forgets it with the module. */
const compiled = once(() => new WebAssembly.Module(bytes))

/** The kernels on `memory`. */
export function instantiate(memory: WebAssembly.Memory): Kernels {
  return new WebAssembly.Instance(compiled(), { env: { memory } }).exports as Kernels
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

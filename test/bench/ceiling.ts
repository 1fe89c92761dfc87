import { instantiateCeiling } from '../../src/engine/wasm/ceiling'
import { instantiate } from '../../src/engine/wasm/kernels'

/** Something that can be called many times and does `operations` floating-point operations each time. */
export interface Load {
  readonly name: string
  readonly operations: number
  run(): void
}

const TIMES = 1000

/** Multiplications and additions that never leave the registers: what this machine's WebAssembly can do at most. */
export function registerLoad(): Load {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
  new Float32Array(memory.buffer).fill(0.5)
  const { ceiling } = instantiateCeiling(memory)
  return { name: 'registers', operations: TIMES * 96, run: () => ceiling(TIMES, 4096) }
}

/** Fewer operations than this are done several times a call of `run`: reading the clock takes as long as a 16 × 16 product. */
const LEAST_OPERATIONS = 1e5

/** The bare product of two n × n matrices. */
export function productLoad(n: number): Load {
  const panel = n * 32
  const bytes = n * n * 4
  const pages = Math.ceil((3 * bytes) / 65536) + 2
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  new Float32Array(memory.buffer, 65536).fill(0.5)
  const { product } = instantiate(memory)
  const [left, right, out] = [0, 1, 2].map(i => 65536 + i * (bytes + 1024)) as [number, number, number]
  const operations = 2 * n ** 3
  const times = Math.ceil(LEAST_OPERATIONS / operations)
  return {
    name: `product ${n} × ${n}`,
    operations: times * operations,
    run: () => {
      for (let i = 0; i < times; i++) product(left, panel, right, panel, out, panel, n, n, n)
    }
  }
}

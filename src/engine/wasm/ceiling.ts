import bytes from '../kernels/ceiling.wasm'

/** What the bench measures the kernels against, see ../kernels/assembly/ceiling.ts; nothing else imports it. */
export const instantiateCeiling = (memory: WebAssembly.Memory): { ceiling(times: number, at: number): void } =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } }).exports as ReturnType<
    typeof instantiateCeiling
  >

/** The few parts of WebAssembly that the engine uses; its tsconfig knows neither the DOM nor Node, which declare them. */
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]: string
  }
  const Module: new (bytes: Uint8Array) => Module
  class Memory {
    constructor(descriptor: { initial: number; maximum?: number; shared?: boolean })
    readonly buffer: ArrayBufferLike
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: unknown
  }
}

/** Compiled from ../kernels by the build. */
declare module '*.wasm' {
  const bytes: Uint8Array
  export default bytes
}

import { createBackend, type BackendFactory } from '../engine'
import { formatWeights } from '../weights'

/** Remembers the backend of a run, so that its weights can be had however the run ends. */
export class WeightKeeper {
  private read: (() => Uint8Array) | null = null

  readonly createBackend: BackendFactory = (task, layout) => {
    const backend = createBackend(task, layout)
    const type = task.precision === 'float32' ? 'F32' : 'F64'
    this.read = () => formatWeights(layout, backend.parameters(), type)
    return backend
  }

  /** The weights as they are now, a safetensors file; null before there are any. */
  file(): Uint8Array | null {
    return this.read?.() ?? null
  }
}

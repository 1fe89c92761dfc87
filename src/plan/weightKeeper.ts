import { createBackend, type BackendFactory, type Team } from '../engine'
import { formatWeights } from '../weights'

/** Remembers the backend of a run, so that its weights can be had however the run ends. */
export class WeightKeeper {
  private read: (() => Uint8Array) | null = null

  constructor(private readonly team: Team | null) {}

  readonly createBackend: BackendFactory = (task, layout) => {
    const backend = createBackend(task, layout, this.team)
    const type = task.precision === 'float32' ? 'F32' : 'F64'
    this.read = () => formatWeights(layout, backend.parameters(), type, layer => backend.running(layer))
    return backend
  }

  /** The weights as they are now, a safetensors file; null before there are any. */
  file(): Uint8Array | null {
    return this.read?.() ?? null
  }
}

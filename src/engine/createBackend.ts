import type { BackendFactory } from './backend'
import { createFloat64Backend } from './float64Backend'
import { createFloat32Backend } from './wasm/float32Backend'

/** The backend for the precision that the task asks for. */
export const createBackend: BackendFactory = (task, layout) =>
  task.precision === 'float64' ? createFloat64Backend(task, layout) : createFloat32Backend(task, layout)

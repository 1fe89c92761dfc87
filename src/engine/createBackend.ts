import type { BackendFactory } from './backend'
import { createFloat64Backend } from './float64Backend'

/** The backend for the precision that the task asks for. */
export const createBackend: BackendFactory = (task, layout) => {
  if (task.precision === 'float64') return createFloat64Backend(task, layout)
  throw new RangeError('this build has no float32 backend')
}

import type { Backend } from './backend'
import { createFloat64Backend } from './float64Backend'
import type { Layout } from './layout'
import type { TrainingTask } from './spec'
import { createFloat32Backend } from './wasm/float32Backend'
import type { Team } from './wasm/team'

/** The backend for the precision that the task asks for. */
export const createBackend = (task: TrainingTask, layout: Layout, team: Team | null = null): Backend =>
  task.precision === 'float64' ? createFloat64Backend(task, layout) : createFloat32Backend(task, layout, team)

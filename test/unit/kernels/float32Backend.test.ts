import { createFloat32Backend } from '../../../src/engine/wasm/float32Backend'
import { describeBackend } from '../engine/describeBackend'

describeBackend('float32', createFloat32Backend, { relative: 1e-4, absolute: 1e-6 })

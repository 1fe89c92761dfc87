import { createFloat64Backend } from '../../../src/engine'
import { describeBackend } from './describeBackend'

describeBackend('float64', createFloat64Backend, { relative: 1e-9, absolute: 1e-12 })

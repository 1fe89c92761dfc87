import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import {
  encodeRecord,
  headlineText,
  parseRecord,
  RecordBuilder,
  shortName,
  type WeightSource
} from '../../../src/record'
import { HEADER } from './sampleRecord'

/** A record of a net of as many layers as `modules` that began with a file. */
function recordWith(...modules: readonly (string | null)[]) {
  const layer = HEADER.layers[0]!
  const weights = (module: string | null): { weights?: WeightSource } =>
    module === null ? {} : { weights: { file: 'net.safetensors', module } }
  const experiment = { ...HEADER.experiment, initializer: { name: 'safetensors', safetensors: 'net.safetensors' } }
  return new RecordBuilder({ ...HEADER, experiment, layers: modules.map(module => ({ ...layer, ...weights(module) })) })
    .record
}
const said = (...modules: readonly (string | null)[]): string =>
  /safetensors, (.*), seed/.exec(headlineText(recordWith(...modules)))?.[1] ?? ''

describe('a record of a run that began with weights from a file', () => {
  it('keeps what was matched to each layer', () => {
    const record = recordWith('fc1', null, 'out')
    const again = parseRecord(JSON.parse(JSON.stringify(encodeRecord(record))))
    assert.deepEqual(again.layers, record.layers)
    assert.equal('weights' in again.layers[1]!, false)
  })

  it('says it in its headline, the ends of many layers', () => {
    assert.equal(said('fc1', 'fc2', 'fc3'), 'weights of fc1, fc2, fc3 from net.safetensors')
    assert.equal(said(null, '2'), 'weights of 2 from net.safetensors')
    assert.equal(said(''), 'weights from net.safetensors')
    const many = Array.from({ length: 50 }, (_, i) => `fc${i + 1}`)
    assert.equal(said(...many), 'weights of fc1, fc2, …, fc50 from net.safetensors')
  })

  it('has names of bounded length', () => {
    assert.equal(shortName('fc1'), 'fc1')
    assert.equal(shortName('x'.repeat(1000)).length, 200)
    for (const before of ['', 'x']) assert.ok(shortName(`${before}${'🧠'.repeat(150)}`).endsWith('🧠…'))
    const long = encodeRecord(recordWith('x'.repeat(201)))
    assert.throws(() => parseRecord(JSON.parse(JSON.stringify(long))), /layers\[0\]\.weights\.module/)
  })
})

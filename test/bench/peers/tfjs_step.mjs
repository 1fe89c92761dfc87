// Microseconds per training step of an MLP in TensorFlow.js (WASM backend), every layer's weight-gradient norm read each step.
// Reads lines "WORKLOAD THREADS" (threads are ignored) and answers each with one JSON line; a workload is DEPTHxUNITS,BATCH[,tanh].
// Needs @tensorflow/tfjs and @tensorflow/tfjs-backend-wasm (4.22.0) in the folder it is started in.
import { createRequire } from 'node:module'
import path from 'node:path'
import { createInterface } from 'node:readline'

const BLOCK_MILLISECONDS = 300
const require = createRequire(path.join(process.cwd(), 'x.js'))
const tf = require('@tensorflow/tfjs')
const { setWasmPaths } = require('@tensorflow/tfjs-backend-wasm')
setWasmPaths(path.join(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json')), 'dist') + path.sep)
await tf.setBackend('wasm')
await tf.ready()

function stepFunction(depth, units, batch) {
  const dims = [2, ...Array(depth).fill(units), 2]
  const weights = dims.slice(1).map((d, i) => tf.variable(tf.randomNormal([dims[i], d], 0, dims[i] ** -0.5)))
  const biases = dims.slice(1).map(d => tf.variable(tf.zeros([d])))
  const sgd = tf.train.sgd(0.01)
  const x = tf.randomNormal([batch, 2])
  const y = tf.oneHot(
    tf.tensor1d(
      Array.from({ length: batch }, (_, i) => i % 2),
      'int32'
    ),
    2
  )
  const loss = () => {
    let a = x
    weights.forEach((w, i) => {
      a = a.matMul(w).add(biases[i])
      if (i < weights.length - 1) a = a.tanh()
    })
    return tf.losses.softmaxCrossEntropy(y, a)
  }
  return () =>
    tf.tidy(() => {
      const { grads } = tf.variableGrads(loss, [...weights, ...biases])
      weights.forEach(w => grads[w.name].norm().dataSync())
      sgd.applyGradients(grads)
    })
}

function microseconds(step) {
  for (let i = 0; i < 3; i++) step()
  const start = performance.now()
  let steps = 0
  while (steps < 3 || performance.now() - start < BLOCK_MILLISECONDS) {
    step()
    steps++
  }
  return ((performance.now() - start) / steps) * 1e3
}

console.log(JSON.stringify({ peer: `tfjs-wasm ${tf.version.tfjs}` }))
const steps = new Map()
for await (const line of createInterface({ input: process.stdin })) {
  const workload = line.split(' ')[0]
  const [shape, batch] = workload.split(',')
  const [depth, units] = shape.split('x').map(Number)
  if (!steps.has(workload)) steps.set(workload, stepFunction(depth, units, Number(batch)))
  console.log(JSON.stringify({ microseconds: microseconds(steps.get(workload)) }))
}

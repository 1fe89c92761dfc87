/** Why theory says nothing of a net, and what it says of one in a line, in English. Every other file names a text. */
export const TEXTS = {
  lsuv: 'lsuv scales the weights by what it sees in the data',
  fileWeights: 'weights from a file are not random',
  weightMean: 'weights with a mean other than 0 add up over the units, which the theory leaves out',
  biasMean: 'biases with a mean other than 0 add up over the units, which the theory leaves out',
  batchNormalization: 'with batch normalization the theory is known for plain ReLU nets only',
  batchOfFewInputs:
    'with batch normalization the theory is known for data of many inputs only, as samples of few inputs are too much alike',
  fewSamples: 'a few samples that are unusually small or large decide how large the gradients are',
  softmaxOfOne: 'the softmax of a single output is always 1, so no gradient reaches any layer',
  unknownSize: (file: string) => `how large the inputs are is known only from ${file}`,
  unknownInputs: (file: string) => `how many inputs the net has is known only from ${file}`,
  olderRecord: 'records before version 3 do not hold how large the inputs are',
  unknownNet: 'its record names something that this version does not know',
  noHidden: 'a signal that crosses layers needs at least two hidden layers',

  /** "loses 6.3 decades from hidden 20 to hidden 1" */
  loses: (decades: string, from: string, to: string) => `loses ${decades} decades from ${from} to ${to}`,
  gains: (decades: string, from: string, to: string) => `grows by ${decades} decades from ${from} to ${to}`,
  keeps: (decades: string, from: string, to: string) =>
    `keeps its signal from ${from} to ${to} within ${decades} decades`,
  keepsAll: (from: string, to: string) => `keeps its signal from ${from} to ${to}`,
  nothing: (from: string, to: string) => `no signal gets from ${from} to ${to}`,
  notCovered: (why: string) => `theory does not cover this net: ${why}`,
  /** "; tanh with xavier loses 1.4" */
  instead: (title: string, does: string) => `; ${title} ${does}`,
  with: (activation: string, initializer: string) => `${activation} with ${initializer}`,
  losesOnly: (decades: string) => `loses ${decades}`,
  keepsOnly: 'keeps it',
  columns: ['layer', 'q', 'χ', 'delta / output', 'decades'],
  band: 'decades: two standard deviations of delta from one draw of the weights to the next',
  leastBand: 'decades: at least two standard deviations of delta from one draw of the weights to the next',
  fixedPoint: (q: string, chi: string, depth: string) =>
    `deeper nets of this kind settle at q* ${q}, χ* ${chi}; depth scale ${depth} layers`,
  critical: (at: string, here: string) =>
    `critical initialization: χ* is 1, so that gradients neither vanish nor explode, at σ_w² ${at}; here σ_w² is ${here}`,
  neverCritical:
    'critical initialization: none with this activation and σ_b², as χ* jumps over 1 at the σ_w² where q* becomes infinite',
  gainsOnly: (decades: string) => `grows by ${decades}`
}

/** All that is said of weights in a file, in English; every other file of the room names a text. Names of tensors are quoted already. */
export const TEXTS = {
  of: (file: string, what: string, advice: string) => `${file} ${what}${advice}`,
  fault: (file: string, what: string) => `${file}: ${what}`,

  notSafetensors: (file: string, what: string) => `${file} is not a safetensors file: ${what}`,
  cutOff: (file: string, what: string) => `${file} is cut off: ${what}; download it again`,
  tooShort: 'it is shorter than 8 bytes',
  longHeader: (bytes: number) => `its header would have ${bytes} bytes`,
  headerBeyondEnd: (bytes: number, follow: number) => `its header would have ${bytes} bytes, but ${follow} follow`,
  headerNoJson: 'its header is not JSON in UTF-8',
  headerNoObject: 'its header is not a JSON object',
  overlaps: (tensor: string) => `tensor ${tensor} overlaps another`,
  gapBefore: (tensor: string) => `tensor ${tensor} leaves a gap before it`,
  otherSize: (bytes: number, follow: number) => `its tensors take ${bytes} bytes, but ${follow} follow the header`,

  /** What is wrong with a tensor of the header. */
  tensor: (file: string, tensor: string, what: string) => `${file}: tensor ${tensor} ${what}`,
  noFields: 'has no dtype, shape and data_offsets',
  otherType: (type: string) =>
    `has numbers of type ${type}; weights must be F64, F32, F16 or BF16: in Python, write them with .float()`,
  noType: 'none',
  badShape: 'has a shape that is not a list of whole numbers',
  badOffsets: 'has data_offsets that are not two whole numbers',
  otherBytes: (bytes: number, due: number) => `has data_offsets of ${bytes} bytes, but its shape needs ${due}`,
  unknownType: (type: string) => `unknown type ${type}`,

  /** What the net has. */
  layers: 'layers',
  modules: 'modules',
  normalizationOf: (layer: string) => `the normalization of ${layer}`,

  noOrder: (paths: string, renaming: string) =>
    `has names that do not tell the order of its layers: ${paths}; ${renaming}`,
  tooFew: (found: number, due: number, what: string, missing: string, fitting: string) =>
    `has tensors for ${found} of ${due} ${what}; those of ${missing} are missing${fitting}`,
  tooMany: (due: number, what: string, names: string, fitting: string) =>
    `has tensors beyond the net's ${due} ${what}: ${names}${fitting}`,
  strange: (names: string, advice: string) =>
    `has tensors that no layer takes: ${names}; 0.weight, 0.bias, 2.weight … are expected${advice}`,
  missing: (file: string, tensor: string, layer: string) => `${file} has no ${tensor} for ${layer}`,
  missingBias: (file: string, tensor: string, layer: string) =>
    `${file} has no ${tensor} for ${layer}; for layers without biases write bias_initializer: zeros`,
  otherShape: (tensor: string, shape: readonly number[], layer: string, due: readonly number[], advice: string) =>
    `${tensor} is [${shape.join(', ')}], but ${layer} needs [${due.join(', ')}]${advice}`,
  notFinite: (tensor: string, place: readonly number[], value: number) =>
    `${tensor} [${place.join(', ')}] is ${value}; weights must be finite: save the net before it diverges`,
  negativeVariance: (tensor: string, place: number, value: number) =>
    `${tensor} [${place}] is ${value}; a variance cannot be negative`,
  noCount: (tensor: string) => `${tensor} must be a whole number of type I64`,

  /** What continues a sentence. */
  advice: {
    renaming: (file: string, names: string) =>
      'number them in Python, in the order of the layers: ' +
      `from safetensors.torch import load_file, save_file; d = load_file(${file}); ` +
      `save_file({f"{i}.{p}": d[f"{m}.{p}"] for i, m in enumerate([${names}]) for p in ("weight", "bias")}, ${file})`,
    itsLayers: (widths: readonly number[]) =>
      `; its layers are ${widths.join(' → ')} (hidden_layers: [${widths.slice(1, -1).join(', ')}])`,
    transpose:
      '; Keras and JAX keep weights as [inputs, outputs], PyTorch as [outputs, inputs]: in Python, write them transposed (.T)',
    keras: '; in Python, write each kernel of Keras or JAX as a weight, transposed (kernel.T)',
    normalized: (normalization: string) => `; it is from a net with normalization: ${normalization}`
  }
}

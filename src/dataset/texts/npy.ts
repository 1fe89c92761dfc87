import { count } from './counts'

const shapeText = (shape: readonly number[]): string => `(${shape.join(', ')})`

/** What is said of NumPy arrays. `array` is how a sentence calls one: "x.npy", "data.npz/x". */
export const NPY_TEXTS = {
  noArray: (array: string) => `${array} is not a NumPy array: write it with numpy.save or numpy.savez`,
  unknownVersion: (array: string, version: number) => `${array} is of an unknown version of NumPy's format, ${version}`,
  damagedHeader: (array: string, written: string) => `${array} is damaged: its header reads ${written}`,
  records: (array: string) =>
    `${array} holds records of several fields: write their numbers alone, with numpy.lib.recfunctions.structured_to_unstructured`,

  /** Types that are no plain numbers, by NumPy's codes, and what to do about them. */
  types: {
    objects: (array: string) => `${array} holds Python objects: write numbers alone, with .astype("float64")`,
    text: (array: string) =>
      `${array} holds text: write the number of each class instead, with numpy.unique(labels, return_inverse=True)[1]`,
    complex: (array: string) => `${array} holds complex numbers: write their real and imaginary parts side by side`,
    dates: (array: string) => `${array} holds dates: write numbers instead, with .astype("int64")`,
    durations: (array: string) => `${array} holds durations: write numbers instead, with .astype("float64")`,
    rawBytes: (array: string) => `${array} holds raw bytes: write numbers, with .astype("float32")`,
    extended: (array: string) =>
      `${array} holds extended numbers that differ between machines: write it with .astype("float64")`
  },
  unknownType: (array: string, type: string) => `${array} holds values of an unknown type, ${type}`,

  singleArray: (file: string) => `${file} is a single array, not an archive of several: name it alone`,
  noArrays: (file: string) => `${file} holds no arrays (.npy)`,
  noSuchArray: (file: string, name: string, names: string) => `${file} has no array ${name}; its arrays are ${names}`,
  severalArrays: (file: string, names: string, example: string) =>
    `${file} holds several arrays: ${names}; write which one after its name, as in ${file}/${example}`,
  unusualPacking: (array: string, method: number) =>
    `${array} is packed in an unusual way (ZIP method ${method}): write it with numpy.savez_compressed`,
  damagedDirectory: (file: string) => `${file} is damaged (its directory does not fit its contents): download it again`,
  encrypted: (file: string) => `${file} is encrypted: unpack it with its password`,

  nan: (place: string) => `${place} is NaN: leave out rows with gaps, or fill them, before numpy.save`,
  infinite: (place: string, value: number) => `${place} is ${value > 0 ? 'inf' : '-inf'}; numbers must be finite`,
  tooLarge: (place: string) => `${place} is beyond ±2^53, where float64 has no room for every whole number`,

  singleNumber: (array: string) => `${array} is a single number, not an array of samples`,
  otherCount: (inputs: string, samples: number, labels: string, answers: number) =>
    `${inputs} holds ${samples} samples, but ${labels} ${answers} labels`,
  transposed: (inputs: string, samples: number, labels: string, answers: number, shape: readonly number[]) =>
    `${inputs} holds ${samples} samples, but ${labels} ${answers} labels; its shape is ${shapeText(shape)}, but samples must come first: write it transposed (.T)`,
  noSamples: (array: string) => `${array} holds no samples`,
  tooFew: (array: string, samples: number, asked: number) =>
    `${array} holds ${samples} samples, but samples asks for ${asked}`,
  tooManyDimensions: (array: string, dimensions: number) =>
    `${array} has ${dimensions} dimensions; labels have one, or two for several outputs`,
  nothing: (array: string, shape: readonly number[]) =>
    `${array} holds nothing for a sample: its shape is ${shapeText(shape)}`,

  tooManyClasses: (array: string, most: number) =>
    `${array} has more than ${count(most)} classes, which is too many; for numbers write task: regression`,
  notOneHot: (array: string, columns: number) =>
    `${array} has ${columns} columns but not a single 1 in every row, so they are not classes; write task: regression, or the number of each class in one column`,

  /** Why labels are classes or numbers. */
  why: {
    task: (task: string) => `task: ${task}`,
    truths: (different: number) => `${different} different truth values`,
    wholes: (different: number) => `${different} different whole numbers`,
    fractions: 'numbers that are not whole',
    many: (most: number) => `more than ${most} different numbers`,
    rare: 'whole numbers that hardly repeat',
    oneHot: (columns: number) => `${columns} columns with a single 1 in every row`,
    columns: (columns: number) => `${columns} columns of numbers`
  }
}

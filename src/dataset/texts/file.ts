import { howToRaise } from '../../text'
import { count } from './counts'

/** What is said of a data file as a whole. `file` is how a sentence calls it. */
export const FILE_TEXTS = {
  cutOff: (file: string) => `${file} is cut off: download it again`,
  damaged: (file: string) => `${file} is damaged: download it again`,
  wrongChecksum: (file: string) => `${file} is damaged (its checksum does not match): download it again`,
  wrongLength: (file: string) => `${file} is damaged (its length does not match): download it again`,
  cutOffInHeader: (file: string) => `${file} is cut off in its header: download it again`,
  tooShort: (file: string, due: number, bytes: number) =>
    `${file} is cut off: its header says ${due} bytes, but it has ${bytes}; download it again`,
  tooLong: (file: string, due: number, bytes: number) =>
    `${file} is too long: its header says ${due} bytes, but it has ${bytes}; download it again`,
  unpacksToMore: (file: string, most: number) =>
    `${file} unpacks to more than ${count(most)} bytes, the limit (${howToRaise('fileBytes')})`,

  notText: (file: string) => `${file} is not text: it holds zero bytes`,
  notUtf8: (file: string, place: string) =>
    `${file} is not UTF-8 text (${place}): save it again as UTF-8. In Excel choose "CSV UTF-8" in Save As; on a command line: iconv -f WINDOWS-1252 -t UTF-8`,
  badByte: (line: number, byte: string, before: string) => `see line ${line}: byte ${byte} after ${before}`,
  endCutOff: 'its end is cut off',

  tooManySamples: (file: string, samples: number, most: number, advice: string) =>
    `${file}: ${count(samples)} samples are above the limit of ${count(most)} (${howToRaise('samples')}); ${advice}`,
  tooManyNumbers: (file: string, samples: number, inputs: number, most: number, advice: string) =>
    `${file}: ${count(samples)} samples × ${count(inputs)} inputs are ${count(samples * inputs)} numbers, above the limit of ${count(most)} (${howToRaise('dataNumbers')}); ${advice}`,
  /** What may be taken instead. */
  fewer: {
    columns: 'take fewer columns with inputs',
    samples: 'take fewer with samples',
    labels: 'write a smaller array'
  },

  scaledClasses: (file: string, why: string) =>
    `${file} holds classes (${why}); standardize_target is for numbers: remove it`,
  oneClass: (what: string, name: string) => `${what} has only one class, ${name}`,
  noMean: (file: string, input: string) =>
    `${file}: no training row has a value of ${input}, so there is no mean to fill its gaps with: leave it out with ignore`,

  noOption: (dataset: string, option: string) => `data set ${dataset} has no option ${option}`,
  badOption: (dataset: string, option: string, value: string) => `${option} of ${dataset} cannot be ${value}`,
  missingRows: (dataset: string) => `${dataset}: rows are missing`,
  badRow: (row: number, what: string) => `row ${row}: ${what}`,
  damagedDataset: 'a shipped data set is damaged'
}

/** What is said of pictures and labels in MNIST's form. */
export const IDX_TEXTS = {
  noIdx: (file: string) => `${file} is not an IDX file: it must begin with two zero bytes`,
  otherType: (file: string, type: string) =>
    `${file} holds values of type ${type}; only unsigned bytes (0x08) are read`,
  pictures: (file: string, dimensions: number) =>
    `${file} has ${dimensions} dimensions, as pictures do; labels have one`,
  labels: (file: string, dimensions: number) =>
    `${file} has ${dimensions} dimension, as labels do; pictures have two or more`,
  otherCount: (images: string, pictures: number, labelFile: string, labels: number) =>
    `${images} holds ${pictures} pictures, but ${labelFile} ${labels} labels`,
  noPictures: (file: string) => `${file} holds no pictures`,
  tooFew: (file: string, pictures: number, samples: number) =>
    `${file} holds ${pictures} pictures, but samples asks for ${samples}`,
  noPixels: (file: string) => `${file}: its pictures have no pixels`
}

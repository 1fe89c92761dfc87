import { FORMS } from './examples'

/** What is said of a name that is unknown, or where a name should be. */
export const NAME_TEXTS = {
  unknown: (kind: string, written: string, advice: string) => `unknown ${kind} ${written}; ${advice}`,
  chooseOneOf: (names: readonly string[]) => `choose one of ${names.join(', ')}`,
  didYouMean: (name: string) => `did you mean "${name}"?`,
  severalInList: (list: string) => `put several in a list, with commas: ${list}`,
  csvFile: (write: string) => `for a file, give its path and the column to predict: ${write}`,
  arrays: (write: string) => `for NumPy arrays, give that of the inputs and that of the labels: ${write}`,
  weightsFile: (write: string) => `for a file write ${write}`,
  asCall: (name: string) => `settings go in braces: ${FORMS.named(name)}`,

  spaceAfterColon: (name: string) => `add a space after the colon: ${FORMS.named(name)}`,
  nameAsKey: (name: string, kind: string) => `${name} is the name of the ${kind}: write ${FORMS.named(name)}`,
  fileOfNoKind: 'the key must say what kind of file it is: write {csv: data.csv, target: column}',
  needsName: (kind: string, names: readonly string[]) => `${kind} needs a name; choose one of ${names.join(', ')}`,
  noValueYet: (label: string, names: readonly string[]) =>
    `${label} has no value yet; choose one of ${names.join(', ')}`,
  mustBeName: (label: string, written: string, names: readonly string[]) =>
    `${label} must be a name, not ${written}; choose one of ${names.join(', ')}`,

  cellName: (label: string) => `a ${label} starts with a letter and contains only letters, digits, _ and -`,
  cellNameAs: (label: string, name: string, written: string) =>
    `a ${label} starts with a letter and contains only letters, digits, _ and -; write ${name} instead of ${written}`,

  /** What the values of a key are called, where not as the key. */
  kinds: {
    bias_initializer: 'initializer',
    dataset: 'data set'
  } as Readonly<Record<string, string>>,

  /** Names that belong elsewhere, by key and name, with what to write instead where one thing is right. */
  explained: {
    activation: {
      softmax: {
        sentence:
          'softmax is already part of categorical_crossentropy, so leave it out; for the hidden layers choose tanh, relu or another'
      }
    },
    dataset: {
      mnist: {
        sentence: 'MNIST is not included: give its files as {idx: {images: …, labels: …}}, or use digits, which is'
      }
    },
    optimizer: {
      momentum: { sentence: `momentum is a setting of sgd: write ${FORMS.momentum}`, write: FORMS.momentum },
      nesterov: { sentence: `nesterov is a setting of sgd: write ${FORMS.nesterov}`, write: FORMS.nesterov }
    },
    loss: {
      accuracy: {
        sentence:
          'accuracy is always measured but cannot be trained on; leave loss out, and the one that fits the data is used'
      }
    }
  } as Readonly<Record<string, Readonly<Record<string, ExplainedName>>>>
}

/** A sentence about a name, and the text that is right in its place, if one thing is. */
export interface ExplainedName {
  readonly sentence: string
  readonly write?: string
}

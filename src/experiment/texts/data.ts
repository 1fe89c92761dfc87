import { grouped } from '../../text'
import { either } from './lists'

/** What is said of data that a cell cannot train on as it is told to. */
export const DATA_TEXTS = {
  regressionLoss: (data: string, losses: readonly string[], loss: string) =>
    `${data} is a regression, so its loss must be ${either(losses)}, not ${loss}`,
  twoClassLoss: (data: string, classes: number, loss: string) =>
    `${data} has ${classes} classes, and ${loss} is for two; use categorical_crossentropy`,

  /** Too few samples: why, and what to do about it. */
  fewAsked: (samples: number, why: string, advice: string) =>
    `${grouped(samples)} samples are too few: ${why}; ${advice}`,
  fewInData: (data: string, samples: number, why: string, advice: string) =>
    `${data} has too few samples (${grouped(samples)}): ${why}; ${advice}`,
  askForMore: { alone: 'ask for more', orNoTest: 'ask for more, or write test_split: 0' },
  addMore: { alone: 'add more', orNoTest: 'add more, or write test_split: 0' },
  leavesFew: (split: number, train: number, due: string) =>
    `test_split ${split} leaves ${train} to train on, and training needs at least ${due}`,
  leavesNoTest: (split: number) => `test_split ${split} leaves none to test on`,
  leavesOne: 'only 1 is left to train on, and batch normalization needs two or more samples in a mini-batch',
  oneForEachClass: (least: number) => `${least}, one for each class`,

  splitLeavesFew: (split: number, samples: number, train: number, due: string) =>
    `test_split ${split} of ${grouped(samples)} samples leaves ${train} to train on, and training needs at least ${due}; make test_split smaller`,
  splitLeavesNoTest: (split: number, samples: number, least: number) =>
    `test_split ${split} of ${grouped(samples)} samples leaves none to test on; write at least ${least}, or 0 to do without a test`,
  lastBatchOfOne: (train: number, size: number, fitting: number) =>
    `${grouped(train)} training samples in mini-batches of ${size} leave a last one with a single sample, and batch normalization needs two or more samples in a mini-batch; write batch_size: ${fitting}, for example`
}

/** What is said of the keys of a table or of arrays that contradict each other. */
export const TABLE_TEXTS = {
  listedTwice: (key: string, column: string) => `${key} lists ${column} twice; remove one`,
  inTwoRoles: {
    inputsTarget: (column: string) =>
      `inputs lists ${column}, but it is the target, so it cannot be an input: remove it`,
    ignoreTarget: (column: string) =>
      `ignore lists ${column}, but it is the target, so it cannot be left out: remove it`,
    categoriesTarget: (column: string) =>
      `categories lists ${column}, but it is the target, whose names are classes anyway: remove it`,
    ignoreInputs: (column: string) =>
      `ignore lists ${column}, but it is among the inputs: remove it from one of the two`,
    categoriesIgnore: (column: string) =>
      `categories lists ${column}, but it is left out by ignore: remove it from one of the two`
  },
  strayCategory: (column: string) => `categories lists ${column}, which is not among inputs; add it there`,
  numberedColumns: (column: string) => `with header: false columns are numbered from 1, so there is no ${column}`,
  severalClasses:
    'several targets make a regression, and a classification has a single target; remove task, or list one target',
  sameSign: 'a comma cannot both separate values and be the decimal sign; change separator or decimal',
  scaledClasses: 'standardize_target is for numbers, not for classes; remove it'
}

/** What is said of the files that a cell names. */
export const FILE_TEXTS = {
  noName: (path: string) => `${path} is not the name of a file`,
  outside: (path: string) =>
    `${path} lies outside the notebook's folder; cells may only read files in it: move the file there`,
  folder: (path: string) => `${path} is a folder, not a file; name a file in it`,
  restricted: (path: string) =>
    `${path} is not read in Restricted Mode; if you trust this folder, say so with the command Workspaces: Manage Workspace Trust`,
  missing: (path: string) => `there is no ${path} in the notebook's folder; check its name, or put the file there`,
  missingLike: (path: string, meant: string) => `there is no ${path} in the notebook's folder; did you mean ${meant}?`
}

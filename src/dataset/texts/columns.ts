import { count } from './counts'

/** What is said of values that cannot be used; names and values are quoted already. */
export const COLUMN_TEXTS = {
  at: (place: string, what: string) => `${place}: ${what}`,
  severalColumns: (file: string, columns: number) =>
    `${file} has ${count(columns)} columns with values that cannot be used:`,
  lineOfList: (line: number, column: string, what: string) => `- line ${line}, ${column}: ${what}`,
  moreColumns: (columns: number) => `- and ${count(columns)} more`,

  tooLarge: (value: string) => `${value} is too large`,
  noNumber: (value: string) => `${value} is not a number`,
  date: (value: string) => `${value} is a date or a time, not a number`,
  severalNumbers: (value: string) => `${value} is several numbers: put a separator between them, such as a comma`,
  dressed: (value: string, plain: readonly string[]) =>
    `${value} is not written as a plain number: write ${plain.join(' or ') || 'digits only'}`,
  truthAmongNumbers: (value: string) => `${value} is among numbers`,
  tooManyNames: (value: string, most: number) =>
    `${value} is one more than ${count(most)} different values, the limit of categories`,
  namesOfThings: (different: number, rows: number) =>
    `has ${count(different)} different values in ${count(rows)} rows, so they name things, not categories`,
  noValue: 'has no value in any row',
  missing: 'the value is missing',
  gap: (value: string) => `${value} is a gap`,
  firstOf: (what: string, all: number) => `${what}, the first of ${count(all)}`,
  alsoGap: (what: string, line: number, gap: string) => `${what}; in line ${line}, ${gap}`,

  /** What helps; `columns` are written as a list of a cell. */
  correct: (columns: string, several: boolean) =>
    `Correct ${columns} in the file (an empty value is a gap), or leave ${them(several)} out with ignore`,
  ignore: (columns: string, several: boolean) => `Write ignore: ${columns} to leave ${them(several)} out`,
  categories: (columns: string, several: boolean) =>
    `Write categories: ${columns} to make an input of each value, or leave ${them(several)} out with ignore`,
  drop: 'Write missing: drop to leave out rows with gaps',
  dropOrMean: 'Write missing: drop to leave out rows with gaps, or missing: mean to fill the gaps of inputs',
  meanOfTargets: 'missing: mean fills inputs, but makes up no targets. Write missing: drop to leave out rows with gaps',
  ifClasses: 'If such values are names of classes, write task: classification'
}

const them = (several: boolean): string => (several ? 'these columns' : 'the column')

/** What is said of a target column, and why it holds classes or numbers. */
export const TARGET_TEXTS = {
  namesOfThings: (target: string, different: number, rows: number) =>
    `${target} has ${count(different)} different texts in ${count(rows)} rows: is it a column of names or ids? Choose another target, or write task: classification to make each of them a class`,
  tooManyClasses: (target: string, classes: number, most: number) =>
    `${target} has ${count(classes)} different values; a classification has ${count(most)} classes at most. Choose another target, or write task: regression for numbers`,
  scaledClasses: (file: string, why: string) =>
    `${file}: the target holds classes (${why}); standardize_target is for numbers: remove it`,

  why: {
    task: (task: string) => `task: ${task}`,
    numbers: 'numbers',
    texts: (different: number) => `${count(different)} different texts`,
    fractions: 'not only whole numbers',
    wholes: (different: number) => `${count(different)} different whole numbers`,
    wholesInRows: (different: number, rows: number) =>
      `${count(different)} different whole numbers in ${count(rows)} rows`,
    severalTargets: 'several targets'
  }
}

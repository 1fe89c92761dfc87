const ARRAY_PLACE =
  'an .npy file, plain or .gz, or an array of an .npz archive by its name after the file’s: data.npz/x'

/** What hovers and completions say of the keys of data sets that are read from files. */
export const DATA_DOC_TEXTS = {
  samples: 'How many samples to take, from the first on; all if left out.',
  standardizeTarget:
    'Shift and scale the numbers to predict to mean 0 and variance 1 (of the training set); the loss is then in these units. For targets far from 1, such as prices.',

  csv: {
    form: 'Rows of a CSV file beside the notebook.',
    csv: 'The file: values separated by commas, semicolons, tabs or |, the names of the columns in its first line.',
    column: 'A column, by its name in the first line.',
    target:
      'The column to predict, or a list of several numbers. All other columns are inputs, unless inputs or ignore say which.',
    task: 'What the target is. Without it: several columns are a regression; text is a class; numbers are classes when they are whole numbers (1.0 is one), at most 20 different ones and at most half as many as rows, else a regression.',
    inputs: 'The columns to learn from, in this order. Left out: all columns but the target.',
    ignore: 'Columns to leave out, such as names and numbers of rows.',
    categories:
      'Columns whose values are names, such as colours: each value becomes an input of its own that is 1 in its rows and 0 in all others (one-hot).',
    missing: 'What to do about gaps: empty values, NA, N/A, NaN, null, none, ? and -.',
    missings: {
      error: { description: 'Nothing is trained; the message lists every column that has gaps.' },
      drop: { description: 'Rows with a gap in an input or in the target are left out.' },
      mean: { description: 'A gap in an input becomes the mean of its column in the training rows.' }
    },
    separator: 'What stands between two values; its character will do, too, as in ";". Left out: found in the file.',
    separators: {
      comma: { description: 'a,b,c' },
      semicolon: { description: 'a;b;c, as in files from where numbers are written 1,5.' },
      tab: { description: 'A tab between values, as in .tsv files.' },
      pipe: { description: 'a|b|c' }
    },
    decimal: 'How numbers with a fraction are written, "." or ",". Left out: found in the file.',
    decimals: {
      point: { description: 'Numbers are written 1.5.' },
      comma: { description: 'Numbers are written 1,5.' }
    },
    header:
      'Whether the first line names the columns. Without names (false) they are numbered from 1. Left out: it must name them.'
  },

  npy: {
    form: 'NumPy arrays of numbers (bool, int, float), from files beside the notebook.',
    npy: 'The two arrays, saved with numpy.save, numpy.savez or numpy.savez_compressed.',
    inputs: `The inputs, [samples × …]: ${ARRAY_PLACE}. More than two dimensions are flattened sample by sample; a single one is one input.`,
    labels: `What to predict, one row a sample: ${ARRAY_PLACE}. One column of few whole numbers is classes, and so are several columns with a single 1 in every row; all else is a regression with an output for each column.`,
    task: 'What the labels are. Without it: whole numbers are classes when at most 20 are different and at most half as many as rows; columns with a single 1 in every row are classes; else a regression.'
  },

  idx: {
    form: "Pictures with labels in MNIST's form.",
    idx: 'The two files of pictures and labels.',
    images: 'The pixels: an IDX file of unsigned bytes, plain or .gz; brought into [0, 1].',
    labels: 'The classes, one a picture: an IDX file of unsigned bytes, plain or .gz.',
    samples: 'How many pictures to take, from the first on; all if left out.'
  }
}

import * as vscode from 'vscode'

/** A notebook to learn from, in media/samples. */
export interface Sample {
  /** of the file, without its ending, and of its picture */
  readonly id: string
  readonly title: string
  readonly about: string
  /** what lies beside it */
  readonly files?: readonly string[]
}

/** The samples, in the order in which to read them. */
export const samples = (): Sample[] => [
  {
    id: 'first-steps',
    title: vscode.l10n.t('First steps'),
    about: vscode.l10n.t('Run a cell, read the heatmap, change a line')
  },
  {
    id: 'vanishing-and-exploding',
    title: vscode.l10n.t('Vanishing and exploding gradients'),
    about: vscode.l10n.t('Why the first layers of deep nets fall silent, and what helps')
  },
  {
    id: 'initialization',
    title: vscode.l10n.t('Initialization'),
    about: vscode.l10n.t('Zeros, random numbers, Xavier and He: 120 nets in one cell')
  },
  {
    id: 'learning-rate-and-depth',
    title: vscode.l10n.t('Learning rate and depth'),
    about: vscode.l10n.t('Which rate suits which depth: a grid of runs, and a random search')
  },
  {
    id: 'activations',
    title: vscode.l10n.t('Activations'),
    about: vscode.l10n.t('What each function does to the gradient on its way back')
  },
  {
    id: 'your-own-data',
    title: vscode.l10n.t('Your own data'),
    about: vscode.l10n.t('A CSV file beside the notebook: classes, then numbers'),
    files: ['fruit.csv', 'houses.csv']
  },
  {
    id: 'deep-nets',
    title: vscode.l10n.t('Deep nets'),
    about: vscode.l10n.t('Residual connections and normalization, thirty layers deep')
  }
]

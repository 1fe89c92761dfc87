import * as vscode from 'vscode'
import { dataName, dataShape, parameterCount, widths, type Experiment } from '../experiment'
import { unitGroups } from '../record'

/** What a cell makes: "2 → 32×20 → 2, 20,226 parameters, xavier"; where a file decides the ends, "data.csv → 32×20 → ?". */
export function netText(experiment: Experiment): string {
  const hidden = unitGroups(experiment.hidden_layers)
  const weights = [...new Set(experiment.initializer.map(({ name }) => name))].join('/')
  const shape = dataShape(experiment.dataset)
  if (shape === null) return [[dataName(experiment.dataset), ...hidden, '?'].join(' → '), weights].join(', ')
  const all = widths(experiment, shape)
  const parameters = parameterCount(all, experiment).toLocaleString('en-US')
  const net = [all[0], ...hidden, all.at(-1)].join(' → ')
  return [net, vscode.l10n.t('{0} parameters', parameters), weights].join(', ')
}

import { linkOf, LOSSES } from '../../catalogue'
import type { TrainingTask } from '../../engine'
import { visibleLine } from '../../text'
import type { FirstStep } from './firstStep'
import { layerModules } from './modules'
import { clippingLines, pythonOptimizer } from './optimizer'
import { FIRST_STEP, LOAD, RESIDUAL, TRAIN } from './parts'

/** What a script is called, and what it is of. */
export interface ScriptNames {
  readonly title: string
  /** the cell's text */
  readonly source: string
  /** what the cell does and the script does not, a sentence each */
  readonly notes: readonly string[]
  /** the file of tensors beside it */
  readonly tensors: string
  /** whether it is a cell of a Jupyter notebook, which knows no file of its own and runs at once */
  readonly inNotebook?: boolean
}

/** A plain PyTorch script that does what a cell does, with the same data, first weights and first epoch's order. */
export function script(step: FirstStep, names: ScriptNames): string {
  const { task } = step
  const { definition, expression } = pythonOptimizer(task.optimizer)
  const blocks = [
    about(names),
    'import json\nimport struct\nfrom pathlib import Path\n\nimport torch\nfrom torch import nn',
    constants(step),
    LOAD,
    ...(step.layout.layers.some(({ residual }) => residual) ? [RESIDUAL] : []),
    ...(definition === '' ? [] : [definition]),
    data(task, names),
    net(step),
    loss(task),
    `optimizer = ${expression}`,
    ...(task.test === null ? [] : [test(task)]),
    FIRST_STEP,
    training(task),
    names.inNotebook ? 'first_step()\ntrain()' : 'if __name__ == "__main__":\n    first_step()\n    train()'
  ]
  return `${blocks.reduce((text, block, i) => text + between(blocks[i - 1]!, block) + block)}\n`
}

/** Two empty lines around what is defined, one between statements, as Python's style guide has it. */
const between = (before: string, after: string): string =>
  isDefinition(before) || isDefinition(after) ? '\n\n\n' : '\n\n'

const isDefinition = (block: string): boolean => /^(def|class|@)/.test(block)

const commented = (text: string): string =>
  text
    .split('\n')
    .map(line => `# ${visibleLine(line)}`.trimEnd())
    .join('\n')

const about = ({ title, source, notes }: ScriptNames): string =>
  commented(
    [
      `${title}, in plain PyTorch (1.13 or newer; nothing else is needed).`,
      '',
      'Exported by gradnb from a cell that says:',
      '',
      ...source.split('\n').map(line => `    ${line}`),
      '',
      'Data, first weights and the order of the first epoch are those of the notebook, so the first table printed is the column "init"',
      'of its heatmap. The order of later epochs is drawn by PyTorch, so their numbers are other ones.',
      ...notes.flatMap(note => ['', note])
    ].join('\n')
  )

const python = (value: boolean): string => (value ? 'True' : 'False')

const constants = ({ task, header, layout }: FirstStep): string => {
  const ends = layerModules({ task, layout }).map(({ end }) => end)
  return [
    `BATCH_SIZE = ${task.batchSize}`,
    `EPOCHS = ${task.epochs}`,
    `SHUFFLE = ${python(task.shuffle)}`,
    `LAYERS = [${header.layers.map(({ name }) => JSON.stringify(visibleLine(name))).join(', ')}]`,
    `ENDS = [${ends.join(', ')}]  # the module of the net that ends each layer`,
    '',
    `torch.set_default_dtype(torch.${task.precision})`,
    `torch.manual_seed(${task.seed})`
  ].join('\n')
}

function data({ loss, test }: TrainingTask, { tensors, inNotebook = false }: ScriptNames): string {
  const file = JSON.stringify(tensors)
  const targets = (split: string) => `tensors["${split}.targets"]${linkOf(loss) === 'softmax' ? '.long()' : ''}`
  return [
    `tensors = load(${inNotebook ? `Path(${file})` : `Path(__file__).with_name(${file})`})`,
    `inputs, targets = tensors["train.inputs"], ${targets('train')}`,
    ...(test === null ? [] : [`test_inputs, test_targets = tensors["test.inputs"], ${targets('test')}`]),
    'first_order = tensors["order"]'
  ].join('\n')
}

const net = (step: FirstStep): string =>
  [
    'net = nn.Sequential(',
    ...layerModules(step).flatMap(({ modules }) => modules.map(module => `    ${module},`)),
    ')',
    'net.load_state_dict({name[4:]: tensor for name, tensor in tensors.items() if name.startswith("net.")})'
  ].join('\n')

function loss({ loss, l1, l2 }: TrainingTask): string {
  const { torch } = LOSSES[loss]
  const factor = 'torchFactor' in LOSSES[loss] ? `${(LOSSES[loss] as { torchFactor: number }).torchFactor} * ` : ''
  const weights = '(module.weight for module in net.modules() if isinstance(module, nn.Linear))'
  return [
    'def loss_of(outputs, targets):',
    `    value = ${factor}nn.${torch}()(outputs, targets)`,
    ...(l1 === 0 ? [] : [`    value = value + ${l1} * sum(w.abs().sum() for w in ${weights})`]),
    ...(l2 === 0 ? [] : [`    value = value + ${l2} * sum(w.square().sum() for w in ${weights})`]),
    '    return value'
  ].join('\n')
}

/** Loss and, for classes, accuracy on the test split. */
function test(task: TrainingTask): string {
  const hits = hitsOf(task)
  const text = `test loss {loss_of(outputs, test_targets).item():.6g}`
  return [
    '@torch.no_grad()',
    'def test():',
    '    net.eval()',
    '    outputs = net(test_inputs)',
    ...(hits === null ? [] : [`    accuracy = (${hits}).float().mean().item()`]),
    `    return f", ${text}${hits === null ? '' : ', accuracy {accuracy:.4f}'}"`
  ].join('\n')
}

/** Which outputs are right, as Python; null for numbers. */
function hitsOf({ loss, indicators }: TrainingTask): string | null {
  const link = linkOf(loss)
  switch (link) {
    case 'softmax':
      return 'outputs.argmax(1) == test_targets'
    case 'sigmoid':
      return '(outputs > 0) == (test_targets > 0.5)'
    case 'linear':
      return indicators ? 'outputs.argmax(1) == test_targets.argmax(1)' : null
    default:
      return link satisfies never
  }
}

const training = ({ optimizer, test }: TrainingTask): string =>
  TRAIN.replace(
    '{clipping}',
    clippingLines(optimizer)
      .map(line => `\n            ${line}`)
      .join('')
  ).replace('{test}', test === null ? '' : '{test()}')

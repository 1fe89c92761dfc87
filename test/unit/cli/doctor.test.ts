import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { diagnose, loud } from '../../../src/diagnosis'
import { parseExperiment } from '../../../src/experiment'
import { parseNotebook, type Cell } from '../../../src/notebook'
import { COMPARE_MIME, parseCompare, parseRecord, type RunRecord } from '../../../src/record'
import { cell, Gradnb, gradnb, notebook, TestFolder } from './gradnb'

const DEEP =
  'name: deep\ndataset: spiral\nhidden_layers: {depth: 10, units: 24}\nactivation: sigmoid\nepochs: 40\noptimizer: adam'
const SOUND = 'name: sound\ndataset: moons\nepochs: 40\noptimizer: {name: adam, learning_rate: 0.01}'

const recordOf = ({ outputs }: Cell): RunRecord => parseRecord(outputs[0]!.items[0]!.data)

describe('gradnb doctor', function () {
  this.timeout(120_000)
  const { write } = new TestFolder()

  it('tells what is wrong, why, and what may help, and changes no file', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', DEEP), cell('bbbb', SOUND)))
    const before = await readFile(path)
    const { status, stdout } = await gradnb(['doctor', path])
    assert.equal(status, 1)
    assert.match(stdout, /^deep: Vanishing\. Loss/)
    assert.match(stdout, /error: Vanishing: hidden 1 gets [\d.]+ decades less signal/)
    assert.match(stdout, /- Use tanh with xavier \(activation: tanh, initializer: xavier\)/)
    assert.match(stdout, /^sound: Healthy: /m)
    assert.ok(before.equals(await readFile(path)))
  })

  it('--fix puts the cell that helped below the first, with both runs and their comparison, so that the remedy is proved', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', DEEP), cell('bbbb', SOUND)))
    const { status, stdout } = await gradnb(['doctor', path, '--fix'])
    assert.equal(status, 0)
    assert.match(stdout, /Use tanh with xavier: “Vanishing” is gone, loss [\d.]+ → [\d.]+\./)
    const { cells } = parseNotebook(await readFile(path))
    assert.deepEqual(
      cells.map(({ source }) => /^name: (.*)$/m.exec(source)?.[1] ?? source),
      ['deep', 'deep-repaired', '# Before and after: Use tanh with xavier\ncompare: [deep, deep-repaired]', 'sound']
    )
    assert.match(stdout, /activation: tanh\n[^]*Below that, a cell compares the two runs\.\n/)
    assert.equal(cells[0]!.source, DEEP)
    assert.match(cells[1]!.source, /^extends: deep$/m)
    const [ill, well] = [recordOf(cells[0]!), recordOf(cells[1]!)]
    assert.equal(ill.experiment['seed'], well.experiment['seed'])
    assert.ok(loud({ findings: diagnose(ill) }).some(({ rule }) => rule === 'vanishing_signal'))
    assert.ok(!loud({ findings: diagnose(well) }).some(({ rule }) => rule === 'vanishing_signal'))
    const { mime, data } = cells[2]!.outputs[0]!.items[0]!
    assert.equal(mime, COMPARE_MIME)
    const losses = parseCompare(data).items.map(item => item.kind === 'run' && item.record.curves.loss)
    assert.deepEqual(losses, [ill.curves.loss, well.curves.loss])
    const texts = cells.map(({ source }) => source)
    assert.ok(parseExperiment(cells[1]!.source, { cells: texts }).ok)
  })

  it('--fix of a cell without a name, or of a .yaml file, gives a whole cell', async () => {
    const text = DEEP.replace('name: deep', '# mine')
    const path = await write('n.gradnb', notebook(cell('aaaa', text)))
    assert.equal((await gradnb(['doctor', path, '--fix'])).status, 0)
    const { cells } = parseNotebook(await readFile(path))
    assert.equal(cells.length, 2)
    const added = cells[1]!.source
    assert.match(added, /^# Repaired: Use tanh with xavier\n# mine\ndataset: spiral\n/)
    const yaml = await write('deep.yaml', DEEP)
    const { stdout } = await gradnb(['doctor', yaml, '--fix'])
    assert.match(stdout, /This cell is what helped:\n {4}# Repaired: .*\n {4}name: deep\n {4}dataset: spiral\n/)
    assert.equal(await readFile(yaml, 'utf8'), DEEP)
  })

  it('--fix says when no remedy helps within its budget, and adds nothing', async () => {
    const hopeless = 'name: x\ndataset: plane\noptimizer: {name: sgd, learning_rate: 1.0e+30}\nepochs: 2'
    const path = await write('n.gradnb', notebook(cell('aaaa', hopeless)))
    const { status, stdout } = await gradnb(['doctor', path, '--fix', '--budget', '2'])
    assert.equal(status, 1)
    assert.match(stdout, /Lower the learning rate to 1e\+24: .*, the loss is no longer finite\./)
    assert.match(
      stdout,
      /None of the 2 remedies that were tried cleared “Learning rate too large” without making the loss worse\./
    )
    assert.equal(parseNotebook(await readFile(path)).cells.length, 1)
  })

  it('--json is one object a cell, with each attempt', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', DEEP), cell('bbbb', SOUND)))
    const { stdout } = await gradnb(['doctor', path, '--fix', '--json', '--compat', 'sagemaker'])
    const [deep, sound] = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    assert.equal(deep.findings[0].rule, 'vanishing_signal')
    assert.equal(deep.repair.helped, deep.repair.attempts.length - 1)
    assert.deepEqual(deep.repair.attempts[0].edits, {
      activation: 'tanh',
      initializer: 'xavier',
      bias_initializer: null
    })
    assert.ok(deep.repair.attempts.at(-1).loss < deep.repair.loss)
    assert.match(deep.repair.cell, /extends: deep/)
    assert.ok(deep.compat.sagemaker.some(({ rule }: { rule: string }) => rule === 'VanishingGradient'))
    assert.equal(sound.repair, null)
  })

  it('takes one cell by its name, and tells of cells that it cannot look at', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', 'epochs: many'), cell('bbbb', SOUND)))
    const one = await gradnb(['doctor', path, '--cell', 'sound'])
    assert.equal(one.status, 0)
    const all = await gradnb(['doctor', path])
    assert.equal(all.status, 1)
    assert.match(all.stderr, /n\.gradnb:1:1:9 wrong-type epochs must be/)
    const many = await write('many.gradnb', notebook(cell('aaaa', 'name: s\nseeds: 3')))
    assert.match((await gradnb(['doctor', many])).stderr, /cell s makes many runs/)
  })

  it('--fix leaves a note with the cell that helped, and does not repair twice what is repaired', async () => {
    const path = await write('n.gradnb', notebook(cell('aaaa', DEEP), cell('bbbb', SOUND)))
    await gradnb(['doctor', path, '--fix'])
    const once = await readFile(path)
    const { extra } = parseNotebook(once).cells[1]!
    assert.deepEqual(extra['repairs'], { cell: 'aaaa', rule: 'vanishing_signal', titles: ['Use tanh with xavier'] })
    const { status, stdout, stderr } = await gradnb(['doctor', path, '--fix'])
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /It is repaired already, by the cell deep-repaired below\./)
    assert.ok(once.equals(await readFile(path)))
  })

  it('leaves out cells that are no single run, which is no fault of the notebook', async () => {
    const many = cell('cccc', 'name: many\nseeds: 3')
    const path = await write('n.gradnb', notebook(cell('bbbb', SOUND), many, cell('dddd', 'compare: [sound, many#0]')))
    const { status, stderr } = await gradnb(['doctor', path])
    assert.equal(status, 0)
    assert.match(stderr, /^gradnb: .*n\.gradnb: cell many makes many runs, so it was left out; .*\n$/)
  })

  it('--fix that is stopped tells what it had found, keeps what was repaired, and inserts nothing more', async () => {
    const endless =
      'name: wild\ndataset: spiral\nhidden_layers: {depth: 10, units: 32}\nactivation: relu\ninitializer: {name: random_normal, stddev: 1}\nepochs: 80000'
    const path = await write('n.gradnb', notebook(cell('aaaa', DEEP), cell('bbbb', endless)))
    const run = new Gradnb(['doctor', path, '--fix', '--budget', '3'])
    await run.told('Below that')
    await run.told('wild: Exploding')
    run.kill('SIGINT')
    const { status, stdout } = await run.ended
    assert.equal(status, 130)
    const wild = stdout.slice(stdout.indexOf('wild: '))
    assert.match(wild, /error: Exploding: Activations grow/)
    assert.ok(!wild.includes('What helped'))
    const { cells } = parseNotebook(await readFile(path))
    assert.deepEqual(
      cells.map(({ source }) => /^(?:name|compare): (.*)$/m.exec(source)![1]),
      ['deep', 'deep-repaired', '[deep, deep-repaired]', 'wild']
    )
  })

  it('--fix puts nothing into a notebook whose cell was changed meanwhile, and says so', async () => {
    const endless = DEEP.replace('epochs: 40', 'epochs: 300')
    const path = await write('n.gradnb', notebook(cell('aaaa', endless)))
    const run = new Gradnb(['doctor', path, '--fix'])
    await run.told('at most 6 runs')
    const edited = notebook(cell('aaaa', `${endless}\nseed: 3`))
    await write('n.gradnb', edited)
    const { status, stdout, stderr } = await run.ended
    assert.match(stderr, /the cell was edited or removed while remedies were tried/)
    assert.match(stdout, /This cell is what helped:/)
    assert.equal(status, 0)
    assert.deepEqual(parseNotebook(await readFile(path)).cells, parseNotebook(edited).cells)
  })

  it('refuses a budget that is none, and a tool that it does not know', async () => {
    const path = await write('n.gradnb', notebook(cell('bbbb', SOUND)))
    for (const [option, value] of [
      ['--budget', '0'],
      ['--compat', 'keras']
    ] as const) {
      const { status, stderr } = await gradnb(['doctor', path, option, value])
      assert.equal(status, 2)
      assert.match(stderr, /whole number from 1 to 100\.|Allowed choices are sagemaker, autotrainer/)
    }
  })
})

describe('gradnb run of a cell with compat', function () {
  this.timeout(180_000)
  const { write } = new TestFolder()

  it('tells what the rules of that tool say', async () => {
    const yaml = await write('deep.yaml', `${DEEP}\ncompat: sagemaker`)
    const { findings } = JSON.parse((await gradnb(['run', yaml, '--json'])).stdout)
    assert.match(findings[0].message, /^SageMaker Debugger's rule PoorWeightInitialization fires before any update/)
  })
})

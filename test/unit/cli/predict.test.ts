import assert from 'node:assert/strict'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

describe('gradnb predict', function () {
  this.timeout(180_000)
  const { write } = new TestFolder()
  const deep = 'name: deep\nhidden_layers: {depth: 10, units: 64}\nactivation: sigmoid'

  it('says a sentence for each cell, and numbers layer by layer', async () => {
    const { status, stdout } = await gradnb([
      'predict',
      await write('n.gradnb', notebook(cell('aaaa', deep), cell('bbbb', 'initializer: lsuv')))
    ])
    assert.equal(status, 0)
    const lines = stdout.split('\n')
    assert.match(lines[0]!, /^deep: loses 5\.\d decades from hidden 10 to hidden 1; tanh with xavier loses 0\.2$/)
    assert.match(lines[1]!, /^layer +q +χ +delta \/ output +decades$/)
    assert.match(stdout, /\nhidden 1 +0\.18 +0\.0576 +9\.66e-8 +± 0\.25\n/)
    assert.match(stdout, /deeper nets of this kind settle at q\* 0\.265, χ\* 0\.0557/)
    assert.match(stdout, /\ncritical initialization: χ\* is 1, [^\n]* at σ_w² 103; here σ_w² is 1\n/)
    assert.match(stdout, /\n2: theory does not cover this net: lsuv scales/)
  })

  it('--json gives a line a cell, and what does not apply is null', async () => {
    const lines = (
      await gradnb([
        'predict',
        '--json',
        await write('n.gradnb', notebook(cell('aaaa', deep), cell('bbbb', 'initializer: lsuv')))
      ])
    ).stdout
      .trimEnd()
      .split('\n')
    const [first, second] = lines.map(line => JSON.parse(line))
    assert.deepEqual(Object.keys(first), [
      'name',
      'covered',
      'why',
      'layers',
      'decades',
      'q_star',
      'chi_star',
      'depth_scale',
      'sigma_w2',
      'critical_sigma_w2'
    ])
    assert.deepEqual(Object.keys(first.layers[0]), ['name', 'q', 'chi', 'delta_relative', 'ln_std'])
    assert.equal(first.layers.length, 11)
    assert.equal(first.layers[10].delta_relative, 1)
    assert.ok(Math.abs(first.chi_star - 0.05572) < 1e-5)
    assert.equal(first.sigma_w2, 1)
    assert.ok(Math.abs(first.critical_sigma_w2 - 103) < 0.1)
    assert.ok(
      Math.abs(first.decades - Math.log10(first.layers[0].delta_relative / first.layers[9].delta_relative)) < 1e-9
    )
    assert.deepEqual(second, {
      name: null,
      covered: false,
      why: second.why,
      layers: [],
      decades: null,
      q_star: null,
      chi_star: null,
      depth_scale: null,
      sigma_w2: null,
      critical_sigma_w2: null
    })
  })

  it('says where no initialization is critical', async () => {
    const gelu = 'hidden_layers: {depth: 5, units: 32}\nactivation: gelu\ninitializer: he'
    const { stdout } = await gradnb(['predict', await write('g.gradnb', notebook(cell('aaaa', gelu)))])
    assert.match(stdout, /\ncritical initialization: none with this activation and σ_b², as χ\* jumps over 1/)
  })

  it('takes the ends of the net, and how large its inputs are, from the file that a cell names', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${(i * 3) % 11},${i % 5},${i % 2 ? 'a' : 'b'}`)
    await write('data.csv', ['x,y,z,kind', ...rows].join('\n'))
    const path = await write(
      'c.yaml',
      'dataset: {csv: data.csv, target: kind, standardize: false}\ninitializer: {name: random_normal, stddev: 0.1}\nhidden_layers: [30, 30, 30]'
    )
    const { status, stdout } = await gradnb(['predict', '--json', path])
    assert.equal(status, 0)
    const { covered, layers } = JSON.parse(stdout)
    assert.ok(covered)
    const square = rows.flatMap(row => row.split(',').slice(0, 3).map(Number)).reduce((sum, x) => sum + x * x, 0) / 120
    assert.ok(Math.abs(layers[0].q / (3 * 0.01 * square) - 1) < 0.15, `${layers[0].q} ${0.03 * square}`)
  })

  it('tells of cells with problems on stderr, goes on with the others, and ends with 1', async () => {
    const { status, stdout, stderr } = await gradnb([
      'predict',
      '--json',
      await write('n.gradnb', notebook(cell('aaaa', 'activation: sigmod'), cell('bbbb', deep)))
    ])
    assert.equal(status, 1)
    assert.match(stderr, /n\.gradnb:1:1:13 unknown-name unknown activation/)
    assert.equal(JSON.parse(stdout).name, 'deep')
  })
})

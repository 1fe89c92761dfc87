import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { refusalOf, runOf, textOf } from './reports'

describe('files from the field that are not what they should be', () => {
  it('02: a gzip file with a bit flipped is damaged; the whole one runs', async () => {
    const refusal = await refusalOf('02-gzip-damaged/cell.yaml')
    assert.match(refusal, /images\.gz is damaged \(its checksum does not match\): download it again\n$/)
    const { loss } = await runOf('02-gzip-damaged/whole.yaml')
    assert.equal(loss[0]!.toFixed(5), '1.25290')
  })

  it('03: a download that stopped early is cut off', async () => {
    assert.match(await refusalOf('03-gzip-interrupted/cell.yaml'), /images\.gz is cut off: download it again\n$/)
  })

  it('12: a web page and a Git LFS pointer are called by their names', async () => {
    assert.match(
      await refusalOf('12-not-the-file/page.yaml'),
      /images\.gz is a web page, not an IDX file: open its address in a browser and download the file itself\n$/
    )
    assert.match(
      await refusalOf('12-not-the-file/pointer.yaml'),
      /pointer\.csv is a Git LFS pointer, not CSV: run git lfs pull to fetch the file it stands for\n$/
    )
  })

  it('13: names with one common prefix or ascending numbers leave no doubt', async () => {
    const all = await Promise.all(['fc', 'module', 'nested'].map(cell => runOf(`13-weight-names/${cell}.yaml`)))
    assert.deepEqual(
      all.map(({ layers }) => layers.map(({ weights }) => weights?.module)),
      [
        ['fc1', 'fc2', 'fc3'],
        ['module.0', 'module.2', 'module.4'],
        ['net.0', 'net.2', 'net.4']
      ]
    )
    assert.match(await textOf('13-weight-names/fc.yaml'), /, weights of fc1, fc2, fc3 from fc\.safetensors, /)
    const [fc, module, nested] = all.map(({ metrics }) => metrics) as { weight_l2: readonly (readonly number[])[] }[]
    assert.deepEqual([module, nested], [fc, fc])
    const due = [1.837004, 3.93527, 1.8474] // of the file's matrices, by NumPy
    fc!.weight_l2[0]!.forEach((norm, layer) => assert.ok(Math.abs(norm - due[layer]!) < 1e-5, String(norm)))
  })

  it('rel-08: more numbers than memory is for are a problem of the cell', async () => {
    for (const [cell, inputs, numbers] of [
      ['8-GB', '1,000', '1,000,000,000'],
      ['80-GB', '10,000', '10,000,000,000']
    ])
      assert.ok(
        (await refusalOf(`rel-08-memory/${cell}.yaml`)).endsWith(
          `limit ${numbers} numbers (1,000,000 samples × ${inputs} inputs) are above the limit of 100,000,000; use fewer, or raise the limit: the setting gradnb.limits.dataNumbers in VS Code, --max-data-numbers on the command line\n`
        )
      )
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>
}

describe('the notices that ship', () => {
  const notices = readFileSync('dist/ThirdPartyNotices.txt', 'utf8')
  const blocks = notices.split(/^-{80}$/m)

  /** "name version (licence)" of every package with code in a shipped bundle, found by its folder. */
  function packages(): Set<string> {
    const metafiles = JSON.parse(readFileSync('dist/metafiles.json', 'utf8')) as Metafile[]
    const inputs = metafiles
      .flatMap(({ outputs }) => Object.values(outputs))
      .flatMap(({ inputs }) => Object.entries(inputs))
    const folders = inputs
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .flatMap(([input]) => /^.*node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? [])
    return new Set(
      [...new Set(folders)].map(folder => {
        const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
        return `${name} ${version} (${license})`
      })
    )
  }

  it('name each package with code in a bundle, once, above the text of its licence', () => {
    const titles = packages()
    assert.ok(titles.size > 100, `${titles.size} packages`)
    for (const title of titles) {
      const holding = blocks.filter(block => block.split('\n').includes(title))
      assert.equal(holding.length, 1, title)
      assert.match(holding[0]!, /permission|redistribution|licensed|license/i, title)
      assert.ok(holding[0]!.trim().split('\n').slice(1).join('\n').length > 300, title)
    }
  })

  it('name AssemblyScript, of whose library parts are compiled into the kernels', () => {
    assert.match(notices, /^assemblyscript \S+ \(Apache-2\.0\)$/m)
  })

  it('stand beside what single files say of themselves, which the bundles keep', () => {
    for (const bundle of ['worker.node.js', 'worker.web.js'])
      assert.match(
        readFileSync(`dist/${bundle}`, 'utf8'),
        /exp follows FreeBSD's e_exp\.c: Copyright \(C\) 2004 by Sun/
      )
  })
})
